"""Rows of an answer as a table for people."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kg.names import spaced
from kg.saved import QUOTE, in_words, no_columns
from kg.store.base import Answer
from kg.store.rows import Term, term_of
from server.catalogue import language, say
from server.days import day
from server.happenings import happening
from server.labels import Labels, Shown, labels_of
from server.links import ONTOLOGY
from server.values import XSD

LABEL = "Label"
DAYS = ("date", "from", "until", "published")
STRING = f"{XSD}string"


@dataclass(frozen=True, slots=True)
class Table:
    """Cells under columns, and the terms of all columns behind them. `total` counts all rows, of which `rows` may be
    only the first.

    `quotes` holds for each row the sentence that proves it, or None.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Shown | None, ...], ...]
    quotes: tuple[str | None, ...]
    total: int
    terms: tuple[dict[str, Term], ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns in words."""
        return tuple(map(heading, self.columns))

    @property
    def cut(self) -> bool:
        """Are there more rows than the table shows?"""
        return self.total > len(self.rows)


def columns_for_people(names: list[str]) -> list[str]:
    """The columns to show: `x` stands for `xLabel` too, days for programs go where `date` is, quotes have a row."""
    labels = {name for name in names if name.endswith(LABEL) and name.removesuffix(LABEL) in names}
    return [name for name in names if name not in labels | no_columns(names)]


def heading(column: str) -> str:
    """The name of a column in words.

    >>> heading("placeLabel")
    'place'
    """
    return spaced(column.removesuffix(LABEL) or column)


def table_of(answer: Answer, most: int, base: str) -> Table:
    """The first `most` rows of a JSON answer of a SELECT."""
    found = json.loads(answer.body)
    bindings = found["results"]["bindings"]
    rows = [{name: term_of(cell) for name, cell in row.items()} for row in bindings[:most]]
    columns = columns_for_people(found["head"]["vars"])
    # A page is narrow: a column that no row has a value in would push another out of the window.
    columns = [name for name in columns if any(name in row for row in rows)] or columns
    unnamed = (row.get(name) for row in rows for name in columns if name + LABEL not in row or _is_ours(row.get(name)))
    labels = labels_of(unnamed) if rows else Labels(base)
    cells = tuple(tuple(_cell(row, name, labels) for name in columns) for row in rows)
    quotes = tuple(row[QUOTE].value if QUOTE in row else None for row in rows)
    return Table(tuple(columns), cells, quotes, len(bindings), tuple(rows))


def _cell(row: dict[str, Term], name: str, labels: Labels) -> Shown | None:
    term = row.get(name)
    if term is None:
        return None
    cell, label = labels.show(term), row.get(name + LABEL)
    if term.kind == "literal" and term.language is None and term.datatype in (None, STRING):
        said = (
            day(cell.text) if _tells_days(name) else say(in_words(name, cell.text))
        )  # a word of the query, such as "planned"
        return Shown(said, full=cell.full)
    if label is None or _is_ours(term):
        return cell
    text = happening(label.value) if "/id/event/" in term.value else label.value
    return Shown(text, cell.href, cell.full, label.language if text == label.value else language())


def _tells_days(column: str) -> bool:
    """Does a column tell when something was?"""
    return column in DAYS or column.endswith("Date")


def _is_ours(term: Term | None) -> bool:
    """Is it a term of the ontology, which has names in every language?"""
    return term is not None and term.kind == "iri" and term.value.startswith(ONTOLOGY)
