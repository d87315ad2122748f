"""A document's text is shown whole and in its order, whatever sentences and marks lie in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.store.beside import Coverage, Marked, Missed, Text
from server.documents import trigger_words
from server.reading import Block, SentenceRead, blocks

LETTERS = "In May Ola Brandt left.\nHe rests.  \U0001f54a Then\nmore rain fell on <b>us</b>."
SPANS = st.tuples(st.integers(0, len(LETTERS)), st.integers(0, len(LETTERS))).map(lambda pair: (min(pair), max(pair)))


def proof(start: int, end: int) -> SentenceRead:
    return SentenceRead(f"d-{start}-{end}", LETTERS[start:end], (start, end))


def shown(found: list[Block]) -> str:
    return "".join(stretch.text for block in found for stretch in block.stretches)


@given(st.lists(SPANS), st.lists(SPANS), st.lists(SPANS), SPANS)
def test_nothing_is_lost_or_said_twice(
    sentences: list[tuple[int, int]], marks: list[tuple[int, int]], read: list[tuple[int, int]], within: tuple[int, int]
) -> None:
    text = Text(LETTERS, tuple(sorted(sentences)), tuple(Marked(*span, "person/a", "name") for span in marks))
    found = blocks(text, within, {span: proof(*span) for span in read}, None)
    assert shown(found) == LETTERS[within[0] : within[1]]
    inside = {span for span in read if within[0] <= span[0] < span[1] <= within[1]}
    assert sorted(one.span for block in found for _, one in block.read) == sorted(inside)


def test_what_was_read_and_what_was_missed() -> None:
    sentences, marks = ((0, 23), (24, 33)), (Marked(7, 17, "person/ola-brandt", "name"), Marked(11, 17, "x/y", "name"))
    coverage = Coverage(2, 1, 1, False, (Missed(24, 33, ("rests",)),))
    first, second, *_ = blocks(Text(LETTERS, sentences, marks), (0, len(LETTERS)), {(0, 23): proof(0, 23)}, coverage)
    sentence = first.stretches[0]
    assert [(run.text, run.mark and run.mark.path) for run in sentence.runs] == [
        ("In May ", None),
        ("Ola Brandt", "person/ola-brandt"),
        (" left.", None),
    ]
    assert [number for number, _ in sentence.read] == [1]
    assert second.stretches[0].missed == coverage.missed[0]
    assert trigger_words(coverage) == ["rests"]


def test_overlapping_sentences_are_one_stretch_with_all_that_they_prove() -> None:
    read = {span: proof(*span) for span in ((0, 10), (5, 20), (30, 40))}
    stretches = [one for block in blocks(Text(LETTERS, (), ()), (0, 50), read, None) for one in block.stretches]
    assert [(one.text, [n for n, _ in one.read]) for one in stretches if one.read] == [
        (LETTERS[0:20], [1, 2]),
        (LETTERS[30:40], [3]),
    ]
