"""The words of time in English: months, weekdays, numbers, units, and the patterns built of them."""

from __future__ import annotations

import re

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
LOOKBACK = 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "fifteenth": 15, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
VAGUE = {"a couple of": 2, "couple of": 2, "a few": 3, "few": 3, "several": 3, "some": 3}

_ABBREVIATED = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
MONTH = rf"(?:{'|'.join(MONTHS)}|{_ABBREVIATED})"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
SEASON = rf"(?:{'|'.join(SEASONS)})"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d|\w)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|\w)"
DASH = r"\s?-\s?"
TO = rf"(?:{DASH}|\s+(?:to|until|till|through)\s+)"
UNIT = r"(?:hour|day|week|fortnight|month|year|decade)"
_TENS = "|".join(w for w, n in NUMBERS.items() if n >= 20)
_ONES = "|".join(sorted((w for w, n in NUMBERS.items() if n < 20 and len(w) > 2), key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{_TENS})(?:-(?:{_ONES}))?|{_ONES}|an?)"
QUANTITY = rf"(?:{'|'.join(VAGUE)}|{NUMBER})"


_PLAIN = str.maketrans("\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2212\u2018\u2019", "   ------''")


def plain(text: str) -> str:
    """The text with all spaces, dashes and apostrophes of one sort, at the same offsets; patterns read this form."""
    return text.translate(_PLAIN)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of this grammar over `plain` text: case counts only where the caller looks at it."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


def before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The match of a pattern ending in "$" that ends where an expression begins; only the last words are read."""
    return pattern.search(text, max(0, end - LOOKBACK), end)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation, 0 for another word."""
    head = word.strip(".").lower()[:3]
    return next((i for i, name in enumerate(MONTHS, 1) if name.startswith(head)), 0) if len(head) == 3 else 0


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name, 0 for another word."""
    return WEEKDAYS.index(word.lower()) + 1 if word.lower() in WEEKDAYS else 0


def day_number(text: str) -> int:
    """The number of "13", "13th", "03"."""
    return int(re.sub(r"\D", "", text))


def quantity(text: str) -> tuple[float, bool]:
    """How much a number word says, and whether it says it loosely: "thirty-two" → (32, False), "a few" → (3, True)."""
    words = text.lower().strip()
    if words in VAGUE:
        return VAGUE[words], True
    if words[:1].isdigit():
        return float(words), False
    return sum(NUMBERS[part] for part in words.split("-")), False
