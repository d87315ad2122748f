"""Lines that say when and by whom an article was published (pure).

"28 February 2024", "Published March 3, 2023", "By Ana Silva | 3 May 2022", "Manila, 4 June 2021 –" before the first
sentence. A title that holds a year ("World Report 2025") is no dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg import dates

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NAMES = {**{m: i for i, m in enumerate(_MONTHS, 1)}, **{m[:3]: i for i, m in enumerate(_MONTHS, 1)}, "sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s.\u00a0-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+{_YEAR}",
        rf"\b{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        r"\b(?P<day>\d{1,2})(?P<mark>[./])(?P<number>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH},?\s+{_YEAR}",
    )
)
_NOISE = re.compile(
    r"T?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?Z?\s*(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|EST|EDT|CET|CEST|EAT|WAT|IST|BST|ET|PT|MSK|Z)\b|[+-]\d{1,2}:?\d{2}\b|UTC?[+-]\d+"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:first\s+)?(?:published|posted|updated|modified|issued|released|dated?|created|uploaded|last|publication|release|issue|page|as)"
    r"(?:\s+(?:on|at|of|updated|modified|date|by))?\b|\b(?:on|at|edition)\b"
    r"|^(?:(?:press|briefing|public|media|news)\s+(?:note|paper|release|statement|briefing)|briefing|statement|news|opinion|analysis|comment)$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:today|yesterday|last (?:week|month|night)|(?:an?|\d{1,2}) (?:minute|hour|day|week|month)s? ago)"
    r"(?:\s*[|•·–—-]\s*(?P<rest>\S.*))?",
    re.IGNORECASE,
)
_READING = re.compile(r"\d+\s*min(?:ute)?s?(?:\s+read)?", re.IGNORECASE)
_NAME = (
    r"(?:[A-Z][\w’'.-]+|[A-Z]\.|de|del|da|dos|van|von|bin|al|el|and|&|our|staff|correspondents?|reporters?|"
    r"editors?|contributors?|desk|bureau|newsroom|team|agency|agencies|service|wires?)"
)
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|(?:[Ww]ritten|[Rr]eported|[Tt]ext) by):?\s+{_NAME}(?:,?\s+{_NAME}){{0,9}}"
    rf"(?:,\s+[\w’' -]{{1,40}}|(?: in|\s*[|•·/–—-])\s*{_NAME}(?: {_NAME}){{0,3}})?"
)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|publication|release|date)\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"[,|•·;(–—-]\s*(?:last\s+)?(?:updated|modified|revised|corrected)(?:\s+(?:on|at))?:?$", re.IGNORECASE
)
_PREFIX = re.compile(
    r"\(?(?P<place>[A-Z][^()–—:;!?\n]{1,60}?)?\)?(?:\s+\((?P<agency>[A-Z][\w .-]{1,20})\))?"
    r"(?:\s*[–—-]+\s+|\s*(?:--|—)\s*)(?=\S)"
)
_SIGNS = " ,|•·:;/–—-()[]*_."
MOST_WORDS = 18


@dataclass(frozen=True, slots=True)
class Dateline:
    """`published` is EDTF ("" where only a name stands), `sure` tells that the line says that it means publication."""

    published: str
    sure: bool = False


def read_dateline(line: str) -> Dateline | None:
    """What a whole line says as a dateline or byline; None if it is anything else."""
    if len(line.split()) > MOST_WORDS:
        return None
    found = find_date(line)
    if found is None:
        return Dateline("") if _is_byline(line) or _is_ago(line) else None
    published, start, end = found
    before, after = _bare(line[:start]), _bare(line[end:])
    rest = " ".join(part for part in (before, after) if part)
    if rest and not _is_byline(rest) and not (_is_name(before) and _is_name(after) and _parted(line, start, end)):
        return None
    return Dateline(published, bool(_PUBLISHED.search(line)))


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date with a year in a text: EDTF, start and end. Days that no calendar has are no dates."""
    for form in _FORMS:
        for match in form.finditer(text):
            value = _value(match)
            if value:
                return value, match.start(), match.end()
    return None


def prefix_end(text: str) -> tuple[int, str]:
    """Length of a "(Lima, March 3, 2023) – " before the first sentence, and its date ("" if it has no year).

    (0, "") if there is none. A prefix without any date counts only in capitals ("NAIROBI – "), in brackets
    ("(Nairobi) – ") or with an agency.
    """
    match = _PREFIX.match(text)
    if match is None or not match["place"] or len(match["place"].split()) > 8:
        return 0, ""
    found = find_date(match["place"])
    place = match["place"].split(",")[0]
    dated = found is not None or re.search(
        rf",\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+(?:{'|'.join(_NAMES)}))$", match["place"], re.IGNORECASE
    )
    if dated or text.startswith("(") or match["agency"] or (place.isupper() and len(place) > 3):
        return match.end(), found[0] if found else ""
    return 0, ""


def _value(match: re.Match[str]) -> str:
    part = match.groupdict()
    year = int(part["year"])
    try:
        if not part.get("day"):
            return dates.month(year, _NAMES[part["month"].lower()]).edtf
        if part.get("month"):
            return dates.day(year, _NAMES[part["month"].lower()], int(part["day"])).edtf
        return _numeric(year, int(part["number"]), int(part["day"]), str(part.get("mark") or ""))
    except ValueError:
        return ""


def _numeric(year: int, number: int, day: int, mark: str) -> str:
    """Digits alone. "03/04/2022" is March to some and April to others: only its year is known."""
    if mark == "/" and number > 12:
        number, day = day, number
    elif mark == "/" and day <= 12 and day != number:
        return dates.year(year).edtf
    return dates.day(year, number, day).edtf


def _bare(part: str) -> str:
    """A side of the date without times, weekdays and words such as "Updated"."""
    part = part.strip(_SIGNS)
    for noise in (_NOISE, _FILLER, _READING):
        part = noise.sub(" ", part)
    return re.sub(r"\s+", " ", part).strip(_SIGNS)


def _is_byline(text: str) -> bool:
    return bool(_BYLINE.fullmatch(text.strip(_SIGNS)))


def _is_ago(line: str) -> bool:
    """ "3 days ago", "Last week | Ana S.": when, as seen from the page."""
    match = _AGO.fullmatch(line.strip())
    return match is not None and (not match["rest"] or _is_byline(match["rest"]) or _is_name(match["rest"]))


def _is_name(text: str) -> bool:
    """Empty, or at most five words that all carry a capital: a reporter, an agency, a city."""
    tokens = re.split(r"[\s,|•·/–—-]+", text) if text else []
    return len(tokens) <= 5 and all(re.fullmatch(_NAME, token) for token in tokens)


def _parted(line: str, start: int, end: int) -> bool:
    """Whether the date is set off by a comma, a bar or a dash, or follows "Published"."""
    before, after = line[:start].rstrip(), line[end:].lstrip()
    if _PUBLISHED.search(before):
        return True
    if _CHANGED.search(before):
        return True
    marks = "|•·,–—-(/"
    return (not before or before[-1] in marks) and (not after or after[0] in marks + ":)")
