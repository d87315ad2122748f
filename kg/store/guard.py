"""What is never asked of an engine: updates, calls to other endpoints, texts past the size cap.

The engine matches keywords by prefix and tries other readings when a name is not declared, so that `trueSERVICE:x` or
`(?a<?b)SERVICE#>` are calls that no tokenizer of the standard's grammar sees. Refusing the bare word is therefore not
enough: every other token that holds the letters (a string, an IRI, a name) is spelled without them before the engine
reads it. A text without the letters S-E-R-V-I-C-E cannot call a service, whatever the reading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.errors import QueryError, QueryLimit, QueryRefused
from kg.sparql import Edit, Token, is_update, place, prologue

MOST_TEXT = 100_000
"""Bytes of query text that are read at most; the workers' stacks are sized for it."""
_LETTERS = re.compile("s(?=ervice)", re.IGNORECASE | re.ASCII)
_SPELLED = {"s": r"\u0073", "S": r"\u0053"}


def check_size(text: str) -> None:
    """Refuse a text past the cap, or one that is not Unicode (a lone surrogate)."""
    try:
        size = len(text.encode("utf8"))
    except UnicodeEncodeError as error:
        where = place(text, error.start)
        raise QueryError("the query holds half a character (a lone surrogate); send UTF-8", *where) from error
    if size > MOST_TEXT:
        raise QueryLimit(f"the query is {size:,} bytes long; at most {MOST_TEXT:,} are read", "size")


def refuse_writes(text: str, found: Sequence[Token]) -> None:
    """Raise QueryRefused for a SPARQL update."""
    if is_update(found):
        token = found[prologue(found)[1]]
        message = f"{token.text.upper()} would change the graph, and this endpoint only answers; use `civicgraph build`"
        raise QueryRefused(message, *place(text, token.start))


def refuse_service(text: str, found: Sequence[Token]) -> None:
    """Raise QueryRefused at a bare SERVICE, also when it is glued to another word as some parsers allow."""
    for token in found:
        if token.kind == "word" and _has(token):
            message = "SERVICE is not allowed here: no query leaves this machine; ask the other endpoint yourself"
            raise QueryRefused(message, *place(text, token.start))


def disarm(text: str, found: Sequence[Token]) -> list[Edit]:
    """Edits after which the text has the same meaning and the letters SERVICE only in variables and language tags.

    Those two stay because parsers read them whole, and never try another reading of them.
    """
    if _LETTERS.search(text) is None:
        return []
    plain = [token for token in found if token.kind != "comment"]
    declared = {after.start for token, after in pairwise(plain) if token.is_word("PREFIX")}
    prefixes, _ = prologue(plain)
    edits: list[Edit] = []
    for token in filter(_needs_respelling, found):
        label = token.text.partition(":")[0]
        if token.start not in declared and token.kind == "prefixed" and label not in prefixes:
            line, column = place(text, token.start)
            raise QueryError(f"line {line}, column {column}: {label}: is not declared; add a PREFIX", line, column)
        edits.append((token.start, token.end, _respelled(token, None if token.start in declared else prefixes)))
    return edits


def _has(token: Token) -> bool:
    return _LETTERS.search(token.text) is not None


def _needs_respelling(token: Token) -> bool:
    return token.kind in ("comment", "string", "iri", "blank", "prefixed") and _has(token)


def _respelled(token: Token, prefixes: dict[str, str] | None) -> str:
    """The token in other letters; a label in its own declaration (no prefixes) gets one that is never used again."""
    if token.kind == "comment":
        return "#"
    if token.kind == "blank":
        return f"_:x{token.text.encode().hex()}"
    if token.kind == "prefixed":
        return _written_out(token.text, prefixes) if prefixes is not None else f"x{token.text.encode().hex()}:"
    return _escaped(token.text)


def _escaped(term: str) -> str:
    return _LETTERS.sub(lambda match: _SPELLED[match.group()], term)


def _written_out(name: str, prefixes: dict[str, str]) -> str:
    """A prefixed name as its IRI."""
    label, _, local = name.partition(":")
    return _escaped("<" + prefixes[label] + re.sub(r"\\(.)", r"\1", local) + ">")
