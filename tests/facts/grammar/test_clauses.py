"""Normalised clauses: the same roles whatever the grammar."""

import pytest

from kg.facts.grammar.clauses import Clause, clause_of
from kg.mentions import analysis

pytestmark = pytest.mark.model


def clause(text: str, word: str) -> Clause:
    token = next(t for t in analysis.parse_text(text) if t.lower_ == word)
    return clause_of(token)


def at(found: Clause, edge: str) -> list[str]:
    return [t.text for t in found.heads(edge)]


@pytest.mark.parametrize(
    ("text", "word", "subject", "obj"),
    [
        ("Police arrested Maria.", "arrested", ["Police"], ["Maria"]),
        ("Maria was arrested by police.", "arrested", ["police"], ["Maria"]),
        ("Maria got arrested.", "arrested", [], ["Maria"]),
        ("Maria, who was arrested by police, left.", "arrested", ["police"], ["Maria"]),
        ("The teacher that police arrested left.", "arrested", ["police"], ["teacher"]),
        ("Police arrested Maria and Peter.", "arrested", ["Police"], ["Maria", "Peter"]),
        ("Maria and Peter were arrested but quickly released.", "released", [], ["Maria", "Peter"]),
        ("The court convicted Maria and fined Peter.", "fined", ["court"], ["Peter"]),
        ("A teacher sentenced to two years left.", "sentenced", [], ["teacher"]),
        ("The friends of an imprisoned teacher wrote.", "imprisoned", [], ["teacher"]),
        ("The court was ordered to release Maria.", "release", ["court"], ["Maria"]),
        ("The court struck down Section 12 of the Penal Code on Monday.", "struck", ["court"], ["Section"]),
        ("A new media law promulgated in July requires a licence.", "promulgated", [], ["law"]),
        ("The UN special rapporteur on torture, Maria Jill Odlund, called on Fiji to act.", "called", ["Odlund"], []),
        (
            "Maria held a picket on Dahlia Street and Bo Wu, a nurse, held a picket in Reef Park.",
            "held",
            ["Maria"],
            ["picket"],
        ),
        ("Maria met Bo Wu, a nurse, and held a picket in Reef Park.", "held", ["Maria"], ["picket"]),
    ],
)
def test_subject_and_object(text: str, word: str, subject: list[str], obj: list[str]) -> None:
    found = clause(text, word)
    assert (at(found, "subject"), at(found, "object")) == (subject, obj)


@pytest.mark.parametrize(
    ("text", "word", "edge", "heads"),
    [
        ("The conviction of Maria by the court was quick.", "conviction", "prep:of", ["Maria"]),
        ("The conviction of Maria by the court was quick.", "conviction", "subject", ["court"]),
        ("Maria's arrest was quick.", "arrest", "poss", ["Maria"]),
        ("The union held a rally in Lima.", "rally", "holder", ["union"]),
        ("A rally was held by the union.", "rally", "holder", ["union"]),
        ("Maria took part in the rally.", "rally", "joiner", ["Maria"]),
        ("Maria attended the rally.", "rally", "joiner", ["Maria"]),
        ("The ministry denied registration to the union.", "denied", "prep:to", ["union"]),
    ],
)
def test_other_edges(text: str, word: str, edge: str, heads: list[str]) -> None:
    assert at(clause(text, word), edge) == heads


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Riots that erupted in May left ten dead.", "riots", "erupted"),
        ("Protests swept the country in May.", "protests", "swept"),
        ("Police dispersed a rally on Monday.", "rally", "dispersed"),
        ("Police dispersed the smoke.", "smoke", None),
        ("The critics followed the rally online.", "rally", "followed"),
        ("The mayor welcomed the rally.", "rally", None),
    ],
)
def test_a_gathering_is_carried_by_what_it_does_and_what_is_done_to_it(text: str, word: str, verb: str | None) -> None:
    found = clause(text, word)
    assert (found.verb.text if found.verb is not None else None) == verb
    assert not at(found, "holder")


def test_a_name_between_two_verbs_begins_the_second() -> None:
    doc = analysis.parse_text(
        "3 May: Ann Lee, an activist, held a lone vigil on Dahlia Street and Bo Wu, "
        "a student and printer, held a lone vigil at Reef Park."
    )
    assert [at(clause_of(t), "subject") for t in doc if t.lower_ == "held"] == [["Lee"], ["Wu"]]


def test_who_is_told_does_nothing() -> None:
    text = "Bo told his lawyer that on the first night officers of the department beat him on the soles of his feet."
    assert "lawyer" not in at(clause(text, "beat"), "subject")
    assert at(clause("Bo told his lawyer to sue the department.", "sue"), "subject") == ["lawyer"]


def test_a_name_between_commas_begins_a_clause_that_nothing_joins() -> None:
    text = (
        "Over 9,000 people signed an online petition, begun by activist Ana Soto after her cousin, Bo Wu, was killed "
        "by her husband in Lamu in January, calling for a law on knives."
    )
    assert at(clause(text, "killed"), "object") == ["Wu"]
    assert at(clause(text, "calling"), "subject") == []  # not the dead
    joined = "Some 900 people signed a petition by Ana Soto, Bo Wu, and were fined."
    assert "Wu" not in at(clause(joined, "fined"), "object")
