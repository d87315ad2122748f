"""Punishments in the words of a verdict: each with its type and its measure (pure, over text).

The words are cut where another punishment begins ("… in prison | and a fine of …"); of each piece what it is for
("for a post") is put aside, and the rest tells one measure and its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.facts.fields import NUMBER, money, number
from kg.facts.model import Sanction
from kg.facts.punishments.words import (
    BARE,
    DEATH,
    DEFAULT,
    GIVEN,
    IN_DEFAULT,
    INDICES,
    KINDS,
    LIFE,
    MERE_SUSPENSION,
    NO_MEASURE,
    NO_MEASURE_AFTER,
    OTHERS,
    PARTLY,
    PAYMENT,
    PENALTY,
    REASON,
    REPARATION,
    START,
)
from kg.mentions.timex.durations import durations
from kg.mentions.timex.model import Duration

LONG = re.compile(r"Y|\dM")
RANGE = re.compile(rf"\bbetween (?:{NUMBER}) and (?:{NUMBER})\b", re.I)
HALF = re.compile(r"(?<=\d) ?(?:1/2|½)")
BETWEEN = re.compile(rf"\bbetween (?P<low>{NUMBER}) and $", re.I)
ADMINISTRATIVE = re.compile(r"\b(?:detention|arrest|custody|remand)\b", re.I)
SENTENCED = re.compile(r"(?<!\bup )\bto (?=an?\b|pay\b|\d|\w+[ -](?:years?|months?|days?|weeks?)\b|life|death)", re.I)


def sanctions(text: str, kind: str, country: str = "") -> list[Sanction]:
    """The punishments that the words after a trigger name; `kind` is the type to take where they do not say.

    >>> sanctions("to two years in prison and a fine of 500 euros", "imprisonment")[1].amount
    500.0
    """
    found: list[Sanction] = []
    every = pieces(HALF.sub(".5", text))
    for n, piece in enumerate(every):
        if DEFAULT.match(piece) or (n and OTHERS.match(piece)) or (n and IN_DEFAULT.search(every[n - 1])):
            continue  # "fined 500 rand or two months in jail": only if she does not pay
        if MERE_SUSPENSION.match(piece) and found and found[-1].duration:
            found[-1] = replace(found[-1], type="suspendedSentence", suspended=True)
            continue
        usual = kind if n == 0 else "imprisonment" if GIVEN.search(piece) else ""
        found += [s for s in _sanction(told_of(piece), usual, country) if s not in found]
    return _weeded(found)


def named(text: str, kind: str = "") -> frozenset[str]:
    """The types of punishment that words name by their own words; "reparation" for what is paid to somebody.
    `kind` is that of a measure without such a word.

    >>> sorted(named("got three months in jail and a 500-euro fine")), named("got three months of paid leave")
    (['detention', 'fine'], frozenset())
    """
    return frozenset(name for piece in pieces(HALF.sub(".5", text)) for name in _named(told_of(piece), kind))


def _named(piece: str, kind: str) -> Iterator[str]:
    if MERE_SUSPENSION.match(piece):
        yield "suspendedSentence"
    paid = sanction_type(piece) == "fine" and PENALTY.search(piece) is None
    for one in _sanction(piece, kind, ""):
        if one.type == "other" and REPARATION.search(piece):
            yield "reparation"
        elif not paid or one.amount is not None:  # "ordered to pay for the damage"
            yield one.type


def is_full(found: Iterable[Sanction]) -> bool:
    """Whether one of them has a measure, or needs none."""
    return any(s.duration or s.amount is not None or s.type in ("life", "other") for s in found)


def pieces(text: str) -> list[str]:
    """The words of each punishment.

    >>> pieces("to two years in prison, banned from teaching for five and fined 50 euros")
    ['to two years in prison', ', banned from teaching for five', ' and fined 50 euros']
    """
    whole = [(d.start, d.end) for d in durations(text)] + [m.span() for m in RANGE.finditer(text)]
    cuts = [m.start() for m in START.finditer(text) if not any(a < m.start() < b for a, b in whole)]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if text[a:b].strip()]


def told_of(piece: str) -> str:
    """A piece without what the punishment is for; "sentenced for fraud to two years" keeps its end."""
    reason = REASON.search(piece)
    if reason is None:
        return piece
    before = piece[: reason.start()]
    late = [] if _measured(before) else list(SENTENCED.finditer(piece, reason.end()))
    return f"{before} {piece[late[-1].start() :]}" if late else before


def _measured(text: str) -> bool:
    return bool(
        LIFE.search(text)
        or DEATH.search(text)
        or any(True for _ in money(text))
        or lengths(text)
        or INDICES.search(text)
    )


def lengths(text: str) -> list[Duration]:
    """The lengths of time that may be a term: not "up to five years", "after two months in custody"."""
    return [
        d
        for d in durations(text)
        if not NO_MEASURE.search(text[: d.start]) and not NO_MEASURE_AFTER.match(text[d.end :])
    ]


def _sanction(text: str, kind: str, country: str) -> Iterator[Sanction]:
    text = PARTLY.sub(" ", text)
    named = sanction_type(text)
    if named == "activityBan" or (LIFE.search(text) is None and DEATH.search(text) is None):
        yield from _measure(text, named or kind, country, told=bool(named))
    elif LIFE.search(text):
        yield Sanction("life")
    else:
        yield Sanction("other")


def _measure(text: str, kind: str, country: str, *, told: bool) -> Iterator[Sanction]:
    if kind == "fine":
        yield from _fine(text, country)
        return
    terms = lengths(text)
    if terms and kind:
        yield _term(terms[0], text, kind)
        if PAYMENT.search(text, terms[0].end):
            yield from (s for s in _fine(text[terms[0].end :], country) if s.amount is not None)
    elif kind == "other" and REPARATION.search(text) and (sums := list(money(text, country))):
        yield Sanction("other", amount=sums[0][2], currency=sums[0][3])
    elif kind == "activityBan" or (told and BARE.search(text) and kind in ("other", "restrictedFreedom")):
        yield Sanction(kind)


def _term(length: Duration, text: str, kind: str) -> Sanction:
    between = BETWEEN.search(text[: length.start])
    iso = length.lowest or length.iso
    if between and (low := number(between["low"])) is not None:
        iso = f"P{low:g}{length.iso[-1]}"
    long = LONG.search(iso.split("T")[0]) is not None
    kind = "detention" if kind == "imprisonment" and not long else kind
    short = ADMINISTRATIVE.search(text) is not None or "M" not in iso
    kind = "imprisonment" if kind == "detention" and ("Y" in iso or not short) else kind
    return Sanction(kind, iso, suspended=kind == "suspendedSentence")


def _fine(text: str, country: str) -> Iterator[Sanction]:
    amounts = list(money(text, country))
    if amounts:
        yield Sanction("fine", amount=amounts[0][2], currency=amounts[0][3])
        return
    index = INDICES.search(text)
    yield Sanction("fine", amount=number(index["n"]) if index else None, currency="")


def sanction_type(text: str) -> str:
    """The type of punishment that words name, "" if none."""
    return next((kind for kind, words in KINDS if words.search(text)), "")


def _weeded(found: list[Sanction]) -> list[Sanction]:
    """Probation beside a suspended term is its condition; a bare "fined" adds nothing to a sum."""
    suspended = any(s.suspended for s in found)
    full = {s.type for s in found if s.duration or s.amount is not None}
    kept = [s for s in found if s.duration or s.amount is not None or s.type not in full]
    return [s for s in kept if not (suspended and s.type == "restrictedFreedom" and s.duration)]
