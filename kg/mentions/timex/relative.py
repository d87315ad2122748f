"""Time expressions that need another date: "yesterday", "last Friday", "two days later", "over the past three years".

The anchor is the article's own date ("last year") or the date the story has just reached ("the next day").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, cast

from kg.mentions.timex.grammar import (
    MONTH,
    QUANTITY,
    UNIT,
    WEEKDAY,
    compiled,
    quantity,
    weekday_number,
)
from kg.mentions.timex.holidays import holiday_expressions
from kg.mentions.timex.model import Modifier, Parts, Timex, Unit

Build = Callable[[re.Match[str]], Timex | None]
_STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_DAYS = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1,
         "the day after tomorrow": 2}  # fmt: skip
_FINEST: dict[str, Unit] = {"morning": "day", "afternoon": "day", "evening": "day", "night": "day"}


def relative(text: str) -> list[Timex]:
    """Relative expressions, weekdays and holidays of a `plain` text; they may overlap."""
    low = text.lower()
    told = (rule for rule in _RULES if any(word in low for word in rule[0].split()))
    made = (build(match) for _, build, pattern in told for match in pattern.finditer(text))
    return [*(t for t in made if t is not None), *holiday_expressions(text)]


def _relative(
    match: re.Match[str], amount: float, unit: str, anchor: Literal["article", "story"], *, stretch: bool = False,
    loose: bool = False, modifier: str = ""
) -> Timex:  # fmt: skip
    name = cast(Unit, _FINEST.get(unit.lower().rstrip("s"), unit.lower().rstrip("s")))
    if unit.lower().startswith("fortnight"):
        amount, name = amount * 2, "week"
    return Timex(
        match.start(), match.end(), match[0], "relative", amount=round(amount), unit=name, anchor=anchor,
        stretch=stretch, loose=loose, modifier=cast(Modifier, modifier),
    )  # fmt: skip


def _day_word(match: re.Match[str]) -> Timex:
    return _relative(match, _DAYS[re.sub(r"\s+", " ", match[0].lower())], "day", "article")


def _ago(match: re.Match[str]) -> Timex:
    """ "three years ago", "it has been twenty years since …": so far before the article."""
    amount, loose = quantity(match["n"])
    return _relative(match, -amount, match["unit"], "article", loose=loose)


def _later(match: re.Match[str]) -> Timex:
    amount, loose = quantity(match["n"]) if match["n"] else (3, True)
    backwards = match["word"].lower() in ("earlier", "before", "previously")
    return _relative(match, -amount if backwards else amount, match["unit"], "story", loose=loose)


def _after_some(match: re.Match[str]) -> Timex:
    amount, loose = quantity(match["n"])
    return _relative(match, amount, match["unit"], "story", loose=loose)


def _after_clause(match: re.Match[str]) -> Timex:
    """ "two days after he was held", "hours after the vote", "the night before the vote"."""
    amount, loose = quantity(match["n"]) if match["n"] else (0, False)
    amount = 1 if match["night"] or match["eve"] else amount
    unit = match["unit"] or (match["night"].split()[-1] if match["night"] else "day")
    back = amount if match["eve"] or match["word"].lower() == "before" else -amount
    return replace(_relative(match, back, unit, "story", loose=loose), anchor="clause")


def _halves(match: re.Match[str]) -> Timex:
    """ "half a year later", "two and a half years ago", "a year and a half earlier"."""
    months = 12 * quantity(match["n"] or match["years"])[0] + 6 if match["n"] or match["years"] else 6
    ago = match["word"].lower() == "ago"
    return _relative(
        match, months if match["word"].lower() == "later" else -months, "month", "article" if ago else "story"
    )


def _week_past(match: re.Match[str]) -> Timex:
    """ "in the past week": the seven days up to the article."""
    return _relative(match, -1, match["unit"], "article", stretch=True)


def _that_followed(match: re.Match[str]) -> Timex:
    """ "in the two days that followed"."""
    amount, loose = quantity(match["n"])
    return _relative(match, amount, match["unit"], "story", stretch=True, loose=loose)


def _within(match: re.Match[str]) -> Timex:
    """ "within a week police arrested her": between the day of the story and a week after it."""
    amount, loose = quantity(match["n"])
    return _relative(match, amount, match["unit"], "story", stretch=True, loose=loose)


def _weekend(match: re.Match[str]) -> Timex:
    """ "over the weekend", "last weekend": a Saturday and its Sunday."""
    word = re.sub(r"\s+", " ", (match["word"] or "").lower())
    direction = {"the": "", "past": "last", "the past": "last", "this past": "last"}.get(word, word)
    direction = _WEEKDAY_WORDS.get(direction, direction)
    first, last = (Parts(weekday=day, year_word=direction) for day in (6, 7))
    return Timex(match.start(), match.end(), match[0], "weekday", first, last)


def _weekday_of_week(match: re.Match[str]) -> Timex:
    """ "on Tuesday of last week", "last week on Tuesday", "last week's Tuesday"."""
    day = match["weekday"] or match["late"]
    word = match["word"] or match["early"]
    word = word.lower() if word else _WEEKDAY_WORDS[re.sub(r"\s+", " ", match["told"].lower())]
    parts = Parts(weekday=weekday_number(day), year_word=f"{word} week")
    return Timex(match.start(), match.end(), match[0], "weekday", parts)


def _stretch(match: re.Match[str]) -> Timex | None:
    """ "over the past three years" ends with the article; "for the next two years" begins where the story stands."""
    amount, loose = quantity(match["n"])
    word = match["word"].lower()
    if word in ("past", "last", "previous"):
        return _relative(match, -amount, match["unit"], "article", stretch=True, loose=loose)
    anchor: Literal["article", "story"] = "article" if word == "coming" else "story"
    return _relative(match, amount, match["unit"], anchor, stretch=True, loose=loose)


def _step(match: re.Match[str]) -> Timex:
    """ "last year", "this month", "next week"."""
    modifier = (match["modifier"] or "").lower()
    modifier = {"till": "until", "earlier": "", "later": ""}.get(modifier, modifier)
    return _relative(match, _STEP[match["word"].lower()], match["unit"], "article", modifier=modifier)


def _in_the_year(match: re.Match[str]) -> Timex:
    """ "in the course of the year": that of a yearly report."""
    return Timex(match.start(), match.end(), match[0], "date", Parts(year_word="report year"))


def _story_step(match: re.Match[str]) -> Timex:
    """ "the next day", "that same month", "the previous year"."""
    word = match["word"].lower().split()[-1]
    return _relative(match, _STEP.get(word, 0), match["unit"], "story")


def _since_then(match: re.Match[str]) -> Timex:
    return _relative(match, 0, "day", "story", modifier="since")


def _meantime(match: re.Match[str]) -> Timex:
    """ "in the meantime", "has since fled": at some time between the story and the article."""
    return _since_then(match)


def _nth_day(match: re.Match[str]) -> Timex:
    """ "on the sixth day": the first is that of the story."""
    return _relative(match, _NTH.index(match["nth"].lower()), "day", "story")


def _nights(match: re.Match[str]) -> Timex:
    """ "freed after five nights in a cell"."""
    return _relative(match, quantity(match["n"])[0], "day", "story")


def _within_some(match: re.Match[str]) -> Timex:
    """ "freed within hours", "arrested within days": some three of them after what was told."""
    short = match["unit"].lower() == "hours"
    return _relative(match, 0 if short else 3, match["unit"], "story", loose=not short)


def _at_the_time(match: re.Match[str]) -> Timex:
    return _relative(match, 0, "day", "story")


def _day_before(match: re.Match[str]) -> Timex:
    return _relative(match, 1 if match["word"].lower() == "after" else -1, match["unit"], "story")


def _so_far(match: re.Match[str]) -> Timex:
    """ "as of this writing": up to the article's date, from nobody knows when."""
    return _relative(match, 0, "", "article", stretch=True)


_WEEKDAY_WORDS = {"past": "last", "the following": "following", "the next": "following", "that": "same",
                  "the previous": "previous", "the same": "same"}  # fmt: skip


def _weekday(match: re.Match[str]) -> Timex | None:
    if (
        not match["word"]
        and _OF_A_NAME.match(match.string, match.end())
        and _TITLE.search(match.string, 0, match.start())
    ):
        return None
    direction = (match["word"] or "").lower()
    direction = _WEEKDAY_WORDS.get(re.sub(r"\s+", " ", direction), direction)
    parts = Parts(weekday=weekday_number(match["weekday"]), year_word=direction)
    if match["to"]:
        last = Parts(weekday=weekday_number(match["to"]), year_word=direction)
        return Timex(match.start(), match.end(), match[0], "weekday", parts, last)
    return Timex(match.start(), match.end(), match[0], "weekday", parts)


_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_OF_A_NAME = re.compile(r"\s+[A-Z][a-z]+")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Pastor|Chief|Hon|Rev|Sir|Justice|Senator|Deputy|President)\.?\s+$"
)
_N, _U = rf"(?P<n>{QUANTITY})", rf"(?P<unit>{UNIT}s?)"
# "the Tuesday of that week" is no plain Tuesday; "cleared on Tuesday of all charges" is one.
_OF_SOME = (
    rf"\s+of\s+(?:that|this|last|next|each|every|{MONTH}|"
    r"the\s+(?:same|next|following|previous|last|first|second|week|month))\b"
)
# Words of which a text has to hold one, how what is sought in it then is read, and what is sought.
_RULES: tuple[tuple[str, Build, re.Pattern[str]], ...] = (
    ("day tonight tomorrow", _day_word,
     compiled(r"\bthe\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b|\b(?:yesterday|today|tonight|tomorrow)\b")),
    ("ago", _ago, compiled(rf"\b(?:some\s+|about\s+|almost\s+|nearly\s+)?{_N}\s+{_U}\s+ago\b")),
    ("half", _halves,
     compiled(rf"\b(?:half\s+a\s+year|(?P<n>{QUANTITY})\s+years?\s+and\s+a\s+half|(?P<years>{QUANTITY})\s+and\s+a\s+half\s+"
              r"years)\s+(?P<word>later|earlier|before(?=[.,;]|$)|ago)\b")),
    ("week", _week_past,
     compiled(r"\b(?:over|during|in|within)\s+the\s+(?:past|last)\s+(?P<unit>week)\b(?!\s+of\b|')")),
    ("followed", _that_followed, compiled(rf"\b(?:in|over|during)\s+the\s+{_N}\s+{_U}\s+that\s+followed\b")),
    ("within", _within,
     compiled(r"\bwithin\s+(?P<n>an?|one|two|three|four|six|ten)\s+(?P<unit>(?:day|week|month|year)s?)(?=,?\s)"
              r"(?!\s+of\b)")),
    ("within", _within_some,
     compiled(r"\bwithin\s+(?P<unit>hours|days|weeks)(?=[.,;]|$|\s+(?:and|but|of|for|to|in|at)\b)")),
    ("time", _at_the_time, compiled(r"\bat\s+the\s+time(?=[.,;]|$|\s+that\b)")),
    ("weekend", _weekend,
     compiled(r"\b(?:(?:over|at|during|on)\s+)?(?P<word>the\s+(?:following|next|previous|same|past)|this\s+past|(?<=over\s)the|"
              r"(?<=at\s)the|(?<=during\s)the|last|next|this|that)\s+weekend\b(?!\s+of\b|')")),
    ("week", _weekday_of_week,
     compiled(rf"\b(?P<weekday>{WEEKDAY})(?:\s+(?:night|morning|evening|afternoon))?(?:\s+of\s+(?P<told>that|the\s+same|"
              rf"the\s+following|the\s+next|the\s+previous)|(?:\s+of)?\s+(?P<word>last|this|next))\s+week\b|\b(?P<early>last|this|next)\s+week(?:'s|,?\s+on)\s+(?P<late>{WEEKDAY})\b")),
    ("since", _ago, compiled(rf"\b(?:it'?s|it\s+has|it\s+is)\s+(?:been\s+)?{_N}\s+{_U}\s+since\b")),
    ("later earlier previously afterward", _later,
     compiled(rf"\b(?:{_N}\s+)?(?P<unit>(?:hour|day|night|week|month|year)s)\s+(?P<word>later|earlier|previously|afterwards?)\b")),
    ("later earlier previously afterward before", _later,
     compiled(rf"\b{_N}\s+(?P<unit>{UNIT}s?|nights?)\s+(?P<word>later|earlier|previously|afterwards?|"
              r"before(?=[.,;]|$|\s+(?:because|over|for|amid|and|but)\b))")),
    ("past last previous next coming following", _stretch,
     compiled(rf"\b(?:over|during|in|for|within)\s+the\s+(?:(?:very|whole)\s+)?(?P<word>past|last|previous|next|coming|"
              rf"following)\s+{_N}[\s-]+{_U}\b(?!\s+of\s+\d)")),
    ("after before eve", _after_clause,
     compiled(rf"\b(?P<eve>the\s+eve\s+of)(?=\s+(?:the|his|her|its|their|that)\s)|\b(?:{_N}\s+(?P<unit>(?:day|week|fortnight|month|year|decade)s?)|(?:a\s+few\s+|just\s+)?(?:hours|minutes)|"
              rf"(?P<night>(?<!to\s)the\s+(?:night|day|evening|morning|week|month|year)))\s+"
              rf"(?P<word>after|before)(?=\s+\w)(?!\s+(?:that|this|which|yesterday|tomorrow)\b)")),
    ("after", _after_some,
     compiled(r"\bafter\s+(?P<n>a\s+few|several|a\s+couple\s+of|some)\s+(?P<unit>days?|weeks?|months?|years?)\b(?!')"
              r"(?!\s+(?:in|of|behind|under)\b)")),
    ("after", _after_some,
     compiled(rf"\bafter\s+{_N}\s+(?P<unit>(?:day|night|week|month)s?)(?=[.,;]|$|\s+(?:and|but)\b)")),
    ("last this next", _step,
     compiled(r"\b(?:(?P<modifier>earlier|later|since|until|till|by|early|late|before)\s+)?(?P<word>last|this|next)\s+"
              r"(?P<unit>week|month|year|decade)(?!\w|-|\s+of\b)")),
    ("past coming current", _step,
     compiled(r"\b(?:in|during|over|later\s+in|earlier\s+in)\s+the\s+(?P<modifier>)(?P<word>past|coming|current)\s+"
              r"(?P<unit>month|year|decade)\b")),
    ("year", _in_the_year,
     compiled(r"\b(?:in\s+the\s+course\s+of|over\s+the\s+course\s+of|during|throughout)\s+the\s+year\b(?=[,.;]|\s+(?:the|a|at|"
              r"some|police|courts?|authorities|and)\b|$)")),
    ("coming current", _step,
     compiled(r"\b(?:in|during|over|later\s+in|earlier\s+in)\s+the\s+(?P<modifier>)(?P<word>coming|current)\s+(?P<unit>week)\b")),
    ("next following previous same that", _story_step,
     compiled(r"\b(?P<word>(?:the|that)\s+(?:very\s+)?(?:next|following|previous|same)|that(?:\s+very)?)\s+"
              r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!-)")),
    ("since", _since_then, compiled(r"\b(?:ever\s+)?since\s+then\b")),
    ("meantime interim since", _meantime,
     compiled(r"\bin\s+the\s+(?:meantime|interim)\b|(?<=\bhas\s)since(?=\s+[a-z]+(?:ed|en|t|ne|wn|me|ft)\b)|"
              r"(?<=\bhave\s)since(?=\s+[a-z]+(?:ed|en|t|ne|wn|me|ft)\b)")),
    (" ".join(_NTH), _nth_day,
     compiled(rf"\bon\s+the\s+(?:very\s+)?(?P<nth>{'|'.join(_NTH)})\s+(?:day|night|morning|evening)\b(?!\s+of\b)")),
    ("after", _nights,
     compiled(rf"\bafter\s+(?:spending\s+)?{_N}\s+(?:days|nights)\s+(?:in\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+)?(?:jail|prison|"
              r"custody|detention|cells?|police|lock-up|lockup|captivity)|behind\s+bars|under\s+arrest)\b")),
    ("after", _day_before, compiled(r"\ba\s+(?P<unit>day|week|month|year)\s+(?P<word>after)(?=[.,;]|$)")),
    ("before after", _day_before,
     compiled(r"\bthe\s+(?P<unit>day|night|evening|week|month|year)\s+(?P<word>before|after)(?=[.,;]|$)")),
    ("writing publication now", _so_far,
     compiled(r"\b(?:as\s+of|at\s+the\s+time\s+of)\s+(?:this\s+)?(?:writing|publication|now)\b")),
    ("day", _weekday,
     compiled(rf"\b(?:(?P<word>the\s+(?:following|next|previous|same)|last|next|this|past|that)\s+)?"
              rf"(?<!Black\s)(?<!Bloody\s)(?P<weekday>{WEEKDAY})"
              rf"(?:(?:\s+(?:night\s+)?(?:to|into|until|through)\s+|-)(?P<to>{WEEKDAY}))?(?![\w-]|{_OF_SOME})")),
)  # fmt: skip
