"""Sending the published graph to another store by the Graph Store Protocol, in pieces, so that it can be resumed.

Each named graph is replaced by its first piece (PUT) and added to by the others (POST). The graphs have no blank
nodes, so that a piece which is sent twice changes nothing.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from kg.errors import StoreError
from kg.graph.terms import text_of
from kg.store.snapshots import Snapshot, open_snapshot

PIECE = 10_000
"""Triples of a piece."""
TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class Sent:
    """How far a build has got in one store: pieces that were taken."""

    build: str
    url: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Some triples of one graph, as N-Triples; the `first` of a graph replaces it."""

    graph: str
    first: bool
    body: bytes


def publish(store: Path, url: str, user: str = "", password: str = "", size: int = PIECE) -> int:
    """Send the published graph to the Graph Store at `url`; returns how many pieces were sent this time.

    What broke off is taken up where it was. Raises StoreError when the other store does not take a piece.
    """
    snapshot = open_snapshot(store)
    note = store / "published.json"
    before = _noted(note)
    done = before.pieces if before and (before.build, before.url) == (snapshot.build_id, url) else 0
    target = Target(url, user, password)
    number = 0
    for number, piece in enumerate(pieces(snapshot, size), 1):
        if number > done:
            target.send(piece)
            note.write_text(json.dumps(asdict(Sent(snapshot.build_id, url, number))) + "\n", "utf8")
    note.unlink(missing_ok=True)
    return number - done


def pieces(snapshot: Snapshot, size: int = PIECE) -> Iterator[Piece]:
    """The whole graph in pieces of at most `size` triples, graph by graph: one reading of the file for each."""
    for graph in sorted({graph for _, graph in _lines(snapshot)}):
        own = (triple for triple, of in _lines(snapshot) if of == graph)
        first = True
        while body := "".join(islice(own, size)):
            yield Piece(text_of(graph), first, body.encode("utf8"))
            first = False


def _lines(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Each triple as a line of N-Triples, and the term of its graph; the file is N-Quads as the build writes them."""
    with snapshot.graph.open(encoding="utf8", newline="\n") as file:
        for line in file:
            triple, graph, _ = line.rsplit(" ", 2)
            yield f"{triple} .\n", graph


def _noted(path: Path) -> Sent | None:
    """How far the last time got; None when it got to the end, or the note is damaged."""
    try:
        return Sent(**json.loads(path.read_text("utf8")))
    except (OSError, ValueError, TypeError):
        return None


class Target:
    """The other store. It is asked how to sign in before anything large is sent: a store that first reads a whole body,
    or that closes the connection at its head, would fail otherwise.
    """

    def __init__(self, url: str, user: str, password: str) -> None:
        """Nothing is sent yet."""
        self.url = url
        self._known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        self._known.add_password(None, url, user, password)
        self._signs = bool(user)
        self._digest = urllib.request.HTTPDigestAuthHandler(self._known)
        self._challenge = ""

    def send(self, piece: Piece) -> None:
        """Send a piece. Raises StoreError when it is not taken."""
        address = f"{self.url}?graph={quote(piece.graph, safe='')}"
        if self._signs and not self._challenge:
            self._challenge = self._asked(address)
        headers = {"Content-Type": "application/n-triples"}
        request = urllib.request.Request(address, piece.body, headers, method="PUT" if piece.first else "POST")
        if self._challenge:
            request.add_unredirected_header("Authorization", self._signed(request))
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):
                pass
        except urllib.error.HTTPError as error:
            with error:
                said = " ".join(error.read(500).decode("utf8", "replace").split())[:200]
            fault = f"does not take {piece.graph} ({error.code} {said or error.reason})"
            raise StoreError(f"{self.url}: {fault}") from error
        except OSError as error:
            reason = getattr(error, "reason", error)
            raise StoreError(f"{self.url}: does not answer ({reason}); the next time goes on from here") from error

    def _asked(self, address: str) -> str:
        """How to sign in: what the store says to a write that is empty and not signed."""
        request = urllib.request.Request(address, b"", {"Content-Type": "application/n-triples"}, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):
                return ""
        except urllib.error.HTTPError as error:
            with error:
                return str(error.headers.get("WWW-Authenticate", ""))
        except OSError as error:
            raise StoreError(f"{self.url}: does not answer ({getattr(error, 'reason', error)})") from error

    def _signed(self, request: urllib.request.Request) -> str:
        scheme, _, rest = self._challenge.partition(" ")
        if scheme.lower() == "digest":
            asked = urllib.request.parse_keqv_list(urllib.request.parse_http_list(rest))
            return f"Digest {self._digest.get_authorization(request, asked)}"
        user, password = self._known.find_user_password("", self.url)
        return "Basic " + b64encode(f"{user}:{password}".encode()).decode()
