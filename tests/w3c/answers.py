"""Comparing answers: terms by their value where they are numbers, rows in any order, blank nodes by what they join."""

from __future__ import annotations

import csv
import io
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import Namespace
from rdflib.query import Result
from rdflib.term import Identifier, Node
from rdflib.util import from_n3

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
ROW = Namespace("urn:row:")
NUMBERS = {XSD.integer, XSD.decimal, XSD.double, XSD.float}
FORMS = {".srx": "xml", ".srj": "json", ".tsv": "tsv", ".csv": "csv"}
Row = dict[str, Identifier]


def expected_rows(path: Path) -> tuple[list[str], list[Row]] | bool:
    """What a result file says: the columns and rows, or the truth of an ASK."""
    if path.suffix in FORMS:
        return read_rows(path.read_bytes(), FORMS[path.suffix])
    graph = Graph().parse(path)
    said = graph.value(None, RS.boolean, None) and next(graph.objects(None, RS.boolean))
    if said is not None and said is not False:
        return str(said) == "true"
    columns = sorted(str(one) for one in graph.objects(None, RS.resultVariable))
    return columns, [_row_of(graph, one) for one in graph.objects(None, RS.solution)]


def _row_of(graph: Graph, solution: Node) -> Row:
    bindings = graph.objects(solution, RS.binding)
    return {str(graph.value(one, RS.variable)): graph.value(one, RS.value) for one in bindings}  # type: ignore[misc]


def read_rows(body: bytes, form: str) -> tuple[list[str], list[Row]] | bool:
    """A body in JSON, XML or TSV, read by rdflib."""
    if form == "tsv":
        return _tsv(body.decode("utf8"))
    result = Result.parse(io.BytesIO(body), format=form)
    if result.askAnswer is not None:
        return bool(result.askAnswer)
    columns = [str(one) for one in result.vars or []]
    return columns, [{str(name): term for name, term in row.items()} for row in result.bindings]


def _tsv(text: str) -> tuple[list[str], list[Row]]:
    """Tab-separated values; rdflib's own reader stumbles over typed numbers and empty cells."""
    head, *lines = text.removesuffix("\n").split("\n")
    columns = [name.removeprefix("?") for name in head.split("\t")] if head else []
    found = [[from_n3(cell) if cell else None for cell in line.split("\t")] for line in lines]
    return columns, [dict(zip(columns, row, strict=False)) for row in found]  # type: ignore[arg-type]


def same_rows(ours: list[Row], theirs: list[Row]) -> bool:
    """Are they the same rows, each as often?"""
    ours, theirs = [_plain(row) for row in ours], [_plain(row) for row in theirs]
    if not any(isinstance(term, BNode) for row in theirs for term in row.values()):
        return Counter(map(_frozen, ours)) == Counter(map(_frozen, theirs))
    return len(ours) == len(theirs) and isomorphic(_as_graph(ours), _as_graph(theirs))


def same_graph(ours: Graph, theirs: Graph) -> bool:
    """Are they the same triples?"""
    return isomorphic(_plain_graph(ours), _plain_graph(theirs))


def csv_rows(body: bytes) -> tuple[list[str], Counter[tuple[str, ...]]]:
    """A CSV body: columns, and how often each row is there; blank nodes are all alike in it."""
    table = list(csv.reader(io.StringIO(body.decode("utf8"), newline="")))
    return table[0], Counter(tuple(map(_cell, row or [""])) for row in table[1:])


def as_csv(columns: list[str], rows: list[Row]) -> Counter[tuple[str, ...]]:
    """What rows look like in CSV."""
    return Counter(tuple(_cell(_said(row.get(name))) for name in columns or [""]) for row in rows)


def _said(term: Identifier | None) -> str:
    return "" if term is None else f"_:{term}" if isinstance(term, BNode) else str(term)


def _cell(text: str) -> str:
    if text.startswith("_:") or text == "P0D":
        return {"P0D": "PT0S"}.get(text, "_:")
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text


def _frozen(row: Row) -> frozenset[tuple[str, Identifier]]:
    return frozenset(row.items())


def _plain(row: Row) -> Row:
    return {name: _valued(term) for name, term in row.items() if term is not None}


def _valued(term: Identifier) -> Identifier:
    """A number by its value, a language tag in small letters, xsd:string as a plain literal."""
    if not isinstance(term, Literal):
        return term
    if term.datatype in NUMBERS:
        try:
            number = Decimal(str(term)) if term.datatype in (XSD.integer, XSD.decimal) else Decimal(repr(float(term)))
            return Literal(str(number.normalize()), datatype=term.datatype, normalize=False)
        except (InvalidOperation, ValueError):
            return term
    if term.language:
        return Literal(str(term), lang=term.language.lower())
    return Literal(str(term)) if term.datatype == XSD.string else term


def _as_graph(rows: list[Row]) -> Graph:
    graph = Graph()
    for row in rows:
        node = BNode()
        graph.add((node, RDF.type, ROW.Row))
        for name, term in row.items():
            graph.add((node, URIRef(ROW + name), term))
    return graph


def _plain_graph(graph: Graph) -> Graph:
    plain = Graph()
    for subject, predicate, value in graph.triples((None, None, None)):
        plain.add((subject, predicate, _valued(value)))  # type: ignore[arg-type]
    return plain
