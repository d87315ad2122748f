"""Where the grammar gives a verb no date: the one date of its sentence that nothing separates from it (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.dating.governors import holder_of, of_the_grounds
from kg.facts.dating.nouns import of_another_noun
from kg.facts.dating.order import after_and
from kg.facts.grammar.clauses import Clause, is_verbal
from kg.facts.model import ASSEMBLIES
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

APART = frozenset(
    {"who", "which", "that", "whom", "whose", "when", "where", "after", "before", "since", "until", "although",
     "because", "while", "as", "if", "but", "though", ";", ":", "(", ")", "–", "—", "“", "”", '"', "«", "»"}
)  # fmt: skip
PLAIN = ("day", "month", "year")
THIRDS = ("early", "mid", "late")
OPENING = 3  # words
EARLIER = frozenset({"after", "following", "despite"})
ON_THE_SCENE = ASSEMBLIES | frozenset(
    {
        "Unrest",
        "Detention",
        "Release",
        "Assault",
        "Killing",
        "Attack",
        "Abduction",
        "OtherEvent",
        "Statement",
        "Disaster",
    }
)
SPANS = frozenset({"days", "weeks", "months", "years", "decades", "day", "week", "month", "year", "decade"})
TERMS = frozenset({"sentence", "sentences", "term", "terms", "imprisonment"})
SERVING = frozenset({"serve", "complete", "finish", "begin", "start"})
UNLESS_GATHERED = ASSEMBLIES | {"Unrest", "Meeting"}


def nearby(clause: Clause, scene: Scene) -> Dated | None:
    """ "In June they came, saw and fined …": the date before the verb, or right after it, if there is but one."""
    verb = clause.verb
    if verb is None or verb.dep_ in ("relcl", "acl", "amod", "advcl"):
        return None
    spans = ((d, tokens) for d in scene.dates if (tokens := scene.tokens(d)))
    near = [d for d, tokens in spans if _touches(tokens, verb, scene) and not of_another_noun(tokens, clause)]
    near = [d for d in near if not of_the_grounds(d, scene.tokens(d)[0], clause)]
    return near[0] if len(near) == 1 and _is_plain(near[0]) and not _inside(near[0], scene) else None


def told_before(clause: Clause, scene: Scene) -> bool:
    """ "The ministry formed a panel and on 3 May agreed": the day is that of what follows, and not of the panel."""
    verb = clause.verb
    if verb is None:
        return False
    spans = [tokens for _, tokens in _spans(scene)]
    if any(tokens[0].i < verb.i for tokens in spans):
        return False
    return any((after := after_and(tokens)) is not None and after.i > verb.i for tokens in spans)


def in_another_half(clause: Clause, scene: Scene) -> bool:
    """ "Police held ten; on 4 May two were charged": no day of the sentence is that of its first half."""
    spans, verb = _spans(scene), clause.verb
    if verb is None or not spans:
        return False
    halves = [t.i for t in verb.sent if t.text == ";" and t.i > verb.i]
    return bool(halves) and all(tokens[0].i > halves[0] or _inside(d, scene) for d, tokens in spans)


def _spans(scene: Scene) -> list[tuple[Dated, list[Token]]]:
    return [(d, tokens) for d in scene.dates if (tokens := scene.tokens(d))]


def is_anothers(dated: Dated, clause: Clause, scene: Scene, kind: str, *, planned: bool) -> bool:
    """Whether a day is not that of the event, though the grammar gives it: "On 3 May he was held after charges"; what
    is open "as of now"; the day of a launch for the signatures that came later.
    """
    if planned and dated.modifier != "by" and dated.date.edtf.startswith("../"):
        return True
    if dated.side == "inner":  # "a week after the killing": that is its date
        return False
    trigger, own = clause.trigger, {*clause.trigger.subtree}
    tokens = scene.tokens(dated)
    if trigger.dep_ == "pobj" and trigger.head.lower_ in EARLIER and not is_verbal(trigger):
        return kind not in UNLESS_GATHERED and not own & {*tokens}
    if kind not in ON_THE_SCENE and _at_another_time(clause.verb, tokens):
        return True
    if (kind == "Conviction" and is_served(clause) and not own & {*tokens}) or long_after(clause, tokens):
        return True
    verb, holder = clause.verb, holder_of(dated, scene)
    if kind != "PetitionThreshold" or verb is None or holder is None or not tokens:
        return False
    return verb.dep_ == "conj" and holder.i < tokens[0].i < verb.i and holder.i != verb.i


def _at_another_time(verb: Token | None, tokens: list[Token]) -> bool:
    """ "On 3 May he was held after charges were brought": when they were, the sentence does not tell."""
    if verb is None or verb.dep_ != "advcl" or not any(c.lower_ in EARLIER | {"before"} for c in verb.children):
        return False
    return not {*verb.subtree} & {*tokens}


def is_served(clause: Clause) -> bool:
    """ "freed in June after serving his sentence": June is not when he was sentenced."""
    if clause.verb is None and clause.trigger.lower_ in TERMS:  # "In June a court upheld the sentence of Ann"
        return True
    return any(t is not None and t.lemma_ in SERVING for t in (clause.trigger, clause.trigger.head, clause.verb))


def long_after(clause: Clause, tokens: list[Token] | None = None) -> bool:
    """ "On 3 May he went on trial, months after police had seized him": May is not when they did."""
    start = clause.verb or clause.trigger
    for verb in (start, *start.ancestors):
        if tokens and {*verb.subtree} & {*tokens}:
            return False
        marks = [c for c in verb.children if c.lower_ in ("after", "before") and c.dep_ == "mark"]
        if verb.dep_ == "advcl" and any(c.i > 0 and c.nbor(-1).lower_ in SPANS for c in marks):
            return True
    return False


def _is_plain(dated: Dated) -> bool:
    whole = dated.modifier == "" and dated.side == "" and dated.date.precision in PLAIN
    return whole or (dated.modifier in THIRDS and dated.side == "")


def _inside(dated: Dated, scene: Scene) -> bool:
    """Whether a date stands in a relative clause or hangs on a participle: it is theirs."""
    holder = holder_of(dated, scene)
    while holder is not None:
        if holder.dep_ in ("relcl", "acl"):
            return True
        holder = holder.head if holder.dep_ in ("conj", "xcomp") else None
    return False


def _touches(tokens: list[Token], verb: Token, scene: Scene) -> bool:
    if not tokens:
        return False
    first, last = tokens[0], tokens[-1]
    if last.i < verb.i:
        own = any(c.dep_.startswith("nsubj") for c in verb.children)
        shared = verb.dep_ == "ROOT" or not own or first.i - scene.span.start < OPENING
        return shared and not any(t.lower_ in APART or t.i in scene.dated for t in verb.doc[last.i + 1 : verb.i])
    between = list(verb.doc[verb.i + 1 : first.i])
    apart = any((t.lower_ in APART and t.tag_ != "DT") or t.is_punct or is_verbal(t) for t in between)
    return first.i > verb.i and not apart
