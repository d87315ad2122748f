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
# What only a town or region has: "Kokand City Court", "Jaslyq district police".
COMPOSED = re.compile(
    r" (?:City|Regional|District|Municipal|Provincial|County|city|regional|district|municipal|provincial|county)"
    r" (?:[A-Z]\w+ )?(?:[Cc]ourt|[Pp]olice|[Cc]ouncil|[Hh]all|[Aa]dministration|[Pp]rosecutor|[Aa]uthorities|"
    r"Magistrate)\b"
)
GENERAL = frozenset({
    "National", "Central", "Federal", "Supreme", "High", "Special", "Specialized", "Local", "Inter", "General",
    "Military",
    "Criminal", "Civil", "Administrative", "Northern", "Southern", "Eastern", "Western", "North", "South", "East",
    "West", "First", "Second", "Court", "Upper", "Lower", "Constitutional", "Economic", "The",
})  # fmt: skip
# Sites that are called after their town: "Kisumu Central Prison".
SITES = re.compile(
    r" (?:(?:railway|bus|train|metro|police|power) station|[Hh]ospital|[Mm]arket|[Bb]azaar|[Mm]osque|[Pp]rison|"
    r"[Jj]ail|[Aa]irport|[Bb]arracks|[Cc]ourthouse|[Ss]tadium|[Pp]ort|[Hh]arbou?r|[Cc]athedral)$"
)
# What is always of a town or region: "governor of Pampanga".
GOVERNED = re.compile(r"(?:[Tt]he )?(?:mayor|governor|governorate|government|authorities|administration) of ")


def qualifiers(mention: Mention, state: str) -> Iterator[tuple[int, str, authorities.Country | None]]:
    """Offset and words of each place inside the name of a body, with the state that it is, None for a town.

    They tell of the body and name nothing alone: a town counts only in `state`, the one the article is about, as many
    towns bear the names of virtues and trades.
    """
    known = mention.rule == "gazetteer" and mention.cls != "Legislature"
    if (mention.cls not in STATE_IN and not SITES.search(mention.text)) or known or " " not in mention.text:
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
    text = mention.text[words[k][0] : words[k + width - 1][1]] if k + width <= len(words) else ""
    if text in ("", mention.text):
        return None
    named = authorities.country_by_name(text)
    if mention.cls == "Place" and (named or k):
        return None
    if named or (k == 0 and width == 1 and (named := authorities.country_by_adjective(text))):
        return named
    before = mention.text[: words[k][0]]
    last = k + width == len(words) and before.endswith((" of ", " of the "))
    if mention.rule == "description" and last and GOVERNED.match(before):
        return True
    if mention.rule == "description" and before.endswith(("embassy in ", "consulate in ", "ission in ")):
        return True
    if k == 0 and mention.cls != "Place" and COMPOSED.match(mention.text[words[width - 1][1] :]):
        return not any(w in lexicon().heads or w in lexicon().never or w in GENERAL for w in text.split())
    town = (
        (k == 0 or last) and mention.cls in TOWN_IN | {"Place"} and text not in lexicon().heads and text not in GENERAL
    )
    return town and (any(c.country == state for c in cities(text)) or state in authorities.region_states(text))
