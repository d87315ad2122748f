from __future__ import annotations

from kg.store.narrowest import narrowest


def test_the_class_under_most_others_is_told() -> None:
    assert narrowest({"Event": 1, "Conviction": 3, "ReportedEvent": 2}) == "Conviction"


def test_of_equals_the_first_whatever_their_order() -> None:
    assert narrowest({"B": 2, "A": 2}) == narrowest({"A": 2, "B": 2}) == "A"
