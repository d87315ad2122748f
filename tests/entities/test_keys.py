"""Keys: stable, one a group, people of one name kept apart by where they stand."""

from __future__ import annotations

import pytest

from kg.entities.judgements import Judgement

pytestmark = pytest.mark.model
TWO = {"a": "In Ghana, Kofi Addo spoke.", "b": "In Ghana, Kofi Addo sang."}


def test_one_name_is_one_key_whatever_else_is_read(resolved) -> None:
    alone, both = resolved({"a": TWO["a"]}), resolved(TWO)
    assert {k for k in alone.entities if k.startswith("Person:")} == {
        k for k in both.entities if k.startswith("Person:")
    }


def test_people_judged_apart_have_keys_of_their_own(resolved) -> None:
    said = [Judgement("Person", "Kofi Addo", "Kofi Addo", "different", "Esi", "2025")]
    assert len([k for k in resolved(TWO, said).entities if k.startswith("Person:")]) == 2
