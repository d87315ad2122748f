"""Capitalised runs: the stretches of a sentence that can be a name, cut where two names meet.

"Ministry of Trade and Industry" is one run, "Ministry of Justice and Amnesty International" two; a possessor
("Kenya’s Supreme Court") ends a run unless it is part of the name ("Women’s March", "Nurses’ Union").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.links import LINKS, ORDINAL, PORTFOLIO_HEADS, is_cap, numbered_court, step

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

NOT_NAMES = frozenset({"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"})
WEAK_STARTS = frozenset({"ADV", "VERB", "ADJ", "NOUN", "NUM"})
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE"})
SISTERHOODS = frozenset({"Mothers", "Grandmothers", "Friends", "Sisters", "Brothers", "Daughters", "Sons", "Widows"})
ELECTRONIC = frozenset({"e", "i", "my"})
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
        return bool(ORDINAL.match(token.text)) and numbered_court(span, i, [False] * len(span))
    if i > 1 and span[i - 1].text == "-" and span[i - 2].text in ELECTRONIC and not span[i - 2].whitespace_:
        return False  # "e-Sana": read with its first letter
    begins = i == 0 or span[i - 1].text in BEFORE_FIRST
    dated = token.text in lexicon().calendar and not _dated_paper(span, i)
    if token.pos_ in NOT_NAMES or (begins and token.text in lexicon().starters) or dated:
        return False
    follows = i + 1 < len(span) and (
        is_cap(span[i + 1]) or (span[i + 1].text in LINKS and token.text in lexicon().heads)
    )
    if token.text in lexicon().never and not follows and not _portfolio(span, i):
        return False
    if not begins or token.pos_ == "PROPN" or token.ent_type_ in NAME_LABELS:
        return True
    if _band(span, i) or _guild(span, i) or (follows and token.pos_ == "NOUN" and _heads_soon(span, i)):
        return True
    if follows and (token.text in lexicon().leading or (token.text.isupper() and len(token.text) > 2)):
        return True
    return token.pos_ in WEAK_STARTS and i + 1 < len(span) and is_cap(span[i + 1]) and span[i + 1].pos_ == "PROPN"


def _dated_paper(span: Span, i: int) -> bool:
    """ "told Sunday Beacon", "the Monday Times": a weekday that a paper is called after."""
    told = i > 0 and span[i - 1].text in {"told", "the", "newspaper", "weekly"}
    return told and span[i].text.endswith("day") and i + 1 < len(span) and is_cap(span[i + 1])


def _band(span: Span, i: int) -> bool:
    """ "Mothers of the Harbour …" at a sentence's start: people in the plural, not of a person."""
    if (
        span[i].text not in lexicon().bands
        or i + 2 >= len(span)
        or span[i + 1].text not in {"of", "for", "against", "without"}
    ):
        return False
    if span[i + 1].text == "of" and span[i].text not in SISTERHOODS:
        return False
    first = span[i + 3] if span[i + 2].text == "the" and i + 3 < len(span) else span[i + 2]
    return is_cap(first) and not authorities.given_name_gender(first.text) and first.ent_type_ != "PERSON"


def _heads_soon(span: Span, i: int) -> bool:
    """ "Rights Monitor Asia said" at a sentence's start: the noun is a part of the name that the next words head."""
    row = [t.text for t in span[i + 1 : i + 3] if is_cap(t)]
    return any(lexicon().heads.get(w, "Place") != "Place" for w in row)


def _guild(span: Span, i: int) -> bool:
    """ "Tailors’ Union" at a sentence's start."""
    owned = span[i].text.endswith("s") and i + 2 < len(span) and span[i + 1].text in {"’", "'"}
    if owned and i + 5 < len(span) and span[i + 2].text == "and" and span[i + 4].text in {"’", "'"}:
        return is_cap(span[i + 5]) and span[i + 5].text in lexicon().heads  # "Tailors’ and Cutters’ Union"
    return owned and is_cap(span[i + 2]) and span[i + 2].text in lexicon().heads


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
