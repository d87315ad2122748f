"""What follows from what is asserted: an ordered list of rules, each conclusion with the claims it rests on.

A rule is a CONSTRUCT query (`ontology/rules/`) that makes, for each conclusion, a node with `rdf:subject`,
`rdf:predicate`, `rdf:object` and the premises as `prov:wasDerivedFrom`. The engine is the caller's: this room knows no
store.

The rules see the union of all graphs, where each triple stands once. Of claims and documents they see the properties
and classes that some rule names: the others, which are most, cost time and lead nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.errors import GateError
from kg.graph.iris import Iris
from kg.graph.terms import NAMESPACES, Term, Triple, boolean, cg, is_iri, literal, name
from kg.resources import data_folder

TYPE, EVIDENCE, DERIVED = name("rdf:type"), cg("evidence"), name("prov:wasDerivedFrom")
PREFIXED = re.compile(r"\b[a-z]+:[A-Za-z]+\b")
WHOLE = frozenset({"world", "ontology"})
PARTS = tuple(map(name, ("rdf:subject", "rdf:predicate", "rdf:object")))


class Engine(Protocol):
    """Something that runs rules over triples."""

    def construct(self, rule: str) -> list[Triple]:
        """The triples that a CONSTRUCT query makes."""
        ...

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples for the rules to come."""
        ...


Start = Callable[[Iterable[Triple]], Engine]
Graphs = Mapping[str, Collection[Triple]]


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


def infer(graphs: Graphs, start: Start, iris: Iris, which: Collection[Rule]) -> tuple[set[Triple], set[Triple]]:
    """What follows, and the claims for it. Each rule sees what those before it concluded."""
    engine, evidence = start(_relevant(graphs, which)), _evidence(graphs["claims"])
    stated: set[Triple] = set()
    claims: set[Triple] = set()
    for rule in which:
        new = [one for one in conclusions(engine.construct(rule.text), rule) if one.triple not in stated]
        said = {*_claims(new, evidence, iris), *_activity(new, rule, iris)}
        concluded = {one.triple for one in new}
        evidence |= _evidence(said)
        engine.add(said | concluded)
        stated |= concluded
        claims |= said
    return stated, claims


def _relevant(graphs: Graphs, which: Iterable[Rule]) -> set[Triple]:
    """What the rules have to see."""
    found = {one for rule in which for one in PREFIXED.findall(rule.text) if one.partition(":")[0] in NAMESPACES}
    named = set(map(name, found))
    seen = {triple for graph in WHOLE & graphs.keys() for triple in graphs[graph]}
    for graph in graphs.keys() - WHOLE:
        seen |= {t for t in graphs[graph] if (t[2] if t[1] == TYPE else t[1]) in named}
    return seen


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
        yield claim, TYPE, cg("Claim")
        yield claim, TYPE, cg("InferredClaim")
        yield claim, cg("mode"), cg("Asserted")
        yield claim, cg("polarity"), boolean(True)
        yield claim, cg("rule"), literal(one.rule)
        yield claim, name("prov:wasGeneratedBy"), iris.node("activity", "inference", one.rule)
        for premise in one.premises:
            yield claim, DERIVED, premise
            yield from ((claim, EVIDENCE, sentence) for sentence in sorted(evidence.get(premise, ())))


def _activity(found: Collection[Inferred], rule: Rule, iris: Iris) -> Iterator[Triple]:
    """The running of a rule, if it concluded anything."""
    if found:
        activity = iris.node("activity", "inference", rule.id)
        yield activity, name("rdf:type"), name("prov:Activity")
        yield activity, name("rdfs:label"), literal(f"inference by the rule {rule.id}", "en")


def _claim(one: Inferred, iris: Iris) -> Term:
    own = f"<{iris.base}id/"
    return iris.claim("inferred", one.rule, *(t.removeprefix(own) if is_iri(t) else t for t in one.triple))


def _evidence(claims: Iterable[Triple]) -> dict[Term, set[Term]]:
    """The sentences of each claim."""
    found: dict[Term, set[Term]] = defaultdict(set)
    for subject, predicate, value in claims:
        if predicate == EVIDENCE:
            found[subject].add(value)
    return dict(found)
