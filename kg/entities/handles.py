"""First grouping: each mention gets a handle, the class, key and state under which equal mentions meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg import authorities
from kg.mentions.geonames import city
from kg.mentions.model import Mention
from kg.names import clean, fold, plain, words

GOVERNMENT = frozenset({"government", "the government", "authorities", "the authorities", "officials", "de facto authorities",
                        "state authorities"})  # fmt: skip
STATE_WORDS = frozenset({"republic", "federal", "state", "people", "national", "islamic", "democratic", "kingdom"})


@dataclass(frozen=True, slots=True)
class Handle:
    """`name` is what to call it; `key` what equal mentions share; `country` ISO or ""."""

    cls: str
    key: str
    name: str
    country: str = ""


def handle(mention: Mention, context: str) -> Handle:
    """The handle of a mention in an article about the state `context` (ISO)."""
    return HANDLES.get(mention.cls, _named)(mention, context)


def _country(mention: Mention, _: str) -> Handle:
    iso = str(mention.facts["iso"])
    return Handle("Country", iso, mention.name, iso)


def _place(mention: Mention, context: str) -> Handle:
    name = clean(mention.text)
    if mention.facts.get("region"):
        return Handle("Place", plain(name), name)
    stated = str(mention.facts.get("country", ""))
    found = city(name, stated or context)
    if found and mention.rule != "place-tail":
        return Handle("Place", f"geonames {found.id}", name, found.country)
    return Handle("Place", f"{fold(name)} {stated or context}", name, stated or context)


def _body(mention: Mention, context: str) -> Handle:
    """Governments, police and offices: by what they are and whose."""
    body, owner = str(mention.facts.get("body", "")), str(mention.facts.get("owner", ""))
    iso = str(mention.facts.get("country", "")) or context
    state = authorities.country_by_iso(iso)
    if not body:
        return _named(mention, context)
    is_state = bool(mention.facts.get("country"))
    if body in GOVERNMENT and (is_state or not owner):
        return Handle("GovernmentBody", f"government {iso}", f"Government of {state.name}" if state else clean(mention.text), iso)
    if body in GOVERNMENT | {"city authorities", "local authorities", "municipal authorities", "city government"} and owner:
        return Handle("GovernmentBody", f"authorities {fold(owner)}", clean(mention.text), iso)
    if body == "police" and owner and not is_state:
        return Handle("GovernmentBody", f"police {fold(owner)}", clean(mention.text), iso)
    return Handle(mention.cls, f"{plain(body)} {iso}", clean(mention.text), iso)


def _court(mention: Mention, context: str) -> Handle:
    iso = str(mention.facts.get("country", "")) or context
    name = clean(mention.text)
    own = " ".join(sorted(_own_words(name, iso)))
    return Handle("Court", f"{own} {iso}", name, iso)


def _legislature(mention: Mention, context: str) -> Handle:
    iso = str(mention.facts.get("country", "")) or context
    if mention.rule == "gazetteer":
        return Handle("Legislature", f"{plain(mention.name)} {iso}", mention.name, iso)
    own = " ".join(sorted(_own_words(clean(mention.text), iso)))
    return Handle("Legislature", f"{own} {iso}", clean(mention.text), iso)


def _law(mention: Mention, context: str) -> Handle:
    iso = str(mention.facts.get("country", "")) or context
    name = clean(mention.text)
    if mention.rule == "constitution":
        state = authorities.country_by_iso(iso)
        return Handle("Law", f"constitution {iso}", f"Constitution of {state.name}" if state else name, iso)
    own = " ".join(sorted(w.replace("procedural", "procedure") for w in _own_words(name, iso)))
    return Handle(mention.cls, f"{own} {iso}", name, iso)


def _known(mention: Mention, context: str) -> Handle:
    if mention.rule == "gazetteer":
        return Handle(mention.cls, plain(mention.name), mention.name)
    return _named(mention, context)


def _named(mention: Mention, context: str) -> Handle:
    name = clean(mention.text)
    iso = str(mention.facts.get("country", "")) or context
    own = " ".join(sorted(_own_words(name, iso))) or plain(name)
    return Handle(mention.cls, own, name, iso)


def _person(mention: Mention, context: str) -> Handle:
    name = clean(mention.text)
    return Handle("Person", fold(name), name, context)


def _own_words(name: str, iso: str) -> frozenset[str]:
    """The words of a name that are not the state's: "Kenya’s Supreme Court" and "Supreme Court of Kenya" share theirs."""
    state = authorities.country_by_iso(iso)
    if not state:
        return words(name)
    states = {w for n in (state.name, *state.other_names, *state.adjectives) for w in words(n)}
    left = words(name) - states
    return (left - STATE_WORDS if "republic" in left else left) or words(name)


HANDLES: Mapping[str, Callable[[Mention, str], Handle]] = {
    "Country": _country,
    "Place": _place,
    "GovernmentBody": _body,
    "Court": _court,
    "Legislature": _legislature,
    "Law": _law,
    "Bill": _law,
    "Policy": _law,
    "Treaty": _known,
    "InternationalOrganization": _known,
    "MediaOutlet": _known,
    "Person": _person,
}
