"""Said, or so? Polarity, status and reality of a clause."""

import pytest

from kg.facts.grammar.clauses import clause_of
from kg.facts.modes.modality import Stance, stance
from kg.mentions import analysis

pytestmark = pytest.mark.model


def of(text: str, word: str) -> Stance:
    return stance(clause_of(next(t for t in analysis.parse_text(text) if t.lower_ == word)))


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("Police arrested Maria.", "arrested", True),
        ("Police did not arrest Maria.", "arrest", False),
        ("Maria was never arrested.", "arrested", False),
        ("No one was arrested.", "arrested", False),
        ("Neither Maria nor Peter was arrested.", "arrested", False),
        ("The ministry refused to register the union.", "register", False),
        ("The ministry failed to register the union.", "register", False),
        ("Maria denied that police arrested Peter.", "arrested", False),
    ],
)
def test_polarity(text: str, word: str, polarity: bool) -> None:
    assert of(text, word).polarity is polarity


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The union held a rally.", "rally", "occurred"),
        ("The union will hold a rally.", "rally", "planned"),
        ("The union plans to hold a rally.", "rally", "planned"),
        ("The union tried to hold a rally.", "rally", "attempted"),
        ("Maria allegedly attacked Peter.", "attacked", "alleged"),
        ("Maria claimed that Peter attacked her.", "attacked", "alleged"),
        ("Maria faces extradition to Peru.", "extradition", "planned"),
        ("Maria said the union would hold a rally.", "rally", "planned"),
    ],
)
def test_status(text: str, word: str, status: str) -> None:
    assert of(text, word).status == status


@pytest.mark.parametrize(
    ("text", "word", "real"),
    [
        ("Police may arrest Maria.", "arrest", False),
        ("If Maria is arrested, we will leave.", "arrested", False),
        ("The union wants the ministry to register it.", "register", False),
        ("The union urged the court to release Maria.", "release", False),
        ("Maria managed to leave and was arrested.", "arrested", True),
        ("The minister had to resign.", "resign", True),
    ],
)
def test_reality(text: str, word: str, real: bool) -> None:
    assert of(text, word).real is real


@pytest.mark.parametrize(
    ("text", "habit"), [("Police routinely arrest nurses.", True), ("Police arrested nurses.", False)]
)
def test_habit(text: str, habit: bool) -> None:
    assert of(text, "arrest" if habit else "arrested").habitual is habit


def test_reports_are_kept_innermost_first() -> None:
    found = of("The paper wrote that witnesses said Maria was arrested.", "arrested")
    assert [t.text for t in found.reports] == ["said", "wrote"]
