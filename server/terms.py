"""The terms of the ontology as its page tells of them, from rows of triples (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.terms import NAMESPACES
from kg.prefixes import shortened
from kg.store.rows import Term
from server.links import ONTOLOGY

OWL, RDFS, SKOS, RDF = (NAMESPACES[prefix] for prefix in ("owl", "rdfs", "skos", "rdf"))
SUBCLASS, SUBPROPERTY = f"{RDFS}subClassOf", f"{RDFS}subPropertyOf"
MAPPINGS = tuple(f"{SKOS}{kind}" for kind in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"))
ABOVE = (SUBCLASS, SUBPROPERTY)


@dataclass(frozen=True)
class Defined:
    """A term of ours. `values` are the IRIs that it is tied to, by property; `below` the terms under it."""

    iri: str
    label: str
    comment: str
    values: Mapping[str, Sequence[str]]
    notations: Sequence[str] = ()
    below: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Its place on the page: the local name, so that the IRI itself leads there."""
        return self.iri.removeprefix(ONTOLOGY)

    def of(self, predicate: str) -> Sequence[str]:
        """The IRIs that it is tied to by a property."""
        return self.values.get(predicate, ())

    def is_a(self, kind: str) -> bool:
        """Has it a type, by its prefixed name?"""
        return any(shortened(one, NAMESPACES) == kind for one in self.of(f"{RDF}type"))

    @property
    def parents(self) -> list[str]:
        """The terms of ours above it."""
        return [one for predicate in ABOVE for one in self.of(predicate) if one.startswith(ONTOLOGY)]

    @property
    def mappings(self) -> list[str]:
        """What other vocabularies have above it or beside it."""
        every = (one for predicate in (*ABOVE, *MAPPINGS) for one in self.of(predicate))
        return sorted({one for one in every if not one.startswith(ONTOLOGY)})

    @property
    def is_property(self) -> bool:
        """Is it a property?"""
        return self.is_a("owl:ObjectProperty") or self.is_a("owl:DatatypeProperty")


def defined(rows: Iterable[Mapping[str, Term]], language: str) -> dict[str, Defined]:
    """The terms of ours by IRI, sorted by it; labels and comments in a language, or else in English."""
    said: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["term"].value.startswith(ONTOLOGY):
            said[row["term"].value][row["predicate"].value].append(row["object"])
    found = {iri: _defined(iri, values, language) for iri, values in sorted(said.items())}
    for term in found.values():
        for parent in term.parents:
            if parent in found:
                found[parent].below.append(term.iri)
    return found


def _defined(iri: str, values: Mapping[str, Sequence[Term]], language: str) -> Defined:
    label = _in_language([*values.get(f"{RDFS}label", ()), *values.get(f"{SKOS}prefLabel", ())], language)
    comment = _in_language(values.get(f"{RDFS}comment", ()), language)
    tied = {name: [one.value for one in every if one.kind == "iri"] for name, every in values.items()}
    notations = [one.value for one in values.get(f"{SKOS}notation", ())]
    return Defined(iri, label or iri.removeprefix(ONTOLOGY), comment, tied, notations)


def _in_language(texts: Sequence[Term], language: str) -> str:
    liked = (language, "en", None)
    known = [one for one in texts if one.language in liked]
    return min(known, key=lambda one: liked.index(one.language)).value if known else ""
