"""The ontology as code sees it: classes, kinds, families and labels, by local name (read once, never changed)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.errors import StoreError
from kg.graph.terms import NAMESPACES
from kg.resources import data_folder

CG = Namespace(NAMESPACES["cg"])
ONTOLOGY = URIRef("https://w3id.org/civicgraph/ontology")
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)
FILES = ("civicgraph", "kinds", "modes")


def ontology_files() -> tuple[Path, ...]:
    """The Turtle files of the vocabulary: the ontology and its concept schemes. The shapes are not among them."""
    return tuple(data_folder("ontology") / f"{name}.ttl" for name in FILES)


def read_turtle(*paths: Path) -> Graph:
    """One graph of several Turtle files. Raises StoreError that names a file which does not parse."""
    graph = Graph()
    for path in paths:
        try:
            graph.parse(path, format="turtle")
        except (OSError, SyntaxError) as error:
            reason = str(error).splitlines()[0]
            raise StoreError(f"{path}: cannot be read as Turtle ({reason}); install again") from error
    return graph


@cache
def vocabulary() -> Graph:
    """The ontology and its concept schemes in one graph. Callers must not change it."""
    return read_turtle(*ontology_files())


@cache
def shapes_graph() -> Graph:
    """The SHACL shapes. Callers must not change it."""
    return read_turtle(data_folder("ontology") / "shapes.ttl")


def local(term: object) -> str:
    """The local name of a term of ours, "" for any other term."""
    return str(term).removeprefix(str(CG)) if str(term).startswith(str(CG)) else ""


def _locals(nodes: Iterable[Node | None]) -> frozenset[str]:
    return frozenset(filter(None, map(local, nodes)))


@cache
def terms() -> frozenset[str]:
    """Every term that the ontology defines: classes, properties, schemes and individuals."""
    return _locals(vocabulary().subjects(RDFS.isDefinedBy, ONTOLOGY))


@cache
def classes() -> frozenset[str]:
    """Every class."""
    return _locals(vocabulary().subjects(RDF.type, OWL.Class))


@cache
def properties() -> frozenset[str]:
    """Every property."""
    return frozenset().union(*(_locals(vocabulary().subjects(RDF.type, kind)) for kind in PROPERTY_TYPES))


@cache
def families() -> frozenset[str]:
    """The families of kinds: top concepts that have kinds below them."""
    return _locals(vocabulary().objects(None, SKOS.broader))


@cache
def kinds() -> frozenset[str]:
    """The kinds of events, families left out: what `cg:kind` may point to."""
    return _locals(vocabulary().subjects(SKOS.inScheme, CG.EventKinds)) - families()


def family_of(kind: str) -> str:
    """The family of a kind, "" for a kind that stands alone or a name that is no kind."""
    return local(vocabulary().value(CG[kind], SKOS.broader))


@cache
def superclasses(name: str) -> frozenset[str]:
    """A class of ours with all classes of ours above it; empty for a name that is no class."""
    return _locals(vocabulary().transitive_objects(CG[name], RDFS.subClassOf)) if name in classes() else frozenset()


def is_subclass(name: str, ancestor: str) -> bool:
    """Whether the class is the other one or below it."""
    return ancestor in superclasses(name)


def label(name: str, language: str = "en") -> str:
    """The label of a term. Raises KeyError for a name that the ontology does not define."""
    return _words(name, RDFS.label, language)


def comment(name: str, language: str = "en") -> str:
    """What a term means, in a sentence or two. Raises KeyError for a name that the ontology does not define."""
    return _words(name, RDFS.comment, language)


def _words(name: str, predicate: URIRef, language: str) -> str:
    for text in vocabulary().objects(CG[name], predicate):
        if isinstance(text, Literal) and text.language == language:
            return str(text)
    raise KeyError(f"cg:{name} has no {local(predicate) or predicate.split('#')[-1]} in {language!r}")
