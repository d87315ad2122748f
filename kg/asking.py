"""A query from the command line: the name of a saved one, a file, or "-" for standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kg.errors import UsageError
from kg.prefixes import known_prefixes
from kg.resources import data_folder
from kg.saved import SavedQuery, bind, load, parse
from kg.store.base import Answer, BindingsFormat, GraphFormat, Question
from kg.store.pool import Pool
from kg.store.rows import Term, columns, table


def query_text(source: str, values: Sequence[str]) -> str:
    """The SPARQL of `source` with its parameters bound. `values` are "name=value". Raises UsageError or QueryError."""
    return bind(_query(source), dict(_value(v) for v in values), known_prefixes())


def ask(store: Path, text: str, form: str, timeout: float) -> Answer:
    """Answer a query on the published graph of a store, within limits, in a worker process. `form` is "table" or one
    of the formats of `kg.store.base`."""
    bindings: BindingsFormat = form if form in {"csv", "tsv"} else "json"  # type: ignore[assignment]
    graph: GraphFormat = "jsonld" if form == "json" else "turtle"
    pool = Pool(store, workers=1, timeout=timeout)
    try:
        return pool.answer(Question(text, bindings=bindings, graph=graph, timeout=timeout))
    finally:
        pool.close()


def cells(answer: Answer) -> tuple[list[str], list[list[str]]]:
    """The columns and rows of a JSON answer as words: IRIs shortened by the known prefixes."""
    names = columns(answer)
    return names, [[_shown(row, name) for name in names] for row in table(answer)]


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
