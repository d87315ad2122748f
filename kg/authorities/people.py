"""What names of people look like: endings of surnames and patronymics, given names with their gender."""

from __future__ import annotations

from functools import cache

from anyascii import anyascii

from kg.authorities.reading import fold, load
from kg.authorities.rows import GivenName, NameShape


@cache
def name_shapes() -> tuple[NameShape, ...]:
    """Endings of surnames and patronymics, longest first."""
    return tuple(sorted(load(NameShape, "surnames"), key=lambda s: (-len(s.suffix), s.suffix)))


@cache
def name_shape(word: str) -> NameShape | None:
    """The longest known ending of a word that leaves a stem, or None."""
    folded = anyascii(word).lower().strip("-' ")
    fitting = (s for s in name_shapes() if folded.endswith(s.suffix) and len(folded) - len(s.suffix) >= s.stem)
    return next(fitting, None)


def surname_gender(word: str) -> str:
    """ "m" or "f" where the ending of a surname or patronymic tells it, else ""."""
    shape = name_shape(word)
    return shape.gender if shape else ""


@cache
def _given_names() -> dict[str, str]:
    return {fold(n.name).lower(): n.gender for n in load(GivenName, "given_names")}


def given_name_gender(word: str) -> str:
    """ "m" or "f" where a given name is known to be one, else ""."""
    return _given_names().get(fold(word).lower(), "")
