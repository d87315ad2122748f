"""Hand-made entities join those found under a shared name and class."""

from __future__ import annotations

from kg.entities.join import join
from kg.entities.model import Entity, Place


def entity(key: str, cls: str, name: str, **more: object) -> Entity:
    return Entity(key, cls, name, {name: [Place("doc", 0, 0, len(name), name)]}, **more)  # type: ignore[arg-type]


def test_a_shared_name_joins() -> None:
    known, other = entity("Law:a", "Law", "Press Act"), entity("hand:1", "Law", "The Press Act")
    entities, keys = join([known], [other])
    assert (len(entities), keys) == (1, {"hand:1": "Law:a"})
    assert set(entities[0].names) == {"Press Act", "The Press Act"}


def test_another_class_does_not() -> None:
    entities, keys = join([entity("Law:a", "Law", "Press Act")], [entity("hand:1", "Bill", "Press Act")])
    assert (len(entities), keys) == (2, {"hand:1": "hand:1"})


def test_what_only_the_hand_knows_is_kept() -> None:
    entities, _ = join(
        [entity("P:a", "Petition", "Mend It")], [entity("hand:1", "Petition", "Mend It", signatures=90, threshold=50)]
    )
    assert (entities[0].signatures, entities[0].threshold) == (90, 50)
