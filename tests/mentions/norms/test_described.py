"""Norms without a title; the model reads made-up sentences."""

from __future__ import annotations

import pytest

from kg.mentions.norms import described

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("Deputies passed a law on rural schools last week.", "law on rural schools", "Law"),
        ("A draft law banning plastic bags was published.", "draft law banning plastic bags", "Bill"),
        ("The senator filed a bill that would exempt fishermen.", "bill that would exempt fishermen", "Bill"),
        ("Parliament adopted a new mass media law.", "mass media law", "Law"),
        ("Togo passed a similar law in 2019.", "similar law", "Law"),
        ("He signed a decree to create a water council.", "decree to create a water council", "Policy"),
        ("The cabinet approved a national strategy on river ports.", "national strategy on river ports", "Policy"),
        ("Deputies rejected the toll and parking bill.", "toll and parking bill", "Bill"),
        ("She filed a bill that would ban loud ferries in Lima.", "bill that would ban loud ferries", "Bill"),
        ("Deputies debated amendments to the Ferries Act.", "amendments to the Ferries Act", "Bill"),
        ("Deputies adopted amendments to the Ferries Act.", "amendments to the Ferries Act", "Law"),
        (
            "The union signed a fisheries agreement with Mauritania in May.",
            "fisheries agreement with Mauritania",
            "Treaty",
        ),
        (
            "Deputies debated draft amendments to the Ferries Act on Monday.",
            "draft amendments to the Ferries Act",
            "Bill",
        ),
        ("Critics fear a proposed ban on loud ferries.", "proposed ban on loud ferries", "Bill"),
        ("The planned overhaul of the courts was shelved.", "planned overhaul of the courts", "Bill"),
        (
            "He announced a roadmap for the return of the villagers.",
            "roadmap for the return of the villagers",
            "Policy",
        ),
        ("The Senate passed a law on ferries by 102 votes to 31.", "law on ferries", "Law"),
        ("They debated a measure that would allow loud ferries.", "measure that would allow loud ferries", "Bill"),
        ("The Senate rejected a proposal to abolish the ferries.", "proposal to abolish the ferries", "Bill"),
        ("It issued an order banning gatherings near ferries.", "order banning gatherings near ferries", "Policy"),
        ("They approved a proclamation on ferries.", "proclamation on ferries", "Law"),
        ("They read a bill that would have allowed loud ferries.", "bill that would have allowed loud ferries", "Bill"),
        ("They were held under an emergency decree.", "emergency decree", "Policy"),
    ],
)
def test_a_described_norm(read, text: str, name: str, cls: str) -> None:
    assert [(m.text, m.cls) for s in read(text) for m in described.find(s)] == [(name, cls)]


@pytest.mark.parametrize(
    "text",
    [
        "Any law on rural schools would be welcome.",
        "If the government adopts a law banning bread, it would starve.",
        "He broke the law.",
        "The strategy on the pitch was poor.",
        "She praised progress, including the amendments to the Ferries Act.",
        "She acted on the advice.",
        "The firm signed a loan agreement with the bank.",
        "A ban on loud ferries was welcome.",
        "He made a proposal to leave.",
        "The police restored order in ferries.",
        "The judge issued a gag order and a court order.",
    ],
)
def test_norms_that_need_not_exist_are_none(read, text: str) -> None:
    assert [m.text for s in read(text) for m in described.find(s)] == []


def test_a_definite_norm_may_be_one_already_named(read) -> None:
    facts = [
        m.facts
        for text in ("They attacked the noise bill.", "They read a noise bill.")
        for m in described.find(read(text)[0])
    ]
    assert [f.get("definite") for f in facts] == [True, None]


def test_the_state_at_the_end_owns_it(read) -> None:
    found = list(described.find(read("They fear laws against street music in Togo.")[0]))
    assert [m.facts.get("country") for m in found] == ["TG"]
