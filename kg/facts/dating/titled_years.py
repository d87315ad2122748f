"""Years in the names of norms ("the 2010 Broadcasting Act", "the Media Bill 2022"): they date nothing (pure)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.grammar.inflect import words
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NORMS = frozenset({"Treaty", "Law", "Bill", "Policy", "LawProvision", "Petition"})
NORM_NOUNS = words(
    "Act Law Bill Code Decree Convention Protocol Constitution Ordinance Regulations Regulation Covenant"
)
NAMED_AFTER_DAYS = words(
    "Movement Alliance Committee Coalition Front Brigade Brigades Group Party Union Organisation Organization Forum "
    "Network Foundation Association Street Square Avenue Bridge Park Stadium University Council Initiative Collective"
)
OF_A_YEAR = frozenset({"statute", "act", "ordinance", "charter"})  # "the statute of 1931"
YEARS = re.compile(r"(?:19|20)\d\d[-–](?:(?:19|20)\d\d|\d\d)")
INSIDE = frozenset({"of", "and", "on", "(", ")", "-"})
OWNERS = frozenset({"the", "its", "their", "his", "her", "a", "'s", "’s"})


def in_a_title(tokens: list[Token], scene: Scene) -> bool:
    """ "the 2010 Convention on …": the year of a norm's name dates nothing; "the Convention in 2010" is no name."""
    if len(tokens) == 1 and tokens[0].text.isdigit() and _names_a_norm(tokens[0]):
        return True
    if YEARS.fullmatch("".join(t.text for t in tokens)) and any(
        r.cls in NORMS and r in scene.at(tokens[-1]) for r in scene.at(tokens[0])
    ):
        return True  # "the Rivers Strategy 2024–2030"
    return any(
        r.cls in NORMS and tokens[0].nbor(-1).lower_ not in ("in", "on", "of") if tokens[0].i > 0 else False
        for r in scene.at(tokens[0])
        if tokens[-1].i + 1 < len(tokens[-1].doc) and r in scene.at(tokens[-1].nbor(1))
    )


def without_names(scene: Scene) -> Scene:
    """The scene without the days that are part of a name."""
    kept = [d for d in scene.dates if not _names_a_group(scene.tokens(d))]
    return scene if len(kept) == len(scene.dates) else replace(scene, dates=kept)


def _names_a_group(tokens: list[Token]) -> bool:
    """ "the 14 February Movement", "the April 6 Youth Movement", "the 26 May Square": a day that is part of a name."""
    if len(tokens) < 2 or tokens[0].i == 0 or tokens[0].nbor(-1).lower_ not in OWNERS:
        return False
    for token in tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].i + 4]:
        if not token.text[:1].isupper():
            return False
        if token.text in NAMED_AFTER_DAYS:
            return True
    return False


def _names_a_norm(year: Token) -> bool:
    """ "the Broadcasting Bill 2022", "the 2010 Broadcasting Act": beside it, capitals up to a norm's noun."""
    if year.i > 0 and year.nbor(-1).text in NORM_NOUNS:
        return True
    if year.i > 1 and year.nbor(-1).lower_ == "of" and year.nbor(-2).text in OF_A_YEAR:
        return True
    if year.i == 0 or year.nbor(-1).lower_ not in OWNERS:
        return False
    for token in year.doc[year.i + 1 : year.i + 7]:
        if token.text in NORM_NOUNS:
            return True
        if not token.text[:1].isupper() and token.text not in INSIDE:
            return False
    return False
