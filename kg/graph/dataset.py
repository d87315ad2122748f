"""The graph about the graph: VoID and DCAT, prefixes, and the saved queries as RDF (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.iris import GRAPHS, Iris
from kg.graph.terms import NAMESPACES, Term, Triple, integer, iri, literal, name, text_of, words

TITLE = "civicgraph: actors, laws, petitions and events with their proof sentences"
# Form of a query -> what SHACL calls it, and the property that holds its text.
FORMS: dict[str, tuple[str, str]] = {
    "select": ("sh:SPARQLSelectExecutable", "sh:select"),
    "ask": ("sh:SPARQLAskExecutable", "sh:ask"),
    "construct": ("sh:SPARQLConstructExecutable", "sh:construct"),
}


@dataclass(frozen=True, slots=True)
class QueryExample:
    """A saved query as plain values. `form` is select, ask or construct; `text` is the whole query."""

    name: str
    title: str
    question: str
    text: str
    form: str = "select"
    keywords: tuple[str, ...] = ()


def dataset_triples(
    sizes: Mapping[str, int], world: Iterable[Triple], queries: Sequence[QueryExample], iris: Iris
) -> Iterator[Triple]:
    """The description of the whole. `sizes` maps the name of each graph to its number of triples."""
    dataset = iri(f"{iris.base}dataset")
    yield dataset, name("rdf:type"), name("void:Dataset")
    yield dataset, name("rdf:type"), name("dcat:Dataset")
    yield dataset, name("dcterms:title"), literal(TITLE, "en")
    yield dataset, name("void:uriSpace"), literal(f"{iris.base}id/")
    yield dataset, name("void:sparqlEndpoint"), iri(f"{iris.base}sparql")
    yield dataset, name("void:triples"), integer(sum(sizes.values()))
    for vocabulary in ("cg", "dcterms", "prov", "skos"):
        yield dataset, name("void:vocabulary"), iri(NAMESPACES[vocabulary])
    for graph in GRAPHS:
        yield dataset, name("void:subset"), iris.graph(graph)
        yield iris.graph(graph), name("rdf:type"), name("void:Dataset")
        yield iris.graph(graph), name("dcterms:title"), literal(graph, "en")
        if graph in sizes:
            yield iris.graph(graph), name("void:triples"), integer(sizes[graph])
    yield from _partitions(world, iris)
    yield from _prefixes(dataset, iris)
    for query in sorted(queries, key=lambda q: q.name):
        yield from _query(query, dataset, iris)


def _partitions(world: Iterable[Triple], iris: Iris) -> Iterator[Triple]:
    """How many things of each class, and triples of each property, the world holds."""
    classes: Counter[Term] = Counter()
    properties: Counter[Term] = Counter()
    for _, predicate, value in world:
        properties[predicate] += 1
        if predicate == name("rdf:type"):
            classes[value] += 1
    graph = iris.graph("world")
    for part, what, amount, counts in (
        ("class", "void:class", "void:entities", classes),
        ("property", "void:property", "void:triples", properties),
    ):
        for term, number in sorted(counts.items()):
            node = iri(f"{iris.base}dataset/{part}/{prefixed(term).replace(':', '-')}")
            yield graph, name(f"void:{part}Partition"), node
            yield node, name(what), term
            yield node, name(amount), integer(number)


def prefixed(term: Term) -> str:
    """`cg:Killing` for an IRI in a known namespace, the whole IRI for another."""
    text = text_of(term)
    for prefix, namespace in NAMESPACES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _prefixes(dataset: Term, iris: Iris) -> Iterator[Triple]:
    for prefix, namespace in NAMESPACES.items():
        node = iri(f"{iris.base}dataset/prefix/{prefix}")
        yield dataset, name("sh:declare"), node
        yield node, name("sh:prefix"), literal(prefix)
        yield node, name("sh:namespace"), literal(namespace, datatype="xsd:anyURI")


def _query(query: QueryExample, dataset: Term, iris: Iris) -> Iterator[Triple]:
    """One saved query after the convention of the SPARQL examples projects."""
    node = iri(f"{iris.base}queries/{query.name}")
    form, text = FORMS[query.form]
    yield node, name("rdf:type"), name("sh:SPARQLExecutable")
    yield node, name("rdf:type"), name(form)
    yield node, name("rdfs:label"), words(query.title)
    yield node, name("rdfs:comment"), words(query.question)
    yield node, name(text), literal(query.text)
    yield node, name("sh:prefixes"), dataset
    yield node, name("schema:target"), iri(f"{iris.base}sparql")
    for keyword in query.keywords:
        yield node, name("schema:keywords"), literal(keyword)
