"""Claims: who says what, how, and in which sentence (pure).

A `Statement` is a triple with its proof; statements that say the same in the same article become one claim. The
world is what positive, asserted claims say, and nothing else: it is computed from the claims, never written beside
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.facts.model import Evidence, Mode
from kg.graph.iris import Iris
from kg.graph.terms import Term, Triple, boolean, cg, decimal, is_iri, literal, name, words

TYPE, EVIDENCE, RULE, GENERATED = name("rdf:type"), cg("evidence"), cg("rule"), name("prov:wasGeneratedBy")
SAYS = (name("rdf:subject"), name("rdf:predicate"), name("rdf:object"))
UNNAMED_SOURCE = cg("UnnamedSource")  # somebody whom the text does not name, or who is protected


@dataclass(frozen=True, slots=True)
class Stance:
    """How a document stands to what it says. `source` is the term of who says so, or "" ."""

    mode: Mode = "Asserted"
    polarity: bool = True
    source: Term = ""

    @property
    def asserted(self) -> bool:
        """Whether what is said belongs in the world."""
        return self.mode == "Asserted" and self.polarity and not self.source


SO = Stance()


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple, the sentences that say it, the rule that read it, and the document's stance.

    `title` is the word of the text for the relation ("brother"), where the triple cannot say it.
    """

    triple: Triple
    evidence: tuple[Evidence, ...]
    rule: str
    stance: Stance = SO
    title: str = ""


@dataclass(slots=True)
class Claim:
    """A statement of one article, with all its sentences and all rules that read it there."""

    iri: Term
    triple: Triple
    stance: Stance
    document: str
    evidence: set[tuple[int, int, int]]
    rules: set[str]
    titles: set[str]


def stance(mode: Mode, polarity: bool, source: Term) -> Stance:
    """The stance with its loose ends tied: what somebody says is never asserted, what is attributed has a source."""
    if source and mode == "Asserted":
        mode = "Attributed"
    return Stance(mode, polarity, source or (UNNAMED_SOURCE if mode == "Attributed" else ""))


def collect(statements: Iterable[Statement], iris: Iris) -> list[Claim]:
    """The claims, one for each (statement, stance, article), in order of their IRIs."""
    claims: dict[tuple[Triple, Stance, str, int], Claim] = {}
    for statement in statements:
        for evidence in statement.evidence:
            key = (statement.triple, statement.stance, evidence.document, evidence.article)
            claim = claims.get(key)
            if claim is None:
                claim = claims[key] = _claim(statement, evidence, iris)
            claim.evidence.add((evidence.article, evidence.start, evidence.end))
            claim.rules.add(statement.rule)
            claim.titles.update([statement.title] if statement.title else [])
    return sorted(claims.values(), key=lambda c: c.iri)


def _claim(statement: Statement, evidence: Evidence, iris: Iris) -> Claim:
    identity = claim_iri(statement, evidence, iris)
    return Claim(identity, statement.triple, statement.stance, evidence.document, set(), set(), set())


def claim_iri(statement: Statement, evidence: Evidence, iris: Iris) -> Term:
    """The IRI of the claim that a statement makes where the evidence stands."""
    how = statement.stance
    article = f"{evidence.document}#{evidence.article}"
    parts = (*statement.triple, how.mode, str(how.polarity), how.source, article)
    # Hash what follows the base, so that a graph built under another base has the same local names.
    own = f"<{iris.base}id/"
    return iris.claim(*(part.removeprefix(own) if is_iri(part) else part for part in parts))


def world_of(claims: Iterable[Claim]) -> set[Triple]:
    """What at least one positive asserted claim says."""
    return {claim.triple for claim in claims if claim.stance.asserted}


def claim_triples(
    claims: Iterable[Claim], iris: Iris, version: str, confidence: Mapping[str, float]
) -> Iterator[Triple]:
    """The claims as triples, and the activities that generated them. `confidence` maps a rule to its precision."""
    read: set[str] = set()
    for claim in claims:
        read.add(claim.document)
        yield from _described(claim, iris, version, confidence)
    for document in sorted(read):
        yield from _activity(document, iris, version)


def _described(claim: Claim, iris: Iris, version: str, confidence: Mapping[str, float]) -> Iterator[Triple]:
    yield claim.iri, TYPE, cg("Claim")
    for part, term in zip(SAYS, claim.triple, strict=True):
        yield claim.iri, part, term
    yield claim.iri, cg("mode"), cg(claim.stance.mode)
    yield claim.iri, cg("polarity"), boolean(claim.stance.polarity)
    if claim.stance.source:
        yield claim.iri, cg("attributedTo"), claim.stance.source
    for _, start, end in sorted(claim.evidence):
        yield claim.iri, EVIDENCE, iris.sentence(claim.document, start, end)
    for rule in sorted(claim.rules):
        yield claim.iri, RULE, literal(rule)
    for title in sorted(claim.titles):
        yield claim.iri, cg("title"), words(title)
    measured = [confidence[rule] for rule in sorted(claim.rules) if rule in confidence]
    if measured:
        yield claim.iri, cg("confidence"), decimal(round(max(measured), 4))
    yield claim.iri, GENERATED, iris.activity(claim.document, version)


def _activity(document: str, iris: Iris, version: str) -> Iterator[Triple]:
    activity = iris.activity(document, version)
    yield activity, name("rdf:type"), name("prov:Activity")
    yield activity, name("prov:used"), iris.document(document)
    yield activity, name("rdfs:label"), literal(f"civicgraph {version} read {document}", "en")
