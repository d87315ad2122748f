"""What the model looks at."""

from __future__ import annotations

import pytest

from kg.facts.learned.features import features, may_tell, word_of
from tests.facts.test_circumstances import scene as scene_of


@pytest.mark.model
def test_it_looks_at_the_word_its_edges_and_its_sentence() -> None:
    scene = scene_of("On May 2, the authorities in Suva balked at the request of nurses.")
    word = next(t for t in scene.span if t.lower_ == "balked")
    assert (may_tell(word), word_of(word)) == (True, "V:balk")
    found = features(word, scene)
    assert found >= {"w=V:balk", "d=ROOT", "v=active", "el=subject|authority", "wel=V:balk|prep:at|request", "n1=at"}
    assert found >= {"b=nurse", "s=Place", "dated=True", "p=V"}
