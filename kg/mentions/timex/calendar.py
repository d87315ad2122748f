"""From atoms to time expressions: ranges, years shared in a list, and the words around ("since early …", "last …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from kg.mentions.timex.atoms import Atom, atoms, follows_noun
from kg.mentions.timex.grammar import SEASON, SEASONS, TO, WEEKDAY, YEAR, before, compiled, weekday_number
from kg.mentions.timex.model import Kind, Modifier, Parts, Timex

_RANGE_GAP = compiled(TO)
_LIST_GAP = compiled(r"\s*,\s*|\s*,?\s*(?:and|or|&|as well as)\s+(?:(?:in|on)\s+)?")
_BETWEEN = compiled(r"\bbetween\s+(?:the\s+)?$")
_PUT_OFF = compiled(
    r"\b(?:postponed|moved|rescheduled|put\s+off|put\s+back|brought\s+forward|delayed|deferred)\s+from\s+(?:the\s+)?$"
)
_FROM = compiled(r"\bfrom\s+(?:the\s+)?$")
_WEEKDAY_LEAD = compiled(rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?$")
_YEAR_TAIL = compiled(
    r"(?:,|\s+of)?\s+(?P<word>this|last|next|that|the\s+(?:same|following|next|previous))\s+year\b(?!')|"
    r",?\s+(?P<before>the\s+year\s+before)(?=[.,;]|$)"
)
_DIRECTION = compiled(r"\b(?P<word>the\s+(?:following|same|next|previous)|last|next|this|that)\s+$")
_PART_OF_MONTH = compiled(
    r"\b(?:the\s+)?(?P<word>early|mid|late|(?:(?:very\s+)?(?:beginning|start|middle|end)\s+of))[\s-]+(?:in\s+|on\s+)?"
    r"(?:the\s+)?$"
)
_LIMIT = compiled(
    r"\b(?P<word>since|until|till|by|before|prior\s+to|after|around|about|circa|as\s+of|as\s+at)\s+"
    r"(?:(?:at\s+least|at\s+the\s+latest)\s+)?(?:(?:on|in)\s+)?(?:the\s+)?$"
)
_NOT = compiled(r"\bnot\s+$")
_MODIFIERS = {
    "as of": "by", "as at": "by", "till": "until",
    "prior to": "before", "around": "about", "circa": "about", "beginning of": "early",
    "start of": "early", "middle of": "mid", "end of": "late",
}  # fmt: skip
_YEAR_WORDS = {
    "that": "same",
    "the same": "same",
    "the following": "following",
    "the next": "following",
    "the previous": "previous",
}
_PART = (
    r"\b(?:the\s+)?(?:(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?P<share>half|quarter)|"
    r"(?P<quarter>Q[1-4])|(?P<half>H[12])|(?P<end>first|last)\s+(?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"\s+months)"
)
_SHARE = compiled(_PART + r"\s+(?:of\s+)?$")
_THE_YEAR = compiled(_PART + r"\s+of\s+(?P<word>the|this|last|next)\s+year\b(?!')")
_YEARS_END = compiled(
    r"\b(?:(?:the\s+)?end\s+of\s+(?P<word>the|that|this|last|next)\s+year\b(?!')|(?<=by\s)year-?\s?end\b|(?<=by\s)year's\s+end\b)"
)
_OF_YEAR = {"the": "same", "that": "same"}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNT_OF_MONTHS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_DECADE = compiled(
    r"(?<![\w.,$])(?P<full>1[5-9]\d0|20\d0)'?s\b|\b(?:the|early|mid|late)[\s-]+(?P<short>'?[5-9]0'?s\b)|"
    r"\bthe\s+(?:(?:early|mid|late)[\s-]+)?(?P<word>fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}
_SEASON = compiled(rf"(?<!\w)(?P<season>{SEASON})\s*,?\s*(?:of\s+)?(?P<year>{YEAR})(?:[-/](?:\d\d){{1,2}}(?!\w))?")
_SEASON_WORD = compiled(
    rf"\b(?P<word>in\s+the|in|since|by|until|the\s+(?:following|next|same|previous)|last|next|this|that|early|late)\s+"
    rf"(?P<season>{SEASON})(?!\w|\s+of\b|\s*,?\s*\d)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression under construction."""

    start: int
    end: int
    kind: Kind
    first: Parts
    last: Parts | None = None


def calendar(text: str) -> list[Timex]:
    """Dates, ranges, seasons and decades of a `plain` text, in order, none overlapping another."""
    named = [*_decades(text), *_seasons(text), *_shares(text)]
    taken = {i for piece in named for i in range(piece.start, piece.end)}
    joined = _joined(text, _shared_years(text, atoms(text)))
    found = [*named, *(piece for piece in joined if taken.isdisjoint(range(piece.start, piece.end)))]
    return [_with_words(text, piece) for piece in sorted(found, key=lambda p: p.start)]


def _shared_years(text: str, found: list[Atom]) -> list[Atom]:
    """ "In March and April 2024": the year goes to the earlier members of a list (the same grain only)."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        lacks = here.last is None and after.last is None and not here.first.year and bool(after.first.year)
        if lacks and _same_grain(here, after) and _LIST_GAP.fullmatch(text[here.end : after.start]):
            shared[i] = replace(here, first=replace(here.first, year=after.first.year))
    return shared


def _same_grain(one: Atom, other: Atom) -> bool:
    a, b = one.first, other.first
    return bool(a.day) == bool(b.day) and bool(a.month) == bool(b.month)


def _joined(text: str, found: list[Atom]) -> Iterator[Piece]:
    """Two atoms with "to", a dash or "between … and" become one range."""
    i = 0
    while i < len(found):
        here = found[i]
        after = found[i + 1] if i + 1 < len(found) else None
        if after is not None and _is_range(text, here, after):
            ends = _range_parts(here.first, after.first)
            lead = before(_FROM, text, here.start) or before(_BETWEEN, text, here.start)
            if before(_PUT_OFF, text, here.start):  # "postponed from 3 June to 9 September"
                yield Piece(after.start, after.end, "date", ends[1])
                i += 2
                continue
            yield Piece(lead.start() if lead else here.start, after.end, "range", *ends)
            i += 2
            continue
        yield Piece(here.start, here.end, "range" if here.last else "date", here.first, here.last)
        i += 1


def _is_range(text: str, here: Atom, after: Atom) -> bool:
    if here.last or after.last:
        return False
    gap = text[here.end : after.start]
    if before(_BETWEEN, text, here.start) and gap.strip().lower() == "and":
        return True
    return bool(_RANGE_GAP.fullmatch(gap)) and (_same_grain(here, after) or bool(before(_FROM, text, here.start)))


def _range_parts(first: Parts, last: Parts) -> tuple[Parts, Parts]:
    """What one end says for the other: "from March to May 2024", "from December to February 2025"."""
    if first.day and not first.month:
        first = replace(first, month=last.month)
    wraps = (first.month, first.day) > (last.month, last.day) and bool(first.month)
    if last.year and not first.year:
        first = replace(first, year=last.year - wraps)
    elif first.year and not last.year:
        last = replace(last, year=first.year + wraps)
    return first, last


def _decades(text: str) -> Iterator[Piece]:
    for match in _DECADE.finditer(text):
        group = next(name for name in ("full", "short", "word") if match[name])
        words = match[group].lower()
        first = _DECADES.get(words) or int(re.sub(r"\D", "", words))
        yield Piece(match.start(group), match.end(), "decade", Parts(first if first > 99 else 1900 + first))


def _seasons(text: str) -> Iterator[Piece]:
    for match in _SEASON.finditer(text):
        if not (match["season"].lower() == "fall" and not match["season"].islower() and match.start()):
            month = SEASONS[match["season"].lower()]
            yield Piece(match.start(), match.end(), "season", Parts(int(match["year"]), month))
    for match in _SEASON_WORD.finditer(text):
        word, season = re.sub(r"\s+", " ", match["word"].lower()), match["season"]
        if season == "fall" and word not in ("in the", "last", "next", "this"):
            continue
        direction = _year_word(word) if word in ("last", "next", "this", *_YEAR_WORDS) else ""
        start = match.start() if direction else match.start("season")
        yield Piece(start, match.end(), "season", Parts(0, SEASONS[season.lower()], year_word=direction))


def _shares(text: str) -> Iterator[Piece]:
    """ "the first nine months of the year", "the second half of last year"."""
    for match in _THE_YEAR.finditer(text):
        word = {"the": "this"}.get(match["word"].lower(), match["word"].lower())
        first, last = _share_of_year(match)
        parts = (Parts(0, month, year_word=f"{word} year") for month in (first, last))
        yield Piece(match.start(), match.end(), "range", *parts)
    for match in _YEARS_END.finditer(text):
        word = (match["word"] or "the").lower()
        yield Piece(match.start(), match.end(), "date", Parts(0, 12, year_word=f"{_OF_YEAR.get(word, word)} year"))


def _with_words(text: str, piece: Piece) -> Timex:
    """Take in the words around: weekday, "of last year", "last", "early", "since"."""
    piece = _after_words(text, _before_words(text, piece))
    start, modifier, third = piece.start, "", ""
    if match := before(_PART_OF_MONTH, text, start):
        start, modifier = match.start("word"), _modifier(match["word"])
        plain = match["word"].lower() == modifier or modifier == "mid"
        third = modifier if _is_month(piece) and plain else ""
    match = before(_LIMIT, text, start)
    if match and match["word"].lower() == "until" and before(_NOT, text, match.start()):
        match = None  # "it was not until 3 May that …": on 3 May
    if match and not (match["word"].lower() in ("after", "before") and _attributive(text, match, piece)):
        start, modifier = match.start("word"), _modifier(match["word"])
    return Timex(
        start, piece.end, text[start : piece.end], piece.kind, piece.first, piece.last, cast(Modifier, modifier),
        third=third,
    )  # fmt: skip


def _is_month(piece: Piece) -> bool:
    return piece.kind == "date" and bool(piece.first.month) and not piece.first.day


def _attributive(text: str, lead: re.Match[str], piece: Piece) -> bool:
    """Whether the date only describes a noun: after "the January 2022 protests" nothing is dated after January."""
    return lead[0].rstrip().lower().endswith("the") or (piece.kind == "date" and follows_noun(text, piece.end))


def _modifier(words: str) -> str:
    word = re.sub(r"\s+", " ", words.lower()).removeprefix("very ")
    return _MODIFIERS.get(word, word)


def _before_words(text: str, piece: Piece) -> Piece:
    first, start = piece.first, piece.start
    if piece.kind != "date":
        return piece
    if first.day and (match := before(_WEEKDAY_LEAD, text, start)):
        return replace(piece, start=match.start(), first=replace(first, weekday=weekday_number(match["weekday"])))
    if first.month and not first.day and not first.year and (match := before(_DIRECTION, text, start)):
        return replace(piece, start=match.start(), first=replace(first, year_word=_year_word(match["word"])))
    if first.year and not first.month and (match := before(_SHARE, text, start)):
        months = _share_of_year(match)
        return Piece(match.start(), piece.end, "range", *(Parts(first.year, m) for m in months))
    return piece


def _share_of_year(match: re.Match[str]) -> tuple[int, int]:
    """First and last month of "the first half", "the third quarter", "Q2", "the first nine months"."""
    if match["months"]:
        count = _COUNT_OF_MONTHS.index(match["months"].lower()) + 2
        return (1, count) if match["end"].lower() == "first" else (13 - count, 12)
    numbered = match["quarter"] or match["half"]
    nth = int(numbered[1]) if numbered else _NTH.get(match["nth"].lower(), 0)
    size = 6 if match["half"] or (match["share"] or "").lower() == "half" else 3
    nth = min(nth or 12 // size, 12 // size)
    return (nth - 1) * size + 1, nth * size


def _after_words(text: str, piece: Piece) -> Piece:
    first = piece.first
    if piece.last or first.year or first.year_word or not first.month:
        return piece
    if match := _YEAR_TAIL.match(text, piece.end):
        word = "previous" if match["before"] else _year_word(match["word"])
        return replace(piece, end=match.end(), first=replace(first, year_word=f"{word} year"))
    return piece


def _year_word(words: str) -> str:
    word = re.sub(r"\s+", " ", words.lower())
    return _YEAR_WORDS.get(word, word)
