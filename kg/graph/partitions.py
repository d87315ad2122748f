"""What a graph is made of, as VoID: classes, properties, and for each class its properties and their values (pure).

Editors read it to complete queries, without asking the data.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.graph.iris import Iris
from kg.graph.terms import LITERAL, NAMESPACES, Term, Triple, integer, iri, name, text_of

TYPE = name("rdf:type")


@dataclass(slots=True)
class Use:
    """How the members of a class use a property: triples, different subjects, classes and datatypes of the values."""

    triples: int = 0
    subjects: set[Term] = field(default_factory=set)
    values: set[tuple[str, Term]] = field(default_factory=set)


def partitions(world: Iterable[Triple], iris: Iris) -> Iterator[Triple]:
    """The description of one graph, as triples about it."""
    triples = list(world)
    classes: dict[Term, set[Term]] = defaultdict(set)
    for subject, predicate, value in triples:
        if predicate == TYPE:
            classes[subject].add(value)
    counts = Counter(cls for found in classes.values() for cls in found)
    graph, base = iris.graph("world"), f"{iris.base}dataset/"
    yield from _simple(graph, f"{base}class/", "class", "entities", counts)
    yield from _simple(graph, f"{base}property/", "property", "triples", Counter(p for _, p, _ in triples))
    for (cls, predicate), use in sorted(_uses(triples, classes).items()):
        yield from _use(f"{base}class/{_local(cls)}", predicate, use)


def prefixed(term: Term) -> str:
    """`cg:Killing` for an IRI in a known namespace, the whole IRI for another."""
    text = text_of(term)
    for prefix, namespace in NAMESPACES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _local(term: Term) -> str:
    return prefixed(term).replace(":", "-")


def _simple(graph: Term, base: str, part: str, amount: str, counts: Mapping[Term, int]) -> Iterator[Triple]:
    """How many things of each class, or triples of each property, there are."""
    for term, number in sorted(counts.items()):
        node = iri(base + _local(term))
        yield graph, name(f"void:{part}Partition"), node
        yield node, name(f"void:{part}"), term
        yield node, name(f"void:{amount}"), integer(number)


def _uses(triples: Iterable[Triple], classes: Mapping[Term, set[Term]]) -> dict[tuple[Term, Term], Use]:
    found: dict[tuple[Term, Term], Use] = defaultdict(Use)
    for subject, predicate, value in triples:
        kinds = set() if predicate == TYPE else _kinds(value, classes)
        for cls in classes.get(subject, ()):
            use = found[cls, predicate]
            use.triples += 1
            use.subjects.add(subject)
            use.values |= kinds
    return found


def _kinds(value: Term, classes: Mapping[Term, set[Term]]) -> set[tuple[str, Term]]:
    """What a value is: ("class", its class) for each it has, or ("datatype", its datatype)."""
    literal = LITERAL.fullmatch(value)
    if literal is None:
        return {("class", cls) for cls in classes.get(value, ())}
    plain = "rdf:langString" if literal[2] else "xsd:string"
    return {("datatype", iri(literal[3]) if literal[3] else name(plain))}


def _use(owner: str, predicate: Term, use: Use) -> Iterator[Triple]:
    node = iri(f"{owner}/{_local(predicate)}")
    yield iri(owner), name("void:propertyPartition"), node
    yield node, name("void:property"), predicate
    yield node, name("void:triples"), integer(use.triples)
    yield node, name("void:distinctSubjects"), integer(len(use.subjects))
    for kind, term in sorted(use.values):
        target = iri(f"{owner}/{_local(predicate)}/{_local(term)}")
        prefix = "void" if kind == "class" else "voidext"
        yield node, name(f"{prefix}:{kind}Partition"), target
        yield target, name(f"{prefix}:{kind}"), term
