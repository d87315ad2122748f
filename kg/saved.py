"""Saved queries: a `.rq` file with a `#+` header, and its parameters bound safely.

A parameter is a variable of the text. Its value takes the place of the variable's *tokens* as one escaped term, so no
value can reach a string, an IRI, a comment or the query's structure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from kg.errors import QueryError
from kg.names import spaced
from kg.saved_values import Param, ParamType, term
from kg.sparql import Token, edited, significant

FOR_PROGRAMS = frozenset({"earliest", "latest"})
"""Columns of days to compare, which a table for people has no need of where `date` says the same."""
QUOTE = "quote"
"""The column of the sentence that proves a row."""
CODES = frozenset({"sanction"})
"""Columns of codes such as "suspendedSentence"."""
VIEWS = ("table", "chart", "map", "timeline", "graph")
KEYS = {"title", "question", "tags", "params", "view"}
PARAM_KEYS = {"type", "default", "choices", "description", "class"}


@dataclass(frozen=True)
class SavedQuery:
    """One `.rq` file. `name` is its stem, `question` a sentence, `view` how to show the answer, `text` the SPARQL."""

    name: str
    title: str
    question: str
    tags: tuple[str, ...]
    params: Mapping[str, Param]
    view: str
    text: str


def load(folder: Path) -> dict[str, SavedQuery]:
    """Every `*.rq` of a folder by name. Raises QueryError naming the file and what is wrong with it."""
    return {path.stem: parse(path.stem, path.read_text("utf8"), str(path)) for path in sorted(folder.glob("*.rq"))}


def no_columns(names: Collection[str]) -> frozenset[str]:
    """What a table for people has no column for: the quote, which has a line, and days for programs beside a `date`."""
    return FOR_PROGRAMS | {QUOTE} if "date" in names else frozenset({QUOTE})


def in_words(column: str, value: str) -> str:
    """A value of a column as words where it is a code.

    >>> in_words("sanction", "suspendedSentence"), in_words("charge", "iPhone theft")
    ('suspended sentence', 'iPhone theft')
    """
    return spaced(value) if column in CODES else value


def parse(name: str, source: str, where: str = "") -> SavedQuery:
    """One saved query from its text; `where` is what an error calls it (by default the name)."""
    where = where or name
    header, text = _split(source)
    fields = _fields(header, where)
    given = fields.get("params") or {}
    if not isinstance(given, dict):
        raise QueryError(f"{where}: params has to be a mapping of names to settings")
    params = {label: _param(label, settings, where) for label, settings in given.items()}
    query = SavedQuery(
        name,
        _text(fields, "title", where),
        _text(fields, "question", where),
        _list(fields, "tags", where),
        params,
        fields.get("view", "table"),
        text,
    )
    _check(query, where)
    return query


def bind(query: SavedQuery, values: Mapping[str, str], prefixes: Mapping[str, str]) -> str:
    """The query's text with every parameter replaced by its value, or else its default.

    IRIs may be written with one of `prefixes` (label -> namespace). Raises QueryError naming the parameter and what it
    takes when a value is missing, unknown or of the wrong type.
    """
    unknown = sorted(values.keys() - query.params.keys())
    if unknown:
        known = ", ".join(query.params) or "none"
        raise QueryError(f"{query.name}: there is no parameter {unknown[0]}; its parameters are: {known}")
    found = significant(query.text)
    edits = []
    for before, token in zip([None, *found], found, strict=False):
        param = query.params.get(token.text[1:]) if token.kind == "variable" else None
        if param is not None:
            bare = before is not None and before.is_word("LIMIT", "OFFSET")
            edits.append((token.start, token.end, term(param, values.get(param.name), prefixes, bare=bare)))
    return edited(query.text, edits)


def _split(source: str) -> tuple[str, str]:
    """The header's YAML and the SPARQL after it."""
    lines = source.splitlines(keepends=True)
    header = [line[2:].removeprefix(" ") for line in lines if line.startswith("#+")]
    return "".join(header), "".join(line for line in lines if not line.startswith("#+")).strip() + "\n"


def _fields(header: str, where: str) -> dict[str, Any]:
    """The header as a mapping; every scalar stays the text that was written."""
    try:
        fields = yaml.load(header, Loader=yaml.BaseLoader) or {}
    except yaml.YAMLError as error:
        raise QueryError(f"{where}: the #+ header is not YAML ({' '.join(str(error).split())})") from error
    if not isinstance(fields, dict) or fields.keys() - KEYS:
        raise QueryError(f"{where}: the #+ header has to be a mapping with some of {', '.join(sorted(KEYS))}")
    return fields


def _text(fields: dict[str, Any], key: str, where: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not value.strip():
        raise QueryError(f"{where}: the #+ header needs a {key}")
    return value.strip()


def _list(fields: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = fields.get(key) or []
    if not isinstance(value, list):
        raise QueryError(f"{where}: {key} has to be a list")
    return tuple(value)


def _param(name: str, settings: object, where: str) -> Param:
    if not isinstance(settings, dict) or settings.keys() - PARAM_KEYS:
        raise QueryError(f"{where}: parameter {name} has to be a mapping with some of {', '.join(sorted(PARAM_KEYS))}")
    kind = settings.get("type", "string")
    if kind not in get_args(ParamType):
        raise QueryError(f"{where}: parameter {name} has the type {kind}; types are {', '.join(get_args(ParamType))}")
    choices = _list(settings, "choices", f"{where}: parameter {name}")
    return Param(name, kind, settings.get("default"), choices, settings.get("description", ""), settings.get("class"))


def _check(query: SavedQuery, where: str) -> None:
    """A known view, and parameters that are variables of the text in places where a term may stand."""
    if query.view not in VIEWS:
        raise QueryError(f"{where}: the view {query.view} is not one of {', '.join(VIEWS)}")
    found = significant(query.text)
    used = {token.text[1:] for token in found if token.kind == "variable"}
    fixed = fixed_variables(found)
    for name in query.params:
        if name not in used:
            raise QueryError(f"{where}: parameter {name} is not a variable of the query")
        if name in fixed:
            raise QueryError(f"{where}: parameter {name} is projected, grouped, sorted by or bound; use another name")


def fixed_variables(found: Sequence[Token]) -> set[str]:
    """The variables that stand where only a variable may: after SELECT, AS, BY and VALUES, and in BOUND."""
    fixed: set[str] = set()
    clause, depth = "", 0
    for at, token in enumerate(found):
        if token.is_word("SELECT", "BY", "VALUES"):
            clause, depth = token.text.upper(), 0
        elif token.text in ("{", "}") or token.is_word("WHERE", "FROM", "HAVING", "LIMIT", "OFFSET", "ORDER", "GROUP"):
            clause = ""
        elif token.text in ("(", ")"):
            depth += 1 if token.text == "(" else -1
        elif token.kind == "variable":
            listed = clause and (depth == 0 or clause == "VALUES")
            bound = any(before.is_word("AS") for before in found[at - 1 : at])
            tested = at > 1 and found[at - 2].is_word("BOUND")
            fixed |= {token.text[1:]} if listed or bound or tested else set()
    return fixed
