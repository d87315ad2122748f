"""Who may ask now: a share of the workers for each client, and a bounded queue before them."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator

from kg.errors import QueryLimit
from kg.store.base import Answer, Pieces, Question, Stream, View, never


class Gate:
    """A View before another one; thread-safe.

    A client, which `client` names, has at most `share` queries running; a further one waits `patience` seconds, behind
    those that came before it, or a connection that asks again at once would pass them each time. At most `most`
    queries run or wait, and at most half of them are one client's; whoever comes then is told to come again.
    """

    def __init__(self, view: View, *, share: int, most: int, client: Callable[[], str], patience: float = 2.0) -> None:
        """Let through to `view`."""
        self._view, self._share, self._most, self._client, self._patience = view, share, most, client, patience
        self._running: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        self._waiting: defaultdict[str, deque[object]] = defaultdict(deque)
        self._changed = threading.Condition()

    @property
    def inside(self) -> int:
        """How many queries run or wait."""
        return sum(self._inside.values())

    def answer(self, question: Question) -> Answer:
        """Answer in one's turn. Raises QueryLimit ("busy", "share") and what the view raises."""
        client = self._client()
        self._enter(client)
        try:
            return self._view.answer(question)
        finally:
            self._leave(client)

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:
        """Like `answer`; the turn lasts until the stream has been read or closed."""
        client = self._client()
        self._enter(client)
        try:
            stream = self._view.stream(question, left)
        except BaseException:
            self._leave(client)
            raise
        if stream.whole:
            self._leave(client)
            return stream
        return Stream(stream.kind, stream.format, _Turn(stream.pieces, lambda: self._leave(client)), whole=False)

    def close(self) -> None:
        """Close the view."""
        self._view.close()

    def _enter(self, client: str) -> None:
        """Wait for one's turn; it ends with `_leave`."""
        with self._changed:
            if self.inside >= self._most:
                raise QueryLimit("too many queries are waiting; ask again in a moment", "busy")
            if self._inside.get(client, 0) >= max(1, self._most // 2):
                raise QueryLimit("too many of your queries are waiting; ask fewer at a time", "share")
            self._inside[client] = self._inside.get(client, 0) + 1
            if not self._gets_turn(client):
                self._forget(self._inside, client)
                fault = f"{self._share} of your queries are running, as many as one client may have; wait for them"
                raise QueryLimit(fault, "share")
            self._running[client] = self._running.get(client, 0) + 1

    def _gets_turn(self, client: str) -> bool:
        """Whether a place became free in time, first come, first served; the lock is held."""
        queue, ticket = self._waiting[client], object()
        queue.append(ticket)
        free = self._changed.wait_for(lambda: queue[0] is ticket and not self._is_full(client), self._patience)
        queue.remove(ticket)
        if queue:
            self._changed.notify_all()  # the next is now the first
        else:
            del self._waiting[client]
        return free

    def _is_full(self, client: str) -> bool:
        return self._running.get(client, 0) >= self._share

    def _leave(self, client: str) -> None:
        with self._changed:
            self._forget(self._inside, client)
            self._forget(self._running, client)
            self._changed.notify_all()

    @staticmethod
    def _forget(counts: dict[str, int], client: str) -> None:
        """One less; clients without any are not kept, or the table would grow with everybody who ever asked."""
        counts[client] -= 1
        if counts[client] <= 0:
            del counts[client]


class _Turn(Pieces):
    """Pieces that end a turn when they have been read or closed."""

    def __init__(self, pieces: Pieces, done: Callable[[], None]) -> None:
        self._pieces, self._done = pieces, done
        self._is_done = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._pieces
        finally:
            self.close()

    def close(self) -> None:
        self._pieces.close()
        if not self._is_done:
            self._is_done = True
            self._done()

    __del__ = close
