"""Floor 6. `Writer` makes an immutable snapshot directory, `View` answers questions about one; backends are swappable.

Must not import the rooms below floor 5.
"""
