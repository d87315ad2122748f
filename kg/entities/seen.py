"""Every mention where it stands, with its handle; provisions with their law, and places inside descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg import authorities
from kg.entities.context import Context
from kg.entities.handles import Handle, handle, place_handle
from kg.entities.provisions import Provisions
from kg.entities.qualifiers import GENERAL, qualifiers
from kg.mentions.geonames import Around, around, cities
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP, UPPER

# Norms belong to the state that their sentence is about, however many the article names.
BY_SENTENCE = frozenset({"Law", "Bill", "Policy", "LawProvision"})
SEAT = re.compile(rf" in (?P<city>{CAP}(?: {CAP})*)$")
# "the Lenin District Court of Homel": a court of a town.
COURT_OF = re.compile(rf"Court of (?P<city>{CAP}(?: {CAP})?)$")
PARENTS = {"UN": "United Nations", "United Nations": "United Nations", "Council of Europe": "Council of Europe"}
PARENT = re.compile(rf"({'|'.join(PARENTS)}) [{UPPER}]?\w")
# "the city’s Linden District Court" is in no town called Linden.
OTHERS = ("city’s ", "city's ", "town’s ", "town's ")
KINDS = re.compile(r" (?:portal|website|platform|newspaper|magazine|news agency)\b")
PARTS = frozenset(
    {"Canton", "Province", "Region", "District", "County", "Oblast", "Governorate", "Department", "State"}
)
TITLED = frozenset({"code", "titled-law", "titled-bill", "constitution"})
TREATIES = frozenset({"gazetteer", "titled-treaty"})
# "the police of Vrbas Canton": places that a description ends with.
OWNED = re.compile(rf" of (?:the )?(?P<city>{CAP}(?: {CAP})*)$")
NO_TOWNS = frozenset({"Justice", "Appeal", "Appeals", "Human", "Arbitration"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention where it stands, with its handle; `law` is the handle of the law that a provision is of."""

    document: str
    sentence: Sentence
    mention: Mention
    handle: Handle
    law: Handle | None = None
    inside: bool = False


def seen_in(
    document: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], context: Context
) -> list[Seen]:
    """The mentions of a document in order. `inside` marks places named within a longer mention."""
    found: list[Seen] = []
    provisions, near = Provisions(), _around(mentions)
    for sentence, here in zip(sentences, mentions, strict=True):
        state = context.of(sentence.article.number)
        handles = {m: handle(m, _state(m, here, state), near) for m in here if m.cls != "LawProvision"}
        provisions.note(sentence.article.id, _titled(handles, state, near))
        for mention in here:
            if mention.cls == "LawProvision":
                made, law = provisions.handle(mention, _state(mention, here, state))
                found.append(Seen(document, sentence, mention, made, law))
                continue
            found.append(Seen(document, sentence, mention, handles[mention]))
            found += _in_full(document, sentence, mention, handles[mention])
            found += _inside(document, sentence, mention, state, near)
            for m in held(mention):
                made, law = provisions.handle(m, state) if m.cls == "LawProvision" else (handle(m, state, near), None)
                found.append(Seen(document, sentence, m, made, law, inside=True))
                found += _inside(document, sentence, m, state, near)
    return found


def _titled(handles: Mapping[Mention, Handle], state: str, near: Around) -> list[Handle]:
    """The handles of norms named by title, also within what amends them."""
    own = [h for m, h in handles.items() if m.rule in TITLED or (m.rule in TREATIES and m.cls in ("Treaty", "Bill"))]
    amended = (i for m in handles if m.rule == "described-norm" for i in held(m) if i.rule in TITLED)
    return own + [handle(i, state, near) for i in amended]


def _in_full(document: str, sentence: Sentence, mention: Mention, known: Handle) -> Iterator[Seen]:
    """ "the Oqim portal": the noun behind an outlet's name is another form of it."""
    noun = KINDS.match(document_text := sentence.document.text, mention.end) if mention.cls == "MediaOutlet" else None
    if noun and not mention.text.endswith(noun[0]):
        text = document_text[mention.start : noun.end()]
        full = Mention(mention.start, noun.end(), text, mention.cls, mention.name, "inside")
        yield Seen(document, sentence, full, known, inside=True)


def held(mention: Mention) -> tuple[Mention, ...]:
    """The mentions inside a long description."""
    found = mention.facts.get("held", ())
    return found if isinstance(found, tuple) else ()


def _state(mention: Mention, here: Sequence[Mention], context: str) -> str:
    """The only state that the sentence names, if it does so before a norm; else the article's."""
    if mention.cls not in BY_SENTENCE:
        return context
    states = {str(m.facts["iso"]) for m in here if m.cls == "Country"}
    before = any(m.cls == "Country" and m.end <= mention.start for m in here)
    return min(states) if len(states) == 1 and before else context


def _around(mentions: Sequence[Sequence[Mention]]) -> Around:
    """The places and states that a document names."""
    every = [m for here in mentions for m in here]
    return around(
        (m.text for m in every if m.cls == "Place"), (str(m.facts["iso"]) for m in every if m.cls == "Country")
    )


def _inside(document: str, sentence: Sentence, mention: Mention, state: str, near: Around) -> Iterator[Seen]:
    """The city in "an Accra court", the United Nations in "UN Committee …": named, though the mention is another's."""
    before = sentence.document.text[max(sentence.start, mention.start - 8) : mention.start]
    for at, text in () if before.endswith(OTHERS) else _cities_in(mention):
        place = Mention(mention.start + at, mention.start + at + len(text), text, "Place", text, "inside")
        yield Seen(document, sentence, place, place_handle(text, state, near), inside=True)
    known = {text for _, text in _cities_in(mention)}
    for at, text, found in qualifiers(mention, state):
        if text in known:
            continue
        facts = {"adjective": True, "iso": found.iso} if found else {"adjective": True}
        start, cls = mention.start + at, "Country" if found else "Place"
        part = Mention(start, start + len(text), text, cls, found.name if found else text, "inside", facts)
        yield Seen(document, sentence, part, handle(part, state, near), inside=True)
    parent = PARENT.match(mention.text) if mention.cls in {"InternationalOrganization", "Treaty"} else None
    if parent:
        end = mention.start + parent.end(1)
        body = Mention(mention.start, end, parent[1], "InternationalOrganization", PARENTS[parent[1]], "gazetteer")
        yield Seen(document, sentence, body, handle(body, state), inside=True)


def _owner(mention: Mention, described: bool) -> re.Match[str] | None:
    """The town of "the Lenin District Court of Homel", the canton of "the police of Vrbas Canton"."""
    form = OWNED if described and mention.cls == "GovernmentBody" else COURT_OF
    seat = form.search(mention.text) if mention.cls in ("Court", "GovernmentBody") else None
    if seat is None or seat["city"] in NO_TOWNS or authorities.country_by_name(seat["city"]):
        return None
    return seat if cities(seat["city"]) or seat["city"].split()[-1] in PARTS else None


def _cities_in(mention: Mention) -> Iterator[tuple[int, str]]:
    """Where a court, or a body described by its place, names a city: in front, or behind "in"."""
    described = mention.rule == "description" and not mention.facts.get("country")
    if mention.cls == "PoliticalParty" or (not described and mention.cls != "Court"):
        return
    seat = SEAT.search(mention.text)
    if seat:
        yield seat.start("city"), seat["city"]
        return
    seat = _owner(mention, described)
    if seat:
        yield seat.start("city"), seat["city"]
        return
    words = mention.text.split()
    front = next((" ".join(words[:k]) for k in (3, 2, 1) if k < len(words) and cities(" ".join(words[:k]))), "")
    if front and mention.text[:1].isupper() and front not in GENERAL:
        yield 0, front
