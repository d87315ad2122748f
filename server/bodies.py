"""Bodies on their way to the client: how they may be packed, what gains by it, packing, keeping a copy."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import brotli

SMALLEST = 600
"""Bytes below which compressing gains nothing."""
_KINDS = re.compile(r"text/|image/svg\+xml|application/(?!zip|gzip|octet-stream|pdf)")
_GZIP = 16 + zlib.MAX_WBITS


class Body:
    """The pieces of a body made from those of `source`, which is closed with it."""

    def __init__(self, pieces: Iterator[bytes], source: Iterable[bytes]) -> None:
        """Give out `pieces`."""
        self._pieces, self._source = pieces, source

    def __iter__(self) -> Iterator[bytes]:
        """The pieces."""
        return self._pieces

    def close(self) -> None:
        """Tell the source that nobody reads on."""
        close = getattr(self._source, "close", None)
        if close is not None:
            close()


@lru_cache(256)
def coding_of(accept_encoding: str) -> str:
    """How to pack for an Accept-Encoding header: "br", "gzip" or "", which is as it is.

    Not by the header's absence: a client that does not ask may not unpack. Of two that are as welcome the smaller.
    """
    weights = dict(_weight(part) for part in accept_encoding.lower().split(","))
    weight, coding = max(
        ((weights.get(one, weights.get("*", 0.0)), one) for one in ("br", "gzip")), key=lambda it: it[0]
    )
    return coding if weight > 0 else ""


def _weight(part: str) -> tuple[str, float]:
    coding, _, parameter = part.partition(";")
    match = re.fullmatch(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", parameter)
    return coding.strip(), float(match[1]) if match else 0.0 if parameter.strip() else 1.0


def is_packable(headers: Iterable[tuple[str, str]]) -> bool:
    """Does a body with these headers gain by compression? Files that may be asked for in parts are sent as they are."""
    fields = {name.lower(): value for name, value in headers}
    if fields.keys() & {"content-encoding", "etag", "content-range"}:
        return False
    return (
        bool(_KINDS.match(fields.get("content-type", ""))) and int(fields.get("content-length", SMALLEST)) >= SMALLEST
    )


def packed(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The pieces as one packed stream; one that breaks off lacks its end, and so cannot be taken for complete."""
    if coding == "br":
        small = brotli.Compressor(quality=4)
        for piece in pieces:
            yield small.process(piece) + small.flush()
        yield small.finish()
        return
    packer = zlib.compressobj(1, zlib.DEFLATED, _GZIP)
    for piece in pieces:
        yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


class Forms:
    """A whole body in the forms in which it is sent, each made once; harder, and slower, if it is sent `often`."""

    def __init__(self, body: bytes, *, often: bool = False) -> None:
        """Begin with the body as it is."""
        self._made, self._often = {"": body}, often

    def under(self, coding: str) -> bytes:
        """The body for clients that take "br" or "gzip", or as it is for ""."""
        if coding not in self._made:
            self._made[coding] = self._packed(self._made[""], coding)
        return self._made[coding]

    def _packed(self, body: bytes, coding: str) -> bytes:
        if coding == "br":
            return bytes(brotli.compress(body, quality=9 if self._often else 5))
        return gzip.compress(body, 9 if self._often else 6, mtime=0)


def copied(pieces: Iterable[bytes], most: int, done: Callable[[bytes], None]) -> Iterator[bytes]:
    """The pieces; when the last has been taken, and all were at most `most` bytes, `done` gets the whole."""
    copy: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size <= most:
            copy.append(piece)
        yield piece
    if size <= most:
        done(b"".join(copy))
