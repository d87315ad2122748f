"""Places in the names of bodies: the state in "Open Door Uganda", the town in "Batangas Fishers' Union"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention
from kg.mentions.shapes import CAP

STATE_IN = frozenset({
    "CivilSocietyOrganization", "PoliticalParty", "GovernmentBody", "Legislature", "Court", "MediaOutlet", "Company",
})  # fmt: skip
# Outlets and firms are named after towns that they left long ago, or never were in.
TOWN_IN = STATE_IN - {"MediaOutlet", "Company", "PoliticalParty"}
WIDEST = 3


def qualifiers(mention: Mention, state: str) -> Iterator[tuple[int, str, authorities.Country | None]]:
    """Offset and words of each place inside the name of a body, with the state that it is, None for a town.

    They tell of the body and name nothing alone: a town counts only in `state`, the one the article is about, as many
    towns bear the names of virtues and trades.
    """
    if mention.cls not in STATE_IN or mention.rule == "gazetteer" or " " not in mention.text:
        return
    words = [(m.start(), m.end()) for m in re.finditer(CAP, mention.text)]
    k = 0
    while k < len(words):
        width = next((w for w in range(WIDEST, 0, -1) if _place(mention, words, k, w, state)), 0)
        if width:
            found = _place(mention, words, k, width, state)
            start, end = words[k][0], words[k + width - 1][1]
            yield start, mention.text[start:end], found if isinstance(found, authorities.Country) else None
        k += width or 1


def _place(
    mention: Mention, words: list[tuple[int, int]], k: int, width: int, state: str
) -> authorities.Country | bool | None:
    """The state that the words are, or whether they are a town of the article's state that begins the name."""
    if k + width > len(words) or (width == len(words) and k == 0):
        return None
    text = mention.text[words[k][0] : words[k + width - 1][1]]
    named = authorities.country_by_name(text)
    if named or (k == 0 and width == 1 and (named := authorities.country_by_adjective(text))):
        return named
    town = k == 0 and mention.cls in TOWN_IN and text not in lexicon().heads
    return town and any(c.country == state for c in cities(text))
