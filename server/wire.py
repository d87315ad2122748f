"""How answers go to the client: as waitress sends them, in fewer packets and over fewer connections."""

from __future__ import annotations

from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.task import WSGITask


class Task(WSGITask):  # type: ignore[misc]
    """Sends the headers together with the first bytes of the body, and keeps the connection where HTTP/1.1 can."""

    def write(self, data: bytes) -> None:
        """Send a part of the body, and before the first part the headers."""
        if self.wrote_header:
            super().write(data)
            return
        self.channel.hold()
        try:
            super().write(data)
        finally:
            self.channel.let_go()

    def set_close_on_finish(self) -> None:
        """Close afterwards, unless it is only for want of a length: a body in chunks shows its end itself.

        One that breaks off lacks the last chunk, and its connection is closed without this method.
        """
        if self.content_length is not None or self.wrote_header or not self._is_kept():
            super().set_close_on_finish()

    def _is_kept(self) -> bool:
        """May the client send its next request over the same connection, whatever this one's answer is?"""
        closing = self.request.headers.get("CONNECTION", "").lower() == "close"
        return self.version == "1.1" and self.request.command != "HEAD" and not closing


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection."""

    task_class = Task
    _held: list[bytes] | None = None

    def write_soon(self, data: bytes) -> int:
        """Send bytes, or keep them back."""
        if self._held is None:
            return int(super().write_soon(data))
        self._held.append(data)
        return len(data)

    def hold(self) -> None:
        """Keep back what is written from now on. Only the thread that answers the connection's request writes."""
        self._held = []

    def let_go(self) -> None:
        """Send at once what was kept back."""
        held, self._held = self._held or [], None
        self.write_soon(b"".join(held))


def use(server: BaseWSGIServer) -> None:
    """Let a server answer its connections in this way."""
    server.channel_class = Channel
