"""A query from the command line: the name of a saved one, a file, or "-" for standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.errors import UsageError
from kg.graph.iris import DEFAULT_BASE
from kg.prefixes import known_prefixes
from kg.resources import data_folder
from kg.saved import SavedQuery, bind, load, parse
from kg.store.base import Answer, BindingsFormat, GraphFormat, Question
from kg.store.pool import Pool
from kg.store.rows import Term, columns, table

ISO = re.compile(r"[A-Za-z]{2}")


def query_text(source: str, values: Sequence[str], base: str = DEFAULT_BASE) -> str:
    """The SPARQL of `source` with its parameters bound.

    `values` are "name=value"; a state may be given by its ISO code, which `base`, the graph's base IRI, makes an IRI.
    Raises UsageError or QueryError.
    """
    query = _query(source)
    given = dict(_value(v) for v in values)
    return bind(query, {name: _state(query, name, value, base) for name, value in given.items()}, known_prefixes())


def _state(query: SavedQuery, name: str, value: str, base: str) -> str:
    param = query.params.get(name)
    is_code = param is not None and param.class_name == "cg:Country" and ISO.fullmatch(value)
    return f"{base}id/country/{value.lower()}" if is_code else value


def ask(store: Path, text: str, form: str, timeout: float) -> Answer:
    """Answer a query on the published graph of a store, within limits, in a worker process. `form` is "table" or one
    of the formats of `kg.store.base`. Raises UsageError when the query's form has no such format."""
    bindings: BindingsFormat = form if form in {"csv", "tsv"} else "json"  # type: ignore[assignment]
    graph: GraphFormat = "jsonld" if form == "json" else "turtle"
    pool = Pool(store, workers=1, timeout=timeout, in_memory=0)
    try:
        answer = pool.answer(Question(text, bindings=bindings, graph=graph, timeout=timeout))
    finally:
        pool.close()
    if (form == "turtle") != (answer.kind == "graph") and form not in {"json", "table"}:
        other = "turtle or json" if answer.kind == "graph" else "table, json, csv or tsv"
        raise UsageError(f"this query's answer cannot be written as {form}; choose --format {other}")
    return answer


def cells(answer: Answer) -> tuple[list[str], list[list[str]], list[str]]:
    """A JSON answer for reading: columns, rows, and under each row its quote ("" if none).

    A column `x` whose words are in `xLabel` gives way to them; columns without any value are left out; IRIs are
    shortened by the known prefixes.
    """
    rows, names = table(answer), columns(answer)
    labelled = {name.removesuffix("Label") for name in names if name.endswith("Label")}
    shown = [n for n in names if n not in labelled | {"quote"} and any(n in row for row in rows)]
    if shown:
        names = shown
    quotes = [f"“{row['quote'].value}”" if "quote" in row and "quote" not in names else "" for row in rows]
    return [n.removesuffix("Label") for n in names], [[_shown(row, name) for name in names] for row in rows], quotes


def _shown(row: dict[str, Term], name: str) -> str:
    term = row.get(name)
    if term is None:
        return ""
    value = term.value
    for label, namespace in known_prefixes().items():
        if value.startswith(namespace) and "/" not in value[len(namespace) :]:
            return f"{label}:{value[len(namespace) :]}"
    return value


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
