"""What was read from each document, and what was not: sentences with a trigger word and no event."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.entities.model import LinkedSentence
from kg.facts.model import Event, Fact
from kg.facts.patterns import by_trigger
from kg.mentions.tokens import Token
from kg.pipeline import Extraction
from kg.store.beside import Coverage, Missed

AUXILIARY = frozenset({
    "be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did", "let",
})  # fmt: skip
"""Words that trigger a pattern only beside others, and tell nothing by themselves."""
MONTHS = frozenset({"March", "May"})
OF_MONTHS = frozenset({
    "in", "since", "until", "till", "by", "from", "last", "next", "this", "early", "late", "mid", "of", "through",
    "throughout", "between",
})  # fmt: skip
"""Words before a month without a day."""


def coverage(extraction: Extraction) -> dict[str, Coverage]:
    """Per document id: counts of sentences, those with a name, a relation or an event, whether an article of it is
    truncated, and each sentence that has a trigger and no event."""
    told = _starts(extraction.events)
    proven = _starts((*extraction.facts, *extraction.events))
    return {d.id: _row(extraction.sentences[d.id], proven[d.id], told[d.id]) for d in extraction.documents}


def _starts(stated: Iterable[Fact | Event]) -> dict[str, list[int]]:
    """Per document, where the evidence begins, in order."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in stated:
        for e in one.evidence:
            found[e.document].add(e.start)
    return defaultdict(list, {d: sorted(starts) for d, starts in found.items()})


def _holds(starts: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(starts, start) < bisect_left(starts, end)


def _row(linked: Sequence[LinkedSentence], proven: Sequence[int], told: Sequence[int]) -> Coverage:
    missed, telling = [], by_trigger().keys() - AUXILIARY
    for one in linked:
        s = one.sentence
        triggers = sorted({t.lower_ for t in s.span if t.lower_ in telling and not _is_month(t)})
        if triggers and not _holds(told, s.start, s.end):
            missed.append(Missed(s.start, s.end, tuple(triggers)))
    return Coverage(
        sentences=len(linked),
        with_names=sum(any(r.how == "name" for r in one.references) for one in linked),
        with_facts=sum(_holds(proven, one.sentence.start, one.sentence.end) for one in linked),
        truncated=any(one.sentence.article.truncated for one in linked),
        missed=tuple(missed),
    )


def _is_month(token: Token) -> bool:
    """ "TBILISI, March 9" and "in March" tell of no march."""
    if token.text not in MONTHS:
        return False
    before = token.nbor(-1) if token.i > 0 else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    dated = [near for near in (before, after) if near is not None and (near.like_num or near.lower_[:1].isdigit())]
    return bool(dated) or (before is not None and before.lower_ in OF_MONTHS)
