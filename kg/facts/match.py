"""Which patterns hold at a word of a sentence, and whether what they find is worth telling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.facts import circumstances
from kg.facts.aims import demanded
from kg.facts.backdrops import backdrop, rooted
from kg.facts.callers import bodies
from kg.facts.dating import governors as dating
from kg.facts.described import described, heads_of
from kg.facts.grammar.clauses import Clause, clause_of, governor, is_verbal, subjects
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import HABITS
from kg.facts.grammar.surface import looks_verbal, surface_clause
from kg.facts.modes.modality import Stance, stance
from kg.facts.modes.moods import auxiliaries, is_doubted, is_habit
from kg.facts.patterns import Pattern, by_trigger
from kg.facts.people import befell_people, blamed_for, done_by_somebody, meant_beside, of_people
from kg.facts.roles import fill, fits
from kg.facts.scene import Scene, classes
from kg.facts.spoken_of import kin
from kg.facts.tidy import Roles, tidy
from kg.facts.topics import text_meant
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NAMES = classes(["Actor", "Place", "Country"])
# What happens to people who need no name for it to be told.
TO_PEOPLE = frozenset({"Detention", "Charge", "Conviction", "Release", "Extradition", "AsylumDecision", "Trial",
                       "Killing", "Assault", "Abduction", "SexualViolence", "Torture", "Attack"})  # fmt: skip
# What somebody may be accused of, so that "her" in "were indicted for her murder" is none of them.
DEEDS_DONE = frozenset({"Killing", "Assault", "Abduction", "SexualViolence", "Torture", "Attack"})
SUFFERERS = frozenset({"Person", "MediaOutlet", "CivilSocietyOrganization", "PoliticalParty", "Company"})
DECISIONS = frozenset({"Refusal", "Approval", "Censorship"})
OFFICES = words(
    "governor mayor court judge ministry police municipality council authorities prosecutor tribunal commissioner "
    "prefect administration commission regulator vice-chancellor rector president parliament senate assembly "
    "legislature congress board committee minister chancellor king city town prefecture hall registrar registry agency "
    "department directorate embassy consulate chamber inspectorate province canton watchdog premier cabinet queen emir"
)
# What is told of "the law" or "a newspaper" at a known time, though none is named.
TO_THINGS = frozenset({"Refusal", "Approval", "Censorship", "Reinstatement", "BillProposal", "Enactment", "Repeal",
                       "OtherEvent", "Agreement", "Foundation", "Publication", "PetitionLaunch",
                       "PetitionThreshold", "PetitionReview", "PetitionDecision"})  # fmt: skip
# What somebody without a name does is too common to tell: "a nurse resigned in August".
BY_OFFICE = frozenset({"OfficialMeeting", "Resignation", "Appointment"})
HELD = frozenset({"March", "Rally", "Picket", "Meeting", "PressConference", "Election"})
GATHERED = frozenset({"March", "Rally", "Picket", "Unrest"})
MENTIONED = GATHERED | {"Election"}


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A pattern that holds at a clause, with the stance of the text and its dates; `label` dates a whole entry."""

    pattern: Pattern
    clause: Clause
    stance: Stance
    dates: tuple[Dated, ...]
    roles: Roles
    label: Dated | None = None


def matches(token: Token, scene: Scene, label: Dated | None = None) -> list[Match]:
    """The patterns of the highest rank that hold with this token as their trigger."""
    candidates = patterns_at(token)
    surface = label is not None and looks_verbal(token, scene)
    if surface:
        candidates = [p for p in by_trigger().get(token.lower_, ()) if token.lower_ in p.verbs]
    if not candidates or in_a_name(token, scene):
        return []
    clause = surface_clause(token, scene) if surface else clause_of(token)
    found = [m for p in candidates if fits(p, clause, scene) and (m := match_of(p, clause, scene, label)) is not None]
    best = max((m.pattern.prior for m in found), default=0)
    return _once([m for m in found if m.pattern.prior == best])


def patterns_at(token: Token) -> list[Pattern]:
    """The patterns that a token may start, as the verb or the noun that they mean."""
    return [p for p in by_trigger().get(token.lower_, ()) if _speech_part(token, p)]


def _once(found: list[Match]) -> list[Match]:
    """Two patterns that find one thing and nobody in it would tell it twice."""
    kinds = [m.pattern.kind for m in found]
    return [m for n, m in enumerate(found) if m.pattern.kind not in kinds[:n] or any(m.roles.values())]


def in_a_name(token: Token, scene: Scene) -> bool:
    """A word inside a name or a date triggers nothing."""
    if token.i in scene.dated or _is_the_month(token):
        return True
    return any(r.cls in NAMES or (token.is_title and token.i != scene.span.start) for r in scene.at(token))


def _is_the_month(token: Token) -> bool:
    """ "GENEVA (19 March 2025)": no march, though the dateline is no date of the text."""
    before = token.i > 0 and token.nbor(-1).text.isdigit()
    after = token.i + 1 < len(token.doc) and token.nbor(1).text.isdigit()
    return token.text in ("March", "MARCH") and (before or after)


def _speech_part(token: Token, pattern: Pattern) -> bool:
    """Whether the token is used as the verb or the noun that the pattern means."""
    word = token.lower_
    if word in pattern.words:
        return True
    if word in pattern.verbs and is_verbal(token) and token.dep_ not in ("compound",):
        return not (token.dep_ == "amod" and token.tag_ == "VBG")
    modifies = token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN")
    return word in pattern.nouns and token.pos_ in ("NOUN", "PROPN") and not modifies


def match_of(pattern: Pattern, clause: Clause, scene: Scene, label: Dated | None) -> Match | None:
    """What a pattern finds at a clause where its conditions hold, if that is worth telling."""
    view = stance(clause)
    if not view.real and not (view.modal and "modal" in pattern.allow) and "unreal" not in pattern.allow:
        return None
    if ("negated" in pattern.allow and view.polarity) or (pattern.status == "refused" and is_doubted(clause.trigger)):
        return None
    if pattern.kind in TO_PEOPLE and view.status == "planned" and _depends(clause):
        return None
    dates = dating.of_the_telling(clause, scene) if pattern.kind == "Statement" else dating.dates_of(clause, scene)
    roles = {name: tuple(r.entity for r in fill(role, clause, scene)) for name, role in pattern.roles.items()}
    if pattern.kind in DEEDS_DONE and clause.trigger.dep_ == "pobj" and (blamed := blamed_for(clause.trigger, scene)):
        roles["patient"] = tuple(k for k in roles.get("patient", ()) if k not in blamed)
    if pattern.kind in TO_PEOPLE and (meant := meant_beside(clause, scene)):
        roles["patient"] = meant
    if "patient" in roles and not roles["patient"]:
        roles["patient"] = _listed_after(pattern, clause, scene)
    roles = tidy(pattern, roles, scene)
    if pattern.kind == "Statement":
        asked = demanded(clause, scene)
        told = (*asked, *(k for k in roles["patient"] if k not in asked))
        roles["patient"] = told or text_meant(clause, scene)
    match = Match(pattern, clause, view, tuple(dates), roles, label)
    if not _enough(match, scene):
        return None
    own = roles.get("patient", ())
    roles["patient"] = (*own, *(k for k in bodies(pattern.kind, clause, scene) if k not in own))
    if pattern.kind == "Statement" and not roles["patient"]:
        roles["patient"] = kin(clause, scene)
    return match


def _depends(clause: Clause) -> bool:
    """ "Unless she pays, Ann will be jailed": what a condition before it decides."""
    verb = clause.verb
    led = [c for c in verb.lefts if c.dep_ == "advcl"] if verb is not None else []
    return any(g.lower_ in ("if", "unless") for c in led for g in c.children)


def _listed_after(pattern: Pattern, clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "arrested two teachers: A and B": people named after a dash or colon, whom the object only counts."""
    people = [t for t in clause.heads("object") if t.tag_ == "NNS" and not scene.at(t)]
    sign = next((t for t in scene.span if people and t.i > people[0].i and t.text in ("—", "–", ":", "--")), None)
    if sign is None or "Person" not in pattern.roles["patient"].classes or pattern.kind == "Statement":
        return ()
    return tuple(dict.fromkeys(r.entity for r in scene.within(sign.i, scene.span.end) if r.cls == "Person"))


def _enough(match: Match, scene: Scene) -> bool:
    """The gates: a participant (or a time and a place), what the pattern needs, no habits, no bare nouns."""
    pattern, clause = match.pattern, match.clause
    dated = bool(match.dates or match.label)
    befell = befell_people(pattern, clause, bool(match.label), dated)
    nameless = pattern.kind in TO_PEOPLE and (befell or done_by_somebody(pattern, clause, match.roles))
    wanting = [r for r in pattern.needs if r != "date" and not match.roles.get(r) and not (nameless and r == "patient")]
    sure = _in_the_past(clause) or match.stance.status == "planned"
    known = dated or (bool(match.roles.get("agent")) and sure)
    if wanting and not (known and all(_described(role, match, scene) for role in wanting)):
        return False
    if "date" in pattern.needs and not dated:
        return False
    generic = "generic" in pattern.allow or pattern.kind == "Statement" or _as_in_headlines(match)
    if match.stance.habitual and not dated and not generic:
        return False
    mentioned = pattern.kind in MENTIONED and clause.voice == "nominal" and clause.verb is None
    behind = mentioned and backdrop(clause.trigger)
    if clause.voice == "nominal" and not _concrete(match) and not (mentioned and (behind or rooted(clause, scene))):
        return False
    place, named = circumstances.place_of(clause, scene, ()), any(match.roles.values())
    anyone = nameless or named or "anonymous" in pattern.allow or _authority(match)
    if clause.voice == "nominal" and clause.verb is None and not (named or dated or place or behind):
        return False
    held = clause.voice == "nominal" and clause.verb is not None and pattern.kind in HELD
    done = clause.voice != "nominal" and pattern.kind not in BY_OFFICE  # a noun alone may be a topic
    told = bool(place) and pattern.kind in GATHERED and (_in_the_past(clause) or rooted(clause, scene))
    return anyone or told or behind or bool(dated and (place or held or done or match.label or _country(scene)))


def _in_the_past(clause: Clause) -> bool:
    """ "Nurses rallied in Lima" took place, though no day is told; "nurses who rally" did not."""
    verb = clause.verb
    return verb is not None and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries(verb))))


def _as_in_headlines(match: Match) -> bool:
    """ "Police arrest Ann Lee": the present of what is done to somebody with a name, and not often."""
    verb = match.clause.verb
    if verb is None or match.pattern.kind not in TO_PEOPLE or {c.lower_ for c in verb.children} & HABITS:
        return False
    first = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and (verb.head.dep_ == "ROOT" or verb.head.lower_ == "guilty"))
    return (
        first
        and is_habit(match.clause)
        and any(k.partition(":")[0] in SUFFERERS for k in match.roles.get("patient", ()))
    )


def _authority(match: Match) -> bool:
    """An office without a name that decides: "the governor had refused the permit"."""
    clause = match.clause
    past = clause.verb is not None and clause.verb.tag_ in ("VBD", "VBN")
    above = governor(clause.trigger)
    ruling = clause.heads("subject") or (subjects(above) if above is not None and clause.voice == "nominal" else ())
    past = past or (above is not None and above.tag_ in ("VBD", "VBN"))
    heads = ruling if past and match.pattern.kind in DECISIONS else ()
    return any(t.lower_ in OFFICES and any(c.dep_ in ("det", "poss") for c in t.children) for t in heads)


def _described(name: str, match: Match, scene: Scene) -> bool:
    """Whether a verb's role is filled by words without a name: "the law was annulled", "teachers walked out"."""
    role = match.pattern.roles.get(name)
    bare = match.clause.voice == "nominal" and match.clause.verb is None
    if role is None or match.pattern.kind not in TO_THINGS or bare:
        return False
    if match.pattern.kind.startswith("Petition") and any(k.startswith("Court:") for k in match.roles.get("agent", ())):
        return False  # what a court calls a petition is a suit
    return described(role, heads_of(role, match.clause), scene)


def _country(scene: Scene) -> bool:
    return any(r.cls in ("Country", "Place") for r in scene.linked.references)


def _concrete(match: Match) -> bool:
    """A noun tells an event if it has an argument, a light verb, a date of its own, or an article that points back."""
    noun = match.clause.trigger
    if "bare" in match.pattern.allow or (match.pattern.status and "unreal" in match.pattern.allow):
        return True
    marked = any(c.lower_ in DEFINITE or c.dep_ in ("poss", "nummod") for c in noun.children)
    described = any(c.dep_ in ("det", "amod", "poss", "nummod", "compound") for c in noun.children)
    dated = bool(match.dates or (match.label and described))
    if noun.tag_ in ("NNS", "NNPS") and not marked and not dated and match.clause.verb is None:
        return False
    return (
        match.clause.verb is not None
        or dated
        or of_people(match.pattern, match.clause, dated)
        or any(match.roles.get(r) for r in ("agent", "patient"))
    )
