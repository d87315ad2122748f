"""The rdflib backend: slow, plain and independent of Oxigraph, so that one engine can be checked against the other."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyparsing.exceptions import ParseBaseException
from rdflib import XSD, Dataset, Graph, Literal, URIRef
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.evaluate import evalQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.processor import SPARQLResult
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Identifier

from kg.errors import QueryError, QueryRefused, StoreError
from kg.prefixes import known_prefixes
from kg.sparql import string_literal
from kg.store.base import Answer, Question, Stream, never, whole
from kg.store.complaints import malformed, mistake
from kg.store.questions import Prepared, check_xml, prepare

SERIALIZERS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
    "jsonld": "json-ld",
    "trig": "trig",
    "nquads": "nquads",
}
SHORT = {
    "integer": r"[+-]?[0-9]+",
    "decimal": r"[+-]?[0-9]*\.[0-9]+",
    "double": r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+",
    "boolean": "true|false",
}


class MemoryView:
    """Answers from an rdflib Dataset in the calling thread; for small graphs and for comparing engines."""

    def __init__(self, dataset: Dataset) -> None:
        """Answer from `dataset`."""
        self._dataset = dataset

    @classmethod
    def load(cls, quads: Path) -> MemoryView:
        """Read an N-Quads file. Raises StoreError when it is missing or malformed."""
        dataset = Dataset(default_union=True)
        try:
            dataset.parse(quads, format="nquads")
        except (OSError, SyntaxError, ValueError) as error:
            raise StoreError(f"{quads}: cannot be read as N-Quads ({error})") from error
        return cls(dataset)

    def answer(self, question: Question) -> Answer:
        """Answer a query; `timeout` is for the pool, which can end a process."""
        prepared = prepare(question)
        query = _parsed(prepared)
        _refuse_service(query.algebra)
        dataset = self._asked(question, query)
        try:
            return _serialised(SPARQLResult(evalQuery(dataset, query, {})), prepared)
        except (ValueError, TypeError, AttributeError, NotImplementedError) as error:
            raise QueryError(f"rdflib cannot answer this query ({error})") from error

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:  # noqa: ARG002
        """The answer in one piece."""
        return whole(self.answer(question))

    def close(self) -> None:
        """Let the graph go."""
        self._dataset.close()

    def _asked(self, question: Question, query: Query) -> Dataset:
        """The dataset of the protocol's parameters, else of FROM, else everything with the union as default."""
        default, named = question.default_graphs, question.named_graphs
        clause = query.algebra.pop("datasetClause", None)
        query.algebra["datasetClause"] = None  # rdflib would fetch what FROM names from the network
        if default is None and named is None:
            if not clause:
                return self._dataset
            default = tuple(str(one.default) for one in clause if one.default)
            named = tuple(str(one.named) for one in clause if one.named)
        return self._restricted(default or (), named or ())

    def _restricted(self, default: Iterable[str], named: Iterable[str]) -> Dataset:
        dataset = Dataset()
        for iri in default:
            for triple in self._dataset.graph(URIRef(iri)):
                dataset.default_graph.add(triple)
        for iri in named:
            graph = dataset.graph(URIRef(iri))
            for triple in self._dataset.graph(URIRef(iri)):
                graph.add(triple)
        return dataset


def _parsed(prepared: Prepared) -> Query:
    """The query's algebra. Raises QueryError with the place of a mistake."""
    known = mistake(prepared)  # rdflib would lend its own prefixes, and keep relative IRIs
    if known is not None:
        raise known
    try:
        return translateQuery(parseQuery(prepared.question.text), base=prepared.question.base_iri)
    except ParseBaseException as error:
        raise malformed(prepared, f"error at {error.lineno}:{error.column}: {error.msg}") from error
    except Exception as error:  # rdflib raises plain Exception for what its grammar lets through
        raise malformed(prepared, str(error)) from error


def _parts(value: object) -> Iterator[CompValue]:
    """Every node of an algebra tree."""
    if isinstance(value, CompValue):
        yield value
        value = list(value.values())
    if isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _parts(one)


def _refuse_service(algebra: CompValue) -> None:
    """The second look: rdflib expands code points first, so that `\\u0053ERVICE` is a keyword to it."""
    if any(part.name == "ServiceGraphPattern" for part in _parts(algebra)):
        raise QueryRefused("SERVICE is not allowed here: no query leaves this machine; ask the other endpoint yourself")


def _serialised(result: SPARQLResult, prepared: Prepared) -> Answer:
    question = prepared.question
    if result.graph is not None:
        return Answer("graph", question.graph, _graph(result.graph, question.graph))
    if result.askAnswer is not None:
        return Answer("boolean", question.bindings, _boolean(result, question.bindings))
    if prepared.star is not None:
        rank = {name: at for at, name in enumerate(prepared.first_seen)}
        result.vars = sorted(result.vars or [], key=lambda name: (rank.get(str(name), len(rank)), str(name)))
    body = _tsv(result) if question.bindings == "tsv" else result.serialize(format=question.bindings) or b""
    return Answer("bindings", question.bindings, check_xml(body) if question.bindings == "xml" else body)


def _boolean(result: SPARQLResult, form: str) -> bytes:
    if form in ("csv", "tsv"):
        return b"true" if result.askAnswer else b"false"
    return result.serialize(format=form) or b""


def _graph(graph: Graph, form: str) -> bytes:
    """The triples with the known prefixes; formats of quads carry them in their default graph."""
    if form in ("trig", "nquads"):
        dataset = Dataset()
        for triple in graph:
            dataset.default_graph.add(triple)
        graph = dataset
    for label, space in known_prefixes().items():
        graph.bind(label, space, replace=True)
    body = graph.serialize(format=SERIALIZERS[form], encoding="utf-8")
    return check_xml(body) if form == "rdfxml" else body


def _tsv(result: SPARQLResult) -> bytes:
    """Tab-separated values, which rdflib reads but does not write."""
    out = io.StringIO()
    names = list(result.vars or [])
    out.write("\t".join(f"?{name}" for name in names) + "\n")
    for row in result.bindings:
        out.write("\t".join(_term(row.get(name)) for name in names) + "\n")
    return out.getvalue().encode("utf8")


def _term(term: Identifier | None) -> str:
    """A term as TSV has it; numbers and truth values in their short form where it reads back the same."""
    if not isinstance(term, Literal):
        return "" if term is None else term.n3()
    short = SHORT.get(str(term.datatype).removeprefix(str(XSD)))
    if short and re.fullmatch(short, str(term)):
        return str(term)
    if term.language:
        return f"{string_literal(str(term))}@{term.language}"
    typed = term.datatype is not None and term.datatype != XSD.string
    return string_literal(str(term)) + (f"^^<{term.datatype}>" if typed else "")
