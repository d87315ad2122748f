"""What works tell differently is found; what only looks different, or is told by one work alone, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.dates import parse_edtf
from kg.documents.model import Article, Document
from kg.entities.model import Entity
from kg.facts.across.identity import identify
from kg.facts.across.rivals import rivals
from kg.facts.model import Event, Evidence, Fact, Sanction

WORKS = {"a": "w1", "b": "w2", "copy": "w1"}
ENTITIES = [
    Entity("Place:geonames 1", "Place", "Accra", country="GH", identity="geonames 1"),
    Entity("Place:geonames 2", "Place", "Kumasi", country="GH", identity="geonames 2"),
    Entity("Place:geonames 3", "Place", "Osu", country="GH", part_of="Accra", identity="geonames 3"),
    Entity("Place:square", "Place", "Square"),
    Entity("Law:assemblies act", "Law", "Assemblies Act", country="GH"),
    Entity("Person:p", "Person", "P"),
]


def page(name: str) -> Document:
    return Document(
        name, "0", "", "x" * 300, (Article(f"{name}#1", 1, "", "", 0, 300, (), "2022-05-01", work=WORKS[name]),)
    )


PAGES = [page(name) for name in WORKS]


def proof(name: str, quote: str) -> tuple[Evidence, ...]:
    return (Evidence(name, 1, 0, len(quote), quote),)


def event(name: str, kind: str, quote: str = "Some words.", **parts: object) -> Event:
    date = parts.pop("date", None)
    made = Event(f"{name}-{kind}-{date}", kind, proof(name, quote), "t/t", date=parse_edtf(str(date)) if date else None)
    return replace(made, **{"country": "GH", **parts})  # type: ignore[arg-type]


def found(events: list[Event], facts: tuple[Fact, ...] = ()) -> list[tuple[str, str]]:
    return [(r.kind, r.field) for r in rivals(events, facts, ENTITIES, PAGES, identify(events, PAGES))]


P = {"patient": ("Person:p",)}
YEARS = {"sanctions": (Sanction("imprisonment", duration="P5Y"),)}
BLOCKED = "In May officials blocked an information site on rivers and dams."
AGAIN = "A site with information on dams was blocked in June."


@pytest.mark.parametrize(
    ("kind", "one", "other", "differ"),
    [
        ("Killing", {"date": "2020-05-03", **P}, {"date": "2020-05-04", **P}, [("date", "date")]),
        ("Killing", {"date": "2020-05-03", **P}, {"date": "2020-05", **P}, []),
        ("Killing", {"date": "2020-05-03", **P}, {"date": "2020-05-04", "patient": ("Person:q",)}, []),
        ("Detention", {"date": "2020-05-03", **P}, {"date": "2020-05-06", **P}, [("date", "date")]),
        ("Detention", {"date": "2020-05-03", **P}, {"date": "2020-07-06", **P}, []),
        ("Conviction", {"date": "2020-05-03", **P, **YEARS}, {"date": "2020-05-04", **P, **YEARS}, [("date", "date")]),
        (
            "Conviction",
            {"date": "2020-05-03", **P, **YEARS},
            {"date": "2020-05-04", **P, "sanctions": (Sanction("imprisonment", duration="P6Y"),)},
            [("date", "date"), ("number", "sanctions")],
        ),
        (
            "Conviction",
            {"date": "2020-05-03", **P, **YEARS},
            {"date": "2020-05-03", **P, "sanctions": (Sanction("imprisonment", duration="P6Y"),)},
            [("number", "sanctions")],
        ),
        (
            "Conviction",
            {"date": "2020-05-03", **P, **YEARS},
            {"date": "2020-05-04", **P, "sanctions": (Sanction("fine"),)},
            [],
        ),
        (
            "Detention",
            {"date": "2020-05-03", "count": 12, "patient": ("CivilSocietyOrganization:o",)},
            {"date": "2020-05-03", "count": 15, "patient": ("CivilSocietyOrganization:o",)},
            [("number", "count")],
        ),
        (
            "March",
            {"date": "2020-05-03", "place": "Place:geonames 1", "attendance": (400, 500)},
            {"date": "2020-05-03", "place": "Place:geonames 1", "attendance": (5000, 5000)},
            [("number", "attendance")],
        ),
        (
            "March",
            {"date": "2020-05-03", "place": "Place:geonames 1", "attendance": (400, 500)},
            {"date": "2020-05-03", "place": "Place:geonames 1", "attendance": (550, 550)},
            [],
        ),
        (
            "Killing",
            {"date": "2020-05-03", **P, "place": "Place:geonames 1"},
            {"date": "2020-05-03", **P, "place": "Place:geonames 2"},
            [("place", "place")],
        ),
        (
            "Killing",
            {"date": "2020-05-03", **P, "place": "Place:geonames 1"},
            {"date": "2020-05-03", **P, "place": "Place:geonames 3"},
            [],
        ),
        (
            "Killing",
            {"date": "2020-05-03", **P, "place": "Place:geonames 1"},
            {"date": "2020-05-03", **P, "place": "Place:square"},
            [],
        ),
        (
            "Detention",
            {"date": "2020-05-03", **P},
            {"date": "2020-05-03", **P, "polarity": False},
            [("status", "kind")],
        ),
        ("Detention", {"date": "2020-05-03", **P}, {"date": "2020-06-03", **P, "polarity": False}, []),
        ("Detention", {"date": "2020-05-03", **P}, {"date": "2020-05-03", **P, "status": "planned"}, []),
        ("Censorship", {"date": "2020-05", "quote": BLOCKED}, {"date": "2020-06", "quote": AGAIN}, [("date", "date")]),
        ("Censorship", {"date": "2020-05", "quote": BLOCKED}, {"date": "2020-10", "quote": AGAIN}, []),
        (
            "Censorship",
            {"date": "2020-05", "quote": BLOCKED},
            {"date": "2020-06", "quote": "A film was banned in June."},
            [],
        ),
        (
            "Censorship",
            {"date": "2020-05", "quote": BLOCKED, "patient": ("MediaOutlet:m",)},
            {"date": "2020-06", "quote": AGAIN, "patient": ("MediaOutlet:n",)},
            [],
        ),
        ("Censorship", {"date": "2020-05", "quote": BLOCKED}, {"date": "2020-06", "quote": AGAIN, "country": "TG"}, []),
        (
            "TreatyAction",
            {"date": "2020", "agent": ("Country:GH",), "patient": ("Treaty:t",), "action": "ratification"},
            {"date": "2021", "agent": ("Country:GH",), "patient": ("Treaty:t",), "action": "ratification"},
            [("date", "date")],
        ),
        (
            "TreatyAction",
            {"date": "2020", "agent": ("Country:GH",), "patient": ("Treaty:t",), "action": "ratification"},
            {"date": "2021", "agent": ("Country:TG",), "patient": ("Treaty:t",), "action": "ratification"},
            [],
        ),
    ],
)
def test_events_of_two_works(
    kind: str, one: dict[str, object], other: dict[str, object], differ: list[tuple[str, str]]
) -> None:
    assert found([event("a", kind, **one), event("b", kind, **other)]) == differ
    copy = replace(event("a", kind, **one), id="again", evidence=proof("copy", "Other words."))
    assert found([event("a", kind, **one), copy]) == []


DENIED = "In March officials denied a permit for the harvest march for the third year in a row."


@pytest.mark.parametrize(
    ("refused", "allowed", "differ"),
    [
        ({"date": "2022-03", "quote": DENIED}, {"date": "2021", "quote": "The march was allowed in 2021."}, True),
        ({"date": "2022-03", "quote": DENIED}, {"date": "2019", "quote": "The march was allowed in 2019."}, False),
        ({"date": "2022-03", "quote": DENIED}, {"date": "2020/2021", "quote": "Two marches were allowed."}, True),
        ({"date": "2022-03", "quote": DENIED}, {"date": "../2021", "quote": "The march had been allowed."}, False),
        (
            {"date": "2022-03", "quote": "In March a march was refused."},
            {"date": "2021", "quote": "A march was allowed."},
            False,
        ),
        ({"date": "2022-03", "quote": DENIED}, {"date": "2021", "quote": "The plant was allowed to open."}, False),
        (
            {"date": "2022-03", "quote": DENIED, "place": "Place:geonames 1"},
            {"date": "2021", "quote": "The march was allowed.", "place": "Place:geonames 2"},
            False,
        ),
    ],
)
def test_permits_that_were_given_and_not_given(
    refused: dict[str, object], allowed: dict[str, object], differ: bool
) -> None:
    events = [event("a", "Refusal", **refused), event("b", "Approval", **allowed)]
    assert found(events) == ([("status", "kind")] if differ else [])


def tie(name: str, title: str, quote: str = "Some words.") -> Fact:
    return Fact("Person:q", "relative", "Person:p", proof(name, quote), "kin", title=title)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (tie("a", "wife"), tie("b", "partner"), True),
        (tie("a", "wife"), tie("copy", "partner"), False),
        (tie("a", "wife"), tie("b", "widow"), False),
        (tie("a", "Wife"), tie("b", "wife"), False),
        (tie("a", "elder brother"), tie("b", "brother"), False),
        (tie("a", "sister"), tie("b", "cousin"), True),
        (tie("a", "wife"), replace(tie("b", "husband"), subject="Person:p", object="Person:q"), False),
        (tie("a", "wife"), replace(tie("b", "partner"), polarity=False), False),
    ],
)
def test_ties(one: Fact, other: Fact, differ: bool) -> None:
    assert found([], (one, other)) == ([("relation", "relative")] if differ else [])


def test_a_victim_without_a_name_is_known_by_the_deed() -> None:
    deed = event("a", "Killing", "Mensah stabbed his wife to death in 2020.", agent=("Person:p",), date="2020")
    named = event("b", "Killing", "He killed his partner Q.", patient=("Person:q",))
    partner = tie("b", "partner", "He killed his partner Q.")
    assert found([deed, named], (partner,)) == [("relation", "relative")]
    assert found([deed], (partner,)) == []
    assert found([deed, named], (tie("b", "wife", "He killed his partner Q."),)) == []


NORM = Fact("Law:assemblies act", "provides", "", proof("a", "Words."), "norm", literal="gatherings need no permit")


@pytest.mark.parametrize(
    ("practice", "differ"),
    [
        (event("b", "Refusal", "The march was refused.", date="2023"), True),
        (event("b", "March", status="refused", date="2023"), True),
        (event("b", "Conviction", "He was fined for an unsanctioned rally.", date="2023"), True),
        (event("b", "Conviction", "He was fined at a rally for spitting.", date="2023"), False),
        (event("b", "Refusal", "The march was refused.", date="2020"), False),
        (event("b", "Refusal", "The march was refused.", date="2023", country="TG"), False),
        (event("b", "Refusal", "The licence was refused.", date="2023"), False),
        (event("b", "Refusal", "The march was refused.", date="2023", source="Person:p"), False),
        (event("copy", "Refusal", "The march was refused.", date="2023"), False),
    ],
)
def test_norm_against_practice(practice: Event, differ: bool) -> None:
    assert found([practice], (NORM,)) == ([("norm-against-practice", "provides")] if differ else [])
