"""Floor 9. The web side: sees a `View`, never a `Writer`, and never the rooms of floors 1 to 4."""

from server.app import create_app
from server.site import Site

__all__ = ["Site", "create_app"]
