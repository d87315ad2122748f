"""Judgements of people as RDF: who decided what about which names, when and why (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.iris import Iris
from kg.graph.terms import Triple, cg, literal, name, words


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on two entity keys. `decision` is same, different or unsure; `when` is an ISO 8601 date or time."""

    left: str
    right: str
    decision: str
    who: str
    when: str
    why: str = ""


def judgement_triples(judgements: Iterable[Judgement], iris: Iris) -> Iterator[Triple]:
    """Each judgement as a Web Annotation that a person made; an entity that has no IRI is told by its key."""
    for judgement in judgements:
        decided = (judgement.decision, judgement.who, judgement.when)
        node = iris.node("judgement", judgement.left, judgement.right, *decided)
        yield node, name("rdf:type"), name("oa:Annotation")
        yield node, name("oa:motivatedBy"), name("oa:identifying")
        for key in (judgement.left, judgement.right):
            target = iris.entity(key) if key in iris.paths else literal(key)
            yield node, name("oa:hasTarget"), target
        yield node, name("oa:bodyValue"), literal(judgement.decision)
        yield node, name("dc:creator"), literal(judgement.who)
        yield node, name("dcterms:created"), literal(judgement.when)
        if judgement.why:
            yield node, name("rdfs:comment"), words(judgement.why)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a curator decided on a disagreement. `disagreement` is the last part of its IRI; `accepted` that of the
    claim found right, or "both" or "neither"; `when` is an ISO 8601 date or time."""

    disagreement: str
    accepted: str
    who: str
    when: str
    reason: str


def resolution_triples(resolutions: Iterable[Resolution], iris: Iris) -> Iterator[Triple]:
    """Each resolution as a Web Annotation on the disagreement, which stays as it is."""
    for one in resolutions:
        target = iris.of("disagreement", one.disagreement)
        node = iris.node("resolution", one.disagreement, one.accepted, one.who, one.when)
        yield node, name("rdf:type"), name("oa:Annotation")
        yield node, name("oa:motivatedBy"), name("oa:assessing")
        yield node, name("oa:hasTarget"), target
        if one.accepted in ("both", "neither"):
            yield node, name("oa:bodyValue"), literal(one.accepted)
        else:
            yield node, cg("accepts"), iris.of("claim", one.accepted)
        yield node, name("dc:creator"), literal(one.who)
        yield node, name("dcterms:created"), literal(one.when)
        yield node, name("rdfs:comment"), words(one.reason)


@dataclass(frozen=True, slots=True)
class FactVerdict:
    """What a person found of a claim beside its sentence. `claim` is the last part of its IRI, `said` what it says in
    words; `verdict` is right, wrong, unsure, or withdrawn, which takes back the latest; `when` is ISO 8601."""

    claim: str
    said: str
    verdict: str
    who: str
    when: str
    reason: str = ""


def verdict_triples(verdicts: Iterable[FactVerdict], iris: Iris) -> Iterator[Triple]:
    """Each verdict as a Web Annotation on the claim; a claim found wrong is in no other graph. What it says is not told
    here: it may be wrong."""
    for one in verdicts:
        node = iris.node("verdict", one.claim, one.verdict, one.who, one.when)
        yield node, name("rdf:type"), name("oa:Annotation")
        yield node, name("oa:motivatedBy"), name("oa:assessing")
        yield node, name("oa:hasTarget"), iris.of("claim", one.claim)
        yield node, name("oa:bodyValue"), literal(one.verdict)
        yield node, name("dc:creator"), literal(one.who)
        yield node, name("dcterms:created"), literal(one.when)
        if one.reason:
            yield node, name("rdfs:comment"), words(one.reason)
