"""The names a document is known to hold, found again wherever they stand: the second pass of the finder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import mention
from kg.mentions.titles import COURTESY, is_person_noun
from kg.mentions.votes import first_of_two, key
from kg.names import fold

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# Classes whose names are proper names: descriptions ("a petition against …") are not looked for again.
PROPER = frozenset({
    "Person", "CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "Company", "ArmedGroup",
    "InternationalOrganization", "GovernmentBody", "Court", "Legislature", "Place",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownNames:
    """First word → (words, class) of the document's names, longest first."""

    names: Mapping[str, list[tuple[tuple[str, ...], str]]]
    surnames: frozenset[str] = frozenset()

    def find(self, sentence: Sentence) -> list[Mention]:
        """Every place in the sentence where a known name stands."""
        found, span = [], sentence.span
        for i, token in enumerate(span):
            for words, cls in self.names.get(token.text, ()):
                if len(words) <= len(span) - i and all(span[i + k].text == w for k, w in enumerate(words)):
                    alone = cls == "Person" and len(words) == 1 and _within_a_name(sentence, i)
                    start, end = (i - 1, i + 2) if alone else (i, i + len(words))
                    if not _part_of_word(token):
                        found.append(mention(sentence, start, end, cls, "lexicon"))
                    break
        return found


def _proper(m: Mention, cls: str) -> bool:
    """Whether it is a proper name: titles of petitions are, which the text repeats without quotation marks."""
    return cls in PROPER or (cls == "Petition" and m.rule == "petition-title" and " " in m.text)


def _within_a_name(sentence: Sentence, i: int) -> bool:
    """ "Olo Brent Marsk" is not the Ida Brent of the next line: a surname between two other words of a name."""
    span = sentence.span
    if not 0 < i < len(span) - 1:
        return False
    before, after = span[i - 1], span[i + 1]
    names = all(t.pos_ == "PROPN" and t.text.istitle() and t.ent_type_ not in ("DATE", "TIME") for t in (before, after))
    return names and not before.is_sent_start and before.text not in COURTESY and not is_person_noun(before)


def _part_of_word(token: Token) -> bool:
    return token.i > 0 and not token.nbor(-1).whitespace_ and token.nbor(-1).text in "-–"


def _given_alone(people: Iterable[tuple[str, ...]]) -> set[tuple[tuple[str, ...], str]]:
    """The given names of relatives who share a surname: such people are told apart by them."""
    full = [words for words in people if 1 < len(words) < 4]
    counts = Counter(words[-1] for words in full)
    given = Counter(words[0] for words in full)
    kin = (words for words in full if counts[words[-1]] > 1 and given[words[0]] == 1)
    return {(words[:1], "Person") for words in kin if len(fold(words[0])) > 3 and words[0].isalpha()}


def known_names(
    mentions: Iterable[Mention], decided: Mapping[str, str], acronyms: Mapping[str, str] | None = None
) -> KnownNames:
    """The names of one document that the vote accepted, its people's surnames, its acronyms with their class."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    entries: set[tuple[tuple[str, ...], str]] = {((short,), cls) for short, cls in (acronyms or {}).items()}
    for m in mentions:
        cls = decided.get(key(m.text), "")
        if not _proper(m, cls) or m.rule == "description" or not m.text[:1].isupper():
            continue
        words = tuple(key(m.text).replace("-", " - ").replace("’s", " ’s").split())
        entries.add((words, cls))
        if cls == "Person" and len(words) > 1 and len(fold(words[-1])) > 3 and "-" not in words:
            entries.add((words[-1:], cls))
            if len(words) == 3 and first_of_two(words[1]):
                entries.add((words[1:2], cls))
    entries |= _given_alone(words for words, cls in entries if cls == "Person")
    for words, cls in sorted(entries, key=lambda e: (-len(e[0]), e)):
        names.setdefault(words[0], []).append((words, cls))
    return KnownNames(names, frozenset(words[0] for words, cls in entries if cls == "Person" and len(words) == 1))
