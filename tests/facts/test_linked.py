"""Questions about a linked sentence: token ranges, classes, and what the article said before."""

from __future__ import annotations

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.linked import View, of_class, state_key, token_range
from kg.facts.scene import Scene
from kg.mentions import analysis

pytestmark = pytest.mark.model
NAMES = {"Baltic Foods": "Company", "Lagoon Weekly": "MediaOutlet", "Ana Soto": "Person", "Lamu": "Place"}
TEXT = "Baltic Foods sued Lagoon Weekly in Lamu. Ana Soto left. “We lost to Lagoon Weekly,” its director said."


def article() -> list[LinkedSentence]:
    whole = Article("d#1", 1, "", "", 0, len(TEXT), (Paragraph(0, len(TEXT)),), work="w")
    document = Document("d", "", "d.txt", TEXT, (whole,))
    linked = []
    for s in analysis.sentences(document, next(analysis.parse([document]))):
        at = {n: TEXT.find(n, s.start, s.end) for n in NAMES}
        found = [Reference(i, i + len(n), f"{NAMES[n]}:{n}", NAMES[n]) for n, i in at.items() if i >= 0]
        linked.append(LinkedSentence(s, tuple(sorted(found, key=lambda r: r.start))))
    return linked


def view(number: int) -> View:
    linked = article()
    return View(Scene(linked[number], {}), "KE", tuple(linked[:number]))


def test_token_ranges_cover_the_words_of_a_reference() -> None:
    first = article()[0]
    texts = [first.sentence.span[slice(*token_range(first, r))].text for r in first.references]
    assert texts == ["Baltic Foods", "Lagoon Weekly", "Lamu"]


def test_references_by_class_leave_adjectives_out() -> None:
    first = article()[0]
    demonym = LinkedSentence(first.sentence, (Reference(0, 6, "Country:KE:KE", "Country", "adjective"),))
    assert [r.entity for r in of_class(first, ["Company", "Place"])] == ["Company:Baltic Foods", "Place:Lamu"]
    assert list(of_class(demonym, ["Country"])) == []


@pytest.mark.parametrize(
    ("classes", "meant"),
    [
        (["Company", "MediaOutlet"], "Company:Baltic Foods"),  # not the outlet of the quotation just closed
        (["MediaOutlet"], "MediaOutlet:Lagoon Weekly"),
        (["Court"], ""),
    ],
)
def test_what_its_means_is_outside_the_quotation_and_what_a_sentence_began_with(classes: list[str], meant: str) -> None:
    assert view(2).before(TEXT.index("its director"), classes) == meant


def test_it_at_the_start_takes_up_what_the_sentence_before_named_first() -> None:
    assert view(1).topic(["Company"]) == "Company:Baltic Foods"
    assert view(1).topic(["MediaOutlet"]) == ""
    assert view(0).topic(["Company"]) == ""


def test_the_latest_of_a_class() -> None:
    assert view(2).latest(["Person"]) == "Person:Ana Soto"
    assert view(0).latest(["Person"]) == ""


def test_the_key_of_a_state_that_a_text_names() -> None:
    entities = {"Country:KE:KE": Entity("Country:KE:KE", "Country", "Kenya")}
    assert state_key(entities, "KE") == "Country:KE:KE"
    assert state_key(entities, "PE") == ""
