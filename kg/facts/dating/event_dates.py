"""The date of an event that a pattern has found, out of the dates that govern its clause (pure)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg import dates
from kg.dates import PartialDate
from kg.facts.dating import governors as dating
from kg.facts.dating.nearby import nearby
from kg.facts.dating.settings import tense_of
from kg.facts.grammar.clauses import Clause
from kg.facts.grammar.inflect import words
from kg.facts.match import Match
from kg.facts.modes.moods import is_anterior
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

STANDING = words(
    "denies deny maintains maintain insists insist alleges allege claims claim blames blame accuses accuse rejects "
    "reject"
)
ADDRESSED = re.compile(r"\b(?:reporters|journalists|conference|parliament|court)\b")
COUNTED = re.compile(r"\btimes?\s+(?:that\s+)?$", re.IGNORECASE)  # "the third time since 2022 that …"
_PERMIT = re.compile(
    r"\b(?:permi(?:t|ts|ssion)|authori[sz]e|authori[sz]ation|allow|sanction|application|request)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:march|rally|protest|picket|demonstration|procession|vigil|gathering|parade|assembly)\b[^,;.]*$"
)
SIGNS = 8  # characters around the label of an entry
NEXT = 12  # characters between two dates
OPEN = frozenset({"since", "after", "before"})
# "blocked since May", "in force since May": they happened in May, what they brought about goes on.
BEGUN = frozenset({"Censorship", "Charge", "Enactment", "Foundation", "Appointment", "Reinstatement", "TreatyAction"})
BARRED = words("barred banned prohibited forbidden excluded suspended stripped disbarred")  # on the day that is told
LASTING = frozenset({"Detention", "Refusal"})  # "held since May": they go on, nobody knows for how long


# What is done out of sight is told of later, by a lawyer or relative: "was tortured, her lawyer said on Monday".
INFLICTED = frozenset({"Torture", "SexualViolence", "Assault", "Abduction"})


def date_of(match: Match, scene: Scene) -> Dated | None:
    """The date of the clause, else of the entry; a limit ("until March") dates a release, nothing else.

    "A court has jailed him, his wife said on Monday": by then it had happened.
    """
    dated, tense = _own_date(match), tense_of(match.clause)
    if dated is not None and dating.is_about(dated, match.clause, scene) and dated.date.precision in ("day", "month"):
        return replace(dated, date=dates.interval(None, dated.date, rule="anterior"))
    if dated is None and tense == "past" and match.label is None:
        return nearby(match.clause, scene)
    if dated is None or dated == match.label:
        return None if _stands(match, scene) else dated
    if _is_said_now(dated, match, scene) or _is_announced_for(dated, match, scene):
        return None
    if dated.modifier == "until" and match.pattern.kind == "Trial":
        return replace(dated, date=dates.parse_edtf(dated.date.edtf.rpartition("/")[2], rule=dated.date.rule))
    if dated.modifier == "since":
        return _since(dated, match, scene)
    if match.pattern.kind in ("Refusal", "Approval") and _for_then(dated, match, scene):
        return replace(dated, date=dates.interval(None, dated.date, rule="anterior"))
    if dated.modifier == "by" and match.pattern.kind != "Release" and dated.date.latest != date.max:
        return replace(dated, date=_up_to(dated.date))
    if tense == "later" and dating.holder_of(dated, scene) != match.clause.verb:
        return None
    told_later = match.pattern.kind in INFLICTED and dating.is_of_a_report(dated, match.clause, scene)
    if tense != "perfect" and not told_later:
        return dated
    by_then = dated.date.precision == "day" and dating.is_of_a_report(dated, match.clause, scene)
    return replace(dated, date=dates.interval(None, dated.date, rule=dated.date.rule)) if by_then else dated


def _stands(match: Match, scene: Scene) -> bool:
    """ "3 May: Ann dies in custody. The police deny it.": what the entry adds is said at any time."""
    said = match.pattern.kind == "Statement" and match.clause.trigger.lower_ in STANDING
    here = scene.linked.sentence
    led = match.label is not None and here.start - here.paragraph.start <= len(match.label.text) + SIGNS
    return said and not led and match.label not in scene.dates and not ADDRESSED.search(here.text)


def _is_said_now(dated: Dated, match: Match, scene: Scene) -> bool:
    """ "Ann fell on 3 May; her son calls this a lie": what is said in the present is of no day that the past has."""
    word, holder = match.clause.trigger, dating.holder_of(dated, scene)
    now = match.pattern.kind == "Statement" and word.tag_ in ("VBZ", "VBP")
    return now and holder is not None and holder.i != word.i and holder.tag_ in ("VBD", "VBN")


def _is_announced_for(dated: Dated, match: Match, scene: Scene) -> bool:
    """ "announced a march for 9 August": when, the sentence does not tell."""
    tokens = scene.tokens(dated)
    return match.pattern.kind == "Statement" and tokens[:1] != [] and tokens[0].i > 0 and _follows_for(tokens[0])


def _follows_for(first: Token) -> bool:
    return first.nbor(-1).lower_ == "for" or first.lower_ == "for"


def _for_then(dated: Dated, match: Match, scene: Scene) -> bool:
    """ "The city refused to authorise a march on 8 March": up to then, for that day."""
    at = match.clause.trigger.idx + scene.linked.sentence.offset - scene.linked.sentence.start
    day = dated.date.precision == "day"
    return day and bool(_PERMIT.search(scene.linked.sentence.text[max(0, at) : dated.start]))


def _since(dated: Dated, match: Match, scene: Scene) -> Dated:
    """ "blocked since May" is of May; "held since May" has no end that is known; "ten were held since May" has."""
    begun = dates.parse_edtf(dated.date.edtf.partition("/")[0], rule=dated.date.rule)
    if _when(match.clause) or _names(dated, match, scene):
        return replace(dated, date=begun)
    if COUNTED.search(scene.linked.sentence.text[: dated.start]):
        return dated
    barred = match.pattern.kind == "OtherEvent" and match.clause.trigger.lower_ in BARRED
    if match.pattern.kind in BEGUN or barred:
        return replace(dated, date=begun)
    inside = {t.i for t in scene.tokens(dated)}
    counted = any(t.like_num and t.i not in inside for t in match.clause.trigger.subtree)
    lasts = match.pattern.kind in LASTING and match.clause.trigger.tag_ != "NNS" and not counted
    return replace(dated, date=dates.interval(begun, None, rule=dated.date.rule)) if lasts else dated


def _up_to(limit: PartialDate) -> PartialDate:
    """ "by June", "as of 3 May": nobody knows from when."""
    last = dates.parse_edtf(limit.edtf.rpartition("/")[2], rule=limit.rule)
    return dates.interval(None, last, rule=limit.rule)


def _next_to_each_other(one: Dated, other: Dated) -> Dated | None:
    """ "on 16 and 17 December", "in 2022 and 2023": one stretch."""
    first, last = one.date, other.date
    days = 0 < other.start - one.end < NEXT and not one.modifier and not other.modifier and not first.loose
    follows = first.latest != date.max and first.latest + timedelta(days=1) == last.earliest
    if other.kind == "relative":  # "freed in August, and the following month he left"
        return None
    if not days or not follows or first.precision != last.precision or last.loose:
        return None
    return replace(one, date=dates.interval(first, last, rule=last.rule), end=other.end)


def _names(dated: Dated, match: Match, scene: Scene) -> bool:
    """ "since the 2019 election": the year of the election, from which something else goes on."""
    tokens, noun = scene.tokens(dated), match.clause.trigger
    return any(t.head.i == noun.i and t.i < noun.i and t.text.isdigit() for t in tokens[-1:])


def _when(clause: Clause) -> bool:
    """ "shut since May, when police raided it": the raid is of May."""
    verb = clause.verb or clause.trigger
    return any(c.lower_ == "when" for c in verb.children)


def _own_date(match: Match) -> Dated | None:
    before = is_anterior(match.clause)
    own = [d for d in match.dates if d != match.label or not before]
    limits = ("until", "by") if match.pattern.kind == "Statement" else ("until",)
    put_off = match.pattern.kind == "Trial" and match.pattern.status == "planned"  # "adjourned until 17 June"
    usable = [d for d in own if d.modifier not in limits or match.pattern.kind == "Release" or put_off]
    if len(usable) == 2 and (joined := _next_to_each_other(*usable)) is not None:
        return joined
    if usable and usable != [match.label]:
        return next((d for d in usable if d.modifier not in OPEN), usable[0])
    return None if before else match.label
