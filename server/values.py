"""Literals as people read them, in the language of the page."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from babel.numbers import get_decimal_symbol, get_group_symbol

from kg.dates import duration_parts
from kg.names import spaced
from kg.store.rows import Term
from server.catalogue import gettext as _
from server.catalogue import language, mark, ngettext, say
from server.days import day

XSD = "http://www.w3.org/2001/XMLSchema#"
DAYS = (f"{XSD}date", "http://id.loc.gov/datatypes/edtf/EDTF")
SANCTIONS = (
    mark("detention"), mark("imprisonment"), mark("fine"), mark("restricted freedom"), mark("suspended sentence"),
    mark("activity ban"), mark("life"), mark("other"),
)  # fmt: skip


def readable(term: Term) -> str:
    """The text to show for a literal; for other terms their own text."""
    if term.kind != "literal" or term.datatype is None:
        return term.value
    local = term.datatype.removeprefix(XSD)
    if local == "boolean":
        return {"true": _("yes"), "false": _("no")}.get(term.value, term.value)
    if local in ("integer", "decimal"):
        return grouped(term.value)
    if term.datatype in DAYS:
        return day(term.value)
    return duration(term.value) if local == "duration" else term.value


def grouped(digits: str) -> str:
    """A number with its thousands apart; text that is no number stays as it is.

    >>> grouped("12450")
    '12,450'
    """
    try:
        shown = f"{Decimal(digits):,f}"
    except InvalidOperation:
        return digits
    speech = language()
    return shown.translate({ord(","): get_group_symbol(speech), ord("."): get_decimal_symbol(speech)})


def duration(text: str) -> str:
    """An xsd:duration in words; what is none stays as it is.

    >>> duration("P1Y10D")
    '1 year 10 days'
    """
    return " ".join(_UNITS[unit](digits) for digits, unit in duration_parts(text)) or text


def _number(text: str) -> int:
    """A whole number for the choice of a plural form; a fraction takes that of two."""
    return int(text) if text.isdecimal() else 2


_UNITS: dict[str, Callable[[str], str]] = {
    "year": lambda n: ngettext("%(n)s year", "%(n)s years", _number(n), n=n),
    "month": lambda n: ngettext("%(n)s month", "%(n)s months", _number(n), n=n),
    "day": lambda n: ngettext("%(n)s day", "%(n)s days", _number(n), n=n),
    "hour": lambda n: ngettext("%(n)s hour", "%(n)s hours", _number(n), n=n),
    "minute": lambda n: ngettext("%(n)s minute", "%(n)s minutes", _number(n), n=n),
    "second": lambda n: ngettext("%(n)s second", "%(n)s seconds", _number(n), n=n),
}


def sanction(kind: str, values: dict[str, Term]) -> str:
    """A punishment in a few words, from its properties by local name."""
    parts = [say(spaced(kind))]
    if "duration" in values:
        parts.append(readable(values["duration"]))
    if "amount" in values:
        parts.append(" ".join([readable(values["amount"]), values["currency"].value if "currency" in values else ""]))
    if "amountWithheld" in values:
        parts.append(_("amount withheld"))
    if values.get("suspended", Term("literal", "false")).value == "true":
        parts.append(_("suspended"))
    return ", ".join(part.strip() for part in parts)
