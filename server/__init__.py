"""Floor 9. The web side: sees a `View`, never a `Writer`, and never the rooms of floors 1 to 4."""

from server.app import create_app

__all__ = ["create_app"]
