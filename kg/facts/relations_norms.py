"""What laws, bills and petitions concern; who wrote a petition, where it was published, who must consider it and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.linked import ORGANISATIONS, evidence, of_class
from kg.facts.model import Fact

TOPIC = re.compile(r"\b(?:on|against|for|banning|prohibiting|criminali[sz]ing|to|regulating|strengthening|restricting|about|of|demanding|calling for)\b (?P<topic>.+)")
AUTHORS = re.compile(r"\b(?:author(?:ed|s)?|wrote|written|initiated|initiator|launched|published|submitted|started|filed|created|drafted|proposed|introduced|sponsored|tabled)\b")
ADDRESSED = re.compile(r"\b(?:consider|review|reviewing|considering|examine|addressed to|submitted to|sent to|respond|obliged|decide|discuss)\b")
PUBLISHED = re.compile(r"\b(?:published|posted|registered|launched|appeared|hosted|available)\b[^.]{0,40}\b(?:on|at|via|through)\b")
BASIS = re.compile(r"\b(?:[Aa]ccording to|[Uu]nder|in accordance with|pursuant to|on the basis of|in line with|by virtue of)\b[^.]{0,12}$")
ACTORS = ORGANISATIONS | {"Person"}
LONGEST = 8


def read_norms(linked: LinkedSentence, entities: Mapping[str, Entity]) -> Iterator[Fact]:
    """concerns of every norm; author, addressee, publishedOn and legalBasis of petitions and bills."""
    for r in of_class(linked, ["Law", "Bill", "Petition"]):
        yield from _concerns(linked, r)
    for r in of_class(linked, ["Petition", "Bill"]):
        yield from _author(linked, r, entities)
    for r in of_class(linked, ["Petition"]):
        yield from _handling(linked, r)


def _concerns(linked: LinkedSentence, r: Reference) -> Iterator[Fact]:
    if r.mention is None or r.mention.rule not in {"described-norm", "petition", "petition-title", "titled-law", "titled-bill"}:
        return
    found = TOPIC.search(r.mention.text)
    topic = (found["topic"] if found else r.mention.text).strip(" “”\"‘’.,")
    topic = re.sub(r"^(?:the |a |so-called |[“\"])+", "", topic)
    words = topic.split()[:LONGEST]
    if words and (found or r.mention.rule == "petition-title"):
        yield Fact(r.entity, "concerns", "", evidence(linked), "topic", literal=" ".join(words).strip(" “”\",."))


def _author(linked: LinkedSentence, r: Reference, entities: Mapping[str, Entity]) -> Iterator[Fact]:
    text = linked.sentence.text
    for actor in of_class(linked, ACTORS):
        first, second = sorted((actor, r), key=lambda x: x.start)
        between = text[max(0, first.end - linked.sentence.start) : second.start - linked.sentence.start]
        after = text[second.end - linked.sentence.start :][:40]
        active = first is actor and len(between) < 70 and AUTHORS.search(between) and "by" not in between.split()
        passive = first is r and len(between) < 50 and AUTHORS.search(between) and re.search(r"\bby\b", between)
        named = first is r and re.match(r"^[^.]{0,60}\bis (?:the )?$", between) and text.lower().startswith(("the author", "author"))
        if (active or passive or named) and "against" not in after[:1]:
            yield Fact(r.entity, "author", actor.entity, evidence(linked), "author")
            return


def _handling(linked: LinkedSentence, r: Reference) -> Iterator[Fact]:
    text, base = linked.sentence.text, linked.sentence.start
    for body in of_class(linked, ["GovernmentBody", "Legislature"]):
        if ADDRESSED.search(text) and abs(body.start - r.start) < 200:
            yield Fact(r.entity, "addressee", body.entity, evidence(linked), "addressee")
    for portal in of_class(linked, ["MediaOutlet"]):
        if PUBLISHED.search(text[: portal.start - base]) and portal.start - r.end < 120:
            yield Fact(r.entity, "publishedOn", portal.entity, evidence(linked), "published-on")
    for law in of_class(linked, ["Law", "LawProvision"]):
        if BASIS.search(text[: law.start - base]) or (law.cls == "Law" and BASIS.search(text[: max(0, law.start - base - 24)])):
            yield Fact(r.entity, "legalBasis", law.entity, evidence(linked), "legal-basis")
