"""What a law provides for gatherings: that they need no permit (pure).

The other half of "norm against practice": what is refused or punished all the same is in the events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.entities.model import LinkedSentence
from kg.facts.across.differences import ASSEMBLY
from kg.facts.model import ASSEMBLIES, Event, Evidence, Fact

NEEDS = r"(?:needs?|has|have|requires?|required|must|obliged)"
MERELY = r"(?:only|merely|simply|just)"
PERMIT = r"(?:permi|authori[sz]|approv|licen[cs]e)"
NO_PERMIT = re.compile(
    rf"\b{NEEDS}\b(?: \w+){{0,4}} {MERELY}\b[^.;]*\bnotif|\b{MERELY} {NEEDS}\b[^.;]*\bnotif"
    rf"|\bnotif\w*\b[^.;]*\b(?:instead of|rather than|without)\b[^.;]*\b{PERMIT}"
    rf"|\b(?:without|no)(?: a| any)?(?: prior)? {PERMIT}\w*(?: (?:is|are|was))? (?:needed|required|necessary)",
    re.IGNORECASE,
)
UNREAL = re.compile(r"\b(?:should|would|could|if|proposes?|proposed|draft|calls? for|demand\w*)\b", re.IGNORECASE)
UNSANCTIONED = re.compile(
    r"\b(?:unsanctioned|unauthori[sz]ed|unpermitted|unapproved|illegal|unlawful)\b"
    rf"|\bwithout (?:a |an |any |official |prior )*{PERMIT}|\bviolat\w+[^.;]{{0,40}}\b(?:assembl|gathering)",
    re.IGNORECASE,
)
NORM = "gatherings need no permit"
PUNISHED = frozenset({"Conviction", "Detention", "Charge"})
BEFORE = 2
"""Sentences before the one that tells the norm in which its law may be named."""


def read_norms(sentences: Sequence[LinkedSentence]) -> Iterator[Fact]:
    """What the laws that a document's sentences name provide for gatherings."""
    for index, one in enumerate(sentences):
        text = one.sentence.text
        if NO_PERMIT.search(text) and ASSEMBLY.search(text) and not UNREAL.search(text):
            law = _law(sentences[max(0, index - BEFORE) : index + 1])
            if law:
                s = one.sentence
                proof = Evidence(s.document.id, s.article.number, s.start, s.end, s.text)
                yield Fact(law, "provides", "", (proof,), "norm/no-permit", literal=NORM)


def _law(near: Sequence[LinkedSentence]) -> str:
    """The law named last, in the sentence or just before it in the same article."""
    for one in reversed(near):
        if one.sentence.article.id == near[-1].sentence.article.id:
            laws = [r.entity for r in one.references if r.cls in ("Law", "LawProvision")]
            if laws:
                return laws[-1]
    return ""


def goes_against(event: Event) -> bool:
    """Whether the event goes against the norm that gatherings need no permit."""
    if event.mode != "Asserted" or not event.polarity:
        return False
    if event.status == "refused":
        return event.kind in ASSEMBLIES
    text = " ".join((event.charge, *(e.quote for e in event.evidence)))
    if event.status != "occurred" or not ASSEMBLY.search(text):
        return False
    return event.kind == "Refusal" or (event.kind in PUNISHED and bool(UNSANCTIONED.search(text)))
