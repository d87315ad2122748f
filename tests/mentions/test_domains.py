"""Addresses of sites."""

from __future__ import annotations

import pytest

from kg.mentions import domains


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Paperwall.ge was blocked.", ["Paperwall.ge"]),
        ("See news.harbour-post.co.ke for more.", ["news.harbour-post.co.ke"]),
        ("It ended.Then it rained.", []),
        ("Version 2.5 is out.", []),
        ("Write to ana@tide.org now", ["tide.org"]),
        ("at 9 a.m. he left", []),
    ],
)
def test_sites(blank, text: str, found: list[str]) -> None:
    assert [m.text for m in domains.find(blank(text))] == found
