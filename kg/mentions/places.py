"""Places named by composition: "Gulu province", "western Kenya", "the Orion shopping centre", "Kenyan coast"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg import authorities
from kg.mentions.cores import holds
from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP
from kg.mentions.spans import last_token, owner_facts, part, state

FIRST = frozenset({"The", "A", "An", "In", "At", "On", "Near", "From", "This", "That", "For", "By", "To", "Of"})
# Plural nouns of a list of places, and the noun that each place of the list has.
# Parts of states that bear a direction as their name: "the North-West", "the Far North".
PARTS = r"(?:(?:North|South)-(?:West|East)|Far (?:North|South|West|East)|Deep South|Far North)"
PLURALS = {
    "regions": "region", "provinces": "province", "districts": "district", "counties": "county",
    "oblasts": "oblast", "governorates": "governorate", "states": "state", "streets": "street", "squares": "square",
}  # fmt: skip


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    tails = "|".join(sorted((re.escape(t) for t in lexicon().place_tails), key=len, reverse=True))
    directions = "|".join(sorted((re.escape(d) for d in lexicon().directions), key=len, reverse=True))
    either = f"{directions}|{directions.title()}"
    return (
        re.compile(rf"\b(?P<name>(?:{CAP} ){{0,3}}{CAP} (?:{tails}))\b"),
        re.compile(rf"\b(?P<name>(?:{either}) (?P<state>{CAP}(?: {CAP})?))"),
        re.compile(rf"\b(?P<name>(?:{directions}) of (?P<state>{CAP}(?: {CAP})?))"),
        re.compile(
            rf"(?P<state>{CAP})[’']s (?P<name>(?:{directions}) (?:regions?|provinces?|districts?|coast|border))\b"
        ),
        re.compile(rf"\b(?P<name>(?P<state>{CAP}) (?:coast|border|highlands|coastline))\b"),
        re.compile(
            r"\b(?P<name>(?:Caribbean|Pacific|Atlantic|Mediterranean|Adriatic|Baltic|Black Sea|Red Sea) coast)\b"
        ),
        re.compile(rf"(?<=[Tt]he )(?P<name>{PARTS}(?: [Rr]egions?)?)\b(?! [A-Z]|[-’'])"),
        re.compile(rf"(?<=and )(?P<name>{PARTS})\b(?! [A-Z]|[-’'])"),
    )


@lru_cache(maxsize=1)
def _lists() -> re.Pattern[str]:
    name = rf"{CAP}(?: {CAP})?"
    return re.compile(rf"\b(?P<names>{name}(?:, {name})*,? and {name}) (?P<tail>{'|'.join(PLURALS)})\b")


def composed_places(sentence: Sentence) -> Iterator[Mention]:
    """Composed place names; a direction counts only before a state."""
    for number, pattern in enumerate(_patterns()):
        if number == 0 and not holds(sentence.text, tuple(lexicon().place_tails)):
            continue
        for m in pattern.finditer(sentence.text):
            found = _composed(sentence, m)
            if found:
                yield found
    for m in _lists().finditer(sentence.text) if holds(sentence.text, tuple(PLURALS)) else ():
        yield from _listed(sentence, m)


def _composed(sentence: Sentence, m: re.Match[str]) -> Mention | None:
    name, start = m["name"], m.start("name")
    named = m.groupdict().get("state", "")
    adjective = named and m["name"].split()[0] == named
    of = (state if adjective else authorities.country_by_name)(named) if named else None
    if named and not of:
        return None
    first = name.split()[0]
    if first in FIRST:
        start, name = start + len(first) + 1, name[len(first) + 1 :]
    if (name[:1].islower() and not of) or (not of and _is_demonym(name)):
        return None
    last = last_token(sentence, start + len(name))
    if last is not None and last.pos_ == "VERB" and last.tag_ != "VBG":
        return None  # "let the Blue Shield camp on the hill"
    return part(sentence, start, name, "Place", "place-tail", owner_facts(of))


def _is_demonym(name: str) -> bool:
    """ "Kenyan city" is any city of Kenya."""
    words = name.split()
    if len(words) != 2 or authorities.country_by_adjective(words[0]) is None:
        return False
    return not any(c.name == words[0] for c in cities(words[0]))


def _listed(sentence: Sentence, m: re.Match[str]) -> Iterator[Mention]:
    """Each place of "A, B and C regions": its own words, under the name "A region"."""
    tail = PLURALS[m["tail"]]
    for item in re.finditer(rf"{CAP}(?: {CAP})?", m["names"]):
        found = part(sentence, m.start("names") + item.start(), item[0], "Place", "region-list")
        yield replace(found, name=f"{item[0]} {tail}")
