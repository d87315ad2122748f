"""Capitalised runs: the stretches of a sentence that can be a name, cut where two names meet.

"Ministry of Culture and Information" is one run, "Ministry of Justice and Amnesty International" two; a possessor
("Kazakhstan’s Supreme Court") ends a run unless it is part of the name ("Women’s March", "Parents’ Union").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LINKS = frozenset({"of", "for", "on", "to", "against", "under"})
PARTICLES = frozenset({"al", "el", "de", "da", "di", "van", "von", "der", "den", "del", "la", "bin", "ibn", "ben", "du",
                       "dos", "ag", "ould", "und", "y"})  # fmt: skip
NOT_NAMES = frozenset({"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"})
WEAK_STARTS = frozenset({"ADV", "VERB", "ADJ", "NOUN", "NUM"})
PLURALS = frozenset({"Women", "Children", "Men", "People", "Mothers", "Parents", "Journalists", "Workers", "Teachers",
                     "Lawyers", "Students", "Farmers", "Citizens", "Writers", "Miners", "Veterans", "Employers", "Nurses",
                     "Doctors", "Consumers", "Youth", "Girls", "Peoples", "Patients", "Prisoners", "Tenants"})  # fmt: skip
HYPHENS = frozenset("-–")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start:end` of the sentence's span (indexes within the span). `possessor` tells a "’s" follows."""

    start: int
    end: int
    possessor: bool = False


def runs(span: Span, taken: Sequence[bool]) -> list[Run]:
    """The runs of a sentence; tokens marked in `taken` (titles, listed names) are never inside one."""
    found, i = [], 0
    while i < len(span):
        if taken[i] or not starts_name(span, i):
            i += 1
            continue
        end = _extend(span, i, taken)
        found.append(Run(i, end, end < len(span) and span[end].tag_ == "POS"))
        i = max(end, i + 1)
    return found


def starts_name(span: Span, i: int) -> bool:
    """Whether a name can begin at token i: capitalised, and not merely because the sentence begins there."""
    token = span[i]
    if not is_cap(token) or token.pos_ in NOT_NAMES:
        return False
    follows = i + 1 < len(span) and (is_cap(span[i + 1]) or (span[i + 1].text in LINKS and token.text in lexicon().heads))
    if token.text in lexicon().never and not follows:
        return False
    begins = i == 0 or span[i - 1].text in {"“", '"', "‘", ":", "•", "'"}
    if not begins or token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return True
    return token.pos_ in WEAK_STARTS and i + 1 < len(span) and is_cap(span[i + 1]) and span[i + 1].pos_ == "PROPN"


def is_cap(token: Token) -> bool:
    """Whether a token is written with a capital (or is an acronym with digits)."""
    text = token.text
    return text[:1].isupper() and any(c.isalpha() for c in text) and not text.endswith((".", ":")) or _abbreviation(text)


def _abbreviation(text: str) -> bool:
    return len(text) <= 5 and text.endswith(".") and text[:1].isupper() and text[:-1].replace(".", "").isalpha()


def _extend(span: Span, start: int, taken: Sequence[bool]) -> int:
    """The end of the run that begins at `start`."""
    i = start + 1
    while i < len(span):
        step = _step(span, start, i, taken)
        if not step:
            break
        i += step
    return i


def _step(span: Span, start: int, i: int, taken: Sequence[bool]) -> int:
    """How many tokens the run takes next at i: a word, or a link and a word; 0 ends it."""
    token = span[i]
    if taken[i]:
        return 0
    if is_cap(token):
        return 1
    glued = not span[i - 1].whitespace_
    if token.text in HYPHENS and glued and not token.whitespace_ and i + 1 < len(span):
        return 2
    if token.tag_ == "POS":
        return 2 if _next_cap(span, i + 1, taken) and span[i - 1].text in PLURALS else 0
    if token.text.lower() in PARTICLES and _next_cap(span, i + 1, taken) and len(span[i - 1].text) > 1:
        return 2
    return _link(span, start, i, taken)


def _link(span: Span, start: int, i: int, taken: Sequence[bool]) -> int:
    """Links that join words of one name: of/for/on after a head word, and/comma inside what such a link began."""
    words = [t.text for t in span[start:i]]
    headed = any(w in lexicon().heads and lexicon().heads[w] not in {"Place"} for w in words) or _is_act(words)
    text, tail = span[i].text, any(w in LINKS for w in words)
    if text in LINKS and (headed or tail):
        skip = 2 if i + 1 < len(span) and span[i + 1].text == "the" else 1
        return skip + 1 if _next_cap(span, i + skip, taken) else 0
    if text in {"and", "&"} and _next_cap(span, i + 1, taken):
        rest = _chunk(span, i + 1, taken)
        return 2 if _joins(words, rest, tail and headed) else 0
    adjective = span[i - 1].text.endswith(("al", "ic", "ive", "ary", "an", "ous"))
    if text == "," and tail and headed and adjective and _next_cap(span, i + 1, taken):
        return 2
    return 0


def _is_act(words: list[str]) -> bool:
    return any(w in {"Law", "Act", "Code", "Convention", "Declaration", "Plan", "Strategy", "Concept"} for w in words)


def _joins(words: list[str], rest: list[str], in_tail: bool) -> bool:
    """Whether "and" is inside a name: "… of Culture and Information", "Culture and Information Ministry"."""
    lex = lexicon()
    rest_is_body = rest[-1] in lex.heads and len(rest) > 1
    if in_tail:
        return not rest_is_body and not authorities.country_by_name(" ".join(rest))
    return rest[-1] in {"Ministry", "Party", "Department", "Committee", "Commission", "Agency", "Bureau", "Union"} and all(
        w in lex.portfolio or w[0].isupper() for w in words
    ) and words[-1] in lex.portfolio  # fmt: skip


def _chunk(span: Span, i: int, taken: Sequence[bool]) -> list[str]:
    """The capitalised words in a row from token i."""
    return [t.text for t in _caps(span, i, taken)]


def _caps(span: Span, i: int, taken: Sequence[bool]) -> Iterator[Token]:
    while i < len(span) and is_cap(span[i]) and not taken[i]:
        yield span[i]
        i += 1


def _next_cap(span: Span, i: int, taken: Sequence[bool]) -> bool:
    return i < len(span) and is_cap(span[i]) and not taken[i] and span[i].pos_ not in {"PRON", "DET"}
