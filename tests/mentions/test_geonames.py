"""Cities by name, told apart by their state."""

from __future__ import annotations

import pytest

from kg.mentions.geonames import cities, city


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
