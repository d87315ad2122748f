from __future__ import annotations

import pytest

from kg.store.rows import Term
from server.values import XSD, duration, grouped, readable, sanction


def typed(value: str, name: str) -> Term:
    return Term("literal", value, XSD + name)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term("literal", "plain"), "plain"),
        (Term("iri", "https://x"), "https://x"),
        (typed("12450", "integer"), "12,450"),
        (typed("-1234.50", "decimal"), "-1,234.50"),
        (typed("abc", "integer"), "abc"),
        (typed("true", "boolean"), "yes"),
        (typed("P3Y6M", "duration"), "3 years 6 months"),
        (typed("P1D", "duration"), "1 day"),
        (typed("PT2H", "duration"), "2 hours"),
        (typed("P", "duration"), "P"),
        (typed("for life", "duration"), "for life"),
        (typed("2024-05-01", "date"), "1 May 2024"),
    ],
)
def test_readable(term: Term, expected: str) -> None:
    assert readable(term) == expected


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("fine", {"amount": typed("5000", "decimal"), "currency": Term("literal", "ZMW")}, "fine, 5,000 ZMW"),
        ("fine", {"amountWithheld": typed("true", "boolean")}, "fine, amount withheld"),
        ("restrictedFreedom", {"duration": typed("P2Y", "duration")}, "restricted freedom, 2 years"),
        ("imprisonment", {"suspended": typed("true", "boolean")}, "imprisonment, suspended"),
        ("life", {}, "life"),
    ],
)
def test_sanction(kind: str, values: dict[str, Term], expected: str) -> None:
    assert sanction(kind, values) == expected


def test_what_is_no_number_or_duration_stays() -> None:
    assert grouped("1e3x") == "1e3x"
    assert duration("P1W") == "P1W"
