"""Dates that are those of a noun, or of the clause that "when" hangs on a date, by the words around them (pure)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg import dates
from kg.facts.grammar.clauses import Clause, governor, is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import GATHERINGS, SPEECH, forms
from kg.facts.modes.moods import auxiliaries
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

DAY_REACH = 4  # words
LIMITS = ("until", "since", "by", "before")
BEING = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained"})
STATES = words("force effect custody detention prison jail hiding exile office power")
ENACTED = words("adopted passed enacted promulgated ratified introduced amended signed issued drafted tabled approved")
TIMES = words(
    "night evening morning afternoon day days week weeks weekend month months year end eve start beginning middle half "
    "hours hour dawn summer winter spring autumn fall run course rest part quarter anniversary evenings nights"
)
BESIDE = words("among including against to from about like over despite")
REACTING = forms(
    "override overturn uphold quash annul contest challenge confirm revoke lift reject condemn criticise criticize "
    "welcome denounce defend recall ignore review appeal repeal suspend reverse affirm cite quote invoke echo deplore"
)
SCHEDULED = words("planned scheduled called announced due set slated")
TAKING_PLACE = forms("take occur happen hold stage organise organize begin start end convene erupt break flare")
WANTING = forms("want plan hope intend try wish seek mean propose attempt")


def named_by_when(clause: Clause, scene: Scene) -> list[Dated]:
    """ "in hiding until Thursday, when police held her", "since 3 May, the day on which they jailed her": that day."""
    verb = clause.verb or governor(clause.trigger)
    if (day := _day_of(verb)) is not None:
        return [_pointed(d) for d in scene.dates if (t := scene.tokens(d)) and 0 < day.i - t[-1].i <= DAY_REACH]
    while verb is not None and verb.dep_ in ("conj", "xcomp") and not any(c.lower_ == "when" for c in verb.children):
        verb = governor(verb)
    whens = {c.i for c in verb.children if c.lower_ == "when"} if verb is not None else set()
    inner = {*clause.trigger.subtree} if clause.voice == "nominal" else set()
    if any(t in inner for d in scene.dates for t in scene.tokens(d)):
        return []  # "when a court quashed a ban imposed in May": May is the ban's
    return [_pointed(d) for d in scene.dates if whens and d.modifier in LIMITS and _leads(scene.tokens(d), whens)]


def _day_of(verb: Token | None) -> Token | None:
    """ "the day on which a court jailed her": the day, behind a comma."""
    if verb is None or verb.dep_ != "relcl" or verb.head.lower_ not in ("day", "night", "week", "month", "year"):
        return None
    words = [t.lower_ for t in verb.doc[max(0, verb.head.i - 3) : verb.head.i]]
    return verb.head if "," in words and words[-1] in ("the", "very", "same") else None


def _leads(tokens: list[Token], whens: set[int]) -> bool:
    after = tokens[-1].i + 1 if tokens else -9
    return after in whens or (after + 1 in whens and tokens[-1].doc[after].text == ",")


def _pointed(dated: Dated) -> Dated:
    if dated.modifier not in LIMITS:
        return dated
    first, _, last = dated.date.edtf.partition("/")
    edge = first if dated.modifier == "since" else last or first
    return replace(dated, date=dates.parse_edtf(edge, rule=dated.date.rule), modifier="")


def in_a_state_since(first: Token) -> Token | None:
    """ "the act, in force since 2011, was amended", "Ann, in custody since May, was tried": the noun of which this is
    the beginning, and no other's date.
    """
    since = first if first.lower_ == "since" or first.i == 0 else first.nbor(-1)
    if since.lower_ != "since" or since.i < 2:
        return None
    noun = since.nbor(-1)
    return noun if noun.lower_ in STATES and noun.nbor(-1).lower_ in ("in", "under") else None


def of_an_apposition(tokens: list[Token]) -> Token | None:
    """ "urged them to repeal the Act, a law passed in 2021": the participle whose date this is, however parsed."""
    start = tokens[0].i - (tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in ("in", "on", "of"))
    if start < 4:
        return None
    participle, noun, article, comma = (tokens[0].doc[start - n] for n in (1, 2, 3, 4))
    apart = participle.lower_ in ENACTED and noun.pos_ == "NOUN" and article.lower_ in ("a", "an") and comma.text == ","
    return participle if apart else None


def of_another_noun(tokens: list[Token], clause: Clause) -> bool:
    """ "overrode the veto of 20 October", "upheld the ruling of 4 May": the veto's day, not that of what became of it;
    but "condemned it in a letter of 4 May", "the arrests of 4 May", "signed the deal of 4 May".
    """
    if _before_another_noun(tokens[-1], clause):
        return True
    before = tokens[0].nbor(-1) if tokens[0].i > 0 else tokens[0]
    if _held_then(before, clause):
        return True
    noun = before.head
    if before.lower_ != "of" or noun.pos_ not in ("NOUN", "PROPN") or noun.lower_ in TIMES or noun.i >= before.i:
        return False
    if noun.i == clause.trigger.i or (clause.trigger in noun.ancestors and clause.voice == "nominal"):
        return False
    verb = clause.verb or clause.trigger
    if verb.dep_ == "relcl" and verb.head.i == noun.i:
        return False  # "a letter of 4 May in which they denied it"
    if noun.dep_ == "pobj":
        return noun.head.lower_ in BESIDE
    if noun.dep_ == "dobj":
        return noun.head.lower_ in REACTING
    if not noun.dep_.startswith("nsubj"):
        return False
    if verb.lower_ in SPEECH:  # "The march of 12 July was put off, Ann said"; but "a letter of 12 July said"
        return noun.head.i != verb.i
    return noun.lower_ not in GATHERINGS


def _held_then(preposition: Token, clause: Clause) -> bool:
    """ "On the day after her funeral, held on 23 June, they marched": 23 June is the funeral's."""
    if preposition.i < 3 or preposition.lower_ not in ("on", "in", "for"):
        return False
    participle, comma, noun = (preposition.doc[preposition.i - n] for n in (1, 2, 3))
    apart = participle.lower_ in ("held", "planned", "scheduled", "set") and comma.text == "," and noun.pos_ == "NOUN"
    return apart and clause.trigger.i not in (noun.i, participle.i)


def _before_another_noun(last: Token, clause: Clause) -> bool:
    """ "annulled the 2019 conviction", "the 2019 ban was lifted": the year of the conviction and of the ban."""
    noun, verb = last.head, clause.verb or clause.trigger
    if noun.i <= last.i or noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "nsubjpass") or noun.i == clause.trigger.i:
        return False
    return noun.head.i == verb.i and verb.lower_ in REACTING


def of_a_gathering(dated: Dated, holder: Token | None) -> tuple[Token, bool] | None:
    """ "the march, which took place in May", "the rally that they wanted to hold in May": the noun of this date, and
    whether it was only planned.
    """
    if dated.modifier or holder is None or {"has", "have"} & {*auxiliaries(holder)}:
        return None  # "the march, which they have held since 2019, …": of no one year
    if holder.dep_ == "acl" and holder.lower_ in SCHEDULED and holder.head.lower_ in GATHERINGS:
        return holder.head, True
    wanted = holder.dep_ == "xcomp" and (holder.head.lower_ in WANTING or holder.head.lower_ in ("was", "were"))
    verb = holder.head if wanted else holder
    planned = wanted or "to" in auxiliaries(holder)  # "the picket, which was to be held on 9 July"
    if holder.lower_ not in TAKING_PLACE or verb.dep_ != "relcl" or not is_verbal(verb):
        return None
    return (verb.head, planned) if verb.head.lower_ in GATHERINGS else None
