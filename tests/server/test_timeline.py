"""The timeline: chosen events in order, drawn in their lanes, with every bad choice refused."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from kg.store.rows import Term
from server.timeline import LEFT, WIDTH, draw


def row(event: str, family: str, earliest: str, latest: str) -> dict[str, Term]:
    values = {"event": event, "family": family, "earliest": earliest, "latest": latest}
    return {name: Term("literal", value) for name, value in values.items()}


def test_events_in_order_with_their_pages(client: FlaskClient) -> None:
    text = client.get("/timeline").text
    assert "Release of Chanda Phiri" in text
    assert 'href="/page/event/' in text
    assert "<circle" in text or "<rect" in text


def test_choices_narrow(client: FlaskClient) -> None:
    every, some = client.get("/timeline").text, client.get("/timeline?country=country/zm&kind=Conviction").text
    assert some.count("<li><span") < every.count("<li><span")
    assert "Release of" not in some.split("</form>")[1]
    assert "Timeline of Mutale Zimba" in client.get("/timeline?actor=person/mutale-zimba").text
    assert "0 events" in client.get("/timeline?until=1900-01-01").text


@pytest.mark.parametrize(
    "choice", ["country=x", "actor=..", "since=yesterday", "until=2025-13-01", "kind=a+b", "kind=%3E"]
)
def test_bad_choices_are_refused(client: FlaskClient, choice: str) -> None:
    assert client.get(f"/timeline?{choice}").status_code == 400


def test_dots_stand_in_lanes_and_inside() -> None:
    rows = [row("a", "x#A", "2020-01-01", "2020-12-31"), row("b", "x#B", "2021-05-01", "2021-05-01"),
            row("c", "x#A", "2024-01-01", "9999-12-31")]  # fmt: skip
    drawing = draw(rows)
    assert [name for name, _ in drawing.lanes] == ["x#A", "x#B"]
    assert all(dot.x >= LEFT and dot.x + dot.width <= WIDTH for dot in drawing.dots)
    assert drawing.dots[0].y == drawing.dots[2].y != drawing.dots[1].y
    assert [year for year, _ in drawing.years] == [2021, 2022, 2023, 2024]


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw([]).dots == []
