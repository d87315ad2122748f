"""One event in several articles is one; what only looks like it stays two; totals hold their named members."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.dates import parse_edtf
from kg.documents.model import Article, Document
from kg.facts.across.identity import identify
from kg.facts.model import Event, Evidence, Sanction

MAY_3, MAY = parse_edtf("2020-05-03"), parse_edtf("2020-05")
FINE = Sanction("fine", amount=5, currency="EUR")


def document(name: str, work: str = "", published: str = "") -> Document:
    article = Article(f"{name}#1", 1, "", "", 0, 99, (), published, work=work or name)
    return Document(name, "00", f"{name}.txt", "x" * 99, (article,))


PAGES = [document("a", published="2020-06-01"), document("b", published="2020-05-05"), document("copy", work="a")]


def at(name: str, event: Event, **changes: object) -> Event:
    where = (Evidence(name, 1, 0, 10, str(changes.pop("quote", f"words of {name}"))),)
    return replace(event, id=f"{name}-{event.kind}-{len(changes)}", evidence=where, **changes)  # type: ignore[arg-type]


BASE = Event("", "Conviction", (), "t/t", patient=("Person:p",), date=MAY_3, country="GH")
MARCH = Event("", "March", (), "t/t", place="Place:accra", date=MAY_3, country="GH")
LAW = Event("", "Enactment", (), "t/t", patient=("Law:press act",), action="adoption", date=MAY)
SIGNED = Event("", "TreatyAction", (), "t/t", agent=("Country:GH",), patient=("Treaty:t",), action="signature")


@pytest.mark.parametrize(
    ("event", "changes", "one"),
    [
        (BASE, {}, True),
        (BASE, {"date": MAY, "agent": ("Court:c",)}, True),
        (BASE, {"date": parse_edtf("2020")}, True),
        (BASE, {"date": parse_edtf("2020-05-04")}, False),
        (BASE, {"date": None}, False),
        (BASE, {"patient": ("Person:q",)}, False),
        (BASE, {"patient": ("Person:p", "Person:q")}, True),
        (BASE, {"patient": ("Person:p", "Person:q"), "date": parse_edtf("2020")}, False),
        (BASE, {"country": "TG"}, False),
        (BASE, {"status": "planned"}, False),
        (BASE, {"polarity": False}, False),
        (BASE, {"source": "Person:s"}, True),
        (replace(BASE, kind="Killing", date=None), {}, True),
        (replace(BASE, kind="Statement"), {}, False),
        (MARCH, {}, True),
        (MARCH, {"agent": ("CivilSocietyOrganization:o",)}, True),
        (MARCH, {"place": "Place:kumasi"}, False),
        (MARCH, {"place": ""}, False),
        (MARCH, {"date": MAY}, False),
        (LAW, {}, True),
        (LAW, {"action": "signature"}, False),
        (SIGNED, {"date": MAY}, True),
        (SIGNED, {"agent": ("Country:TG",)}, False),
    ],
)
def test_same_happening_or_not(event: Event, changes: dict[str, object], one: bool) -> None:
    events = [at("a", event), at("b", event, **changes)]
    identity = identify(events, PAGES)
    assert (identity.of(events[0].id) == identity.of(events[1].id)) is one


def test_the_first_article_lends_its_id_and_each_adds_what_it_knows() -> None:
    late, early = at("a", BASE, sanctions=(FINE,)), at("b", BASE, date=MAY, charge="theft")
    identity = identify([late, early], PAGES)
    assert identity.of(late.id) == early.id
    whole = identity.whole[early.id]
    assert (whole.date, whole.charge, whole.sanctions) == (MAY_3, "theft", (FINE,))
    assert {e.document for e in whole.evidence} == {"a", "b"}


def test_what_is_only_said_adds_nothing_to_what_is_asserted() -> None:
    plain, said = at("a", BASE, date=MAY), at("b", BASE, source="Person:s")
    whole = identify([plain, said], PAGES).whole[said.id]
    assert (whole.date, whole.mode) == (MAY, "Asserted")


def test_what_fits_two_happenings_stays_alone() -> None:
    may, july = at("a", BASE), at("a", BASE, date=parse_edtf("2020-07-01"), place="Place:x")
    vague = at("b", BASE, date=parse_edtf("2020"))
    assert identify([may, july, vague], PAGES).lead == {}


def test_a_sentence_of_a_copy_counts_once_whatever_its_kind() -> None:
    said = replace(BASE, kind="Statement", date=None, agent=("Person:s",))
    one, copy = at("a", said, quote="He spoke."), at("copy", said, quote="He spoke.")
    assert identify([one, copy], PAGES).of(copy.id) == identify([one, copy], PAGES).of(one.id)
    other = at("copy", said, quote="He spoke again.")
    assert identify([one, other], PAGES).lead == {}


def test_the_order_of_the_events_does_not_matter() -> None:
    events = [at("a", BASE), at("b", BASE, date=MAY), at("a", MARCH), at("b", MARCH), at("copy", BASE)]
    assert identify(events, PAGES) == identify(events[::-1], PAGES)


TOTAL = Event("", "Detention", (), "t/t", count=25, date=MAY_3, country="GH", place="Place:accra")
NAMED = Event("", "Detention", (), "t/t", patient=("Person:p",), date=MAY_3, country="GH")


@pytest.mark.parametrize(
    ("page", "changes", "part"),
    [
        ("a", {}, True),
        ("a", {"place": "Place:kumasi"}, False),
        ("a", {"date": parse_edtf("2020-05-04")}, False),
        ("a", {"date": None}, False),
        ("a", {"kind": "Charge"}, False),
        ("a", {"polarity": False}, False),
        ("a", {"patient": ("CivilSocietyOrganization:o",)}, False),
        ("b", {}, False),
        ("b", {"place": "Place:accra"}, True),
    ],
)
def test_named_members_are_parts_of_the_total(page: str, changes: dict[str, object], part: bool) -> None:
    total, member = at("a", TOTAL), at(page, NAMED, **changes)
    total = replace(total, id="total")
    assert identify([total, member], PAGES).parts == ({member.id: "total"} if part else {})
