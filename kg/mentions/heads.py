"""The class of a name that its own words tell: "… Ministry", "Union of …", "City Council", "Radio …"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.lexicon import lexicon
from kg.mentions.links import LINKS, PLACES_OF

WORLDWIDE = frozenset({
    "UN", "United", "International", "World", "European", "African", "Inter-American", "Asian", "Global", "OSCE",
    "EU", "Commonwealth", "Arab", "Organization", "Organisation",
})  # fmt: skip
FIRST_HEADS = frozenset({
    "PT",
    "Radio", "TV", "Hotel", "Bank", "Studio", "University", "Lake", "Mount", "Camp", "Port", "Channel", "Movement",
    "Free", "Fort", "Rio", "Club", "Plaza", "Palace",
})  # fmt: skip
CENTRES = frozenset({"Centre", "Center", "Bureau", "House", "Office", "Platform"})
# First words of state bodies, and heads that they turn from citizens' into the state's.
STATE_FIRST = frozenset({
    "National", "State", "Federal", "Central", "Presidential", "Investigative", "General", "Parliamentary",
    "Government", "Electoral", "Anti-Corruption",
})  # fmt: skip
STATE_HEADS = frozenset({"Committee", "Institute", "Fund"})
# Councils of towns and districts make by-laws: they are chambers.
LOCAL = frozenset({"City", "Municipal", "County", "Town", "Village", "District", "Provincial", "Regional"})
CHAMBER_WORDS = frozenset(
    {"Senate", "Parliament", "Chamber", "Assembly", "Congress", "House", "Representatives", "Deputies"}
)
CHAMBERS = frozenset({"Council", "Assembly"})
# What committees of deputies are called before "on …".
STANDING = frozenset({"Committee", "Standing", "Select", "Joint", "Parliamentary", "Permanent", "Special", "Ad", "Hoc"})
# Last words of capitalised runs that name days, happenings and works, none of which act.
NOT_ACTORS = frozenset({
    "Day", "Days", "Week", "Year", "Revolution", "War", "Prize", "Award", "Cup", "Festival", "Games", "Olympics",
    "Summit", "Report", "Reports", "Index", "Survey", "Spring", "Law", "Act", "Code", "Bill", "Convention",
    "Covenant", "Protocol", "Charter", "Constitution", "Plan", "Strategy", "Concept",
})  # fmt: skip


def by_head(words: Sequence[str]) -> str:
    """The class of a name of several words, or ""."""
    if len(words) < 2:
        return ""
    heads = lexicon().heads
    cut = next((k for k, w in enumerate(words) if w in LINKS), len(words))
    head = words[cut - 1] if cut else ""
    cls = heads.get(head, "") or (heads.get(words[0], "") if words[0] in FIRST_HEADS else "")
    if not cls:
        return _inner_head(words, cut)
    if cls == "Place" and cut < len(words) and head not in PLACES_OF:
        return ""
    return _refined(words, head, cls, cut)


def _refined(words: Sequence[str], head: str, cls: str, cut: int) -> str:
    """The head's class, changed by the words around it: "UN … Committee", "City Council", "National … Institute"."""
    if head == "Congress" and len(words) > 2 and words[0] not in {"National", "Federal", "The"} and cut == len(words):
        return "PoliticalParty"
    if head in CENTRES and cls == "GovernmentBody":
        return _centre(words, head, cut)
    if words[0] not in STATE_FIRST and _of_chamber(words, head, cut):
        return "Legislature"
    if words[0] in WORLDWIDE and cls in {"GovernmentBody", "CivilSocietyOrganization"}:
        return "InternationalOrganization"
    if head in CHAMBERS and cut >= 2 and words[cut - 2] in LOCAL:
        return "Legislature"
    if words[0] in STATE_FIRST and head in STATE_HEADS:
        return "GovernmentBody"
    return cls


def _of_chamber(words: Sequence[str], head: str, cut: int) -> bool:
    """Committees of parliaments: named by a portfolio ("Agriculture Committee"), or "of the Senate"."""
    if head == "Congress" and words[0] not in {"National", "Federal", "The"} and len(words) > 2 and cut == len(words):
        return False
    if head not in {"Committee", "Council", "Commission", "Subcommittee"}:
        return False
    if any(w in CHAMBER_WORDS for w in words[cut:]):
        return True
    lex = lexicon()
    if head == "Committee" and cut + 1 < len(words) and words[cut] in {"on", "for"} and set(words[:cut]) <= STANDING:
        return all(w in lex.portfolio | {"and", "the", "Constitutional", "Relations"} for w in words[cut + 1 :])
    return (
        head == "Committee"
        and cut > 1
        and cut == len(words)
        and all(w in lex.portfolio | {"and", "Constitution"} for w in words[: cut - 1])
    )


def _inner_head(words: Sequence[str], cut: int) -> str:
    """A head word that other words follow: "Workers Union Kenya", "Party of …"."""
    inner = [lexicon().heads[w] for w in words[:cut] if w in lexicon().heads]
    strong = [c for c in inner if c in {"PoliticalParty", "GovernmentBody", "Court"}]
    return strong[0] if strong and cut < len(words) else ""


def _centre(words: Sequence[str], head: str, cut: int) -> str:
    """Centres and bureaus are of the state, of the world, of citizens, or mere places, as their other words tell."""
    if words[0] in WORLDWIDE:
        return "InternationalOrganization" if cut < len(words) else "Place"
    if words[0] in STATE_FIRST or head in {"Office", "Platform"}:
        return "GovernmentBody"
    if head == "Bureau" and cut < len(words) and not {"International", "Rights"} & set(words):
        return "GovernmentBody"
    if cut < len(words) or head == "House":
        return "CivilSocietyOrganization"
    return "GovernmentBody" if head == "Bureau" else "Place"
