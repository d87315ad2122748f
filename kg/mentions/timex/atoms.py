"""Calendar expressions one by one: "13 February 2025", "March 3-5", "May 2019", "In June", "2022".

An atom is one date, or the days of one month ("August 2 and 16, 2024"). What looks like a date and is none (the verbs
"may" and "march", numbers of articles and laws, amounts, head counts) is turned away here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.mentions.timex.grammar import DASH, DAY, MONTH, MONTHS, TO, YEAR, before, compiled, day_number, month_number
from kg.mentions.timex.model import Parts


@dataclass(frozen=True, slots=True)
class Atom:
    """A date at `text[start:end]`; with `last` set it is a range by itself ("March 3-5", "2018-21")."""

    start: int
    end: int
    first: Parts
    last: Parts | None = None


_DAYS = rf"{DAY}(?:(?:\s*,?\s+(?:and|or)\s+|\s*,\s*|{TO}){DAY}){{0,6}}"
_TAIL = rf"(?:(?:\s*,\s*|\s+of\s+|\s+)(?P<year>{YEAR}))?"
_ISO = compiled(r"(?<![\w/.-])(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\w|[-/]\d)")
_NUMERIC = compiled(r"(?<![\w.,/-])(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/])")
_MONTH_DAY = compiled(rf"(?<![\w-])(?P<month>{MONTH})\s+(?:the\s+)?(?P<days>{_DAYS}){_TAIL}")
_AFTER_MONTH = "|".join(rf"(?<={ending}-)" for ending in ("uary", "arch", "pril", "may", "une", "uly", "gust", "ber"))
_DAY_MONTH = compiled(
    rf"(?:(?<![\w.,$/-])|{_AFTER_MONTH})(?:the\s+(?=\d+[a-z]))?(?P<days>{_DAYS})\s+(?:of\s+)?(?P<month>{MONTH})(?!\w){_TAIL}"
)
_NTH = r"(?:[12]?1st|2?2nd|2?3rd|(?:[4-9]|1[0-9]|2[04-9]|30)th|31st)"
_ORDINAL = compiled(
    rf"\b(?:on|by|until|since|from|of|till)\s+the\s+(?P<days>{_NTH}(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|\s*-\s*)(?:the\s+)?{_NTH})*)"
    r"(?=[,.;:)]|\s*$|\s+(?:it|he|she|they|we|the|a|an|in|at|of\s+(?:that|the\s+same)\s+month|by|for|and|but|with|when|his|"
    r"her|their|police|to|after|as|over|was|were|on|[a-z]{3,}ed|freed|took|gave|told|met|held|won|sent|began|found|made|"
    r"came|went|left|put|let|led)\b)(?!\s+(?:in\s+(?:a\s+)?(?:row|line|series)|floor|and\s+(?:last|final)))"
)
_OPENING = re.compile(
    rf"^On\s+the\s+(?P<days>{_NTH})(?=\s+(?!(?:Street|Avenue|Floor|District|Congress|Session|Amendment|Anniversary|Summit)\b)[A-Z])"
)
_MONTH_YEAR = compiled(rf"(?<!\w)(?P<month>{MONTH})\s*,?\s*(?:of\s+)?(?P<year>{YEAR})")
_MONTH = compiled(rf"(?<!\w)(?P<month>{'|'.join(MONTHS)})(?!\w)")
_YEARS = compiled(rf"(?<![\w.,/:$#+-])(?P<year>{YEAR})(?:{DASH}|/)(?P<to>\d\d|\d{{4}})(?![\w%/]|[.,]\d)")
_YEAR = compiled(rf"(?<![\w.,/:$#+=])(?<!=\")(?<![A-Za-z\d]-)(?P<year>{YEAR})(?![/])|(?<=\bmid-)(?P<mid>{YEAR})")

_LEADS = compiled(
    r"\b(?:in|since|until|till|by|from|to|during|of|through|throughout|between|last|next|this|past|previous|early|late|"
    r"mid|for|before|after|around|following|as of|and|or)[\s-]+$"
)
_MONTH_DASH = compiled(rf"\b(?:{'|'.join(MONTHS)})\s?-\s?$")
_TO_MONTH = compiled(rf"\s?(?:-|to|until|till|through)\s?(?:{'|'.join(MONTHS)})\s+{YEAR}")
_EVERY = compiled(r"\b(?:every|each|annual)\s+$")
_WEAK_LEADS = compiled(r"\b(?:by|of|to|for|and|or)\s+$")
_NAMED = re.compile(r"\s+[A-Z][a-z]")
_MARCH_FOR = re.compile(r"\s+(?:for|of|on)\s+[A-Z]|\s+Day\b")
_AMBIGUOUS = frozenset({"march", "april", "may", "june", "august"})
_DAY_LEADS = ("on ", "until ", "since ", "by ", "late ", "early ")
_VERBS = frozenset({"march", "may"})
_COUNTED = (
    r"(?:people|persons?|women|men|children|girls|boys|activists|protest[eo]rs|demonstrators|participants|soldiers|"
    r"troops|officers|members|journalists|students|workers|residents|citizens|voters|deputies|victims|prisoners|"
    r"detainees|refugees|migrants|families|signatures|votes|cases|complaints|calls|messages|times|percent|per\s+cent|"
    r"tenge|dollars|euros?|pounds|rub?les|som|sum|somoni|roubles|usd|eur|kzt|kgs|uzs|tjs|mci|km|kilomet\w+|met(?:er|re)s|"
    r"miles|tons?|tonnes|hectares|units|pages|copies|words|million|billion|thousand)"
)
_SMALL = r"(?:by|in|at|on|for|with|when|as|against|after|to|from|among|and|or|the)\b"
_COUNTS = compiled(rf"\s+(?:(?!{_SMALL})[a-z]+\s+)?{_COUNTED}\b|\s*%|-[A-Za-z]|\s?-\s?\d")
_PLURAL = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]+s\b")
_NUMBERED = compiled(
    r"(?:\b(?:articles?|art\.|sections?|nos?\.|no|numbers?|resolution|rules?|paragraphs?|paras?\.?|decree|order|room|"
    r"pages?|pp?\.|chapter|item|case|iso|goals?|usd|eur|kzt|us|bus|flight|route|"
    r"more\s+than|over|at\s+least|up\s+to|less\s+than|fewer\s+than|some|nearly|almost|approximately|roughly|"
    r"total\s+of|another)|[$#№€£])\s*$|\bnos?\.?\s*\d+(?:[/-]\w+)?\s+of\s*$|\bresolution\s+\d+\s*\(\s*$"
)
_TITLED = compiled(r"\b(?:agenda|strategy|vision|plan|concept)\s+$")
_FIRM = compiled(r"\b(?:in|since|until|by|from|to|of|during|between|after|before|mid|early|late)[\s-]+(?:the\s+)?$")
_AFTER_DAY = re.compile(
    r"\s+(?!(?:in|at|on|by|to|for|of|with|near|outside|inside|when|as|was|were|and|or|against|after|before|the|that|who|"
    r"which|this|last|next|respectively|a|an|his|her|their|its|under|over|from|until|had|has|have|but|where)\b)[a-z]"
)


def atoms(text: str) -> list[Atom]:
    """The calendar expressions of a `plain` text, in order, none overlapping another."""
    found: list[Atom] = []
    taken = bytearray(len(text))
    for tier in (_exact, _days, _month_years, _year_ranges, _months, _years, _ordinals):
        for atom in sorted(tier(text), key=lambda a: (a.start, -a.end)):
            if not any(taken[atom.start : atom.end]):
                taken[atom.start : atom.end] = b"\1" * (atom.end - atom.start)
                found.append(atom)
    return sorted(found, key=lambda a: a.start)


def follows_noun(text: str, end: int) -> bool:
    """Whether a lower-case content word follows directly ("2 May protests"), no preposition, verb or article."""
    return bool(_AFTER_DAY.match(text, end))


def _exact(text: str) -> Iterator[Atom]:
    for match in _ISO.finditer(text):
        yield Atom(*match.span(), Parts(int(match["year"]), int(match["month"]), int(match["day"])))
    for match in _NUMERIC.finditer(text):
        one, two = int(match["one"]), int(match["two"])
        swapped = match["mark"] == "/" and two > 12 >= one
        parts = Parts(int(match["year"]), *((one, two) if swapped else (two, one)))
        if 1 <= parts.month <= 12 and parts.day:
            yield Atom(*match.span(), parts)


def _days(text: str) -> Iterator[Atom]:
    """Days of a month; overlaps between the two orders go to the one that begins first."""
    end = 0
    matches = [*_MONTH_DAY.finditer(text), *_DAY_MONTH.finditer(text)]
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() >= end and _is_month_word(text, match):
            found = list(_split_days(text, match))
            end = max((atom.end for atom in found), default=end)
            yield from found


def _is_month_word(text: str, match: re.Match[str]) -> bool:
    """Lower-case "may" and "march" beside a number are verbs, unless an ordinal, a year or "on" says otherwise."""
    if match["month"] not in _VERBS:
        return True
    ordinal = match["days"][-1:].isalpha()
    lead = text[max(0, match.start() - 6) : match.start()].lower().endswith(_DAY_LEADS)
    return bool(match["year"]) or ordinal or (lead and match["month"] == "march")


def _split_days(text: str, match: re.Match[str]) -> Iterator[Atom]:
    month, year = month_number(match["month"]), int(match["year"] or 0)
    base = match.start("days")
    days = [(base + d.start(), base + d.end(), day_number(d[0])) for d in re.finditer(DAY, match["days"], re.I)]
    first_month = match.start("month") < base
    counted = first_month and not year and _COUNTS.match(text, match.end())
    if len(days) == 1 and not counted:
        yield Atom(*match.span(), Parts(year, month, days[0][2]))
    elif len(days) > 1:
        yield from _several(text, match, days, Parts(year, month), first_month)


def _several(
    text: str, match: re.Match[str], days: list[tuple[int, int, int]], month: Parts, month_first: bool
) -> Iterator[Atom]:
    """ "March 3-5" is one range; "2 and 16 August" are two days; of "March 3, 15 people" only the 3rd is a day."""
    between = [text[a[1] : b[0]].strip().lower() for a, b in pairwise(days)]
    listed = between[-1].removeprefix(",").strip() in ("and", "or")
    stray = between[-1] == "," or (listed and month_first and not month.year and follows_noun(text, match.end()))
    if stray and not text[days[-1][1] - 1].isalpha():
        day = days[0] if month_first else days[-1]
        start, end = (match.start(), day[1]) if month_first else (day[0], match.end())
        yield Atom(start, end, Parts(month.year * (not month_first), month.month, day[2]))
    elif len(days) == 2 and not listed:
        yield Atom(*match.span(), *(Parts(month.year, month.month, d[2]) for d in days))
    else:
        for i, (start, end, day_of_month) in enumerate(days):
            left = match.start() if i == 0 else start
            right = match.end() if i == len(days) - 1 else end
            yield Atom(left, right, Parts(month.year, month.month, day_of_month))


def _month_years(text: str) -> Iterator[Atom]:
    for match in _MONTH_YEAR.finditer(text):
        if match["month"] not in _VERBS or match["month"] == "may":
            yield Atom(*match.span(), Parts(int(match["year"]), month_number(match["month"])))


def _year_ranges(text: str) -> Iterator[Atom]:
    for match in _YEARS.finditer(text):
        first, last = int(match["year"]), int(match["to"])
        last = last if last > 99 else first // 100 * 100 + last
        if first < last <= first + 120 and _not_a_count(text, *match.span()):
            yield Atom(*match.span(), Parts(first), Parts(last))


def _months(text: str) -> Iterator[Atom]:
    for match in _MONTH.finditer(text):
        word, start = match["month"], match.start()
        if before(_EVERY, text, start) or (word.islower() and word in _AMBIGUOUS):
            continue
        if word.lower() in _AMBIGUOUS and not _leads_to_month(text, match):
            continue
        if word[0].isupper() or before(_LEADS, text, start):
            yield Atom(*match.span(), Parts(0, month_number(word)))


def _ordinals(text: str) -> Iterator[Atom]:
    """ "on the 14th and 15th": days whose month the story gives."""
    for match in [*_OPENING.finditer(text), *_ORDINAL.finditer(text)]:
        base, words = match.start("days"), match["days"]
        days = [(base + d.start(), base + d.end(), day_number(d[0])) for d in re.finditer(r"\d+[a-z]+", words, re.I)]
        ranged = len(days) == 2 and re.search(r"\bto\b|-", words)
        if ranged:
            yield Atom(base, match.end("days"), *(Parts(day=d[2]) for d in days))
        else:
            yield from (Atom(start, end, Parts(day=number)) for start, end, number in days)


def _leads_to_month(text: str, match: re.Match[str]) -> bool:
    """Whether "May", "March", "April" … is the month here, not a name, a verb or a march."""
    to_another = _TO_MONTH.match(text, match.end()) if match["month"][0].isupper() else None
    led = before(_LEADS, text, match.start()) or before(_MONTH_DASH, text, match.start()) or to_another
    named = before(_WEAK_LEADS, text, match.start()) and _NAMED.match(text, match.end())
    walked = match["month"].lower() in _VERBS and _MARCH_FOR.match(text, match.end())
    return bool(led) and not named and not walked


def _years(text: str) -> Iterator[Atom]:
    for match in _YEAR.finditer(text):
        start, end = match.span()
        if _not_a_count(text, start, end) and not before(_TITLED, text, start):
            yield Atom(start, end, Parts(int(match["year"] or match["mid"])))


def _not_a_count(text: str, start: int, end: int) -> bool:
    if before(_NUMBERED, text, start) or _COUNTS.match(text, end):
        return False
    round_number = text[start:end].endswith("00")
    return not (round_number and _PLURAL.match(text, end) and not before(_FIRM, text, start))
