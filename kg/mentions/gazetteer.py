"""Names that every reader knows: states, parliaments, UN bodies, treaties, world media. Found by exact words.

Cities are not found here but looked up for capitalised runs (`classify`), because half of their names are also words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import part

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

HYPHENS = "-–—"
REGIONS = (
    "Central Asia", "South Asia", "Southeast Asia", "East Asia", "Western Europe", "Eastern Europe",
    "Central Europe", "West Africa", "East Africa", "North Africa", "Southern Africa", "Central Africa",
    "Horn of Africa", "Sahel", "Latin America", "Central America", "South America", "North America", "Middle East",
    "Caucasus", "South Caucasus", "North Caucasus", "Balkans", "Western Balkans", "Caribbean", "Europe", "Asia",
    "Africa", "Oceania", "Maghreb", "Scandinavia", "Siberia", "Black Sea", "Caspian Sea", "Mediterranean",
    "Gulf of Guinea", "Persian Gulf",
)  # fmt: skip
ARMED = (
    "Taliban", "Islamic State", "Boko Haram", "Al-Shabaab", "al-Shabaab", "Hamas", "Hezbollah", "al-Qaeda",
    "Al-Qaeda", "FARC", "ISIS", "ISIL", "Wagner Group", "Houthis", "Al-Qaida", "Janjaweed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What a listed name stands for."""

    cls: str
    name: str
    facts: Mapping[str, object] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, list[tuple[tuple[str, ...], Entry]]]:
    """First word → the listed names that begin with it, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for text, entry in _listed():
        words = tuple(_words(text))
        index[words[0]].append((words, entry))
    return {w: sorted(names, key=lambda n: -len(n[0])) for w, names in index.items()}


def _words(text: str) -> list[str]:
    return (
        text.replace("-", " - ")
        .replace(",", " ,")
        .replace("’", "'")
        .replace("'s", " 's")
        .replace("s' ", "s ' ")
        .split()
    )


def _listed() -> Iterator[tuple[str, Entry]]:
    for country in authorities.countries():
        entry = Entry("Country", country.name, {"iso": country.iso})
        yield from ((n, entry) for n in (country.name, *country.other_names))
        yield from ((f"Republic of {n}", entry) for n in (country.name, *country.other_names) if " " not in n)
    for body in authorities.international():
        court = "Court" in body.name.split() or "Tribunal" in body.name.split()
        cls = "Court" if court else "InternationalOrganization"
        entry = Entry(cls, body.name, {"part_of": body.part_of, "worldwide": True})
        yield from ((n, entry) for n in (body.name, *body.other_names, *body.acronyms))
    for treaty in authorities.treaties():
        entry = Entry("Treaty", treaty.name)
        yield from ((n, entry) for n in (treaty.name, *treaty.other_names, *treaty.acronyms))
    for chamber in authorities.legislatures():
        entry = Entry("Legislature", chamber.name, {"part_of": chamber.part_of, "country": chamber.country})
        yield from ((n, entry) for n in (chamber.name, *chamber.other_names))
    for outlet in authorities.media():
        entry = Entry("MediaOutlet", outlet.name, {"country": outlet.country})
        yield from ((n, entry) for n in (outlet.name, *outlet.other_names))
    for party in authorities.parties():
        entry = Entry("PoliticalParty", party.name, {"country": party.country} if party.country else {})
        # Letters alone are the name of many parties: they tell that it is one, not which.
        names = (party.name, *party.other_names)
        yield from ((n, Entry("PoliticalParty", n) if n.isupper() else entry) for n in names)
    yield from ((name, Entry("Place", name, {"region": True})) for name in REGIONS)
    yield from ((name, Entry("ArmedGroup", name)) for name in ARMED)
    yield "The Hague", Entry("Place", "The Hague", {"country": "NL"})


def find(sentence: Sentence) -> Iterator[Mention]:
    """The listed names in a sentence, longest first at each word, and demonyms ("Kazakh") as adjectives of a state."""
    span, i = sentence.span, 0
    while i < len(span):
        if not span.tokens[i].text[:1].isupper() and span.tokens[i].text not in _names():
            i += 1
            continue
        match = _match(span, i)
        if match and match[1].cls == "Country" and _chained(span, i, i + match[0]):
            i += match[0]
            continue
        if match:
            length, entry = match
            yield _mention(sentence, span[i : i + length], entry, "gazetteer")
            i += length
            continue
        width, country = _demonym(span, i)
        if country:
            facts = {"iso": country.iso, "adjective": True}
            yield _mention(sentence, span[i : i + width], Entry("Country", country.name, facts), "demonym")
        i += width


def _demonym(span: Span, i: int) -> tuple[int, authorities.Country | None]:
    """The demonym that begins at token i, of two words ("South Sudanese") or one, and its length."""
    if not span[i].text[:1].isupper():
        return 1, None
    two = authorities.country_by_adjective(span[i : i + 2].text) if i + 1 < len(span) else None
    return (2, two) if two else (1, authorities.country_by_adjective(span[i].text))


def _chained(span: Span, start: int, end: int) -> bool:
    """Whether hyphens tie a state's name to other capitals: "the Chad-Niger-Mali pipeline" is none of the three."""
    before = (
        start > 1
        and span[start - 1].text in HYPHENS
        and not span[start - 2].whitespace_
        and span[start - 2].text[:1].isupper()
    )
    after = (
        end + 1 < len(span)
        and span[end].text in HYPHENS
        and not span[end - 1].whitespace_
        and span[end + 1].text[:1].isupper()
    )
    return before or after


def _match(span: Span, i: int) -> tuple[int, Entry] | None:
    owned = i > 0 and span[i - 1].tag_ == "POS"
    for words, entry in _names().get(span[i].text.replace("’", "'"), ()):
        if owned and entry.cls == "InternationalOrganization" and words[-1] == "Committee":
            continue  # "the Senate’s Human Rights Committee" is not the UN's
        if entry.cls == "MediaOutlet" and _goes_on(span, i + len(words)):
            continue  # "El Faro de Tarapaya" is another paper
        if entry.facts.get("region") and _of_paper(span, i):
            continue  # "Le Matin du Sahel"
        if entry.cls == "PoliticalParty" and _in_longer(span, i, i + len(words)):
            continue  # "Podemos Foundation" and "Ana Podemos" are no parties
        if len(words) <= len(span) - i and all(_same(span[i + k], w, entry) for k, w in enumerate(words)):
            return len(words), entry
    return None


def _of_paper(span: Span, i: int) -> bool:
    """Whether a name in another tongue goes on to the region at i."""
    return i > 1 and span[i - 1].text in {"du", "del", "do", "da", "des", "de"} and span[i - 2].text[:1].isupper()


def _in_longer(span: Span, start: int, end: int) -> bool:
    """Whether a capital right before or after makes the words a part of a longer name."""
    before = start > 1 and span[start - 1].text[:1].isupper() and span[start - 1].pos_ == "PROPN"
    return before or (end < len(span) and span[end].text[:1].isupper() and span[end].text in lexicon().heads)


def _goes_on(span: Span, end: int) -> bool:
    return end + 1 < len(span) and span[end].text in {"de", "del", "do", "da"} and span[end + 1].text[:1].isupper()


def _same(token: Token, word: str, entry: Entry) -> bool:
    text = token.text.replace("’", "'")
    if text == word:
        return True
    loose = (entry.cls == "Treaty" or bool(entry.facts.get("worldwide"))) and len(word) > 3 and not word.isupper()
    return loose and text.lower() == word.lower()


def _mention(sentence: Sentence, found: Span, entry: Entry, rule: str) -> Mention:
    at = found.start_char + sentence.offset - sentence.start
    return replace(part(sentence, at, found.text, entry.cls, rule, entry.facts), name=entry.name)
