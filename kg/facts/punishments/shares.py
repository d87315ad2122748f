"""Who got what: punishments shared out among several people in one sentence."""

from __future__ import annotations

import re

from kg.facts import fields
from kg.facts.model import Sanction
from kg.facts.punishments import read as punishments
from kg.facts.punishments import words as punishment_words
from kg.mentions.timex.durations import durations

MONTH_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
)
# A number that stands for a term: "Bo to seven", "Bo four and …"; not "Bo, 34", "a father of two".
ELLIPSIS = re.compile(
    rf"(?:\b(?:for|to|got|received|gets|given|handed) |(?<=[^\W\d] )(?<!of )(?<!aged )(?<!with )(?<!by )(?<!at )"
    rf"(?<!than )(?<!and )(?<!in ))(?P<n>{fields.NUMBER})"
    r"(?=[ .,;]*$|[.,;)]|,? and\b| suspended\b| in (?:prison|jail)\b)",
    re.I,
)
_ONE = rf"(?:{fields.NUMBER})"
_SUM = rf"(?:(?:an? )?(?:[a-z]+ ){{0,3}}?(?:term|sentence|fine)s? of )?{_ONE}\b|[$€£]"
FIRST = re.compile(rf"\b(?:{_SUM}|an? {_ONE}[ -])", re.I)
RESPECTIVELY = re.compile(r",? respectively\b|,? in that order\b", re.I)
BARE_LIST = re.compile(
    rf"\b(?:to|for|got|gets|received|given|handed|gave) "
    rf"(?P<list>{_ONE}(?:, {_ONE})*,? and {_ONE} (?:years|months|days|weeks)\b(?: in \w+)?)",
    re.I,
)
BETWEEN_ITEMS = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
NUMERAL = re.compile(rf"^{_ONE}(?=\b)", re.I)
UNIT = re.compile(r"(hour|day|week|month|year)s?\b", re.I)
Share = tuple[tuple[str, ...], tuple[Sanction, ...]]


def shares(tail: str, people: list[tuple[int, str]], first: tuple[str, ...], kind: str, country: str) -> list[Share]:
    """Split the words after a trigger at the people in them.

    `people` are (offset in tail, entity key) in order; `first` are those punished who stand before the trigger.
    Returns one share per group with its own punishment, or a single share for all.
    """
    named = tuple(dict.fromkeys((*first, *(key for _, key in people))))
    if len(named) > 1 and (each := _respective(tail, named, kind, country)):
        return each
    pieces = _pieces(tail, people, first)
    own = [(keys, tuple(_own(text, kind, country, tail))) for keys, text in pieces]
    if sum(1 for _, found in own if _full(found)) >= 2:
        return [(keys, found) for keys, found in own if keys and found]
    return [(first or named[:0], tuple(punishments.sanctions(tail, kind, country)))]


def _respective(tail: str, named: tuple[str, ...], kind: str, country: str) -> list[Share]:
    """ "to eight, six and three years in prison respectively": one for each, in the order of their names."""
    end, bare = RESPECTIVELY.search(tail), BARE_LIST.search(tail)
    listed = tail[: end.start()] if end else bare["list"] if bare else ""
    start = FIRST.search(listed)
    parts = BETWEEN_ITEMS.split(listed[start.start() :]) if start else []
    if len(parts) != len(named):
        return []
    unit = NUMERAL.sub("", parts[-1]).strip()
    found = [_item(part, unit, kind, country) for part in parts]
    return [((key,), one) for key, one in zip(named, found, strict=True)] if all(map(_full, found)) else []


def _item(part: str, unit: str, kind: str, country: str) -> tuple[Sanction, ...]:
    number = NUMERAL.fullmatch(part.strip())
    return tuple(punishments.sanctions(f"to {part} {unit}" if number else f"to {part}", kind, country))


def _full(found: tuple[Sanction, ...]) -> bool:
    return any(s.duration or s.amount is not None or s.type == "life" for s in found)


def _pieces(tail: str, people: list[tuple[int, str]], first: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    starts = [at for at, _ in people] + [len(tail)]
    pieces = [(first, tail[: starts[0]])]
    waiting: list[str] = []
    for k, (at, key) in enumerate(people):
        waiting.append(key)
        text = tail[at : starts[k + 1]]
        if durations(text) or _paid(text) or _short(text) or punishment_words.LIFE.search(text) or len(text) > 60:
            pieces.append((tuple(waiting), text))
            waiting = []
    return pieces


def _paid(text: str) -> bool:
    return any(True for _ in fields.money(text))


def _short(text: str) -> re.Match[str] | None:
    """The number of a term whose unit is left out."""
    return ELLIPSIS.search(MONTH_DAY.sub(" on that day ", text).rstrip(" ."))


def _own(text: str, kind: str, country: str, tail: str) -> list[Sanction]:
    if (
        kind == "fine" and punishments.lengths(text) and not _paid(text)
    ):  # "fined Ann 50 euros and jailed Bo for a week"
        kind = "detention"
    found = punishments.sanctions(text, kind, country)
    short = _short(text)
    unit = UNIT.search(tail)
    if short and unit and not any(s.duration for s in found):
        amount = fields.number(short["n"])
        return [Sanction(punishments.sanction_type(text) or kind, f"P{amount:g}{fields.UNITS[unit[1].lower()]}")]
    return found
