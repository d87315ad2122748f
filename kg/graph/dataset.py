"""The graph about the graph: VoID and DCAT, prefixes, and the saved queries as RDF (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.iris import GRAPHS, Iris
from kg.graph.partitions import partitions
from kg.graph.terms import NAMESPACES, Term, Triple, integer, iri, literal, name, words

TITLE = "civicgraph: actors, laws, petitions and events with their proof sentences"
FILES = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nq": "application/n-quads",
    "trig": "application/trig",
}
# Form of a query -> what SHACL calls it, and the property that holds its text.
FORMS: dict[str, tuple[str, str]] = {
    "select": ("sh:SPARQLSelectExecutable", "sh:select"),
    "ask": ("sh:SPARQLAskExecutable", "sh:ask"),
    "construct": ("sh:SPARQLConstructExecutable", "sh:construct"),
}


@dataclass(frozen=True, slots=True)
class QueryParam:
    """A variable of a saved query that takes a value. `datatype` is an XSD type's local name, "" for an IRI."""

    name: str
    datatype: str = "string"
    class_iri: str = ""
    default: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class QueryExample:
    """A saved query as plain values. `form` is select, ask or construct; `text` is the whole query."""

    name: str
    title: str
    question: str
    text: str
    form: str = "select"
    keywords: tuple[str, ...] = ()
    params: tuple[QueryParam, ...] = ()


def dataset_triples(
    sizes: Mapping[str, int],
    world: Iterable[Triple],
    queries: Sequence[QueryExample],
    iris: Iris,
    prefixes: Mapping[str, str] | None = None,
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
    yield from partitions(world, iris)
    yield from _catalogue(dataset, iris)
    yield from _prefixes(dataset, prefixes or {}, iris)
    for query in sorted(queries, key=lambda q: q.name):
        yield from _query(query, dataset, iris)


def _catalogue(dataset: Term, iris: Iris) -> Iterator[Triple]:
    """Where the data can be had, as DCAT: files, and the endpoint as a service."""
    catalogue, service = iri(f"{iris.base}catalogue"), iri(f"{iris.base}sparql")
    yield catalogue, name("rdf:type"), name("dcat:Catalog")
    yield catalogue, name("dcterms:title"), literal("civicgraph", "en")
    yield catalogue, name("dcat:dataset"), dataset
    yield catalogue, name("dcat:service"), service
    yield service, name("rdf:type"), name("dcat:DataService")
    yield service, name("dcterms:title"), literal("SPARQL endpoint", "en")
    yield service, name("dcat:endpointURL"), service
    yield service, name("dcat:endpointDescription"), service
    yield service, name("dcat:servesDataset"), dataset
    yield service, name("dcterms:conformsTo"), iri("https://www.w3.org/TR/sparql11-protocol/")
    for suffix, media_type in FILES.items():
        node = iri(f"{iris.base}dataset/distribution/{suffix}")
        yield dataset, name("dcat:distribution"), node
        yield dataset, name("void:dataDump"), iri(f"{iris.base}download/graph.{suffix}")
        yield node, name("rdf:type"), name("dcat:Distribution")
        yield node, name("dcat:downloadURL"), iri(f"{iris.base}download/graph.{suffix}")
        yield node, name("dcat:mediaType"), iri(f"https://www.iana.org/assignments/media-types/{media_type}")
        yield node, name("dcat:accessService"), service


def _prefixes(dataset: Term, prefixes: Mapping[str, str], iris: Iris) -> Iterator[Triple]:
    for prefix, namespace in sorted({**NAMESPACES, **prefixes}.items()):
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
    for order, param in enumerate(query.params, 1):
        yield from _param(query.name, order, param, iris)


def _param(query: str, order: int, param: QueryParam, iris: Iris) -> Iterator[Triple]:
    """A parameter, with the words that SHACL has for the parameters of its own functions."""
    owner, node = iri(f"{iris.base}queries/{query}"), iri(f"{iris.base}queries/{query}/parameter/{param.name}")
    yield owner, name("sh:parameter"), node
    yield node, name("sh:name"), literal(param.name)
    yield node, name("sh:order"), integer(order)
    if param.description:
        yield node, name("sh:description"), literal(param.description, "en")
    if param.class_iri:
        yield node, name("sh:class"), iri(param.class_iri)
    if param.datatype:
        yield node, name("sh:datatype"), name(f"xsd:{param.datatype}")
    if param.default is not None:
        yield node, name("sh:defaultValue"), _default(param)


def _default(param: QueryParam) -> Term:
    assert param.default is not None
    if not param.datatype:
        return iri(param.default)
    return literal(param.default, datatype="" if param.datatype == "string" else f"xsd:{param.datatype}")
