import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, Place
from kg.facts.model import Evidence
from kg.graph.proof import counting, naive_sentence, naming, proofs, saying

TEXT = "Heading here\nAnn Lee spoke. J. Smith left! Who knew? “Nobody.” All went home."


def document(text: str = TEXT, start: int = 13) -> Document:
    article = Article("d#1", 1, "", "", 0, len(text), (Paragraph(start, len(text)),))
    return Document("d", "", "d.txt", text, (article,))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Ann Lee", "Ann Lee spoke."),
        ("J. Smith", "J. Smith left!"),
        ("Who", "Who knew?"),
        ("Nobody", "“Nobody.”"),
        ("home", "All went home."),
        ("Heading", "Heading here"),
    ],
)
def test_the_stretch_around_a_name(name: str, sentence: str) -> None:
    start = TEXT.index(name)
    low, high = naive_sentence(document(), start, start + len(name))
    assert TEXT[low:high] == sentence


@given(st.text("aB .\n!", min_size=1, max_size=40), st.data())
def test_the_stretch_always_holds_the_name(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip() == text[start:end]:
        low, high = naive_sentence(document(text, 0), start, end)
        assert low <= start < end <= high


def test_known_sentences_win() -> None:
    found = proofs([document()], {"d": [(13, 27), (28, 55)]}, [])
    assert found.around(Place("d", 1, 31, 36, "Smith")) == Evidence("d", 1, 28, 55, TEXT[28:55])


def test_what_facts_point_to_is_known_too() -> None:
    found = proofs([document()], {}, [Evidence("d", 1, 13, 42, TEXT[13:42])])
    assert found.around(Place("d", 1, 13, 20, "Ann Lee")).quote == TEXT[13:42]


EVIDENCE = (Evidence("d", 1, 13, 27, TEXT[13:27]), Evidence("d", 1, 28, 42, TEXT[28:42]))


def test_a_role_is_proved_where_it_is_named() -> None:
    smith = Entity("k", "Person", "J. Smith", {"J. Smith": [Place("d", 1, 28, 36, "J. Smith")]})
    assert naming(EVIDENCE, smith) == EVIDENCE[1:]
    assert naming(EVIDENCE, Entity("l", "Person", "Kim", {})) == EVIDENCE


def test_words_are_proved_where_they_stand() -> None:
    assert saying(EVIDENCE, "Spoke") == EVIDENCE[:1]
    assert saying(EVIDENCE, "shouted") == saying(EVIDENCE, "") == EVIDENCE


@pytest.mark.parametrize(
    ("quote", "found"),
    [("has 1,250 signatures", True), ("has 1250", True), ("has 1 250", True), ("has 11,250", False), ("1,2500", False)],
)
def test_numbers_are_proved_where_they_stand(quote: str, found: bool) -> None:
    first, second = Evidence("d", 1, 0, 5, "other"), Evidence("d", 1, 6, 9, quote)
    assert counting([first, second], 1250) == ((second,) if found else (first,))
