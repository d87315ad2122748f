"""What pronouns and descriptions stand for: "she", "the group", "the ministry", "the petition". Abstains when unsure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.entities.model import Entity, Reference

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.mentions.model import Sentence

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
# "the <noun>" → classes it may stand for, the best first
DESCRIPTIONS: Mapping[str, tuple[str, ...]] = {
    "group": ("CivilSocietyOrganization",), "organization": ("CivilSocietyOrganization", "InternationalOrganization"),
    "organisation": ("CivilSocietyOrganization", "InternationalOrganization"), "movement": ("CivilSocietyOrganization",),
    "union": ("CivilSocietyOrganization",), "association": ("CivilSocietyOrganization",), "ngo": ("CivilSocietyOrganization",),
    "foundation": ("CivilSocietyOrganization",), "party": ("PoliticalParty",), "ministry": ("GovernmentBody",),
    "commission": ("GovernmentBody", "InternationalOrganization"), "agency": ("GovernmentBody", "MediaOutlet"),
    "petition": ("Petition",), "law": ("Law", "Bill"), "legislation": ("Law", "Bill"), "bill": ("Bill",), "draft": ("Bill",),
    "amendments": ("Bill", "Law"), "court": ("Court",), "tribunal": ("Court",), "outlet": ("MediaOutlet",),
    "newspaper": ("MediaOutlet",), "website": ("MediaOutlet",), "site": ("MediaOutlet",), "broadcaster": ("MediaOutlet",),
    "treaty": ("Treaty",), "convention": ("Treaty",), "covenant": ("Treaty",), "code": ("Law",), "act": ("Law",),
    "city": ("Place",), "capital": ("Place",), "parliament": ("Legislature",), "committee": ("InternationalOrganization", "Legislature"),
    "activist": ("Person",), "journalist": ("Person",), "lawyer": ("Person",), "politician": ("Person",), "blogger": ("Person",),
    "minister": ("Person",), "president": ("Person",), "defendant": ("Person",), "editor": ("Person",),
}  # fmt: skip
NEEDS_WORD = {"ministry": "ministry", "commission": "commission", "agency": "agency", "committee": "committee",
              "code": "code", "act": "act", "convention": "convention", "covenant": "covenant"}  # fmt: skip
BACK = 5


class Memory:
    """Who and what an article has named so far, the latest last; forgotten at the next article."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Begin with nothing named."""
        self._entities = entities
        self._seen: list[tuple[int, str]] = []

    def resolve(self, number: int, sentence: Sentence, named: Sequence[Reference]) -> list[Reference]:
        """All references of sentence `number` of the article: its names, and what its pronouns stand for."""
        found = list(named)
        starts = {r.start for r in named}
        for token in sentence.span:
            at = sentence.offset + token.idx
            before = [r for r in named if r.end <= at]
            reference = None if at in starts else self._read(number, token, at, before)
            if reference:
                found.append(reference)
        self._seen += [(number, r.entity) for r in sorted(found, key=lambda r: r.start)]
        return sorted(found, key=lambda r: (r.start, r.end))

    def _read(self, number: int, token: Token, at: int, before: Sequence[Reference]) -> Reference | None:
        word = token.lower_
        if word in PRONOUNS and not _in_quote(token):
            return self._person(number, token, at, before, PRONOUNS[word])
        if word in DESCRIPTIONS and _definite(token):
            return self._described(number, token, at, before, word)
        return None

    def _person(self, number: int, token: Token, at: int, before: Sequence[Reference], gender: str) -> Reference | None:
        here = [r.entity for r in before if r.cls == "Person"]
        earlier = [key for n, key in reversed(self._seen) if number - n < BACK and self._entities[key].cls == "Person"]
        for key in (*_subjects_first(before, here), *earlier):
            if gender_of(self._entities[key]) in {gender, ""}:
                return Reference(at, at + len(token), key, "Person", "pronoun")
        return None

    def _described(self, number: int, token: Token, at: int, before: Sequence[Reference], word: str) -> Reference | None:
        known = [r.entity for r in reversed(before)] + [key for n, key in reversed(self._seen) if number - n < 3 * BACK]
        for cls in DESCRIPTIONS[word]:
            for key in known:
                entity = self._entities[key]
                if entity.cls == cls and NEEDS_WORD.get(word, "") in entity.name.lower():
                    start = at - 4 if token.i and token.nbor(-1).lower_ == "the" else at
                    return Reference(start, at + len(token), key, cls, "description")
        return None


def gender_of(entity: Entity) -> str:
    """"m", "f" or "": by the given name, else by the surname's ending."""
    for name in (entity.name, *entity.names):
        words = name.split()
        found = (authorities.given_name_gender(words[0]) if len(words) > 1 else "") or authorities.surname_gender(words[-1])
        if found:
            return found
    return ""


def _subjects_first(before: Iterable[Reference], keys: Sequence[str]) -> list[str]:
    """The sentence's first person is its likeliest topic; the others follow from near to far."""
    return [*keys[:1], *reversed(keys[1:])]


def _definite(token: Token) -> bool:
    before = token.nbor(-1) if token.i > token.sent.start else None
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    plain = follows is None or follows.lower_ not in {"of", "on", "against", "for", "to"}
    return before is not None and before.lower_ in {"the", "this"} and plain


def _in_quote(token: Token) -> bool:
    """Inside direct speech "she" is somebody the speaker means, not the speaker: abstain."""
    opened = sum(t.text in {"“"} for t in token.sent[: token.i - token.sent.start])
    closed = sum(t.text in {"”"} for t in token.sent[: token.i - token.sent.start])
    return opened > closed
