"""Floor 9. The web side: sees a `View`, never a `Writer`, and never the rooms of floors 1 to 4."""
