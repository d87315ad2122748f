import pytest

from kg.entities.model import Entity
from kg.graph.context import names_pattern


@pytest.mark.parametrize(
    ("text", "found"),
    [("with Kati today", True), ("Katie", False), ("K. (Kati)", True), ("a+b here", True), ("", False)],
)
def test_names_are_found_as_whole_words(text: str, found: bool) -> None:
    pattern = names_pattern([Entity("k", "Person", "Kati", {"a+b": []})])
    assert pattern
    assert bool(pattern.search(text)) is found


def test_nobody_to_hide() -> None:
    assert names_pattern([]) is None
