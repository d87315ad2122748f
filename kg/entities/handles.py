"""First grouping: each mention gets a handle, the class, key and state under which equal mentions meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kg import authorities
from kg.documents.petitions import PAPER_NUMBER
from kg.mentions.geonames import NOWHERE, Around, city
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention
from kg.names import clean, fold, plain, words

GOVERNMENT = frozenset({
    "government", "the government", "authorities", "the authorities", "officials", "regime", "de facto authorities",
    "state authorities", "cabinet", "cabinet of ministers", "council of ministers",
})  # fmt: skip
LOCAL_GOVERNMENT = frozenset({"city authorities", "local authorities", "municipal authorities", "city government"})
STATE_WORDS = frozenset({"republic", "federal", "state", "people", "national", "islamic", "democratic", "kingdom"})
GEONAMES = "geonames "
UNITED_NATIONS = frozenset({"un", "united", "nation"})
# Words for a state's part beside its direction: "Peru’s northern regions", "Northern region", "northern Peru".
PARTS = frozenset({"region", "province", "part", "area"})


NUMBERED = re.compile(PAPER_NUMBER, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handle:
    """`name` is what to call it; `key` what equal mentions share; `country` ISO or ""; `identity` is the id that an
    authority list knows it by ("geonames 2306104"), or ""."""

    cls: str
    key: str
    name: str
    country: str = ""
    identity: str = ""


def handle(mention: Mention, context: str, around: Around = NOWHERE) -> Handle:
    """The handle of a mention in an article on the state `context` (ISO); `around` tells cities of one name apart."""
    if mention.cls == "Place":
        return _place(mention, context, around)
    return HANDLES.get(mention.cls, _named)(mention, context)


def _state_of(mention: Mention, context: str) -> str:
    return str(mention.facts.get("country", "")) or context


def _country(mention: Mention, _: str) -> Handle:
    iso = str(mention.facts["iso"])
    return Handle("Country", iso, mention.name, iso)


def _place(mention: Mention, context: str, around: Around) -> Handle:
    name = clean(mention.name)
    if mention.facts.get("region"):
        return Handle("Place", plain(name), name)
    iso = _state_of(mention, context)
    part = _part_of_state(name, iso)
    if part:
        return Handle("Place", f"{part} {iso}", name, iso)
    if mention.rule in COMPOSED:
        return Handle("Place", f"{fold(name)} {iso}", name, iso)
    return place_handle(name, iso, around)


COMPOSED = frozenset({"place-tail", "region-list"})


def place_handle(name: str, iso: str, around: Around = NOWHERE) -> Handle:
    """The handle of a city or town that a text about a state (ISO) names."""
    found, regions = city(name, iso, around), authorities.region_states(name)
    if regions and (found is None or found.country not in regions):
        of = iso if iso in regions else next(iter(set(regions) & around.states), regions[0])
        return Handle("Place", f"{fold(name)} {of}", name, of)
    if not found:
        return Handle("Place", f"{fold(name)} {iso}", name, iso)
    identity = f"{GEONAMES}{found.id}"
    own = fold(found.name) == fold(name)  # a city's other name may be another place's own: it does not join them
    return Handle("Place", identity if own else f"{fold(name)} {iso}", name, found.country, identity)


def _part_of_state(name: str, iso: str) -> str:
    """ "north" for "northern Peru", "Peru’s northern regions" and, in a text about Peru, "the Northern region"."""
    own = own_words(name, iso) - PARTS
    word = next(iter(own)) if len(own) == 1 else ""
    return re.sub(r"ern$", "", word) if word in lexicon().directions else ""


def _body(mention: Mention, context: str) -> Handle:
    """Governments, police and offices: by what they are and whose."""
    body, owner = str(mention.facts.get("body", "")), str(mention.facts.get("owner", ""))
    if not body:
        return _named(mention, context)
    iso, name = _state_of(mention, context), str(mention.facts.get("called", "")) or clean(mention.text)
    state, is_state = authorities.country_by_iso(iso), bool(mention.facts.get("country"))
    if body in GOVERNMENT and (is_state or not owner or body == "regime"):
        return Handle("GovernmentBody", f"government {iso}", f"Government of {state.name}" if state else name, iso)
    if owner and not is_state and body in GOVERNMENT | LOCAL_GOVERNMENT:
        return Handle("GovernmentBody", f"authorities {fold(owner)}", name, iso)
    if owner and not is_state and body == "police":
        return Handle("GovernmentBody", f"police {fold(owner)}", name, iso)
    return Handle(mention.cls, f"{plain(body)} {iso}", name, iso)


def _institution(mention: Mention, context: str) -> Handle:
    """Courts, parliaments, laws and plans: by their own words and their state."""
    iso = _state_of(mention, context)
    if mention.rule == "gazetteer":
        iso = "" if mention.facts.get("worldwide") else iso
        return Handle(mention.cls, f"{plain(mention.name)} {iso}", mention.name, iso)
    name = str(mention.facts.get("called", "")) or clean(mention.text)
    state = authorities.country_by_iso(iso)
    if mention.rule == "constitution":
        return Handle("Law", f"constitution {iso}", f"Constitution of {state.name}" if state else name, iso)
    if mention.rule == "code" and state and mention.cls == "Law" and not words(name) & _state_words(state):
        name = f"{name} of {state.name}"
    own = " ".join(sorted(w.replace("procedural", "procedure") for w in own_words(name, iso)))
    return Handle(mention.cls, f"{own} {iso}", name, iso)


def _known(mention: Mention, context: str) -> Handle:
    if mention.rule == "gazetteer":
        return Handle(mention.cls, plain(mention.name), mention.name)
    return _named(mention, context)


def _treaty(mention: Mention, _: str) -> Handle:
    """Treaties are worldwide, and the UN’s whether a text says so or not."""
    own = words(mention.name) - UNITED_NATIONS
    return Handle("Treaty", " ".join(sorted(own)), mention.name if mention.rule == "gazetteer" else clean(mention.text))


def _named(mention: Mention, context: str) -> Handle:
    name, iso = clean(mention.text), _state_of(mention, context)
    own = " ".join(sorted(own_words(name, iso))) or plain(name)
    return Handle(mention.cls, own, name, iso)


def petition_number(name: str) -> str:
    """The number that a petition is called by ("2024/007"), "" if by no number."""
    return "".join(re.findall(r"\d[\w/-]*", name)) if NUMBERED.match(name) else ""


def _petition(mention: Mention, context: str) -> Handle:
    """A petition known by its number is no other with the same words; one called by what it asks shares its words."""
    called = str(mention.facts.get("called", ""))
    found = _named(replace(mention, text=called) if called else mention, context)
    number = petition_number(mention.text)
    return replace(found, key=f"{found.key} {number}") if number else found


def _person(mention: Mention, context: str) -> Handle:
    name = clean(mention.text)
    return Handle("Person", fold(name) or plain(name) or name, name, context)


def own_words(name: str, iso: str) -> frozenset[str]:
    """The words of a name that are not its state's: "Kenya’s Supreme Court", "Supreme Court of Kenya" share theirs."""
    state = authorities.country_by_iso(iso)
    if not state:
        return words(name)
    left = words(name) - _state_words(state)
    return (left - STATE_WORDS if "republic" in left else left) or words(name)


def _state_words(state: authorities.Country) -> frozenset[str]:
    return frozenset(w for n in (state.name, *state.other_names, *state.adjectives) for w in words(n))


HANDLES: Mapping[str, Callable[[Mention, str], Handle]] = {
    "Country": _country,
    "GovernmentBody": _body,
    "Court": _institution,
    "Legislature": _institution,
    "Law": _institution,
    "Bill": _institution,
    "Policy": _institution,
    "Treaty": _treaty,
    "InternationalOrganization": _known,
    "MediaOutlet": _known,
    "Person": _person,
    "Petition": _petition,
}
