"""How to ask a saved query from elsewhere: a few lines of code to copy (pure)."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code in one language."""

    language: str
    code: str


def snippets(root: str, name: str, values: Mapping[str, str], text: str) -> list[Snippet]:
    """The same question in each language. `root` is the server's address, `text` the SPARQL with its values bound."""
    address, endpoint = f"{root}queries/{name}", f"{root}sparql"
    table = f"{address}?{urlencode({**values, 'format': 'csv'})}"
    return [
        Snippet("curl", _curl(address, values)),
        Snippet("Python", _python(endpoint, text)),
        Snippet("R", f"rows <- read.csv({json.dumps(table)})\n"),
        Snippet("JavaScript", _javascript(f"{address}?{urlencode({**values, 'format': 'json'})}")),
    ]


def _curl(address: str, values: Mapping[str, str]) -> str:
    fields = "".join(f" \\\n  --data-urlencode {shlex.quote(f'{name}={value}')}" for name, value in values.items())
    return f"curl --get {shlex.quote(address)}{fields} \\\n  --data-urlencode format=csv\n"


def _python(endpoint: str, text: str) -> str:
    """With SPARQLWrapper; the query as lines of string literals, which nothing in it can leave."""
    lines = "\n".join(f"    {line!r}" for line in text.rstrip("\n").splitlines(keepends=True))
    return (
        "from SPARQLWrapper import JSON, SPARQLWrapper\n\n"
        f"endpoint = SPARQLWrapper({endpoint!r})\n"
        f"endpoint.setQuery(\n{lines}\n)\n"
        "endpoint.setReturnFormat(JSON)\n"
        'for row in endpoint.queryAndConvert()["results"]["bindings"]:\n'
        '    print({name: cell["value"] for name, cell in row.items()})\n'
    )


def _javascript(address: str) -> str:
    return (
        f"const answer = await fetch({json.dumps(address)});\n"
        "const rows = (await answer.json()).results.bindings;\n"
        "const plain = (row) => Object.entries(row).map(([name, cell]) => [name, cell.value]);\n"
        "console.table(rows.map((row) => Object.fromEntries(plain(row))));\n"
    )
