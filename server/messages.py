"""Finds every text that pages say, and keeps the catalogues in step: `python -m server.messages` after a change.

Texts stand in templates, code, scripts, `wording.yaml` and the headers, columns and words of the saved queries.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import write_po
from jinja2.ext import babel_extract

from kg.resources import data_folder
from kg.saved import parse
from kg.sparql import Token, significant
from server.catalogue import FOLDER, read
from server.language import DEFAULT, LANGUAGES
from server.tables import columns_for_people, heading

HERE = Path(__file__).parent
KEYWORDS = {**DEFAULT_KEYWORDS, "RequestError": None, "mark": None, "say": None, "sayMany": (1, 2)}
WORDS = re.compile(r"[A-Za-z][A-Za-z -]{2,}")
# Without dates, which would differ between two people's changes and say nothing that the history does not.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
HEADER: dict[str, Any] = {
    "project": "civicgraph", "version": "1", "header_comment": "# What pages say; python -m server.messages keeps it.",
    "msgid_bugs_address": "none", "last_translator": "none", "creation_date": EPOCH, "revision_date": EPOCH,
    "charset": "utf-8", "fuzzy": False,
}  # fmt: skip
Found = tuple[int, str | None, str, list[str]]


def from_wording(file: IO[bytes], keywords: object, tags: object, options: object) -> Iterator[Found]:  # noqa: ARG001
    """What pages call properties."""
    wording: Mapping[str, Mapping[str, str]] = yaml.safe_load(file)
    for part in wording.values():
        if isinstance(part, Mapping):
            yield from ((0, None, words, []) for words in part.values())


def from_query(file: IO[bytes], keywords: object, tags: object, options: object) -> Iterator[Found]:  # noqa: ARG001
    """A saved query's own words: title, question, topics, parameters, columns, and what it answers in words."""
    query = parse("query", file.read().decode())
    texts = [query.title, query.question, *query.tags]
    for param in query.params.values():
        texts += [param.name.replace("_", " "), param.description]
    tokens = significant(query.text)
    texts += map(heading, columns_for_people(_columns(tokens)))
    strings = (token.text.strip("\"'") for token in tokens if token.kind == "string")
    texts += [text for text in strings if WORDS.fullmatch(text)]
    yield from ((0, None, text, []) for text in texts if text)


def _columns(tokens: list[Token]) -> list[str]:
    """The columns of the outermost SELECT."""
    found, depth = [], 0
    for before, token in pairwise(tokens):
        if token.text == "{":
            break
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.kind == "variable" and (depth == 0 or before.is_word("AS")):
            found.append(token.text[1:])
    return found


def places() -> Iterator[tuple[str, Any, Path]]:
    """Every file with texts: what it is called in a catalogue, how it is read, and where it is."""
    methods: tuple[tuple[Path, str, str, Any], ...] = (
        (HERE, "server", "templates/*.*", babel_extract),
        (HERE, "server", "*.py", "python"),
        (HERE, "server", "web/src/*.js", "javascript"),
        (HERE, "server", "wording.yaml", from_wording),
        (data_folder("queries"), "queries", "*.rq", from_query),
    )
    for root, name, pattern, method in methods:
        for path in sorted(root.glob(pattern)):
            yield f"{name}/{path.relative_to(root).as_posix()}", method, path


def collect() -> Catalog:
    """All texts, each with the files where it stands."""
    found = Catalog(project="civicgraph", charset="utf-8")
    for name, method, path in places():
        options = {"trimmed": "true", "newstyle_gettext": "true", "parse_template_string": "true"}
        for _line, text, comments, context in extract_from_file(method, path, KEYWORDS, ("Note:",), options):
            found.add(text, locations=[(name, 0)], auto_comments=comments, context=context)
    for message in found:
        message.locations = sorted(set(message.locations))
    return found


def missing(name: str) -> list[str]:
    """The texts that a catalogue does not say, or only guesses."""
    known = read(name)
    return [str(one.id) for one in collect() if one.id and not _is_said(known.get(one.id, one.context))]


def gone(name: str) -> list[str]:
    """What a catalogue says though no page does any more."""
    wanted = collect()
    return [str(one.id) for one in read(name) if one.id and wanted.get(one.id, one.context) is None]


def _is_said(message: Any) -> bool:
    said: str | Collection[str] = message.string if message is not None and not message.fuzzy else ""
    return bool(said) if isinstance(said, str) else bool(said) and all(said)


def update(name: str) -> None:
    """Add new texts to a catalogue, without a translation, and take out what is gone."""
    known, wanted = read(name), collect()
    updated = Catalog(name, **HEADER)
    for one in wanted:
        if one.id:
            before = known.get(one.id, one.context)
            said = before.string if before is not None and isinstance(before.id, type(one.id)) else ""
            updated.add(one.id, said, locations=one.locations, auto_comments=one.auto_comments, context=one.context)
    with (FOLDER / f"{name}.po").open("wb") as file:
        write_po(file, updated, width=110, sort_output=True, include_lineno=False, omit_header=False)


if __name__ == "__main__":
    for each in LANGUAGES:
        if each != DEFAULT:
            update(each)
            for text in missing(each):
                print(f"{each}: {text}")
