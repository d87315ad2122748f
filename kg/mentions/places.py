"""Places named by composition: "Osh province", "western Kenya", "the Globus shopping centre", "Heroes’ Square"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence

CAP = r"[A-ZÀ-ÖØ-Þ][\w]*(?:[-’'](?!s\b)\w+)*"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    tails = "|".join(sorted((re.escape(t) for t in lexicon().place_tails), key=len, reverse=True))
    directions = "|".join(sorted((re.escape(d) for d in lexicon().directions), key=len, reverse=True))
    return (
        re.compile(rf"\b(?P<name>(?:{CAP} ){{0,3}}{CAP} (?:{tails}))\b"),
        re.compile(rf"\b(?P<name>(?:{directions}|{directions.title()}) (?P<state>{CAP}(?: {CAP})?))"),
        re.compile(rf"\b(?P<name>(?:{directions}) of (?P<state>{CAP}(?: {CAP})?))"),
        re.compile(rf"(?P<state>{CAP})[’']s (?P<name>(?:{directions}) (?:regions?|provinces?|districts?|cities|coast|border))\b"),
    )


def composed_places(sentence: Sentence) -> Iterator[Mention]:
    """Composed place names; a direction counts only before a state."""
    for pattern in _patterns():
        for m in pattern.finditer(sentence.text):
            name, start = m["name"], m.start("name")
            state = authorities.country_by_name(m["state"]) if "state" in m.groupdict() else None
            if "state" in m.groupdict() and not state:
                continue
            first = name.split()[0]
            if first in {"The", "A", "An", "In", "At", "On", "Near", "From", "This", "That"}:
                start, name = start + len(first) + 1, name[len(first) + 1 :]
            if name[:1].islower() and not state:
                continue
            facts: dict[str, object] = {"country": state.iso, "owner": state.name} if state else {}
            a = sentence.start + start
            yield Mention(a, a + len(name), name, "Place", name, "place-tail", facts)
