"""One sentence in, the events that its patterns find out (not yet merged)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.facts import circumstances, fields
from kg.facts.dating.event_dates import date_of
from kg.facts.dating.nearby import in_another_half, is_anothers, is_served, long_after, told_before
from kg.facts.dating.settings import tense_of
from kg.facts.grammar.clauses import Clause
from kg.facts.match import TO_PEOPLE, Match, matches
from kg.facts.model import Event, Status, Tense
from kg.facts.modes.moods import auxiliaries
from kg.facts.modes.sources import according_to, counter_of, givers_of, source_of
from kg.facts.people import certain_people, sufferers
from kg.facts.punishments.apart import told_apart
from kg.facts.scene import Scene
from kg.facts.spoken_of import pointer
from kg.facts.tails import tail
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# What a court or the police of a city does is done there.
AT_THE_SEAT = frozenset(
    {"Conviction", "Detention", "Trial", "Release", "Charge", "Refusal", "Approval", "Reinstatement"}
)
DUTY = frozenset({"must", "ought"})  # "must consider it" tells what is still to be done
PLACELESS = frozenset({"Statement", "Publication", "TreatyAction", "Enactment"})


def read_sentence(scene: Scene, label: Dated | None = None) -> list[Event]:
    """All events of one sentence, in the order of their triggers; a question tells none.

    `label` is the date of the entry of a chronology to which the sentence belongs.
    """
    if is_question(scene):
        return []
    return [
        event for token in scene.span for match in matches(token, scene, label) for event in events_of(match, scene)
    ]


def is_question(scene: Scene) -> bool:
    """Whether a sentence asks, and so tells nothing."""
    return scene.linked.sentence.text.rstrip(" ”\"'’»)").endswith("?")


def events_of(match: Match, scene: Scene) -> Iterator[Event]:
    """The event that a match tells, or several where it happened to people apart from each other."""
    keys = [k for ks in match.roles.values() for k in ks]
    seats = keys if match.pattern.kind in AT_THE_SEAT else ()
    place = next(iter(match.roles.get("place", ())), "") or circumstances.place_of(match.clause, scene, seats)
    country = circumstances.country_of(place, keys, scene)
    base = _event(match, scene, "" if match.pattern.kind in PLACELESS else place, country)
    yield from told_apart(base, match, scene)


def _event(match: Match, scene: Scene, place: str, country: str) -> Event:
    polarity, status = _status(match)
    dated = date_of(match, scene)
    if dated is not None and is_anothers(dated, match.clause, scene, match.pattern.kind, planned=status == "planned"):
        dated = None
    before = dated is None and told_before(match.clause, scene)
    untold = dated is None and _at_no_told_time(match)
    values = _values(match, scene)
    source = _source(match, scene)
    return Event(
        id="", kind=match.pattern.kind, evidence=(scene.evidence(),), rule=match.pattern.rule, status=status,
        agent=match.roles.get("agent", ()), patient=match.roles.get("patient", ()),
        participant=match.roles.get("participant", ()), law=match.roles.get("law", ()), place=place, country=country,
        date=dated.date if dated else None, date_stated=dated.text if dated else "", charge=values.charge,
        attendance=values.attendance, count=values.count, source=source, action=match.pattern.action,
        polarity=polarity, hearsay=_hearsay(match) and not source,
        tense="" if untold and not before else _tense(match, scene, leads=before), pointer=_pointer(match, scene),
    )  # fmt: skip


def _tense(match: Match, scene: Scene, *, leads: bool) -> Tense:
    """How the clause tells; `leads`: a date follows that is of what came next ("She appealed, and in May won")."""
    found = tense_of(match.clause)
    if leads:
        return "leading" if found == "past" else found if found == "anterior" else ""
    return "apart" if found == "past" and in_another_half(match.clause, scene) else found


def _pointer(match: Match, scene: Scene) -> str:
    silent = match.pattern.kind == "Statement" and not match.roles.get("patient")
    return pointer(match.clause, scene) if silent else ""


def _at_no_told_time(match: Match) -> bool:
    served = match.pattern.kind == "Conviction" and is_served(match.clause)
    return served or long_after(match.clause)


def _status(match: Match) -> tuple[bool, Status]:
    view, pattern = match.stance, match.pattern
    if "negated" in pattern.allow:
        return True, "occurred"
    if pattern.status and "unreal" in pattern.allow:
        return True, pattern.status  # type: ignore[return-value]
    until = any(d.modifier == "until" for d in match.dates)
    if pattern.kind == "Release" and not view.polarity and until:
        return True, "planned"
    status: Status = pattern.status or view.status  # type: ignore[assignment]
    if view.modal and status == "occurred" and DUTY & set(auxiliaries(match.clause.verb or match.clause.trigger)):
        status = "planned"
    # "charged with the murder of X": that X was murdered is not what is in doubt.
    presupposed = match.clause.voice == "nominal" and not view.hearsay and bool(match.roles.get("patient"))
    if status == "alleged" and not match.roles.get("agent") and presupposed:
        status = "occurred"
    return view.polarity, status


def _source(match: Match, scene: Scene) -> str:
    speaker = source_of(match.stance.reports, scene) or according_to(match.clause, scene)
    speaker = speaker or counter_of(match.clause, scene)
    return "" if speaker in match.roles.get("agent", ()) and match.pattern.kind == "Statement" else speaker


def _hearsay(match: Match) -> bool:
    return match.pattern.kind != "Statement" and (match.stance.hearsay or bool(givers_of(match.clause)))


# "shot four times" is one deed of several blows.
STRUCK = frozenset({"shot", "stabbed", "hit", "struck", "kicked", "punched", "slapped", "whipped", "lashed"})


@dataclass(frozen=True, slots=True)
class _Values:
    charge: str = ""
    attendance: tuple[int, int] | None = None
    count: int | None = None


def _values(match: Match, scene: Scene) -> _Values:
    wanted = match.pattern.fields
    return _Values(
        charge=_charge(match, scene) if "charge" in wanted else "",
        attendance=_attendance(match.clause, scene) if "attendance" in wanted else None,
        count=_count(match, scene) if "count" in wanted or match.pattern.kind in TO_PEOPLE else None,
    )


def _charge(match: Match, scene: Scene) -> str:
    """The words of the charge; "the conviction of Ann Lee" names no charge."""
    found = fields.charge(tail(match.clause, scene))
    names = {form for key in match.roles.get("patient", ()) if (e := scene.entity(key)) for form in (e.name, *e.names)}
    return "" if any(name and name in found for name in names) or _of_a_name(found, scene) else found


def _of_a_name(words: str, scene: Scene) -> bool:
    """ "the Watch for Detainees": what follows the "for" of a name is no charge."""
    text, first = scene.linked.sentence.document.text, words.partition(",")[0]
    return bool(first) and any(text[r.start : r.end].endswith(f" for {first}") for r in scene.linked.references)


def _count(match: Match, scene: Scene) -> int | None:
    """The number at the noun ("ten refusals") or at the people it happened to ("43 of them were detained")."""
    clause = match.clause
    people = [t for t in sufferers(match.pattern, clause) if certain_people(t)]
    told = match.pattern.kind in TO_PEOPLE and not any(c.dep_ == "nummod" for c in clause.trigger.children)
    heads = people if clause.voice != "nominal" or (told and people) else [clause.trigger]
    near = [c for h in heads for c in h.children if c.dep_ == "nummod" and c.i not in scene.dated and h.i - c.i < 4]
    near = [c for c in near if c.nbor(-1).tag_ != "$"] if all(c.i for c in near) else near
    heads = [h for h in heads if match.pattern.sanction != "fine" or h.i < clause.trigger.i]  # "fined N5 million"
    numerals = near or [h for h in heads if h.pos_ == "NUM" and h.i not in scene.dated]
    if clause.trigger.tag_.startswith("JJ") or (match.pattern.kind not in TO_PEOPLE and clause.voice != "nominal"):
        numerals = []
    words = "" if clause.trigger.lower_ in STRUCK else tail(clause, scene)
    return fields.count(words, _whole(numerals[0]) if numerals else "")


def _whole(numeral: Token) -> str:
    """The words of a number: "six" is the end of "twenty-six"."""
    return (
        numeral.doc[numeral.left_edge.i : numeral.i + 1].text if numeral.i - numeral.left_edge.i == 2 else numeral.text
    )


def _attendance(clause: Clause, scene: Scene) -> tuple[int, int] | None:
    verb = clause.verb or clause.trigger
    tokens = list(verb.subtree)
    return fields.attendance(scene.span.doc[tokens[0].i : tokens[-1].i + 1].text)
