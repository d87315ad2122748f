"""The map: places with coordinates, narrowed by kind and days; every bad choice refused."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from server.app import LAND
from server.files import FOLDER


def test_places_have_spots_and_a_list(client: FlaskClient) -> None:
    text = client.get("/map").text
    assert '<svg class="map"' in text
    assert text.count("<circle") == text.split("<h2>")[1].count("<li>") > 0
    assert 'href="/page/place/lusaka"' in text


def test_land_is_drawn_where_it_was_bundled(client: FlaskClient) -> None:
    assert ('class="land"' in client.get("/map").text) == (FOLDER / LAND).is_file()


def test_home_has_a_small_map(client: FlaskClient) -> None:
    assert '<svg class="map"' in client.get("/").text


def test_choices_narrow(client: FlaskClient) -> None:
    assert "<circle" not in client.get("/map?until=1900-01-01").text
    assert "0 places" in client.get("/map?kind=Nonsense").text


@pytest.mark.parametrize("choice", ["since=yesterday", "until=2025-13-01", "kind=a+b", "kind=%3E"])
def test_bad_choices_are_refused(client: FlaskClient, choice: str) -> None:
    assert client.get(f"/map?{choice}").status_code == 400
