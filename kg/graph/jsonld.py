"""JSON-LD, sorted, with its context inside: one object per subject (pure)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.graph.terms import NAMESPACES, Term, Triple, is_iri, name, text_of, value_of


def jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """One graph as a JSON-LD document; predicates and datatypes are compacted, ids are whole."""
    yield '{"@context": ' + json.dumps(NAMESPACES, sort_keys=True) + ',\n "@graph": [\n'
    separator = ""
    for subject, group in groupby(sorted(triples), key=lambda triple: triple[0]):
        yield separator + json.dumps(_node(subject, list(group)), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _node(subject: Term, triples: list[Triple]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _id(subject)}
    for predicate, group in groupby(triples, key=lambda triple: triple[1]):
        values = [value for _, _, value in group]
        if predicate == name("rdf:type"):
            node["@type"] = [_compact(text_of(value)) for value in values]
        else:
            node[_compact(text_of(predicate))] = [_value(value) for value in values]
    return node


def _id(term: Term) -> str:
    return text_of(term) if is_iri(term) else term


def _compact(text: str) -> str:
    for prefix, namespace in NAMESPACES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _value(term: Term) -> dict[str, str]:
    if not term.startswith('"'):
        return {"@id": _id(term)}
    value = value_of(term)
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": _compact(value.datatype)} if value.datatype else {"@value": value.text}
