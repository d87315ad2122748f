"""What makes two personal names one person's: the table of scoring functions for people (pure)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from kg import authorities
from kg.entities.sides import Points, Side
from kg.entities.variants import standard
from kg.names import PARTICLES, bare, fold, given_names_agree, shifted, surname, surnames_agree

ONE_LETTER = 1
# Shorter words that differ in a letter are different words.
LONG = 5


def given(name: str) -> str:
    """The given name, "" where there is a surname only ("Ben Salah" is one)."""
    first, _, rest = name.partition(" ")
    return first if rest and (first.lower() not in PARTICLES or " " in rest) else ""


def whole_names(a: Side, b: Side) -> Points | None:
    """Full names with the same letters: 100 however they are cut into words, 80 with the words in another order, as
    Chinese, Hungarian and Mongolian names often are. Then nothing else is said of given name and surname."""
    x, y = fold(a.name).split(), fold(b.name).split()
    if min(len(x), len(y)) < 2:
        return None
    if "".join(x) == "".join(y):
        return 100, "the same letters"
    return (80, "the same names in another order") if sorted(x) == sorted(y) else None


def surnames(a: Side, b: Side) -> Points | None:
    """Surnames: 50 if the same after folding, 45 as two transliterations of one, 40 if an a stands for each o, 20 if
    a letter apart. -100 for others, and for a man's form beside a woman's."""
    if whole_names(a, b):
        return None
    x, y = surname(a.name), surname(b.name)
    saw = f"{x} / {y}"
    if bare(x) == bare(y):
        return 50, saw
    if not same_gender(x, y):
        return -100, f"{saw}: a man's and a woman's"
    if surnames_agree(x, y):
        return 45, saw
    if shifted(x, y):
        return 40, saw
    return (20, f"{saw}: a letter apart") if _close(bare(x), bare(y)) else (-100, saw)


def given_names(a: Side, b: Side) -> Points | None:
    """Given names: 50 if the same after folding, 45 as two transliterations or two languages' forms of one, 40 if an a
    stands for each o, 35 for an initial or another first vowel, 15 if a letter apart, 5 if one name has none.
    -100 for others, however alike, where both are listed as names of their own."""
    x, y = given(a.name), given(b.name)
    if whole_names(a, b):
        return None
    if not x or not y:
        return (5, "one has a surname only") if x or y else (0, "both have a surname only")
    saw = f"{x} / {y}"
    found = _given(x, y)
    return found, saw if found != GIVEN_APART else f"{saw}: a letter apart"


GIVEN_APART = 15


def _given(x: str, y: str) -> int:
    if fold(x) == fold(y):
        return 50
    if min(len(fold(x)), len(fold(y))) == 1:
        return 35 if fold(x)[:1] == fold(y)[:1] else -100
    if standard(x) and standard(y):
        return 45 if standard(x) == standard(y) else -100
    if given_names_agree(x, y):
        return 45
    if shifted(x, y, given=True):
        return 40
    if {x[:1].lower(), y[:1].lower()} in ({"e", "i"}, {"o", "u"}) and fold(x)[1:] == fold(y)[1:]:
        return 35
    return GIVEN_APART if _close(fold(x), fold(y)) else -100


def middle_names(a: Side, b: Side) -> Points | None:
    """Middle names and patronymics where both have one: 5 if they agree, -30 if not."""
    x, y = a.name.split()[1:-1], b.name.split()[1:-1]
    if not x or not y:
        return None
    saw = f"{' '.join(x)} / {' '.join(y)}"
    return (5, saw) if given_names_agree(x[0], y[0]) else (-30, saw)


def states(a: Side, b: Side) -> Points | None:
    """The state that each is told of with: 5 if it is the same, -10 if not."""
    if not a.country or not b.country:
        return None
    return (5, a.country) if a.country == b.country else (-10, f"{a.country} / {b.country}")


def company(a: Side, b: Side) -> Points | None:
    """Who and what else stands in their sentences: 10 if they share an organisation, law, petition or person. With
    the state this never lifts a doubtful name over the bar; it moves it up in the queue."""
    shared = sorted(a.company & b.company)
    return (10, ", ".join(shared[:3])) if shared else None


def page(a: Side, b: Side) -> Points | None:
    """Two full names in one document: -10, because an author who writes both ways mostly means two people."""
    shared = a.documents & b.documents
    return (-10, min(shared)) if shared and given(a.name) and given(b.name) else None


def same_gender(x: str, y: str) -> bool:
    """Whether the endings of two surnames do not speak of a man and a woman."""
    first, second = authorities.surname_gender(x), authorities.surname_gender(y)
    return not first or not second or first == second


def _close(x: str, y: str) -> bool:
    return min(len(x), len(y)) >= LONG and OSA.distance(x, y) <= ONE_LETTER


TABLE: Sequence[Callable[[Side, Side], Points | None]] = (
    whole_names, surnames, given_names, middle_names, states, company, page,
)  # fmt: skip
