"""Descriptions that stand for something named before: "the group", "this law", "the ministry", "the editor"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

CSO, IO, GB = "CivilSocietyOrganization", "InternationalOrganization", "GovernmentBody"
MEDIA, CHAMBER = "MediaOutlet", "Legislature"
# "the <noun>" → classes it may stand for, the best first
DESCRIPTIONS: Mapping[str, tuple[str, ...]] = {
    "group": (CSO, "ArmedGroup"), "organization": (CSO, IO), "organisation": (CSO, IO), "movement": (CSO,),
    "union": (CSO,),
    "association": (CSO,), "ngo": (CSO,), "foundation": (CSO,), "collective": (CSO,), "party": ("PoliticalParty",),
    "ministry": (GB,), "commission": (GB, IO), "agency": (GB, MEDIA), "bureau": (GB, CSO), "council": (CHAMBER, GB),
    "petition": ("Petition",), "address": ("Petition",), "submission": ("Petition",),
    "law": ("Law", "Bill"), "legislation": ("Law", "Bill"), "bill": ("Bill",),
    "draft": ("Bill",), "amendments": ("Bill", "Law"), "ordinance": ("Law",), "code": ("Law",), "act": ("Law",),
    "treaty": ("Treaty",), "convention": ("Treaty",), "covenant": ("Treaty",), "parliament": (CHAMBER,),
    "committee": (IO, CHAMBER), "court": ("Court",), "tribunal": ("Court",), "outlet": (MEDIA,), "newspaper": (MEDIA,),
    "paper": (MEDIA,), "weekly": (MEDIA,), "daily": (MEDIA,), "website": (MEDIA,), "site": (MEDIA,),
    "city": ("Place",), "town": ("Place",), "village": ("Place",),
    "portal": (MEDIA,), "broadcaster": (MEDIA,), "company": ("Company",), "firm": ("Company",),
    "magazine": (MEDIA,), "station": (MEDIA,), "channel": (MEDIA,), "institute": (CSO, GB), "centre": (CSO, GB),
    "center": (CSO, GB), "network": (CSO, MEDIA), "coalition": (CSO, "PoliticalParty"), "alliance": (CSO,),
    "federation": (CSO,), "league": (CSO,), "society": (CSO,), "forum": (CSO,), "campaign": (CSO,),
    "initiative": (CSO,), "authority": (GB,), "department": (GB,), "office": (GB, IO), "service": (GB,),
    "regulator": (GB,), "board": (GB,), "senate": (CHAMBER,), "assembly": (CHAMBER,), "congress": (CHAMBER,),
    "chamber": (CHAMBER,), "house": (CHAMBER,), "decree": ("Law", "Policy"), "regulation": ("Law",),
    "strategy": ("Policy",), "plan": ("Policy",), "roadmap": ("Policy",),
    "moratorium": ("Policy",),
    "measure": ("Bill", "Law", "Policy"), "proposal": ("Bill",),
    "protocol": ("Treaty",), "rebels": ("ArmedGroup",), "militants": ("ArmedGroup",),
}  # fmt: skip
# Nouns that only fit a name with the same word in it: "the ministry" is a Ministry.
SAME_WORD = frozenset({
    "ministry", "commission", "agency", "committee", "council", "bureau", "code", "act", "convention", "covenant",
    "ordinance", "association", "union", "foundation", "movement", "institute", "centre", "center", "network",
    "coalition", "alliance", "federation", "league", "society", "forum", "campaign", "initiative", "authority",
    "department", "office", "service", "regulator", "board", "senate", "assembly", "congress", "chamber", "house",
    "decree", "regulation", "strategy", "protocol", "plan", "roadmap", "moratorium",
})  # fmt: skip
# Groups that call themselves otherwise: a union may be named "Save the Wells".
LOOSE = frozenset({"association", "union", "foundation", "movement"})
# What a public body may be called though its name has another word.
OFFICES = frozenset({"agency", "authority", "department", "regulator", "watchdog", "body", "institution"})
DEFINITE = frozenset({"the", "this"})
NAMING = frozenset({"“", '"', "‘", "-", "–"})
LINKS = frozenset({"of", "on", "against", "for", "to", "in", "called", "named", "known", "titled"})


def definite(token: Token) -> bool:
    """Whether a noun is a whole definite phrase: "the group", not "the group of five", "the law minister"."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.is_sent_start or token.nbor(-1).lower_ not in DEFINITE:
        return False
    follows = token.nbor(1) if token.i + 1 < token.sent.end else None
    if follows is None:
        return True
    named = follows.pos_ in {"NOUN", "PROPN"} or follows.text[:1].isupper() or follows.text in NAMING
    return not named and (follows.lower_ not in LINKS or _of_the_verb(token, follows))


def _of_the_verb(token: Token, link: Token) -> bool:
    """ "raided the party in Suva", "told the union to leave", "fined the company for lying": no part of the phrase."""
    over = link.head.head if link.pos_ == "PART" else link.head
    return over.i < token.i


def fits(word: str, name: str) -> bool:
    """Whether a thing of this name may be called by the word: ministries and acts bear it in their names."""
    return word not in SAME_WORD - LOOSE or word in name.lower()
