"""What the model looks at."""

from __future__ import annotations

import pytest

from kg.facts.grammar.clauses import clause_of
from kg.facts.learned.features import Around, features, may_tell, word_of
from tests.facts.test_circumstances import scene as scene_of


@pytest.mark.model
def test_it_looks_at_the_word_its_edges_and_its_sentence() -> None:
    scene = scene_of("On May 2, the authorities in Suva balked at the request of nurses.")
    word = next(t for t in scene.span if t.lower_ == "balked")
    assert (may_tell(word), word_of(word)) == (True, "V:balk")
    found = features(word, clause_of(word), Around(scene))
    assert found >= {"w=V:balk", "d=ROOT", "v=active", "el=subject|authority", "wel=V:balk|prep:at|request", "n1=at"}
    assert found >= {"b=nurse", "s=Place", "dated=True", "p=V"}


@pytest.mark.model
def test_a_word_is_not_beside_itself_but_its_like_is() -> None:
    scene = scene_of("The nurses balked, and the doctors balked at the request.")
    first, request = (next(t for t in scene.span if t.lower_ == word) for word in ("balked", "request"))
    around = Around(scene)
    assert {"b=balk", "b=doctor"} <= features(first, clause_of(first), around)
    assert "b=request" not in features(request, clause_of(request), around)
