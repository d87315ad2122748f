"""A parser's complaint as one short line with the place in the text as it was asked."""

from __future__ import annotations

import re

from kg.errors import QueryError
from kg.prefixes import known_prefixes
from kg.sparql import Token, before_edits, edited, first_word, offset_of, place, prologue
from kg.store.questions import Prepared

_PLACE = re.compile(r"error at (\d+):(\d+): (?:[Ee]xpected (?:one of )?)*(.*)", re.DOTALL)
_PAIRS = {")": "(", "]": "[", "}": "{"}


def malformed(prepared: Prepared, fault: str) -> QueryError:
    """The error for a text that the engine's parser refused with `fault`."""
    known = mistake(prepared)
    if known is not None:
        return known
    match = _PLACE.match(fault)
    if match is None:
        return QueryError(_short(fault))
    text = edited(prepared.question.text, prepared.edits)
    offset = _true_offset(text, offset_of(text, int(match[1]), int(match[2])), match[3], prepared)
    expected = _short(match[3])
    if expected.startswith("The "):  # a whole sentence about the query, and no list of what the grammar takes
        return _at(prepared, offset, expected)
    return _at(prepared, offset, _found(prepared, offset) + (f"; expected {expected}" if expected else ""))


def mistake(prepared: Prepared) -> QueryError | None:
    """The commonest mistakes, with a better message than any parser's; None when the text has none of them."""
    found = _beginning(prepared) or _unbalanced(prepared) or _unresolved(prepared)
    return _at(prepared, *found) if found else None


def _true_offset(text: str, offset: int, expected: str, prepared: Prepared) -> int:
    """Oxigraph reports where a keyword it tried would have ended; go back to where it would have begun."""
    if "[_]" in expected and prepared.tokens:
        return prepared.tokens[-1].start
    if re.fullmatch(r"\w+(, \w+)*", expected):
        offset -= min(len(word) for word in expected.split(", "))
    return before_edits(min(max(offset, 0), len(text)), prepared.edits)


def _at(prepared: Prepared, offset: int, fault: str) -> QueryError:
    line, column = place(prepared.question.text, offset)
    return QueryError(f"line {line}, column {column}: {fault}", line, column)


def _found(prepared: Prepared, offset: int) -> str:
    token = next((token for token in prepared.tokens if offset < token.end), None)
    return "the query ends too early" if token is None else f"`{token.text[:40]}` does not fit here"


def _beginning(prepared: Prepared) -> tuple[int, str] | None:
    if not prepared.tokens:
        return 0, "the query is empty"
    if first_word(prepared.tokens) in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
        return None
    _, first = prologue(prepared.tokens)
    at = prepared.tokens[first].start if first < len(prepared.tokens) else len(prepared.question.text)
    return at, "expected SELECT, ASK, CONSTRUCT or DESCRIBE"


def _unbalanced(prepared: Prepared) -> tuple[int, str] | None:
    """A bracket that closes nothing, or is never closed."""
    still_open: list[Token] = []
    for token in prepared.tokens:
        if token.kind != "mark":
            continue
        if token.text in _PAIRS.values():
            still_open.append(token)
        elif token.text in _PAIRS and (not still_open or still_open.pop().text != _PAIRS[token.text]):
            return token.start, f"`{token.text}` closes nothing that is open here"
    return (still_open[-1].start, f"`{still_open[-1].text}` is never closed") if still_open else None


def _unresolved(prepared: Prepared) -> tuple[int, str] | None:
    """A prefix that is not declared, or a relative IRI without a base."""
    declared, first = prologue(prepared.tokens)
    has_base = prepared.question.base_iri is not None or any(token.is_word("BASE") for token in prepared.tokens[:first])
    for token in prepared.tokens:
        label = token.text.partition(":")[0]
        if token.kind == "prefixed" and label not in declared:
            known = known_prefixes().get(label, "its namespace")
            return token.start, f"{label}: is not declared; add PREFIX {label}: <{known}>"
        if token.kind == "iri" and not has_base and not re.match(r"<[A-Za-z][A-Za-z0-9+.-]*:", token.text):
            return token.start, f"{token.text} is relative, and there is no base; write the whole IRI or add BASE"
    return None


def _short(expected: str, most: int = 160) -> str:
    """One line, without the parser's character classes."""
    plain = re.sub(r"\[(?:[^\[\]'\"]|'(?:\\.|[^'])*'|\"[^\"]*\")*\]", "", expected)
    parts = [part.strip() for part in plain.replace("\n", " ").split(", ")]
    plain = ", ".join(part for part in parts if part)
    return plain if len(plain) <= most else plain[: plain.rfind(",", 0, most)] + " …"
