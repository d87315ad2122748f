"""One sentence in, the events that its patterns find out (not yet merged)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.facts import circumstances, fields, verdicts
from kg.facts.clauses import Clause, clause_of, is_verbal
from kg.facts.modality import Stance, stance
from kg.facts.model import Event, Status
from kg.facts.patterns import Pattern, by_trigger
from kg.facts.roles import fill, fits
from kg.facts.scene import Scene, classes
from kg.facts.sources import according_to, source_of
from kg.mentions.timex_model import Dated

if TYPE_CHECKING:
    from spacy.tokens import Token

PUNISHED = frozenset({"Conviction"})
PLACELESS = frozenset({"Statement", "Publication", "TreatyAction", "Enactment"})
COERCION = frozenset({"Conviction", "Detention", "Charge", "Release", "Extradition"})
TOPIC_ORDER = ("Petition", "Bill", "Law", "LawProvision", "Policy", "Treaty", "CivilSocietyOrganization", "MediaOutlet",
               "GovernmentBody", "PoliticalParty", "Court", "Legislature", "Company", "ArmedGroup",
               "InternationalOrganization", "Person", "Country", "Place")
SOLO = frozenset({"single", "solo", "lone", "one-person", "single-person", "individual", "one-man", "one-woman"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NAMES = classes(["Actor", "Place", "Country"])
Roles = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A pattern that holds at a clause, with the stance of the text and its dates."""

    pattern: Pattern
    clause: Clause
    stance: Stance
    dates: tuple[Dated, ...]
    roles: Roles


def read_sentence(scene: Scene) -> list[Event]:
    """All events of one sentence, in the order of their triggers."""
    return [event for token in scene.span for match in matches(token, scene) for event in _events(match, scene)]


def matches(token: Token, scene: Scene) -> list[Match]:
    """The patterns of the highest rank that hold with this token as their trigger."""
    candidates = [p for p in by_trigger().get(token.lower_, ()) if _speech_part(token, p)]
    if not candidates or _in_a_name(token, scene):
        return []
    clause = clause_of(token)
    found = [m for p in candidates if fits(p, clause, scene) and (m := _match(p, clause, scene)) is not None]
    best = max((m.pattern.prior for m in found), default=0)
    return [m for m in found if m.pattern.prior == best]


def _in_a_name(token: Token, scene: Scene) -> bool:
    """A word inside a name or a date triggers nothing."""
    if any(t == token for dated in scene.dates for t in scene.tokens(dated)):
        return True
    return any(r.cls in NAMES or (token.is_title and token.i != scene.span.start) for r in scene.at(token))


def _speech_part(token: Token, pattern: Pattern) -> bool:
    """Whether the token is used as the verb or the noun that the pattern means."""
    word = token.lower_
    if word in pattern.words:
        return True
    if word in pattern.verbs and is_verbal(token) and token.dep_ not in ("compound",):
        return not (token.dep_ == "amod" and token.tag_ == "VBG")
    modifies = token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN")
    return word in pattern.nouns and token.pos_ in ("NOUN", "PROPN") and not modifies


def _match(pattern: Pattern, clause: Clause, scene: Scene) -> Match | None:
    view = stance(clause)
    if not view.real and not (view.modal and "modal" in pattern.allow) and "unreal" not in pattern.allow:
        return None
    if "negated" in pattern.allow and view.polarity:
        return None
    dates = tuple(circumstances.dates_of(clause, scene))
    roles = {name: tuple(r.entity for r in fill(role, clause, scene)) for name, role in pattern.roles.items()}
    if "patient" in roles and not roles["patient"]:
        roles["patient"] = _listed_after(pattern, clause, scene)
    match = Match(pattern, clause, view, dates, _tidy(pattern, roles, scene))
    return match if _enough(match, scene) else None


def _listed_after(pattern: Pattern, clause: Clause, scene: Scene) -> tuple[str, ...]:
    """"arrested two teachers: A and B": people named after a dash or colon, whom the object only counts."""
    people = [t for t in clause.heads("object") if t.tag_ == "NNS" and not scene.at(t)]
    sign = next((t for t in scene.span if people and t.i > people[0].i and t.text in ("—", "–", ":", "--")), None)
    if sign is None or "Person" not in pattern.roles["patient"].classes or pattern.kind == "Statement":
        return ()
    return tuple(dict.fromkeys(r.entity for r in scene.within(sign.i, scene.span.end) if r.cls == "Person"))


def _tidy(pattern: Pattern, roles: Roles, scene: Scene) -> Roles:
    """Nobody is both doer and done to; a statement is about one thing."""
    agents = set(roles.get("agent", ()))
    for name in ("patient", "participant"):
        roles[name] = tuple(k for k in roles.get(name, ()) if k not in agents)
    if pattern.kind != "Statement":
        roles["participant"] = tuple(k for k in roles["participant"] if k not in roles["patient"])
    if pattern.kind == "Statement":
        roles["patient"] = tuple(k for k in roles["patient"] if k not in roles["participant"])
        roles["patient"] = tuple(sorted(roles["patient"], key=lambda k: _topic_rank(k, scene))[:1])
    return roles


def _topic_rank(key: str, scene: Scene) -> int:
    entity = scene.entity(key)
    return TOPIC_ORDER.index(entity.cls) if entity is not None and entity.cls in TOPIC_ORDER else len(TOPIC_ORDER)


def _enough(match: Match, scene: Scene) -> bool:
    """The gates: a participant (or a time and a place), what the pattern needs, no habits, no bare nouns."""
    pattern, clause = match.pattern, match.clause
    if any(not match.roles.get(role) for role in pattern.needs):
        return False
    if match.stance.habitual and not match.dates and "generic" not in pattern.allow:
        return False
    if clause.voice == "nominal" and not _concrete(match):
        return False
    place = circumstances.place_of(clause, scene, ())
    anyone = any(match.roles.values()) or "anonymous" in pattern.allow
    return anyone or bool(match.dates and (place or _country(scene)))


def _country(scene: Scene) -> bool:
    return any(r.cls in ("Country", "Place") for r in scene.linked.references)


def _concrete(match: Match) -> bool:
    """A noun tells an event if it has an argument, a light verb, a date of its own, or an article that points back."""
    noun = match.clause.trigger
    if "bare" in match.pattern.allow:
        return True
    marked = any(c.lower_ in DEFINITE or c.dep_ in ("poss", "nummod") for c in noun.children)
    if noun.tag_ in ("NNS", "NNPS") and not marked and not match.dates and match.clause.verb is None:
        return False
    return match.clause.verb is not None or bool(match.dates) or any(match.roles.get(r) for r in ("agent", "patient"))


def _events(match: Match, scene: Scene) -> Iterator[Event]:
    keys = [k for ks in match.roles.values() for k in ks]
    place = circumstances.place_of(match.clause, scene, keys)
    country = circumstances.country_of(place, keys, scene)
    base = _event(match, scene, "" if match.pattern.kind in PLACELESS else place, country)
    if match.pattern.kind in PUNISHED or match.pattern.sanction:
        yield from _shared_out(base, match, scene, country)
    else:
        yield from _split_solo(base, match)


def _event(match: Match, scene: Scene, place: str, country: str) -> Event:
    polarity, status = _status(match)
    dated = _date(match)
    values = _values(match, scene)
    return Event(
        id="", kind=match.pattern.kind, evidence=(scene.evidence(),), rule=match.pattern.rule, status=status,
        agent=match.roles.get("agent", ()), patient=match.roles.get("patient", ()),
        participant=match.roles.get("participant", ()), law=match.roles.get("law", ()), place=place, country=country,
        date=dated.date if dated else None, date_stated=dated.text if dated else "", charge=values.charge,
        attendance=values.attendance, count=values.count, source=_source(match, scene), action=match.pattern.action,
        polarity=polarity,
    )  # fmt: skip


def _date(match: Match) -> Dated | None:
    """A limit ("until March") dates a release, nothing else."""
    usable = [d for d in match.dates if d.modifier != "until" or match.pattern.kind == "Release"]
    return usable[0] if usable else None


def _status(match: Match) -> tuple[bool, Status]:
    view = match.stance
    if "negated" in match.pattern.allow:
        return True, "occurred"
    until = any(d.modifier == "until" for d in match.dates)
    if match.pattern.kind == "Release" and not view.polarity and until:
        return True, "planned"
    status: Status = match.pattern.status or view.status  # type: ignore[assignment]
    if status == "alleged" and not match.roles.get("agent"):
        status = "occurred"
    return view.polarity, status


def _source(match: Match, scene: Scene) -> str:
    speaker = source_of(match.stance.reports, scene) or according_to(match.clause, scene)
    return "" if speaker in match.roles.get("agent", ()) and match.pattern.kind == "Statement" else speaker


@dataclass(frozen=True, slots=True)
class _Values:
    charge: str = ""
    attendance: tuple[int, int] | None = None
    count: int | None = None


def _values(match: Match, scene: Scene) -> _Values:
    wanted = match.pattern.fields
    text = tail(match.clause, scene)
    noun = next((c.text for c in match.clause.trigger.children if c.dep_ == "nummod"), "")
    return _Values(
        charge=fields.charge(text) if "charge" in wanted else "",
        attendance=_attendance(match.clause, scene) if "attendance" in wanted else None,
        count=fields.count(text, noun if match.clause.voice == "nominal" else "") if "count" in wanted else None,
    )


def _attendance(clause: Clause, scene: Scene) -> tuple[int, int] | None:
    verb = clause.verb or clause.trigger
    tokens = list(verb.subtree)
    return fields.attendance(scene.span.doc[tokens[0].i : tokens[-1].i + 1].text)


def tail(clause: Clause, scene: Scene) -> str:
    """The words from the trigger to the end of its clause, or to the next verb of coercion."""
    start, end = _tail_range(clause)
    return str(scene.span.doc[start:end].text)


def _tail_range(clause: Clause) -> tuple[int, int]:
    trigger = clause.trigger
    top = clause.verb if clause.verb is not None and clause.verb.i < trigger.i else trigger
    end = max(t.i for t in top.subtree) + 1
    for token in trigger.doc[trigger.i + 1 : end]:
        kinds = {p.kind for p in by_trigger().get(token.lower_, ()) if token.lower_ in p.verbs and not p.where}
        if token.dep_ in ("conj", "advcl", "relcl", "pcomp") and kinds & COERCION:
            return trigger.i, max(token.i - _lead(token), trigger.i + 1)
    return trigger.i, end


def _lead(token: Token) -> int:
    """How many words before a verb belong to it ("and was also …")."""
    return sum(1 for c in token.lefts if c.dep_ in ("aux", "auxpass", "advmod", "cc"))


def _shared_out(base: Event, match: Match, scene: Scene, country: str) -> Iterator[Event]:
    text, people = _people(match, scene)
    first = tuple(k for k in base.patient if k not in {key for _, key in people})
    shares = verdicts.shares(text, people, first, match.pattern.sanction, country)
    if len(shares) > 1:
        yield from (replace(base, patient=keys, sanctions=found) for keys, found in shares)
        return
    yield from _by_date(replace(base, sanctions=shares[0][1]), match)


def _by_date(event: Event, match: Match) -> Iterator[Event]:
    """"On May 2 and 9, courts sentenced A and B": as many dates as people are one each."""
    dates = [d for d in match.dates if d.modifier != "until"]
    if len(dates) != len(event.patient) or len(dates) < 2:
        yield event
        return
    for key, dated in zip(event.patient, dates, strict=True):
        yield replace(event, patient=(key,), date=dated.date, date_stated=dated.text)


def _people(match: Match, scene: Scene) -> tuple[str, list[tuple[int, str]]]:
    start, end = _tail_range(match.clause)
    span = scene.span.doc[start:end]
    base = span.start_char + scene.linked.sentence.offset
    wanted = match.pattern.roles["patient"].classes
    found = [(r.start - base, r.entity) for r in scene.within(start + 1, end) if r.cls in wanted and r.cls == "Person"]
    return str(span.text), found


def _split_solo(base: Event, match: Match) -> Iterator[Event]:
    """"A and B held single pickets" are as many events as people."""
    alone = any(c.lower_ in SOLO for c in match.clause.trigger.children)
    if alone and len(base.agent) > 1:
        yield from (replace(base, agent=(key,)) for key in base.agent)
    else:
        yield from _by_date(base, match)

