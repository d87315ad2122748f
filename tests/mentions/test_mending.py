"""The verb of a short news sentence that the parser takes for part of a name."""

from __future__ import annotations

import pytest

from kg.mentions.analysis import parse_text


@pytest.mark.parametrize(("text", "verb", "subject", "victim"), [
    ("Sierra Leone's High Court on Monday sentenced journalist Foday Kamarasu to two years in prison for defaming the "
     "president.", "sentenced", "Court", "Kamarasu"),
    ("In October, the Phnom Penh Municipal Court convicted editor Sok Vannarithy of incitement.",
     "convicted", "Court", "Vannarithy"),
    ("A Vietnamese court jailed land rights activist Trinh Ba Khoanh for eight years on December 15, 2021.",
     "jailed", "court", "Khoanh"),
])  # fmt: skip
def test_a_swallowed_verb_is_given_back(text: str, verb: str, subject: str, victim: str) -> None:
    doc = parse_text(text)
    root = next(doc.sents).root
    assert root.text == verb
    assert {c.dep_: c.text for c in root.children if c.dep_ in ("nsubj", "dobj")} == {"nsubj": subject, "dobj": victim}
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("text", [
    "Relatives of jailed activist Ann Lee.",
    "Thousands marched for jailed activist Ann Lee in May.",
    "The jailed activist Ann Lee and the exiled editor Bo Dunn.",
    "A bill to make enforced disappearance a separate crime, introduced by the minister in June 2021.",
])  # fmt: skip
def test_a_true_participle_stays(text: str) -> None:
    assert all(t.dep_ != "ROOT" for t in parse_text(text) if t.text in ("jailed", "exiled", "enforced"))
