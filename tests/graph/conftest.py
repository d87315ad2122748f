"""A made-up page with everything that the graph room must tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from kg.dates import PartialDate
from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, Place
from kg.facts.model import Event, Evidence, Fact, Sanction
from kg.graph.quads import Knowledge

SENTENCES = {
    "fine": "A Tartu court fined Maarja Tamm 200 euros on 3 May 2021 for “disturbing the peace”.",
    "hearsay": "Mayor Jaan Kask said the police beat Tamm.",
    "accusation": "Prosecutors accuse Peeter Saar of beating an officer.",
    "plan": "The group Vaba Linn plans a march in Tartu in June 2021.",
    "refusal": "The Tartu police turned down a rally of Vaba Linn.",
    "denial": "The Tartu police did not detain Peeter Saar.",
    "anonymous": "Kati, a student who asked to stay anonymous, was detained.",
    "petition": "Their petition “Open the Square” has 1,250 signatures.",
    "secret": "Another court fined Saar; the sum was not made public.",
}


@dataclass(frozen=True)
class Page:
    """One document whose sentences are known by name."""

    document: Document

    def says(self, *names: str) -> tuple[Evidence, ...]:
        return tuple(self._evidence(SENTENCES[name]) for name in names)

    def _evidence(self, words: str) -> Evidence:
        start = self.document.text.index(words)
        return Evidence(self.document.id, 1, start, start + len(words), words)

    def places(self, words: str) -> list[Place]:
        found, start = [], self.document.text.find(words)
        while start >= 0:
            found.append(Place(self.document.id, 1, start, start + len(words), words))
            start = self.document.text.find(words, start + 1)
        return found

    def entity(self, cls: str, name: str, *forms: str, **more: object) -> Entity:
        names = {form: self.places(form) for form in (name, *forms) if form in self.document.text}
        return Entity(f"{cls}:{name.lower()}", cls, name, names, **more)  # type: ignore[arg-type]


def page(identity: str = "tartu news", work: str = "w1") -> Page:
    text = "TARTU\n\n" + " ".join(SENTENCES.values()) + "\n"
    body = Paragraph(7, len(text) - 1, "text")
    article = Article(f"{identity}#1", 1, "A week in Tartu", "", 0, len(text), (body,), "2021-05", work=work)
    return Page(Document(identity, "ab" * 32, f"{identity}.txt", text, (article,), "A week in Tartu", "2021-05"))


def entities(here: Page) -> list[Entity]:
    return [
        here.entity("Person", "Maarja Tamm", "Tamm", country="EE"),
        here.entity("Person", "Jaan Kask", country="EE"),
        here.entity("Person", "Peeter Saar", "Saar"),
        here.entity("Person", "Kati", protected=True),
        here.entity("Court", "Tartu court", country="EE"),
        here.entity("GovernmentBody", "Tartu police", "police", country="EE"),
        here.entity("CivilSocietyOrganization", "Vaba Linn"),
        here.entity("Place", "Tartu", country="EE", identity="geonames 588335"),
        here.entity("Petition", "Open the Square", signatures=1250),
    ]


MAY_3 = PartialDate("2021-05-03", date(2021, 5, 3), date(2021, 5, 3), "day")
JUNE = PartialDate("2021-06", date(2021, 6, 1), date(2021, 6, 30), "month")


def events(here: Page) -> list[Event]:
    maarja, kask, saar = "Person:maarja tamm", "Person:jaan kask", "Person:peeter saar"
    court, police, linn = "Court:tartu court", "GovernmentBody:tartu police", "CivilSocietyOrganization:vaba linn"
    return [
        Event(
            "e-fine", "Conviction", here.says("fine"), "conviction.fined", agent=(court,), patient=(maarja,),
            country="EE", date=MAY_3, date_stated="3 May 2021", charge="disturbing the peace",
            sanctions=(Sanction("fine", amount=200.0, currency="EUR"),), outcome="e-hearsay",
        ),
        Event("e-hearsay", "Assault", here.says("hearsay"), "assault", agent=(police,), patient=(maarja,), source=kask),
        Event("e-guess", "Refusal", here.says("hearsay"), "learned/Refusal", patient=(maarja,), guessed=0.7),
        Event("e-alleged", "Assault", here.says("accusation"), "assault", status="alleged", agent=(saar,)),
        Event("e-plan", "March", here.says("plan"), "march", status="planned", agent=(linn,), place="Place:tartu",
              date=JUNE, attendance=(50, 100)),
        Event("e-refused", "Rally", here.says("refusal"), "rally", status="refused", agent=(linn,)),
        Event("e-denied", "Detention", here.says("denial"), "detention", patient=(saar,), agent=(police,),
              polarity=False),
        Event("e-kati", "Detention", here.says("anonymous"), "detention", patient=("Person:kati",)),
        Event("e-secret", "Conviction", here.says("secret"), "conviction.fined", patient=(saar,),
              sanctions=(Sanction("fine"),)),
    ]  # fmt: skip


def facts(here: Page) -> list[Fact]:
    kask = "Person:jaan kask"
    return [
        Fact(kask, "position", "Place:tartu", here.says("hearsay"), "title", title="Mayor"),
        Fact("CivilSocietyOrganization:vaba linn", "basedIn", "Place:tartu", here.says("plan"), "based",
             mode="Hypothetical"),
        Fact("Person:kati", "position", "", here.says("anonymous"), "profession", title="student"),
        Fact("Petition:open the square", "concerns", "", here.says("petition"), "topic", literal="the square"),
    ]  # fmt: skip


@pytest.fixture
def here() -> Page:
    """The page itself."""
    return page()


@pytest.fixture
def knowledge(here: Page) -> Knowledge:
    """All that was read from it."""
    return Knowledge([here.document], entities(here), facts(here), events(here))
