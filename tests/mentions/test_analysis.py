"""Parsing: offsets, sentences inside names, the same bytes, and the reading back."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.mentions.analysis import parse, parse_text, sentences
from kg.mentions.trained import model_version, sentence_guard


@pytest.mark.model
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_characters="\n\r", exclude_categories=["Cs", "Cc"]),
        min_size=1,
        max_size=80,
    )
)
def test_a_sentence_is_the_documents_text(read, text: str) -> None:
    for sentence in read(text):
        assert text[sentence.start : sentence.end].strip()
        assert len(sentence.text) == sentence.end - sentence.start
        assert all(sentence.text[t.idx + sentence.offset - sentence.start :].startswith(t.text) for t in sentence.span)


@pytest.mark.model
def test_paragraphs_are_sentences_of_their_own(read) -> None:
    assert [s.text for s in read("A heading\nThe court met. It rose.")] == ["A heading", "The court met.", "It rose."]


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        (["Rise", "!", "youth", "group"], [True, False, False, False]),
        (["Go", ".", "”", "They"], [True, False, False, True]),
    ],
)
def test_no_sentence_starts_inside_a_name_or_with_a_closing_quote(words: list[str], starts: list[bool]) -> None:
    doc = spacy.tokens.Doc(spacy.blank("en").vocab, words)
    for token in doc:
        token.is_sent_start = token.i == 0 or words[token.i - 1] in {"!", ".", "”"} or words[token.i] == "”"
    assert [bool(t.is_sent_start) for t in sentence_guard(doc)] == starts


@pytest.mark.model
def test_documents_come_back_in_order_and_alike(read) -> None:
    documents = [read(text, name)[0].document for name, text in (("a", "One is here."), ("b", "Two left. Three came."))]
    first, again = list(parse(documents)), list(parse(documents))
    assert first == again
    assert [[s.text for s in sentences(d, data)] for d, data in zip(documents, first, strict=True)] == [
        ["One is here."],
        ["Two left.", "Three came."],
    ]


@pytest.mark.model
def test_one_text_is_parsed_with_plain_blanks() -> None:
    assert [t.text for t in parse_text("Ama\u00a0Mensah")] == ["Ama", "Mensah"]


def test_the_version_names_what_parses() -> None:
    assert model_version().split()[0].startswith("en_core_web_sm")
