"""The time that a paragraph has reached, sentence by sentence, for events that name no date of their own.

"On May 3 about 300 marched. Police detained ten of them; the mayor had forbidden the march." The detention is of May 3,
the refusal of an unknown day up to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.dates import PartialDate
from kg.facts.dating.nouns import of_a_gathering
from kg.facts.dating.order import RELATIVES, inner_verb
from kg.facts.grammar.clauses import Clause, governor, is_verbal
from kg.facts.grammar.lexicon import SPEECH
from kg.facts.model import Tense
from kg.facts.modes.moods import auxiliaries
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

SENTENCES = 3  # how far a date is carried within its paragraph
QUIET = 2  # paragraphs without any time
THIRD = 10  # days: "late May"
PLANNED = frozenset({"planned", "called", "scheduled", "announced", "set", "due"})
TIMELESS = frozenset({"Statement", "TreatyAction", "Foundation", "Publication", "Disaster"})
LATER = frozenset({"later", "subsequently", "eventually"})
SITTING = re.compile(r"\b(?:[Ss]itting|[Mm]inutes of|[Vv]erbatim|[Pp]roceedings|[Pp]lenary|[Dd]ebate|[Ss]ession)\b")
LIMITS = ("until", "by", "before", "after", "since")


@dataclass(frozen=True, slots=True)
class Setting:
    """The date of a sentence's main clause, that of the sentences just before it, and that of its entry or heading.

    `planned` is the day for which the sentence says that something was planned, `around` the date of a main clause in
    the past perfect, `said` the day on which the sentence says that something was told, `last` the day
    that the paragraph before has reached, under the same heading, `then` that of the next sentence of the paragraph,
    `session` the day of the sitting that the whole article reports.
    """

    here: PartialDate | None = None
    before: PartialDate | None = None
    entry: PartialDate | None = None
    planned: PartialDate | None = None
    around: PartialDate | None = None
    said: PartialDate | None = None
    last: PartialDate | None = None
    then: PartialDate | None = None
    session: PartialDate | None = None


def tense_of(clause: Clause) -> Tense:
    """How a clause tells of its event: "past", "anterior" ("had been"), "perfect" ("has been"), "later" ("was later
    fined"), "aside" (of a noun), "" if open.
    """
    verb = clause.verb
    if verb is None:
        return ""
    found = set(auxiliaries(_leader(verb)))
    if "had" in found:
        return "anterior"
    if found & {"has", "have", "having"}:
        return "perfect"
    if verb.dep_ in ("relcl", "acl", "amod"):
        return "aside"
    if any(c.lower_ in LATER and c.dep_ == "advmod" for c in verb.children):
        return "later"
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(found & {"was", "were"}))
    return "past" if past and not found & {"will", "would", "to", "could", "may", "might", "should"} else ""


def _leader(verb: Token) -> Token:
    """ "had killed herders and raped women": the first of coordinated verbs bears the auxiliary of all."""
    while verb.dep_ == "conj" and is_verbal(verb.head) and not auxiliaries(verb):
        if any(c.dep_.startswith("nsubj") for c in verb.children):
            break
        verb = verb.head
    return verb


def settings(
    scenes: Sequence[Scene],
    entries: Mapping[int, PartialDate],
    now: PartialDate | None = None,
    unresolved: Collection[int] = (),
) -> dict[int, Setting]:
    """By the start of each sentence. `entries` holds, by position, the dates of entries and headings; what is to come
    after `now`, the day of the article, sets no scene. A sentence with an `unresolved` time of its own (by position)
    takes none from its neighbours.
    """
    result: dict[int, Setting] = {}
    reached: PartialDate | None = None
    last: PartialDate | None = None
    paragraph, heading, age, quiet = -1, "", 0, 0
    for number, scene in enumerate(scenes):
        at = scene.linked.sentence.paragraph
        if at.start != paragraph:
            kept = reached if reached is not None and reached.precision == "day" else None
            if kept is None and 0 < quiet <= QUIET:
                kept = last  # a paragraph between that names no time at all has not left the day
            last = kept if at.heading == heading else None
            quiet += 1
            paragraph, heading, reached = at.start, at.heading, None
        own, planned = [d for d in main_dates(scene) if not _to_come(d, now)], planned_date(scene)
        here = next((d for d in own if d.rule != "story"), None)
        before, ahead = (None, None) if number in unresolved else (reached, last)
        result[scene.linked.sentence.start] = Setting(
            here, before, entries.get(number), planned, around_date(scene), said_date(scene), ahead
        )
        if scene.dates or number in unresolved:
            quiet = 0
        if own or planned is not None:
            last = None
            # "On Friday a court fined him for a speech on 2 May": the story stands at the later of the two.
            reached, age = max(own, key=lambda d: d.latest) if own else planned, 0
        age += 1
        reached = reached if age <= SENTENCES else None
    return _with_what_follows(scenes, result, session_day(scenes, now))


def _with_what_follows(
    scenes: Sequence[Scene], found: dict[int, Setting], session: PartialDate | None
) -> dict[int, Setting]:
    """The settings with the date of each next sentence of the paragraph, and with the day of the sitting."""
    starts = [(s.linked.sentence.start, s.linked.sentence.paragraph.start) for s in scenes]
    for (start, paragraph), (after, other) in pairwise(starts):
        if paragraph == other:
            found[start] = replace(found[start], then=found[after].here)
    return {start: replace(one, session=session) for start, one in found.items()} if session else found


def session_day(scenes: Sequence[Scene], now: PartialDate | None) -> PartialDate | None:
    """The day of an article that reports one sitting, as its title tells ("Sitting of 12 March", "Minutes of …")."""
    title = scenes[0].linked.sentence.article.title if scenes else ""
    if not SITTING.search(title):
        return None
    told = [d.date for d in scenes[0].dates if d.date.precision == "day" and d.modifier == ""]
    return next((d for d in (*told, now) if d is not None and d.precision == "day" and not d.loose), None)


def _to_come(date: PartialDate, now: PartialDate | None) -> bool:
    return now is not None and now.rule != "report" and date.earliest > now.latest


def main_dates(scene: Scene) -> list[PartialDate]:
    """The dates of the main clauses in the past; days and months only."""
    return [d.date for d in scene.dates if _plain(d) and _is_main(scene.tokens(d), scene)]


def around_date(scene: Scene) -> PartialDate | None:
    """The date of a main clause in the past perfect ("In May the bank had stopped paying"): it sets no scene."""
    for dated in scene.dates:
        tokens = scene.tokens(dated)
        verb = governor(tokens[0]) if tokens and _plain(dated) else None
        if verb is not None and verb.dep_ == "ROOT" and "had" in auxiliaries(verb):
            return dated.date
    return None


def said_date(scene: Scene) -> PartialDate | None:
    """The day of a main verb of speech ("…, her lawyer said on Monday")."""
    for dated in scene.dates:
        tokens = scene.tokens(dated)
        verb = governor(tokens[0]) if tokens and _plain(dated) else None
        if verb is not None and verb.lower_ in SPEECH and (verb.dep_ == "ROOT" or _has_no_other_verb(verb)):
            return dated.date
    return None


def planned_date(scene: Scene) -> PartialDate | None:
    """The day for which a gathering was "planned" or "called": what is told of it next took place, or not, that day."""
    for dated in scene.dates:
        tokens = scene.tokens(dated)
        verb = governor(tokens[0]) if tokens and _plain(dated) else None
        if verb is not None and verb.lower_ in PLANNED and verb.dep_ in ("acl", "relcl"):
            return dated.date
        gathering = of_a_gathering(dated, verb) if _plain(dated) else None
        if gathering is not None and gathering[1]:
            return dated.date
    return None


def _plain(dated: Dated) -> bool:
    span = (dated.date.latest - dated.date.earliest).days
    narrow = dated.date.precision in ("day", "month") or (dated.date.precision == "interval" and span <= THIRD)
    return narrow and dated.modifier not in LIMITS and dated.side != "inner"


def _is_main(tokens: Sequence[Token], scene: Scene) -> bool:
    """Whether a date hangs on the main verb, on one coordinated with it, or on what somebody is said to have done."""
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), None)
    verb = governor(head) if head is not None else None
    if verb is None or head is None or not _hangs_on(head, verb) or inner_verb(head, scene) is not None:
        return False
    while verb is not None:
        found = set(auxiliaries(verb))
        if _has_no_other_verb(verb):
            return True
        if "had" in found or found & {"will", "would", "to", "may", "might"} or verb.dep_ in ("relcl", "acl", "advcl"):
            return False
        if verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lower_ not in SPEECH:
            return False
        verb = governor(verb)
    return True


def _has_no_other_verb(verb: Token) -> bool:
    """ "The lawyer Ann Lee said on Monday": misread as a lawyer whom Ann Lee said."""
    noun = verb.head
    before = {t.lower_ for t in verb.doc[noun.i : verb.i]}
    return verb.dep_ == "relcl" and verb.tag_ == "VBD" and noun.dep_ == "ROOT" and not before & RELATIVES


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether a date is an adjunct of its verb: not of a noun in the object ("the veto of 20 October")."""
    while token.head != token and token.head.i != verb.i:
        noun = token.head.pos_ in ("NOUN", "PROPN") and token.head.dep_ not in ("npadvmod", "pobj")
        if noun or token.dep_ == "relcl":
            return False
        token = token.head
    return True
