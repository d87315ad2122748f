"""Composed places: tails, directions, lists of regions."""

from __future__ import annotations

import pytest

from kg.mentions.places import composed_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Loreto region is", ["Loreto region"]),
        ("In Liepaja district", ["Liepaja district"]),
        ("near the Baobab shopping mall", ["Baobab shopping mall"]),
        ("in northern Ghana", ["northern Ghana"]),
        ("the south of Chad", ["south of Chad"]),
        ("Peru’s eastern provinces", ["eastern provinces"]),
        ("on the Kenyan coast", ["Kenyan coast"]),
        ("the Loreto, Cusco and Puno regions", ["Loreto region", "Cusco region", "Puno region"]),
        ("northern winds", []),
        ("a Ghanaian city", []),
        ("South Sudanese traders", []),
        ("This region is poor", []),
    ],
)
def test_composed_places(blank, text: str, names: list[str]) -> None:
    found = {m.start: m.name for m in composed_places(blank(text))}
    assert [found[start] for start in sorted(found)] == names


def test_a_listed_region_stands_under_its_own_words(blank) -> None:
    sentence = blank("the Loreto and Puno regions")
    assert all(sentence.document.text[m.start : m.end] == m.text for m in composed_places(sentence))
    assert {m.text for m in composed_places(sentence) if m.rule == "region-list"} == {"Loreto", "Puno"}
