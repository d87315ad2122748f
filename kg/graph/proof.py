"""Which words prove what: the sentence around a name, and those of an event's sentences that name a role (pure)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.documents.model import Document
from kg.entities.model import Entity, Place
from kg.facts.model import Evidence

SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(]?[^\W_])|\n+")
THOUSANDS = "[,. \u00a0\u202f]?"  # what may stand between groups of digits
NEAR = 8  # spans overlap little (a bullet and its sentences), so the one around a name is among the last few before it

Spans = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(slots=True)
class Proofs:
    """Finds the sentence around a name.

    `spans` holds the sentences that are known, by document id, as (start, end) in order of start; a name outside all
    of them gets the stretch between two sentence ends of its paragraph.
    """

    documents: Mapping[str, Document]
    spans: Spans
    starts: dict[str, list[int]] = field(default_factory=dict)

    def around(self, place: Place) -> Evidence:
        """The sentence in which a name stands."""
        document = self.documents[place.document]
        start, end = self._known(place) or naive_sentence(document, place.start, place.end)
        return Evidence(place.document, place.article, start, end, document.text[start:end])

    def _known(self, place: Place) -> tuple[int, int] | None:
        spans = self.spans.get(place.document, ())
        if place.document not in self.starts:
            self.starts[place.document] = [start for start, _ in spans]
        last = bisect_right(self.starts[place.document], place.start)
        return next((s for s in reversed(spans[max(0, last - NEAR) : last]) if s[1] >= place.end), None)


def proofs(documents: Iterable[Document], sentences: Spans, evidence: Iterable[Evidence]) -> Proofs:
    """The sentences the caller knows; where it knows none, what events and facts point to."""
    spans: dict[str, set[tuple[int, int]]] = {document: set(known) for document, known in sentences.items()}
    for one in evidence:
        if one.document not in sentences:
            spans.setdefault(one.document, set()).add((one.start, one.end))
    return Proofs({d.id: d for d in documents}, {k: sorted(v) for k, v in spans.items()})


def naive_sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The stretch around `text[start:end]` between two sentence ends, inside its paragraph or else its line."""
    paragraphs = (p for a in document.articles for p in a.paragraphs)
    around = ((p.start, p.end) for p in paragraphs if p.start <= start and end <= p.end)
    low, high = next(around, _line(document, start))
    ends = [found.end() for found in SENTENCE_END.finditer(document.text, low, high)]
    first = max((e for e in ends if e <= start), default=low)
    last = min((e for e in ends if e >= end), default=high)
    return first, first + len(document.text[first:last].rstrip())


def _line(document: Document, start: int) -> tuple[int, int]:
    low = document.text.rfind("\n", 0, start) + 1
    high = document.text.find("\n", start)
    return low, high if high >= 0 else len(document.text)


def naming(evidence: tuple[Evidence, ...], entity: Entity) -> tuple[Evidence, ...]:
    """The sentences in which a name of the entity stands; all of them where it is only referred to ("the group")."""
    places = [p for ps in entity.names.values() for p in ps]
    found = tuple(
        e for e in evidence if any(p.document == e.document and e.start <= p.start and p.end <= e.end for p in places)
    )
    return found or evidence


def saying(evidence: tuple[Evidence, ...], text: str) -> tuple[Evidence, ...]:
    """The sentences that hold the words; all of them where none does word for word."""
    folded = text.casefold()
    return tuple(e for e in evidence if folded and folded in e.quote.casefold()) or evidence


def counting(candidates: Sequence[Evidence], number: int) -> tuple[Evidence, ...]:
    """The first sentence that holds the number, however its thousands are grouped; else the first one."""
    digits = re.compile(rf"(?<!\d){THOUSANDS.join(_thousands(number))}(?!\d)")
    return tuple([e for e in candidates if digits.search(e.quote)][:1] or candidates[:1])


def _thousands(number: int) -> list[str]:
    return f"{number:,}".split(",")
