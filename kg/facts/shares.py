"""Who got what: punishments shared out among several people in one sentence."""

from __future__ import annotations

import re

from kg.facts import fields
from kg.facts.model import Sanction
from kg.mentions.timex_durations import durations

ELLIPSIS = re.compile(rf"\b(?:for|to) (?P<n>{fields.NUMBER})(?=[ .,;]*$)", re.I)
UNIT = re.compile(r"(hour|day|week|month|year)s?\b", re.I)
Share = tuple[tuple[str, ...], tuple[Sanction, ...]]


def shares(tail: str, people: list[tuple[int, str]], first: tuple[str, ...], kind: str, country: str) -> list[Share]:
    """Split the words after a trigger at the people in them.

    `people` are (offset in tail, entity key) in order; `first` are those punished who stand before the trigger.
    Returns one share per group with its own punishment, or a single share for all.
    """
    named = tuple(dict.fromkeys((*first, *(key for _, key in people))))
    pieces = _pieces(tail, people, first)
    own = [(keys, tuple(_own(text, kind, country, tail))) for keys, text in pieces]
    if sum(1 for _, found in own if _full(found)) >= 2:
        return [(keys, found) for keys, found in own if keys and found]
    return [(first or named[:0], tuple(fields.sanctions(tail, kind, country)))]


def _full(found: tuple[Sanction, ...]) -> bool:
    return any(s.duration or s.amount is not None or s.type == "life" for s in found)


def _pieces(tail: str, people: list[tuple[int, str]], first: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    starts = [at for at, _ in people] + [len(tail)]
    pieces = [(first, tail[: starts[0]])]
    waiting: list[str] = []
    for k, (at, key) in enumerate(people):
        waiting.append(key)
        text = tail[at : starts[k + 1]]
        if durations(text) or ELLIPSIS.search(text) or fields.LIFE.search(text) or len(text) > 60:
            pieces.append((tuple(waiting), text))
            waiting = []
    return pieces


def _own(text: str, kind: str, country: str, tail: str) -> list[Sanction]:
    found = fields.sanctions(text, kind, country)
    short = ELLIPSIS.search(text.rstrip(" .and,"))
    unit = UNIT.search(tail)
    if short and unit and not any(s.duration for s in found):
        amount = fields.number(short["n"])
        return [Sanction(fields.sanction_type(text) or kind, f"P{amount:g}{fields.UNITS[unit[1].lower()]}")]
    return found
