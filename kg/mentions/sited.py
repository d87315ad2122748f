"""Places among capitalised runs: what leads to them, what stands at them, and what an atlas knows of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.geonames import cities
from kg.mentions.links import is_cap
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import mention

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

# Prepositions before places, and the rule that a name behind them has.
LED = {
    "in": "led-in", "near": "led", "from": "led", "outside": "led", "at": "led-weakly", "to": "led-weakly",
    "across": "led", "around": "led-weakly", "into": "led-weakly", "through": "led-weakly",
}  # fmt: skip
PLACE_NER = frozenset({"GPE", "LOC", "FAC"})
GOVERNED = frozenset({
    "mayor", "governor", "city", "town", "village", "residents", "people", "district", "region", "port", "province",
    "municipality", "camp", "commune", "hamlet", "suburb", "outskirts", "streets", "community", "communities", "church",
    "hamlets", "inhabitant", "resident", "concession", "mine", "outskirt", "quarter", "families", "peasants", "herders",
    "diocese", "parish", "island", "villagers", "inhabitants", "villages", "settlement", "barrio",
})  # fmt: skip
# Adjectives of regions larger than a state.
CONTINENTAL = frozenset({"Asian", "African", "European", "American", "Balkan", "Arab", "Caucasian", "Nordic", "Baltic"})
# Where "to" leads to a place.
MOVED = frozenset({
    "posted", "deported", "flown", "moved", "transferred", "returned", "fled", "travelled", "traveled", "sent", "taken",
    "came", "arrived", "headed", "travel", "road", "bus", "way", "journey", "access", "evacuated", "resettled",
    "went", "drove", "flew", "marched", "extradited", "banished", "back", "driven", "exiled", "walked", "relocated",
})  # fmt: skip
# What is, or is done, at a place.
SITED = frozenset({
    "farm", "plant", "mine", "quarry", "dam", "camp", "site", "base", "project", "crossing", "checkpoint", "clash",
    "clashes", "rally", "protest", "vigil", "sit-in", "held", "gathered", "arrested", "detained", "stopped", "buried",
    "refinery", "terminal", "landfill", "prison", "blockade", "collapsed", "massacre", "killed", "began", "ended",
})  # fmt: skip
LARGE = 300_000
MOST_LISTED = 6


def places(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """What says that a run is a place, each with its rule."""
    span = sentence.span
    text = span[start:end].text
    if any(c.isdigit() for c in text) or span[end - 1].text in CONTINENTAL or authorities.country_by_adjective(text):
        return
    known = cities(text)
    labelled = any(t.ent_type_ in PLACE_NER for t in span[start:end])
    before = span[start - 1].text.lower() if start else ""
    led = before in LED
    if (known and (labelled or led or before == "of" or known[0].population > LARGE)) or (
        authorities.region_states(text) and (labelled or led or before == "of" or " " in text)
    ):
        yield mention(sentence, start, end, "Place", "city")
    elif labelled:
        yield mention(sentence, start, end, "Place", "ner-place")
    elif known or authorities.region_states(text):
        yield mention(sentence, start, end, "Place", "city-weak")
    if start > 1 and span[start - 1].text == "of" and span[start - 2].lower_ in GOVERNED:
        yield mention(sentence, start, end, "Place", "governed")
    elif _in_list(span, start) and not text.isupper():
        yield mention(sentence, start, end, "Place", "led-in")
    elif led and not text.isupper():
        moved = before == "to" and start > 1 and span[start - 2].text in MOVED
        sited = before == "at" and start > 1 and _of_site(span, start - 2)
        yield mention(sentence, start, end, "Place", "governed" if moved or sited else LED[before])


def _of_site(span: Span, i: int) -> bool:
    """ "the wind farm at X", "held at X": what stands and what happens at a place."""
    return span[i].lower_ in SITED and not span[i].text[:1].isupper()


def _in_list(span: Span, start: int) -> bool:
    """ "in Bălți, Cahul and Orhei": what a list of towns goes on with is a town."""
    i, steps = start, 0
    while i > 1 and span[i - 1].text in {",", "and"} and is_cap(span[i - 2]) and steps < MOST_LISTED:
        first = i - 2
        while first > 0 and is_cap(span[first - 1]):
            first -= 1
        if span[first - 1].text in {"in", "of"} and first > 0:
            if span[first - 1].text == "of" and first > 1 and span[first - 2].lower_ in GOVERNED:
                return span[first - 2].text.endswith("s")  # "the hamlets of A and B"
            return bool(cities(span[first : i - 1].text)) and span[first - 1].text == "in"
        i, steps = first, steps + 1
    return False
