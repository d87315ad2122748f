"""Turtle and TriG, sorted: the same graph gives the same bytes, and a changed fact is one changed line (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from kg.graph.terms import LITERAL, NAMESPACES, Quad, Term, Triple, name

LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
TYPE = name("rdf:type")


@dataclass(slots=True)
class Shortener:
    """Writes terms with prefixes and remembers which ones it used. `namespaces` maps prefix to namespace."""

    namespaces: Mapping[str, str]
    used: set[str] = field(default_factory=set)
    by_namespace: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_namespace = {namespace: prefix for prefix, namespace in self.namespaces.items()}

    def term(self, term: Term) -> str:
        """The term as Turtle writes it."""
        if term.startswith("<"):
            return self._iri(term)
        found = LITERAL.fullmatch(term)
        if found and found[3]:
            return f'"{found[1]}"^^{self._iri(f"<{found[3]}>")}'
        return term

    def _iri(self, term: Term) -> str:
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix, local = self.by_namespace.get(term[1:cut]), term[cut:-1]
        if prefix is None or not LOCAL.fullmatch(local):
            return term
        self.used.add(prefix)
        return f"{prefix}:{local}"

    def header(self) -> Iterator[str]:
        """The prefix lines for what was used so far."""
        for prefix in sorted(self.used):
            yield f"@prefix {prefix}: <{self.namespaces[prefix]}> .\n"


def data_namespaces(terms: Iterable[Term], base: str) -> dict[str, str]:
    """The known prefixes, and one for each kind of data IRI (`person:`, `event:`)."""
    found = re.compile(rf"<{re.escape(base)}id/([a-z]+)/")
    kinds = sorted({match[1] for term in terms if (match := found.match(term))})
    return {kind: f"{base}id/{kind}/" for kind in kinds} | NAMESPACES


def turtle(triples: Iterable[Triple], base: str) -> Iterator[str]:
    """One graph as Turtle text, subjects, properties and values in order."""
    ordered = sorted(triples)
    short = Shortener(data_namespaces((term for triple in ordered for term in (triple[0], triple[2])), base))
    body = list(_subjects(ordered, short, ""))
    yield from short.header()
    yield from body


def trig(quads: Iterable[Quad], base: str) -> Iterator[str]:
    """All graphs as TriG text, in order of their names."""
    ordered = sorted(quads, key=lambda quad: (quad[3], *quad[:3]))
    short = Shortener(data_namespaces((term for quad in ordered for term in (quad[0], quad[2])), base))
    body: list[str] = []
    for graph, group in groupby(ordered, key=lambda quad: quad[3]):
        body.append(f"\n{graph} {{\n")
        body.extend(_subjects([quad[:3] for quad in group], short, "  "))
        body.append("}\n")
    yield from short.header()
    yield from body


def _subjects(ordered: Iterable[Triple], short: Shortener, margin: str) -> Iterator[str]:
    for subject, group in groupby(ordered, key=lambda triple: triple[0]):
        lines = [f"{verb} {', '.join(values)}" for verb, values in _properties(list(group), short)]
        yield f"\n{margin}{short.term(subject)} " + f" ;\n{margin}    ".join(lines) + " .\n"


def _properties(triples: list[Triple], short: Shortener) -> Iterator[tuple[str, list[str]]]:
    """The classes first, then the other properties."""
    triples.sort(key=lambda triple: (triple[1] != TYPE, triple[1], triple[2]))
    for predicate, group in groupby(triples, key=lambda triple: triple[1]):
        yield "a" if predicate == TYPE else short.term(predicate), [short.term(value) for _, _, value in group]
