"""Markdown: kept as it stands (offsets count in the file); the segmenter knows its headings, bullets and tables."""

from __future__ import annotations

import re
from pathlib import Path

from kg.documents.datelines import find_date
from kg.documents.decode import decode
from kg.documents.draft import Draft

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>(?:[\w-]+[ \t]*:.*\r?\n|[ \t]+.*\r?\n|[ \t]*\r?\n)*?)---[ \t]*(?:\r?\n|$)"
)
_FIELD = re.compile(r"^(title|date|published|url|publisher|language|lang)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_NAMES = {"date": "published", "lang": "language"}


def read_markdown(data: bytes, path: Path) -> list[Draft]:
    """One draft. Title, date and the like are taken from front matter between "---" lines, if there is any.

    A date there that cannot be read counts as none, since no rule binds front matter.
    """
    text = decode(data, path)
    front = _FRONT.match(text)
    if front is None:
        return [Draft(text)]
    fields = {_NAMES.get(name, name): value.strip("\"'") for name, value in _FIELD.findall(front["body"])}
    fields["published"] = (find_date(fields.get("published", "")) or ("",))[0]
    return [Draft(text, begin=front.end(), **fields)]
