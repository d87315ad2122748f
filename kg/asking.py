"""A query from the command line: the name of a saved one, a file, or "-" for standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.dates import duration_words
from kg.errors import UsageError
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import iri
from kg.prefixes import known_prefixes, shortened
from kg.resources import data_folder
from kg.saved import QUOTE, SavedQuery, bind, in_words, load, no_columns, parse
from kg.saved_values import of_states
from kg.store.base import Answer, BindingsFormat, GraphFormat, Question
from kg.store.pool import Pool
from kg.store.rows import Term, columns, table

BATCH = 400
"""IRIs per question, so that its text stays well under the cap."""
LABELS = """\
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?node ?label WHERE {{
  VALUES ?node {{ {nodes} }}
  ?node skos:prefLabel|rdfs:label|dcterms:title ?label .
  FILTER(LANG(?label) IN ("", "en", "und"))
}} ORDER BY ?node ?label
"""


def query_text(source: str, values: Sequence[str], base: str = DEFAULT_BASE) -> str:
    """The SPARQL of `source` with its parameters bound.

    `values` are "name=value"; a state may be given by its name or code, which `base`, the graph's base IRI, makes an
    IRI. Raises UsageError or QueryError.
    """
    query = _query(source)
    return bind(query, of_states(query.params, dict(map(_value, values)), base), known_prefixes())


def ask(store: Path, text: str, form: str, timeout: float) -> tuple[Answer, dict[str, str]]:
    """Answer a query on the published graph of a store, within limits, in a worker process. `form` is "table" or one
    of the formats of `kg.store.base`; for a table come the English labels of the IRIs in it. Raises UsageError when the
    query's form has no such format."""
    bindings: BindingsFormat = form if form in {"csv", "tsv"} else "json"  # type: ignore[assignment]
    graph: GraphFormat = "jsonld" if form == "json" else "turtle"
    pool = Pool(store, workers=1, timeout=timeout, in_memory=0)
    try:
        answer = pool.answer(Question(text, bindings=bindings, graph=graph, timeout=timeout))
        labels = _labels(pool, answer) if form == "table" and answer.kind == "bindings" else {}
    finally:
        pool.close()
    if (form == "turtle") != (answer.kind == "graph") and form not in {"json", "table"}:
        other = "turtle or json" if answer.kind == "graph" else "table, json, csv or tsv"
        raise UsageError(f"this query's answer cannot be written as {form}; choose --format {other}")
    return answer, labels


def _labels(pool: Pool, answer: Answer) -> dict[str, str]:
    """What the IRIs of an answer are called, where the graph says it."""
    found = sorted({term.value for row in table(answer) for term in row.values() if term.kind == "iri"})
    labels: dict[str, str] = {}
    for start in range(0, len(found), BATCH):
        listed = " ".join(map(iri, found[start : start + BATCH]))
        for row in table(pool.answer(Question(LABELS.format(nodes=listed), bindings="json"))):
            labels.setdefault(row["node"].value, row["label"].value)
    return labels


def cells(
    answer: Answer, labels: Mapping[str, str] | None = None, base: str = DEFAULT_BASE
) -> tuple[list[str], list[list[str]], list[str]]:
    """A JSON answer for reading: columns, rows, and under each row its quote ("" if none).

    A column `x` whose words are in `xLabel` gives way to them, days for programs to a `date`; columns without any
    value are left out; IRIs are told by their `labels` or shortened by the known prefixes or the graph's base,
    durations and codes in words.
    """
    rows, names = table(answer), columns(answer)
    labelled = {name.removesuffix("Label") for name in names if name.endswith("Label")}
    hidden = labelled | no_columns(names)
    shown = [n for n in names if n not in hidden and any(n in row for row in rows)]
    if shown:
        names = shown
    quotes = [f"“{row[QUOTE].value}”" if QUOTE in row and QUOTE not in names else "" for row in rows]
    columns_shown = [n.removesuffix("Label") for n in names]
    told = [{n: _in_words(n, term) for n, term in row.items()} for row in rows]
    return columns_shown, [[_shown(row.get(name), labels or {}, base) for name in names] for row in told], quotes


def _in_words(column: str, term: Term) -> Term:
    """A code such as "suspendedSentence" as words."""
    return replace(term, value=in_words(column, term.value)) if term.kind == "literal" else term


def _shown(term: Term | None, labels: Mapping[str, str], base: str) -> str:
    if term is None:
        return ""
    if term.kind == "iri":
        short = labels.get(term.value) or shortened(term.value, known_prefixes())
        return short or term.value.removeprefix(f"{base}id/")
    return duration_words(term.value) if (term.datatype or "").endswith("#duration") else term.value


def _query(source: str) -> SavedQuery:
    if source == "-":
        return parse("standard input", _headed(sys.stdin.read()))
    saved = load(data_folder("queries"))
    if source in saved:
        return saved[source]
    path = Path(source)
    if not path.is_file():
        raise UsageError(f"no saved query or file {source!r}; saved are {', '.join(saved)}")
    return parse(path.stem, _headed(path.read_text(encoding="utf8")), source)


def _headed(text: str) -> str:
    """A query without a header gets the least that the parser wants."""
    return text if text.lstrip().startswith("#+") else f"#+ title: Query\n#+ question: A query.\n#+ tags: [own]\n{text}"


def _value(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"parameter {text!r} lacks its value; write name=value")
    return name, value
