"""From an extraction to what is known, without what people found misread."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kg.facts.across.identity import identify
from kg.facts.across.norms import read_norms
from kg.facts.across.rivals import rivals
from kg.facts.model import Fact
from kg.graph.judged import kept_events, kept_facts
from kg.graph.quads import Knowledge, Settings, context_of
from kg.pipeline import Extraction


def corrected(
    extraction: Extraction, wrong: Collection[str], registry: Mapping[str, str], settings: Settings
) -> tuple[Extraction, Knowledge]:
    """The extraction and what is known by it, both without the claims in `wrong` (last parts of their IRIs)."""
    norms = [norm for linked in extraction.sentences.values() for norm in read_norms(linked)]
    knowledge = _known(extraction, norms)
    while wrong:
        # What is taken from an event can change its address, and with it its claims: people judged what they saw.
        context = context_of(knowledge, registry, settings)
        facts, events = kept_facts(extraction.facts, context, wrong), kept_events(extraction.events, context, wrong)
        left = kept_facts(norms, context, wrong)
        if (facts, events, left) == (list(extraction.facts), list(extraction.events), norms):
            break
        extraction, norms = replace(extraction, facts=facts, events=events), left
        knowledge = _known(extraction, norms)
    return extraction, knowledge


def _known(extraction: Extraction, norms: Sequence[Fact]) -> Knowledge:
    spans = {d: [(s.sentence.start, s.sentence.end) for s in linked] for d, linked in extraction.sentences.items()}
    documents, entities, events = extraction.documents, extraction.entities, extraction.events
    facts, identity = [*extraction.facts, *norms], identify(events, documents)
    disagreeing = rivals(events, facts, entities, documents, identity)
    return Knowledge(documents, entities, facts, events, spans, identity, disagreeing)
