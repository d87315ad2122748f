""" "Two days after he was held, …": one clause gives the date of the other (pure).

Which of the two is known decides: a date before the expression, or after the comma, is that of the main clause; one
inside the clause of "after" is that of the clause. Without any, what has only just happened is counted back from the
article, what a story goes on to tell is counted on from the date that it has reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg import dates
from kg.dates import PartialDate
from kg.mentions.timex.grammar import before, compiled, plain
from kg.mentions.timex.model import Context, Dated, Side, Timex
from kg.mentions.timex.resolve import resolve
from kg.mentions.timex.shift import shifted
from kg.mentions.timex.tense import tense_at

_CAME = compiled(r"\b(?:c[ao]mes?|coming|follow(?:s|ed|ing)|was|were|is|are)\s+(?:only\s+|just\s+|barely\s+)?$")
_PRESENT = compiled(r"\b(?:has|have|is|are|remains?|knows?|says?|continues?|wants?|awaits?|waits?|still)\b")
_TOLD_ASIDE = compiled(
    r",\s+(?:(?:which|who)\s+(?:was|were|had\s+been)\s+)?(?:[a-z]+ed|made|held|set|put|brought|begun|taken|given|laid|sent)"
    r"\b[^,;]*$"
)
_HELD = compiled(
    r",\s+(?:which\s+(?:was|were|had\s+been|took)\s+)?(?:held|place|set|planned|scheduled)\s+(?:only\s+)?(?:on|in|for)\s+(?:the\s+)?$"
)
_HAPPENED = (
    r"vot(?:e|es|ed|ing|ers)|(?:passed|cleared)\s+(?:the|in)\b|adopted|rejected|elections?|polls?|ballots?|run-?offs?|referendum|elected",
    r"march(?:es|ed)?|rall(?:y|ies|ied)|protest(?:s|ed|ers)?|demonstrat\w+|vigil|pickets?|gathered|procession",
    r"arrest(?:s|ed)?|detain\w*|detention|seized|rounded\s+up|picked\s+up|took\b|taken\b",
    r"kill(?:ed|ing|ings)|murder(?:ed)?|shot|shooting|dea(?:d|th)|died|massacre|assassinat\w+",
    r"verdict|rul(?:ed|ing)|convict\w+|sentenc\w+|acquitt\w+|judge?ment|jailed|fined",
    r"trial|hearing|tried|court",
    r"strikes?|walk-?outs?|downed",
    r"attack(?:s|ed)?|bomb(?:ed|ing|s)?|blast|explo\w+|raid(?:ed|s)?",
    r"summit|talks|meeting|met|visit(?:ed)?",
)
_EVENT = compiled(
    r"\s+(?:the|his|her|its|their|that|this)\s+(?:[\w'-]+\s+){0,2}?"
    rf"(?:{'|'.join(f'(?P<e{n}>{words})' for n, words in enumerate(_HAPPENED))})\b"
)
_PLAIN = ("day", "month", "year")
_FINE = ("day", "week")
REACH = 8  # sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its dates found so far, and what it is read against. `leads`: it is among the article's first."""

    text: str
    dates: Sequence[Dated]
    context: Context
    leads: bool = False
    number: int = 0


def after_clause(timex: Timex, sentence: Sentence) -> tuple[PartialDate, Side] | None:
    """The date that "two days after …" gives, and to which of the two clauses."""
    known, side = _known(timex, sentence)
    if known is None or (known.loose and timex.unit in _FINE):
        return None
    value = shifted(known, timex.amount if side == "inner" else -timex.amount, timex.unit)
    rule = "relative" if known == sentence.context.reference else "story"
    return (replace(value, rule=rule), side) if value is not None else None


def waits(text: str, timex: Timex) -> bool:
    """ "the bill, tabled only a week before, passed on 24 June": counted back from what the sentence names next."""
    back = timex.anchor == "story" and timex.amount < 0 and not timex.stretch
    return back and text[timex.end : timex.end + 1] == "," and before(_TOLD_ASIDE, text, timex.start) is not None


def counted_back(timex: Timex, sentence: Sentence) -> tuple[PartialDate, Side] | None:
    """The date of an aside that comes before the date from which it is counted, else by the story."""
    if not waits(sentence.text, timex):
        return None
    later = [d.date for d in sentence.dates if d.start > timex.end and d.modifier == "" and d.side == ""]
    known = next((d for d in later if d.precision in ("day", "month")), None)
    value = shifted(known, timex.amount, timex.unit) if known is not None else resolve(timex, sentence.context)
    return None if value is None else (replace(value, rule="story"), "")


def _known(timex: Timex, sentence: Sentence) -> tuple[PartialDate | None, Side]:
    open_ends = (_begun(d) for d in sentence.dates if d.side == "")
    whole = [d for d in open_ends if d.date.precision in _PLAIN and d.modifier == ""]
    if timex.text.lower().endswith("eve of"):  # only of a day that is told with it
        named = [d for d in whole if d.date.precision == "day" and "," not in sentence.text[timex.end : d.start]]
        beside = next((d.date for d in named if d.start > timex.end), None)
        return (beside, "outer") if beside else _untold(timex, sentence, "")
    if timex.unit in _FINE or timex.unit == "hour":  # "hours after she came home, … which in 2019 struck it down"
        whole = [d for d in whole if d.date.precision != "year"]
    earlier = [d for d in whole if d.end <= timex.start and ";" not in sentence.text[d.end : timex.start]]
    if earlier:
        return earlier[-1].date, "inner"
    comma = sentence.text.find(",", timex.end)
    leads = timex.start < 10
    for dated in whole:
        inside = comma < 0 or dated.start < comma or before(_HELD, sentence.text, dated.start) is not None
        if not inside and (told := _told_of(timex, sentence)) is not None:
            return told, "outer"
        return dated.date, ("outer" if inside or not leads else "inner")
    return _untold(timex, sentence, sentence.text[comma:] if leads and comma > 0 else sentence.text[: timex.start])


def _told_of(timex: Timex, sentence: Sentence) -> PartialDate | None:
    """ "They elected a mayor on 3 May. … Two days before the vote, …": the last day on which such a thing was told."""
    if tense_at(sentence.text, timex.start, timex.end) in ("future", "later"):
        return None
    named = _EVENT.match(plain(sentence.text), timex.end)
    words = next((_HAPPENED[int(k[1:])] for k, v in named.groupdict().items() if v), "") if named else ""
    word = compiled(rf"\b(?:{words})\b") if words else None
    told = [one for one in sentence.context.days if sentence.number - one[3] <= REACH]
    for _, text, _, _ in reversed(told if word else ()):
        if word and (match := word.search(text)):
            near = ((abs(at - match.start()), day) for day, other, at, _ in told if other == text)
            return min(near, key=lambda n: n[0])[1]
    return None


def _begun(dated: Dated) -> Dated:
    """ "barred since 5 May, two days after she spoke": counted from 5 May."""
    if dated.modifier != "since":
        return dated
    return replace(dated, date=dates.parse_edtf(dated.date.edtf.partition("/")[0]), modifier="")


def _untold(timex: Timex, sentence: Sentence, main: str) -> tuple[PartialDate | None, Side]:
    """Neither clause names a day."""
    context = sentence.context
    story = context.reached if timex.unit in _FINE and context.story_day else context.story
    if before(_CAME, sentence.text, timex.start):
        return story, "inner"
    told = _told_of(timex, sentence)
    if timex.text.lower().endswith(("before", "eve of")):  # what came after may be still to come
        return told, ("outer" if told else "inner")
    if told is not None:
        return told, "outer"
    if sentence.leads or _PRESENT.search(main):
        vague = context.bound and timex.unit in _FINE
        return (None if vague else context.reference), "inner"
    return story, "outer"
