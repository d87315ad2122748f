"""The whole finder: offsets, order, and the same answer whatever the order of documents."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.mentions.find import find_mentions

pytestmark = pytest.mark.model

TEXTS = {
    "b": "Zirwa Otienda of the Lake Fishers Union (LFU) was fined by a Kisumu court.\nThe LFU and Otienda appealed.",
    "a": "The outlet Vetra asked Otienda about the Fishing Quota Bill.\nGhana signed a treaty on wetlands.",
    "c": "Vetra, a newspaper, was blocked by the Communications Ministry in Kisumu on 3 May.",
}
PIECES = st.sampled_from(
    [
        "Ama Mensah",
        "the Press Act",
        "Kisumu police",
        "“",
        "”",
        "’s",
        "\u00a0",
        "  ",
        "(LFU)",
        "A petition against fees",
        "said",
        "Article 12 of the Law on Seeds",
        "!",
        ", a nurse,",
        "and",
        "İzmir",
        "Niš",
        "Paperwall.ge",
        "\n",
        "Ministry of Water",
        "x" * 40,
    ]
)


def flat(found) -> list[tuple[int, int, str, str, str]]:
    return [(m.start, m.end, m.text, m.cls, m.rule) for ms in found for m in ms]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_every_mention_is_the_documents_own_words(read, pieces: list[str]) -> None:
    text = " ".join(pieces)
    sentences = read(text) if text.strip() else []
    for sentence, mentions in zip(sentences, find_mentions({"doc": sentences})["doc"], strict=True):
        for m in mentions:
            assert text[m.start : m.end] == m.text
            assert sentence.start <= m.start < m.end <= sentence.end
        assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_the_order_of_documents_does_not_matter(read) -> None:
    corpus = {name: read(text, name) for name, text in TEXTS.items()}
    one = {d: flat(ms) for d, ms in find_mentions(corpus).items()}
    other = {d: flat(ms) for d, ms in find_mentions(dict(reversed(corpus.items()))).items()}
    assert one == other


def test_a_class_is_decided_over_the_corpus(read) -> None:
    found = find_mentions({name: read(text, name) for name, text in TEXTS.items()})
    assert {m.cls for ms in found["a"] for m in ms if m.text == "Vetra"} == {"MediaOutlet"}
    assert {m.cls for ms in found["b"] for m in ms if m.text == "LFU"} == {"CivilSocietyOrganization"}


def test_an_odd_blank_splits_no_name(read) -> None:
    text = "Prime Minister\u00a0Zirwa\u00a0Otiendova left Accra."
    assert "Zirwa\u00a0Otiendova" in {m.text for ms in find_mentions({"doc": read(text)})["doc"] for m in ms}
