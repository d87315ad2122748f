"""What follows from what is asserted: an ordered list of rules, each conclusion with the claims it rests on.

A rule is a CONSTRUCT query (`ontology/rules/`) that makes, for each conclusion, a node with `rdf:subject`,
`rdf:predicate`, `rdf:object` and the premises as `prov:wasDerivedFrom`. The engine is the caller's: this room knows no
store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.errors import GateError
from kg.graph.iris import Iris
from kg.graph.terms import Quad, Term, Triple, boolean, cg, is_iri, literal, name
from kg.resources import data_folder

DERIVED = name("prov:wasDerivedFrom")
PARTS = tuple(map(name, ("rdf:subject", "rdf:predicate", "rdf:object")))


class Engine(Protocol):
    """Something that runs rules over quads."""

    def construct(self, rule: str) -> list[Triple]:
        """The triples that a CONSTRUCT query makes."""
        ...

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads for the rules to come."""
        ...


Start = Callable[[Sequence[Quad]], Engine]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id ("derived/classes") and its query."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """A conclusion, the rule that drew it, and the claims it was drawn from."""

    triple: Triple
    rule: str
    premises: tuple[Term, ...]


def rules() -> list[Rule]:
    """The packaged rules, in their order."""
    files = sorted((data_folder("ontology") / "rules").glob("*.rq"))
    return [Rule(f"derived/{path.stem.partition('-')[2]}", path.read_text("utf8")) for path in files]


def infer(quads: Sequence[Quad], start: Start, iris: Iris, which: Iterable[Rule]) -> tuple[set[Triple], set[Triple]]:
    """What follows, and the claims for it. Each rule sees what those before it concluded."""
    engine, evidence = start(quads), _evidence(quads)
    stated: set[Triple] = set()
    claims: set[Triple] = set()
    for rule in which:
        new = [one for one in conclusions(engine.construct(rule.text), rule) if one.triple not in stated]
        said = {*_claims(new, evidence, iris), *_activity(new, rule, iris)}
        evidence |= _evidence([(*triple, "") for triple in said])
        engine.add([(*triple, iris.graph("claims")) for triple in said])
        engine.add([(*one.triple, iris.graph("inferred")) for one in new])
        stated |= {one.triple for one in new}
        claims |= said
    return stated, claims


def conclusions(made: Iterable[Triple], rule: Rule) -> list[Inferred]:
    """What a rule's answer says; of several ways to one conclusion the first in order of the premises."""
    nodes: dict[Term, dict[Term, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for node, predicate, value in made:
        nodes[node][predicate].add(value)
    ways: dict[Triple, tuple[Term, ...]] = {}
    for parts in nodes.values():
        if any(len(parts[part]) != 1 for part in PARTS) or not parts[DERIVED]:
            raise GateError(f"rule {rule.id}: a conclusion lacks its statement or its premises; mend the rule")
        subject, predicate, value = (next(iter(parts[part])) for part in PARTS)
        way = tuple(sorted(parts[DERIVED]))
        triple = (subject, predicate, value)
        ways[triple] = min(ways.get(triple, way), way)
    return [Inferred(triple, rule.id, way) for triple, way in sorted(ways.items())]


def _claims(found: Iterable[Inferred], evidence: Mapping[Term, set[Term]], iris: Iris) -> Iterator[Triple]:
    """The claims for the conclusions: asserted, with the sentences of their premises."""
    for one in found:
        claim = _claim(one, iris)
        for part, term in zip(PARTS, one.triple, strict=True):
            yield claim, part, term
        yield claim, name("rdf:type"), cg("Claim")
        yield claim, name("rdf:type"), cg("InferredClaim")
        yield claim, cg("mode"), cg("Asserted")
        yield claim, cg("polarity"), boolean(True)
        yield claim, cg("rule"), literal(one.rule)
        yield claim, name("prov:wasGeneratedBy"), iris.node("activity", "inference", one.rule)
        for premise in one.premises:
            yield claim, DERIVED, premise
            yield from ((claim, cg("evidence"), sentence) for sentence in sorted(evidence.get(premise, ())))


def _activity(found: Collection[Inferred], rule: Rule, iris: Iris) -> Iterator[Triple]:
    """The running of a rule, if it concluded anything."""
    if found:
        activity = iris.node("activity", "inference", rule.id)
        yield activity, name("rdf:type"), name("prov:Activity")
        yield activity, name("rdfs:label"), literal(f"inference by the rule {rule.id}", "en")


def _claim(one: Inferred, iris: Iris) -> Term:
    own = f"<{iris.base}id/"
    return iris.claim("inferred", one.rule, *(t.removeprefix(own) if is_iri(t) else t for t in one.triple))


def _evidence(quads: Iterable[Quad]) -> dict[Term, set[Term]]:
    """The sentences of each claim."""
    found: dict[Term, set[Term]] = defaultdict(set)
    for subject, predicate, value, _ in quads:
        if predicate == cg("evidence"):
            found[subject].add(value)
    return dict(found)
