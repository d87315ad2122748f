"""The timeline: chosen events in order, drawn in their lanes, with every bad choice refused."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


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
