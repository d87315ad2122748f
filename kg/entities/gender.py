"""Whether a named person is a man or a woman, as far as names, relatives' words, titles and pronouns tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.entities.model import Entity
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.titles import Title
    from kg.mentions.tokens import Span, Token

COURTESY = {"Mr": "m", "Mr.": "m", "Ms": "f", "Ms.": "f", "Mrs": "f", "Mrs.": "f", "Sir": "m", "Lady": "f"}


def gender_of(entity: Entity) -> str:
    """By the given name, else by the surname's ending: "m", "f" or ""."""
    for name in (entity.name, *entity.names):
        words = name.split()
        given = authorities.given_name_gender(words[0]) if len(words) > 1 else ""
        found = given or authorities.surname_gender(words[-1])
        if found:
            return found
    return authorities.given_name_gender(entity.name)


def by_neighbours(span: Span, start: int, end: int, titles: Sequence[Title]) -> str:
    """What stands beside the name at tokens `start:end` tells: "his wife, X", "Mr X", "X, her brother"."""
    before = [t.text for t in span[max(0, start - 2) : start]]
    if before and before[-1] in COURTESY:
        return COURTESY[before[-1]]
    led = before[-1] if before and before[-1] != "," else (before[0] if len(before) == 2 else "")
    after = [t.lower_ for t in span[end : end + 3]]
    apposed = after[2] if len(after) == 3 and after[0] == "," and after[1] in {"his", "her", "the", "their"} else ""
    return _kin(led, apposed, _described(span, start)) or _by_title(start, end, titles)


def _described(span: Span, start: int) -> str:
    """The word before a comma and a description: "his wife, the teacher Ann Lee"."""
    words = [t.text for t in span[max(0, start - 6) : start]]
    comma = max((k for k, word in enumerate(words) if word == ","), default=0)
    told = words[comma + 1 :]
    described = bool(told) and told[0] in ("the", "a", "an") and all(word.islower() for word in told)
    return words[comma - 1] if comma and described else ""


def _kin(*words: str) -> str:
    return next((g for w in words if (g := lexicon().kin.get(w.lower()))), "")


def _by_title(start: int, end: int, titles: Sequence[Title]) -> str:
    near = (t for t in titles if t.end == start or t.start == end + 2)
    return next((t.office.gender for t in near if t.office.gender), "")


def compatible(key: str, gender: str, known: Mapping[str, str]) -> bool:
    """Whether a person may be referred to by a pronoun of this gender; an unknown gender fits both."""
    return known.get(key, "") in {gender, ""}


def is_unnamed_person(token: Token, people: frozenset[str]) -> bool:
    """Whether a common noun is of a single person whom the text does not name: "the captain", "his mother"."""
    return token.pos_ == "NOUN" and token.tag_ == "NN" and (token.lower_ in people or token.lower_ in lexicon().kin)
