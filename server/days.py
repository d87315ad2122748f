"""Days as people write them, in the language of the page, from EDTF."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from server.catalogue import gettext as _
from server.catalogue import language, mark, say

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")
_OPEN = ("", "..")
_SEASONS = {
    "21": mark("spring %(year)s"), "22": mark("summer %(year)s"),
    "23": mark("autumn %(year)s"), "24": mark("winter %(year)s"),
}  # fmt: skip


def day(text: str) -> str:
    """A day, month, year, season or a span of them, as exact as it was; what is none stays as it is.

    >>> day("2024-05-03"), day("2024-05~"), day("2024-05-03/.."), day("before the war")
    ('3 May 2024', 'about May 2024', 'since 3 May 2024', 'before the war')
    """
    parts = text.split("/")
    inside = any(one in _OPEN for one in parts)
    said = [one if one in _OPEN else _said(one, inside) for one in parts]
    if len(parts) > 2 or None in said or all(one in _OPEN for one in parts):
        return text
    if len(parts) == 1:
        return str(said[0])
    if parts[0] in _OPEN:
        return _("until %(day)s", day=said[1])
    if parts[1] in _OPEN:
        return _("since %(day)s", day=said[0])
    return f"{said[0]} – {said[1]}"


def _said(text: str, inside: bool) -> str | None:
    """One day, month, season or year with its doubt, or what goes `inside` of "since …"; None for what is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, number, doubt = match.groups()
    try:
        plain = _plain(year, month, number, inside or doubt == "~")
    except ValueError:
        return None
    if doubt == "~":
        return _("about %(day)s", day=plain)
    return _("perhaps %(day)s", day=plain) if doubt else plain


def _plain(year: str, month: str | None, number: str | None, inside: bool) -> str:
    if month is None:
        return year
    if month in _SEASONS and number is None:
        return say(_SEASONS[month]) % {"year": year}
    alone = "MMMM y" if inside else "LLLL y"  # languages with cases decline a month within a sentence
    pattern = alone if number is None else "d MMM y"
    return format_date(date(int(year), int(month), int(number or 1)), pattern, locale=language())
