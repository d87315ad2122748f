"""Bodies that a text ties to the town it named before: "the city’s police", "a court there", "In Gdansk, a court"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.mentions.geonames import cities
from kg.mentions.model import Mention, Sentence

ANCHORED = frozenset({"Court", "GovernmentBody"})
TOWNS = r"(?:city|town|capital|village|port|municipality)"
OWNED = re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?P<town>{TOWNS})|[a-z]+)[’']s (?:[a-z-]+ ){{0,2}}$")
REGIONS = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:region|province|state|district|county|island)[’']s (?:[a-z-]+ ){0,2}$"
)
OPENED = re.compile(r"^[“\"]?In (?:the (?:city|town) of )?(?P<place>[^,]{3,30}), (?:[a-z]+ ){0,2}$")
BARE = frozenset({"court", "police", "authorities", "administration", "prosecutors", "officials"})


class Anchors:
    """The towns and regions that an article has named so far, the latest last; forgotten at the next article."""

    def __init__(self) -> None:
        """Begin with none named."""
        self._article = ""
        self._places: list[Mention] = []

    def tie(self, sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
        """The mentions of the next sentence, described bodies with the place that they are tied to."""
        if sentence.article.id != self._article:
            self._article, self._places = sentence.article.id, []
        tied = []
        for m in found:
            tied.append(self._tied(sentence, m))
            if m.cls == "Place" and not m.facts.get("region"):
                self._places.append(m)
        return [m for m in tied if m.text != "court" or m.facts.get("owner")]

    def _tied(self, sentence: Sentence, m: Mention) -> Mention:
        if m.rule != "description" or m.cls not in ANCHORED or m.facts.get("owner") or not self._places:
            return m
        place = self._place(sentence, m)
        if not place:
            return m
        body = str(m.facts.get("body", m.text))
        called = f"{place} {body}" if body in BARE else f"{body} in {place}"
        return replace(m, name=called, facts={**m.facts, "owner": place, "called": called})

    def _place(self, sentence: Sentence, m: Mention) -> str:
        before = sentence.document.text[sentence.start : m.start]
        after = sentence.document.text[m.end : m.end + 7]
        last = self._places[-1].name
        owned = OWNED.search(before)
        if (owned and owned["town"]) or re.match(r" there\b", after):
            towns = [p.name for p in self._places if cities(p.text)]
            return towns[-1] if towns else last
        if REGIONS.search(before):
            return last
        opened = OPENED.match(before) if m.cls == "Court" else None
        return last if opened and opened["place"].endswith(self._places[-1].text) else ""
