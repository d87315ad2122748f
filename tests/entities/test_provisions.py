"""Which law an article is of."""

from __future__ import annotations

import pytest

from kg.entities.handles import Handle
from kg.entities.provisions import Provisions
from kg.mentions.model import Mention

PRESS, TAX = Handle("Law", "press", "Press Act", "GH"), Handle("Law", "tax", "Tax Code", "GH")


BILL, PACT = Handle("Bill", "ports", "Ports Bill", "GH"), Handle("Treaty", "rivers", "Convention on Rivers")


def article(number: int, part_of: str = "") -> Mention:
    text = f"Article {number}"
    return Mention(0, len(text), text, "LawProvision", text, "provision", {"part_of": part_of} if part_of else {})


@pytest.mark.parametrize(
    ("named", "stated", "law"),
    [
        ([[PRESS]], "Press Act", PRESS),
        ([[PRESS], [TAX]], "the Act", PRESS),
        ([[PRESS], [TAX]], "", TAX),
        ([[PRESS], []], "", PRESS),
        ([[]], "", None),
        ([[PRESS], [PACT]], "", PRESS),  # a bare article is of no treaty
        ([[PRESS], [PACT]], "the Convention", PACT),
    ],
)
def test_the_law_of_an_article(named: list[list[Handle]], stated: str, law: Handle | None) -> None:
    provisions = Provisions()
    for laws in named:
        provisions.note("doc#0", laws)
    assert provisions.handle(article(3, stated), "GH")[1] == law


def test_a_clause_is_of_the_bill_named_last() -> None:
    provisions = Provisions()
    provisions.note("doc#0", [BILL, PRESS])
    clause = Mention(0, 9, "Clause 31", "LawProvision", "Clause 31", "provision", {})
    assert provisions.handle(clause, "GH")[1] == BILL


def test_a_number_named_again_is_the_same_article_until_the_next_one() -> None:
    provisions = Provisions()
    provisions.note("doc#0", [PRESS])
    first = provisions.handle(article(3, "Press Act"), "GH")
    provisions.note("doc#0", [TAX])
    assert provisions.handle(article(3), "GH") == first
    provisions.note("doc#1", [TAX])
    assert provisions.handle(article(3), "GH")[1] == TAX


@pytest.mark.model
def test_the_entity_knows_its_law_by_key(resolved, named) -> None:
    found = resolved("Ghana charged her under Article 14 of the Press Freedom Act.")
    assert named(found, "Article 14").part_of == named(found, "Press Freedom Act").key
