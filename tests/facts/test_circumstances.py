"""Which date and place belong to which trigger."""

from __future__ import annotations

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.circumstances import country_of, place_of
from kg.facts.dating.governors import dates_of
from kg.facts.grammar.clauses import clause_of
from kg.facts.scene import Scene
from kg.mentions import analysis
from kg.mentions.timex.article import article_dates

pytestmark = pytest.mark.model
PLACES = {"Lima": "PE", "Suva": "FJ"}


def scene(text: str) -> Scene:
    article = Article("d#1", 1, "", "", 0, len(text), (Paragraph(0, len(text)),), "2024-09-01", work="w")
    document = Document("d", "", "d.txt", text, (article,))
    (sentence,) = analysis.sentences(document, next(analysis.parse([document])))
    references = tuple(
        Reference(text.index(p), text.index(p) + len(p), f"Place:{p}", "Place") for p in PLACES if p in text
    )
    entities = {f"Place:{p}": Entity(f"Place:{p}", "Place", p, country=c) for p, c in PLACES.items()}
    entities["Court:x"] = Entity("Court:x", "Court", "Lima court", country="PE")
    dates = article_dates([(0, text)], published="2024-09-01")
    return Scene(LinkedSentence(sentence, references), entities, dates.of(0))


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("On May 3 Maria was arrested.", "arrested", "2024-05-03"),
        ("Maria, who was arrested on May 3, was fined on May 9.", "arrested", "2024-05-03"),
        ("Maria, who was arrested on May 3, was fined on May 9.", "fined", "2024-05-09"),
        ("On May 3 Maria was arrested and fined.", "fined", "2024-05-03"),
        ("Maria, who was arrested on May 3, was fined.", "fined", None),
        ("The conviction on May 3 of Maria was quick.", "conviction", "2024-05-03"),
        ("In a letter sent on May 3, the experts urged Fiji to free her.", "urged", "2024-05-03"),
        ("Under a law passed on May 3, the police held her.", "held", None),
        ("The gaps were shown in a study done by nurses in 2013.", "study", "2013"),
        ("The union announced that it would march on May 3.", "announced", None),
        ("The union announced on May 3 that it would march.", "announced", "2024-05-03"),
        ("Congress passed the bill on May 3, and the president signed it.", "signed", None),
        ("On May 3 Congress passed the bill, and the president signed it.", "signed", "2024-05-03"),
        ("Maria was held on May 3 and fined.", "fined", "2024-05-03"),
        ("The petition reached the total required by law on Sunday.", "reached", "2024-09-01"),
        ("Maria was freed on May 3, two days after police arrested her.", "arrested", "2024-05-01"),
        ("Maria was freed on May 3, two days after police arrested her.", "freed", "2024-05-03"),
        ("Two days after police arrested Maria on May 3, she was freed.", "freed", "2024-05-05"),
        ("Maria was freed after police had arrested her on May 3.", "freed", None),
        ("The court formed a panel and on May 3 freed Maria.", "formed", None),
        ("The court formed a panel and on May 3 freed Maria.", "freed", "2024-05-03"),
        ("The court formed a panel, and on May 3 Maria was freed.", "formed", None),
        ("Maria refused to sign, with a letter on May 3 in which she called it a fraud.", "called", "2024-05-03"),
        ("Maria, who was arrested but struck a deal in May, was freed.", "arrested", None),
        ("On May 3 two were taken before a judge, who jailed them.", "jailed", "2024-05-03"),
        ("On May 3 two were taken to Maria, who jailed nobody.", "jailed", None),
        ("Maria is arrested and, on May 5, released.", "arrested", None),
        ("Maria is arrested and, on May 5, released.", "released", "2024-05-05"),
        ("The 2010 Broadcasting Act was amended in 2014.", "amended", "2014"),
        ("The Rural Roads Bill 2022 was introduced on May 3.", "introduced", "2024-05-03"),
        ("The 2010 protests were remembered by the Act.", "protests", "2010"),
        ("Maria was put on trial for holding a rally on May 3.", "put", None),
    ],
)
def test_the_date_of_the_same_clause_governs(text: str, word: str, date: str | None) -> None:
    here = scene(text)
    found = dates_of(clause_of(next(t for t in here.span if t.lower_ == word)), here)
    assert (found[0].date.edtf if found else None) == date


@pytest.mark.parametrize(
    ("text", "word", "roles", "place"),
    [
        ("Maria was arrested in Lima.", "arrested", [], "Place:Lima"),
        ("Maria, who lives in Suva, was arrested in Lima.", "arrested", [], "Place:Lima"),
        ("Maria was arrested.", "arrested", ["Court:x"], "Place:Lima"),
        ("Maria was arrested.", "arrested", [], ""),
    ],
)
def test_the_place_is_in_the_clause_or_in_the_name_of_the_body(
    text: str, word: str, roles: list[str], place: str
) -> None:
    here = scene(text)
    assert place_of(clause_of(next(t for t in here.span if t.lower_ == word)), here, roles) == place


def test_the_country_is_the_places_first() -> None:
    here = scene("Maria was arrested.")
    assert country_of("Place:Suva", ["Court:x"], here) == "FJ"
    assert country_of("", ["Court:x"], here) == "PE"
    assert country_of("", [], here) == ""
