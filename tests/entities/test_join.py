"""Entities from elsewhere meet the known ones by place, then by class and name."""

from __future__ import annotations

import pytest

from kg.entities.join import join
from kg.entities.model import Entity, Place


def entity(key: str, cls: str, *forms: tuple[str, int], **more: object) -> Entity:
    names = {form: [Place("page", 1, start, start + len(form), form)] for form, start in forms}
    return Entity(key, cls, forms[0][0], names, **more)  # type: ignore[arg-type]


TAMM = entity("Person:tamm", "Person", ("Maarja Tamm", 10))


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (entity("x", "Person", ("Maarja Tamm", 10)), True),
        (entity("x", "Person", ("Maarja Tamm", 90)), True),
        (entity("x", "Person", ("MAARJA TAMM", 90)), True),
        (entity("x", "Person", ("Tamm", 40), ("Maarja Tamm", 90)), True),
        (entity("x", "Person", ("Tamm", 40)), False),
        (entity("x", "Court", ("Maarja Tamm", 90)), False),
        (entity("x", "Court", ("Maarja Tamm", 10)), False),
    ],
)
def test_who_is_the_same(other: Entity, joined: bool) -> None:
    entities, keys = join([entity("Person:tamm", "Person", ("Maarja Tamm", 10))], [other])
    assert keys == {"x": "Person:tamm" if joined else "x"}
    assert len(entities) == (1 if joined else 2)


def test_a_numbered_article_is_one_by_its_place_only() -> None:
    known = [entity("a", "LawProvision", ("Article 5", 10)), entity("b", "LawProvision", ("Article 5", 50))]
    others = [entity("x", "LawProvision", ("Article 5", 50)), entity("y", "LawProvision", ("Article 5", 90))]
    assert join(known, others)[1] == {"x": "b", "y": "y"}


def test_what_the_other_knows_is_added() -> None:
    known = entity("a", "Petition", ("Open the Square", 10), signatures=5)
    more = {"signatures": 7, "threshold": 9, "protected": True}
    other = entity("x", "Petition", ("Open the Square", 90), ("the appeal", 70), **more)
    (one,), _ = join([known], [other])
    assert [p.start for p in one.names["Open the Square"]] == [10, 90]
    assert list(one.names) == ["Open the Square", "the appeal"]
    assert (one.signatures, one.threshold, one.protected) == (5, 9, True)


def test_names_without_letters_are_kept_apart() -> None:
    _, keys = join([entity("a", "Policy", ("§§", 10))], [entity("x", "Policy", ("§", 90))])
    assert keys == {"x": "x"}


def test_nothing_from_elsewhere_changes_nothing() -> None:
    assert join([TAMM], []) == ([TAMM], {})
