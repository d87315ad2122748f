"""Capitalised runs: the stretches of a sentence that can be a name, cut where two names meet.

"Ministry of Trade and Industry" is one run, "Ministry of Justice and Amnesty International" two; a possessor
("Kenya’s Supreme Court") ends a run unless it is part of the name ("Women’s March", "Nurses’ Union").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.mentions.lexicon import lexicon
from kg.mentions.links import LINKS, PORTFOLIO_HEADS, is_cap, step

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

NOT_NAMES = frozenset({"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"})
WEAK_STARTS = frozenset({"ADV", "VERB", "ADJ", "NOUN", "NUM"})
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE"})
BEFORE_FIRST = frozenset({"“", '"', "‘", ":", "•", "'"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start:end` of the sentence's span (indexes within the span)."""

    start: int
    end: int


def runs(span: Span, taken: Sequence[bool]) -> list[Run]:
    """The runs of a sentence; tokens marked in `taken` (titles, listed names) are never inside one."""
    found, i = [], 0
    while i < len(span):
        if taken[i] or not starts_name(span, i):
            i += 1
            continue
        end = _extend(span, i, taken)
        found.append(Run(i, end))
        i = max(end, i + 1)
    return found


def starts_name(span: Span, i: int) -> bool:
    """Whether a name can begin at token i: capitalised, and not merely because the sentence begins there."""
    token = span[i]
    if not is_cap(token):
        return False
    begins = i == 0 or span[i - 1].text in BEFORE_FIRST
    if token.pos_ in NOT_NAMES or (begins and token.text in lexicon().starters) or token.text in lexicon().calendar:
        return False
    follows = i + 1 < len(span) and (
        is_cap(span[i + 1]) or (span[i + 1].text in LINKS and token.text in lexicon().heads)
    )
    if token.text in lexicon().never and not follows and not _portfolio(span, i):
        return False
    if not begins or token.pos_ == "PROPN" or token.ent_type_ in NAME_LABELS:
        return True
    if follows and (token.text in lexicon().leading or (token.text.isupper() and len(token.text) > 2)):
        return True
    return token.pos_ in WEAK_STARTS and i + 1 < len(span) and is_cap(span[i + 1]) and span[i + 1].pos_ == "PROPN"


def _portfolio(span: Span, i: int) -> bool:
    """ "Constitution and Justice Committee": a portfolio that begins with what is no name alone."""
    rest = [t.text for t in span[i + 1 : i + 6]]
    k = next((k for k, w in enumerate(rest) if w in PORTFOLIO_HEADS), 0)
    return k >= 2 and rest[0] == "and" and all(w in lexicon().portfolio for w in rest[1:k])


def _extend(span: Span, start: int, taken: Sequence[bool]) -> int:
    """The end of the run that begins at `start`."""
    i = start + 1
    while i < len(span):
        taking = step(span, start, i, taken)
        if not taking:
            break
        i += taking
    return i
