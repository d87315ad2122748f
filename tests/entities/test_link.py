"""Sentences with their references in order; what an article named is forgotten at the next."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


def test_references_are_in_order_and_say_how(resolved) -> None:
    found = resolved("Ghanaian nurse Ama Mensah sued. She won against the Ministry of Water.").sentences["doc"]
    assert [[r.how for r in one.references] for one in found] == [["adjective", "name"], ["pronoun", "name"]]


def test_memory_ends_with_the_article(resolved) -> None:
    found = resolved("Ama Mensah sued.\n---\nShe won.").sentences["doc"]
    assert [r.how for one in found for r in one.references] == ["name"]
