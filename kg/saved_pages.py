"""Pages of a query's rows, and how many there are: the same query with other solution modifiers (pure)."""

from __future__ import annotations

from kg.sparql import prologue, significant


def page_of(text: str, size: int, offset: int) -> str:
    """The query for `size` rows of a SELECT after the first `offset`; its order stays as it is.

    >>> page_of("SELECT ?a { ?a ?b ?c } ORDER BY ?a", 10, 20)
    'SELECT ?a { ?a ?b ?c } ORDER BY ?a\\nLIMIT 10 OFFSET 20'
    """
    window = f"LIMIT {size} OFFSET {offset}"
    if _has_limit(text):
        head, body = _cut(text)
        return f"{head}SELECT * {{ {{ {body}\n}} }}\n{window}"
    return f"{text.rstrip()}\n{window}"


def count_of(text: str) -> str:
    """The query for the number of rows of a SELECT, in a column `rows`."""
    head, body = _cut(text)
    return f"{head}SELECT (COUNT(*) AS ?rows) {{ {{ {body}\n}} }}"


def _cut(text: str) -> tuple[str, str]:
    """The prologue, which may not stand in an inner query, and the rest."""
    found = significant(text)
    at = found[prologue(found)[1]].start
    return text[:at], text[at:].rstrip()


def _has_limit(text: str) -> bool:
    """Does the outermost query end with a LIMIT or OFFSET of its own?"""
    found = significant(text)
    last = max((at for at, token in enumerate(found) if token.text == "}"), default=0)
    return any(token.is_word("LIMIT", "OFFSET") for token in found[last:])
