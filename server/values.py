"""Literals as people read them (pure)."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kg.store.rows import Term

XSD = "http://www.w3.org/2001/XMLSchema#"
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_UNITS = ("year", "month", "day", "hour", "minute", "second")


def readable(term: Term) -> str:
    """The text to show for a literal; for other terms their own text."""
    if term.kind != "literal" or term.datatype is None:
        return term.value
    local = term.datatype.removeprefix(XSD)
    if local == "boolean":
        return {"true": "yes", "false": "no"}.get(term.value, term.value)
    if local in ("integer", "decimal"):
        return grouped(term.value)
    return duration(term.value) if local == "duration" else term.value


def grouped(digits: str) -> str:
    """A number with its thousands apart; text that is no number stays as it is.

    >>> grouped("12450")
    '12,450'
    """
    try:
        return f"{Decimal(digits):,f}"
    except InvalidOperation:
        return digits


def duration(text: str) -> str:
    """An xsd:duration in words; what is none stays as it is.

    >>> duration("P1Y10D")
    '1 year 10 days'
    """
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        return text
    parts = [(number, unit) for number, unit in zip(match.groups(), _UNITS, strict=True) if number]
    return " ".join(f"{number} {unit}{'' if number == '1' else 's'}" for number, unit in parts)


def sanction(kind: str, values: dict[str, Term]) -> str:
    """A punishment in a few words, from its properties by local name."""
    parts = [local_words(kind)]
    if "duration" in values:
        parts.append(readable(values["duration"]))
    if "amount" in values:
        parts.append(" ".join([readable(values["amount"]), values["currency"].value if "currency" in values else ""]))
    if "amountWithheld" in values:
        parts.append("amount withheld")
    if values.get("suspended", Term("literal", "false")).value == "true":
        parts.append("suspended")
    return ", ".join(part.strip() for part in parts)


def local_words(name: str) -> str:
    """A camel-case name as words.

    >>> local_words("restrictedFreedom")
    'restricted freedom'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
