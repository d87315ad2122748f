"""Offices and professions beside a name: "former Minister of Trade", "co-founder", "investigative journalist"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.title_bodies import names_a_body

if TYPE_CHECKING:
    from kg.authorities import Office
    from kg.mentions.tokens import Span, Token

PAST = frozenset({"former", "ex", "late", "ousted", "disgraced", "erstwhile", "deposed"})
RANKS = frozenset({
    "deputy", "acting", "vice", "first", "second", "chief", "senior", "interim", "assistant", "prime", "co", "then",
    "general", "honorary", "executive", "lead", "head",
})  # fmt: skip
BRANCHES = frozenset({"wing", "branch", "union", "league", "association", "front", "group", "network", "council"})
LISTING = frozenset({",", "and", "-", "–"})
LED = frozenset({",", "a", "an", "the", "another", "one", "of", "and", "-"})
MOST_LISTED, MOST_LED = 8, 6
CHIEFS = frozenset({
    "head", "director", "president", "chairman", "chairwoman", "chairperson", "leader", "editor", "chief", "secretary",
    "spokesman", "spokeswoman", "spokesperson", "commander", "rector", "bishop", "coordinator",
})  # fmt: skip
STOOD_IN_FOR = [[w] for w in (*sorted(CHIEFS), "ombudsman", "ombudsperson", "ombudswoman", "commissioner")]
NOUNS_OF_STATE = frozenset(
    {"Affairs", "Services", "Development", "Protection", "Resources", "Relations", "Security", "Works"}
)
INSIDE = frozenset({"of", "for", "and", "the", "on", "&", "’s", "'s", "-"})
COURTESY = frozenset({
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sir", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Professor", "Imam", "Sheikh",
    "Father", "Rev.", "Hon.", "Lord", "Lady", "Judge", "Justice", "Colonel", "General", "Major", "Captain",
    "Lieutenant", "Sergeant", "Gen.", "Col.", "Maj.", "Lt.", "Capt.", "Archbishop", "MP", "MPs", "Bishop",
    "Cardinal", "Pope", "King", "Queen", "Prince", "Princess", "Emir", "Sultan", "Ayatollah", "Mullah", "Monsignor",
    "Brother", "Sister", "Comrade",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens `start:end` of the sentence's span. `office` is the listed word, `former` tells that it is past."""

    start: int
    end: int
    head: int
    office: Office
    former: bool


@lru_cache(maxsize=1)
def _offices() -> Mapping[str, list[tuple[tuple[str, ...], Office]]]:
    index: dict[str, list[tuple[tuple[str, ...], Office]]] = {}
    for office in authorities.offices():
        words = tuple(office.word.lower().replace("-", " - ").split())
        index.setdefault(words[0], []).append((words, office))
    return {w: sorted(found, key=lambda o: -len(o[0])) for w, found in index.items()}


# Offices and ranks that the press shortens before a name.
SHORT = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "col.": "colonel", "maj.": "major",
    "lt.": "lieutenant", "capt.": "captain", "sgt.": "sergeant", "prof.": "professor", "atty.": "attorney",
    "cpl.": "corporal", "insp.": "inspector", "supt.": "superintendent", "amb.": "ambassador", "pres.": "president",
    "sens.": "senator", "reps.": "representative", "brig.": "brigadier",
}  # fmt: skip


def titles(span: Span) -> list[Title]:
    """The titles of a sentence in order, not overlapping."""
    found: list[Title] = []
    lower = [t.text.lower() for t in span]
    i = 0
    while i < len(span):
        match = _match(lower, i)
        if match is None or not _nominal(span[i + match[0] - 1]) or _of_a_chief(span, i):
            i += 1
            continue
        length, office = match
        if names_a_body(span, i, i + length, office.kind == "profession"):
            i += length
            continue
        start = _left(span, i, found[-1].end if found else 0)
        if start >= 2 and _of_a_chief(span, start - 2):
            start -= 2
        end = _right(span, i + length, office)
        former = any(w in PAST for w in lower[max(0, start - 1) : i])
        of = next((k for k in range(i, i + length) if lower[k] == "of"), i + length)  # "member of parliament"
        found.append(Title(start, end, of - 1, office, former))
        i = end
    return found


def _of_a_chief(span: Span, i: int) -> bool:
    """ "deputy Asia director", "deputy police chief": who stands in for a director sits in no chamber."""
    small = [t.lower_ for t in span[i + 1 : i + 3] if t.text.islower()]
    if span[i].lower_ == "deputy" and (small[:1] in STOOD_IN_FOR or small[1:] in STOOD_IN_FOR):
        return True
    after = span[i + 1 : i + 4]
    chief = next((k for k, t in enumerate(after) if t.text.lower() in CHIEFS), 0)
    return span[i].text.lower() == "deputy" and chief > 0 and all(t.text[:1].isupper() for t in after[:chief])


def names_people(span: Span, start: int, end: int, found: Sequence[Title]) -> bool:
    """Whether a title stands right before the name `start:end`, or right after it behind a comma.

    A title in the plural is that of all names that follow it: "the lawyers Ama Mensah and Kofi Boateng".
    """
    return any(_leads(span, title, start) or _follows(span, title, end) for title in found)


def _leads(span: Span, title: Title, start: int) -> bool:
    gap = span[title.end : start]
    if title.end > start or len(gap) > MOST_LISTED:
        return False
    if _holds(span, title, gap):
        return True
    if len(gap) == 1 and gap.text in {"called", "named"}:
        return any(t.lower_ in {"a", "an", "one"} for t in span[max(0, title.start - 1) : title.head])
    if len(gap) <= 1:
        return gap.text in {"", ","}
    listed = all(t.text[:1].isupper() or t.text in LISTING for t in gap)
    return span[title.head].text.endswith("s") and listed


def _holds(span: Span, title: Title, gap: Span) -> bool:
    """ "the mayor of Oruro, Ana Lee, …": a definite office, whose it is, and a comma."""
    if len(gap) < 3 or gap[0].text not in {"of", "in", "for"} or gap[-1].text != "," or not title.start:
        return False
    definite = span[title.start - 1].lower_ == "the" and not span[title.head].text.endswith("s")
    chief = title.office.kind == "state" or span[title.head].lower_ in CHIEFS
    return definite and chief and not any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";"} for t in gap[1:-1])


def _follows(span: Span, title: Title, end: int) -> bool:
    lead = span[end : title.start]
    if title.start <= end or not lead.text.startswith(",") or len(lead) > MOST_LED:
        return False
    if len(lead) > 2 and lead[1].text == "and":
        return False  # "the union, X, and the mayor, Y"
    after = span[title.end] if title.end < len(span) else None
    if after is not None and after.tag_ == "NN" and after.text in BRANCHES:
        return False  # "X, the student wing of Y"
    return all(t.text in LED or t.pos_ in {"ADJ", "NUM"} or authorities.country_by_adjective(t.text) for t in lead)


def is_person_noun(token: Token) -> bool:
    """Whether a common noun is of a person: a listed profession or kind of people."""
    word = token.text.lower()
    return word in lexicon().people_nouns or any(len(words) == 1 for words, _ in _offices().get(word, ()))


def _match(lower: list[str], i: int) -> tuple[int, Office] | None:
    full = SHORT.get(lower[i], lower[i])
    if full != lower[i]:
        return 1, _offices()[full][-1][1]
    offices = _offices()
    for first in (lower[i], lower[i][:-1]) if lower[i].endswith("s") else (lower[i],):
        for words, office in offices.get(first, ()):
            if tuple(lower[i + 1 : i + len(words)]) == words[1:]:
                return len(words), office
    return None


def _nominal(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ"}


def _left(span: Span, i: int, limit: int) -> int:
    """Ranks, portfolios and describing words before the office: "former deputy Interior", "investigative"."""
    start = i
    while start > limit:
        token = span[start - 1]
        word = token.text.lower()
        joined = word in PAST | RANKS or token.text in lexicon().portfolio or word == "-"
        described = (
            token.dep_ in {"amod", "compound", "nmod"} and token.head.i == span[i].i and token.text[:1].islower()
        )
        if not joined and not described:
            break
        start -= 1
    return start


def _leads_to_portfolio(span: Span, i: int) -> bool:
    """ "Minister of Civic | Affairs Ann Lee": a word that only a further one shows to be of the portfolio."""
    after = [t.text for t in span[i + 1 : i + 4]]
    capital = span[i].text[:1].isupper() and span[i - 1].text in {"of", "for"}
    return (
        capital and len(after) == 3 and after[0] in NOUNS_OF_STATE and after[1][:1].isupper() and after[2][:1].isupper()
    )


def _right(span: Span, i: int, office: Office) -> int:
    """The portfolio after a state office ("Minister of Trade and Industry"); the name begins where it ends."""
    if office.kind != "state":
        return i
    start = end = i
    while i < len(span):
        if (
            span[i].text in lexicon().portfolio
            or span[i].text
            in {
                "Children",
                "Women",
                "Persons",
                "Internally",
                "Displaced",
            }
            or (end < i + 1 and _leads_to_portfolio(span, i))
        ):
            end = i + 1
        elif span[i].text not in INSIDE and span[i].text != ",":
            break
        if span[i].text == "," and span[i - 1].text not in lexicon().portfolio:
            break
        i += 1
    return start if end < len(span) and span[end].text in lexicon().heads else end
