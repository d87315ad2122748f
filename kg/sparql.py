"""Reading SPARQL text as tokens: strings, IRIs, comments and names are told apart, nothing is evaluated (pure).

The token rules are those of the SPARQL 1.1 grammar, section 19.8. Tokens cover the text except white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from kg.errors import QueryError

Kind = Literal["comment", "string", "iri", "variable", "language", "blank", "prefixed", "number", "word", "mark"]
Edit = tuple[int, int, str]

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = f"{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040"
_ESCAPE = r"(?:%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_CODE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_CHAR = rf"(?:\\[tbnrf\"'\\]|{_CODE})"
NAME_START, NAME = f"{_BASE}_", _NAME
"""Inner parts of character classes: what a name may begin with and go on with."""
_GRAMMAR: dict[str, str] = {
    "space": r"[ \t\r\n]+",
    "comment": r"\#[^\r\n]*",
    "string": (
        rf"'''(?:'{{0,2}}(?:[^'\\]|{_CHAR}))*'''|\"\"\"(?:\"{{0,2}}(?:[^\"\\]|{_CHAR}))*\"\"\""
        rf"|'(?:[^'\\\n\r]|{_CHAR})*'|\"(?:[^\"\\\n\r]|{_CHAR})*\""
    ),
    "iri": rf"<(?:[^<>\"{{}}|^`\\\x00-\x20]|{_CODE})*>",
    "variable": rf"[?$][{_BASE}_0-9][{_NAME}]*",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "blank": rf"_:[{_BASE}_0-9](?:[{_NAME}.\-]*[{_NAME}\-])?",
    "prefixed": (
        rf"(?:[{_BASE}](?:[{_NAME}.\-]*[{_NAME}\-])?)?:"
        rf"(?:(?:[{_BASE}_:0-9]|{_ESCAPE})(?:(?:[{_NAME}.:\-]|{_ESCAPE})*(?:[{_NAME}:\-]|{_ESCAPE}))?)?"
    ),
    "number": r"(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+",
    "word": r"[A-Za-z][A-Za-z0-9_]*",
    "mark": r"\^\^|&&|\|\||[<>!]=|[\s\S]",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _GRAMMAR.items()))
_SPECIAL = re.compile(r"\\[uU]|[\"'\\\x00-\x1f\x7f]")
_ESCAPES = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "'": "'", "\\": r"\\"}
_OPENING = re.compile(
    rf"\s*(?:(?:PREFIX\s+(?:{_GRAMMAR['prefixed']})?\s*|BASE\s*)<[^<>\"{{}}|^`\\\s]*>\s*)*(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b",
    re.IGNORECASE | re.ASCII,
)
"""A prologue without comments or escapes, and the word after it."""
_OPERANDS = frozenset({"variable", "string", "language", "number"})
UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"},
)
"""What an update begins with, after its prologue."""


class Token(NamedTuple):
    """One token; `text == source[start:end]`."""

    kind: Kind
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Is this the bare word, in any case? Never true of a string, an IRI, a variable or a prefixed name."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> list[Token]:
    """The tokens of a query, comments included. Raises QueryError at a string that never ends."""
    found: list[Token] = []
    brackets: list[str] = []
    position = 0
    while match := _TOKEN.match(text, position):
        kind, end = str(match.lastgroup), match.end()
        if kind == "iri" and brackets[-1:] == ["("] and _compares(match.group(), found):
            kind, end = "mark", position + (2 if text.startswith("<=", position) else 1)
        if kind != "space":
            token = Token(kind, text[position:end], position, end)  # type: ignore[arg-type]
            found.append(token)
            if kind == "mark":
                _nest(token, brackets, text)
        position = end
    return found


def _compares(candidate: str, before: Sequence[Token]) -> bool:
    """Is this `<` a comparison, as in `(?a<?b&&?c>?d)`, though an IRI could be read there?"""
    previous = next((token for token in reversed(before) if token.kind != "comment"), None)
    operand = previous is not None and (previous.kind in _OPERANDS or previous.text == ")")
    return operand and "://" not in candidate and bool(re.search(r"[?$&=()'!,*+]", candidate))


def _nest(token: Token, brackets: list[str], text: str) -> None:
    """Follow the brackets with a mark; a lone quote mark is where a string was meant to begin."""
    if token.text in "'\"":
        line, column = place(text, token.start)
        raise QueryError(f"line {line}, column {column}: a string is not closed, or holds a wrong escape", line, column)
    if token.text in "([{":
        brackets.append(token.text)
    elif token.text in ")]}" and brackets:
        brackets.pop()


def significant(text: str) -> list[Token]:
    """The tokens without the comments."""
    return [token for token in tokens(text) if token.kind != "comment"]


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, counted from 1, of an offset.

    >>> place("ASK {\\n  oops }", 8)
    (2, 3)
    """
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def offset_of(text: str, line: int, column: int) -> int:
    """The offset of a line and column; past the end it is the length of the text."""
    lines = text.split("\n")
    return min(sum(len(one) + 1 for one in lines[: line - 1]) + column - 1, len(text))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with each (start, end, replacement) carried out; the spans do not overlap."""
    pieces: list[str] = []
    done = 0
    for start, end, replacement in sorted(edits):
        pieces += [text[done:start], replacement]
        done = end
    return "".join([*pieces, text[done:]])


def before_edits(offset: int, edits: Iterable[Edit]) -> int:
    """Where an offset into the edited text was in the original; inside a replacement it is where that begins."""
    shift = 0
    for start, end, replacement in sorted(edits):
        if offset < start + shift:
            break
        if offset < start + shift + len(replacement):
            return start
        shift += len(replacement) - (end - start)
    return offset - shift


def prologue(found: Sequence[Token]) -> tuple[dict[str, str], int]:
    """The declared prefixes (label -> IRI as written) and the index of the first token after them."""
    prefixes: dict[str, str] = {}
    at = 0
    while at < len(found):
        if found[at].is_word("PREFIX") and [token.kind for token in found[at + 1 : at + 3]] == ["prefixed", "iri"]:
            prefixes[found[at + 1].text[:-1]] = found[at + 2].text[1:-1]
            at += 3
        elif found[at].is_word("BASE"):
            at += 2
        else:
            break
    return prefixes, at


def first_word(found: Sequence[Token]) -> str:
    """The word after the prologue in capitals ("SELECT", "INSERT"), or "" when there is none."""
    _, at = prologue(found)
    return found[at].text.upper() if at < len(found) and found[at].kind == "word" else ""


def form_of(text: str) -> str:
    """`first_word` of a query, without reading more of it than its beginning where that is plain.

    Raises QueryError like `tokens` where it is not.

    >>> form_of("PREFIX a: <x:> ask { a:b a:c 'select' }")
    'ASK'
    """
    plain = _OPENING.match(text)
    return plain["form"].upper() if plain else first_word(significant(text))


def has_any(text: str, words: Iterable[str]) -> bool:
    """Are the letters of one of the words, given in capitals, anywhere in the text? If not, no token is that word."""
    capitals = text.upper()
    return any(word in capitals for word in words)


def is_update(found: Sequence[Token]) -> bool:
    """Does the text ask to change the graph?"""
    return first_word(found) in UPDATES


def names_dataset(found: Sequence[Token]) -> bool:
    """Does the query say FROM, and so choose its own graphs?"""
    return any(token.is_word("FROM") for token in found)


def outer_star(found: Sequence[Token]) -> Token | None:
    """The star of an outermost `SELECT *`; None when columns are named or it is another form."""
    _, at = prologue(found)
    if at >= len(found) or not found[at].is_word("SELECT"):
        return None
    at += 1
    if at < len(found) and found[at].is_word("DISTINCT", "REDUCED"):
        at += 1
    return found[at] if at < len(found) and found[at].text == "*" else None


def is_distinct(found: Sequence[Token]) -> bool:
    """Is it a `SELECT DISTINCT`, in which no row comes twice?"""
    _, at = prologue(found)
    return at + 1 < len(found) and found[at].is_word("SELECT") and found[at + 1].is_word("DISTINCT")


def variables(found: Iterable[Token]) -> list[str]:
    """The names of the variables (no `?`), in the order of their first appearance."""
    return list(dict.fromkeys(token.text[1:] for token in found if token.kind == "variable"))


def string_literal(value: str) -> str:
    """A string as a SPARQL term that no parser can leave early.

    A `u` after a backslash is written as a code point itself: some parsers expand code points before they read
    strings, and would see an escape where there is a backslash and a letter.

    >>> string_literal('say "hi"')
    '"say \\\\"hi\\\\""'
    """
    return '"' + _SPECIAL.sub(lambda match: _escape(match.group()), value) + '"'


def _escape(text: str) -> str:
    if text[0] == "\\" and len(text) == 2:
        return f"\\\\\\U{ord(text[1]):08X}"
    return _ESCAPES.get(text) or f"\\U{ord(text):08X}"
