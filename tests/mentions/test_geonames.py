"""Cities by name, told apart by their state."""

from __future__ import annotations

import pytest

from kg.mentions.geonames import around, capital_of, cities, city, city_by_id, state_id


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Lagos", "", "NG"),
        ("Lagos", "PT", "PT"),
        ("Birmingham", "US", "US"),
        ("Córdoba", "AR", "AR"),
        ("Nowhereville", "", None),
    ],
)
def test_the_city_of_a_text(name: str, country: str, found: str | None) -> None:
    place = city(name, country)
    assert (place.country if place else None) == found


def test_a_transliteration_finds_the_large_city() -> None:
    assert [c.country for c in cities("Kharkov")][:1] == ["UA"] or cities("Kharkov") == ()
    assert cities("Odesa")[0].id == city("Odesa", "UA").id  # type: ignore[union-attr]


def test_places_carry_ids_and_coordinates() -> None:
    place = city("Accra")
    assert place is not None
    assert place.id > 0
    assert -90 <= place.latitude <= 90
    assert -180 <= place.longitude <= 180


@pytest.mark.parametrize(
    ("name", "state", "others", "states", "found"),
    [
        # Two in one state: the one near the other towns of the text.
        ("Springfield", "US", ["Boston", "Worcester"], ["US"], 4951788),
        ("Springfield", "US", ["Chicago", "Peoria"], ["US"], 4250542),
        # None here: one in another state that the text names.
        ("Lagos", "ES", [], ["ES", "PT"], 2267226),
        # No other town: the largest.
        ("Springfield", "US", [], ["US"], 4409896),
        # A city that outgrows its namesakes, wherever the text is.
        ("Houston", "US", ["Anchorage"], ["US"], 4699066),
        # By another of its names, in its own state only.
        ("Grodno", "BY", [], ["BY"], 627904),
        ("Grodno", "KE", [], ["KE"], None),
        # One that the world knows, though nothing else speaks of its state; a small one abroad is none.
        ("Geneva", "KE", [], ["KE"], 2660646),
        ("Nakskov", "KE", [], ["KE"], None),
        ("Nakskov", "KE", [], ["KE", "DK"], 2616599),
    ],
)
def test_namesakes_are_told_apart_by_the_text(
    name: str, state: str, others: list[str], states: list[str], found: int | None
) -> None:
    place = city(name, state, around([name, *others], states))
    assert (place.id if place else None) == found


def test_ids_lead_back() -> None:
    accra = city("Accra")
    assert accra is not None
    assert city_by_id(accra.id) == accra
    assert city_by_id(1) is None
    assert (state_id("KE"), state_id("ZZ")) == (192950, None)


@pytest.mark.parametrize(
    ("state", "capital"), [("GE", "Tbilisi"), ("ZM", "Lusaka"), ("UA", "Kyiv"), ("XX", ""), ("", "")]
)
def test_capitals_lie_in_their_states(state: str, capital: str) -> None:
    found = capital_of(state)
    assert (found.name if found else "") == capital
    assert found is None or found.country == state
