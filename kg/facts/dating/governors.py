"""When: the date that belongs to a trigger, by the way that the grammar leads from the one to the other (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.dating.bounds import crosses
from kg.facts.dating.nouns import (
    BEING,
    in_a_state_since,
    named_by_when,
    of_a_gathering,
    of_an_apposition,
    of_another_noun,
)
from kg.facts.dating.order import after_a_comma, after_and, before_a_comma, before_a_participle, inner_verb
from kg.facts.dating.steps import FAR, from_gathering, from_holder, from_verb
from kg.facts.dating.titled_years import in_a_title
from kg.facts.grammar.clauses import Clause, governor, is_verbal
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import GATHERINGS, SPEECH, forms
from kg.facts.scene import Scene
from kg.mentions.timex.model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

ABOUT = words(
    "inquiry inquiries investigation investigations probe anniversary anniversaries commemoration memory victims "
    "connection book books film films "
    "remembrance allegations accusations evidence witnesses footage video documentary questions exhibition exhibitions "
    "conference conferences seminar seminars lecture lectures play song poem monument memorial museum"
)
LOOKING_BACK = forms(
    "commemorate mourn remember honour honor condemn denounce deplore criticise criticize investigate probe review "
    "recall lament decry"
)
UNDOING = forms(
    "override overturn uphold quash annul revoke lift condemn denounce deplore repeal suspend reverse affirm"
)
APPEALING = forms("appeal protest")
SUSPECTING = words("suspicion charge charges accused suspected convicted guilty accusation accusations")
CHARGING = words("charged charges charge")
GROUNDS = 8  # words
DONE = GATHERINGS | words(
    "post posts article articles speech speeches video videos comment comments tweet tweets interview report reports "
    "book cartoon cartoons performance broadcast column"
)
OPENED = words("opened opens open launched launches ordered orders began begun started demanded announced")


def dates_of(clause: Clause, scene: Scene) -> list[Dated]:
    """The dated spans that govern a clause, in order: its own, else its coordinated verb's, else those above it."""
    if named := named_by_when(clause, scene):
        return named
    ranked = sorted(((_rank(d, clause, scene), k, d) for k, d in enumerate(scene.dates)), key=lambda t: t[:2])
    if not ranked or ranked[0][0] >= FAR:
        return []
    best = ranked[0][0]
    return [d for rank, _, d in ranked if rank == best]


def of_the_telling(clause: Clause, scene: Scene) -> list[Dated]:
    """ "According to Ann, ten died on 3 May": the day is that of the deaths, not of her words. But who tells of this
    year (or week) speaks in it.
    """
    found = dates_of(clause, scene)
    if clause.trigger.lower_ != "according":
        return found
    own = {*clause.trigger.subtree}
    return [d for d in found if _is_now(d) or set(scene.tokens(d)) & own]


def _is_now(dated: Dated) -> bool:
    return dated.kind == "relative" and dated.modifier == "" and dated.text.lower().startswith(("this ", "today"))


def _rank(dated: Dated, clause: Clause, scene: Scene) -> int:
    tokens = scene.tokens(dated)
    if not tokens or in_a_title(tokens, scene):
        return FAR
    if dated.text.lower().startswith("for the ") and holder_of(dated, scene) != (clause.verb or clause.trigger):
        return FAR  # "detained forty and sealed the village off for the following eleven days"
    if of_another_noun(tokens, clause) or of_the_grounds(dated, tokens[0], clause):
        return FAR
    if before_a_participle(tokens, clause.verb):
        return 0
    if dated.side:
        return _after_rank(dated, tokens[-1], clause)
    begun = in_a_state_since(tokens[0]) or of_an_apposition(tokens)
    if begun is not None:
        return 0 if begun.i == clause.trigger.i or clause.trigger.lower_ in BEING else FAR
    told = of_a_gathering(dated, holder_of(dated, scene))
    if told is not None:
        return from_gathering(*told, clause)
    opened = after_and(tokens)
    if opened is not None:
        return from_holder(opened, clause, tokens[0].i)
    verb = after_a_comma(tokens)
    if verb is not None:
        return from_holder(verb, clause, tokens[0].i)
    taken = before_a_comma(tokens) if dated.kind in ("relative", "date", "season") else None
    if taken is not None:
        return from_holder(taken, clause, tokens[0].i)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[0])
    inner = inner_verb(head, scene)
    if inner is not None:
        return 1 if clause.verb is not None and clause.verb.i == inner.i else FAR
    if any(a.i == clause.trigger.i for a in head.ancestors) and not crosses(head, clause.trigger):
        own = governor(head)
        return 0 if own is None or own.i == clause.trigger.i or clause.voice == "nominal" else 1
    return from_verb(head, clause)


def of_the_grounds(dated: Dated, first: Token, clause: Clause) -> bool:
    """ "A court fined Ann over a rally in May": May is the rally's, whichever the parser gives it to."""
    coarse = dated.date.precision in ("year", "month")
    above = [t for t in first.ancestors if t.i < first.i]
    beside = list(reversed(first.doc[max(0, first.i - GROUNDS) : first.i])) if coarse else []
    for nouns in (above, beside):
        for noun in nouns:
            if is_verbal(noun) or noun.is_punct:
                break
            grounds = noun.dep_ == "pobj" and noun.head.lower_ in ("over", "for") and noun.lower_ in DONE
            if grounds and is_verbal(noun.head.head):  # not "denied permission for a rally on 8 March"
                return noun.i != clause.trigger.i and clause.trigger not in noun.subtree
    return False


def _after_rank(dated: Dated, after: Token, clause: Clause) -> int:
    """ "two days after he was held, …" dates the clause of "after", or the one above it."""
    noun = any(c.dep_ == "pobj" for c in after.children)
    if after.dep_ == "mark" and noun and dated.side == "outer":  # "A week after the arrests they suspended it"
        return from_holder(after.head, clause)
    if after.dep_ == "mark" and after.head.i > after.i:
        verb: Token | None = after.head
    else:
        named = {c.i for c in after.children if c.dep_ == "pobj"}
        if dated.side == "inner" and clause.trigger.i in named:
            return 0
        finite = (t for t in after.doc[after.i + 1 : after.sent.end] if t.tag_ in ("VBD", "VBN", "VBZ", "VBP"))
        verb = next((t for t in finite if is_verbal(t)), None) if dated.side == "inner" and not named else after
    if verb is None:
        return FAR
    if dated.side == "inner":
        own = clause.verb or clause.trigger
        return (
            0 if own.i == verb.i or (own.dep_ in ("conj", "ccomp", "xcomp", "nsubj") and own.head.i == verb.i) else FAR
        )
    above = governor(verb)
    if above is not None and above.dep_ == "advcl" and above.lower_ in ("held", "planned", "scheduled"):
        above = governor(above)  # "Two days after the vote, held on 3 June, police arrested …"
    return from_holder(above, clause)


def holder_of(dated: Dated, scene: Scene) -> Token | None:
    """The verb on which a date hangs."""
    tokens = scene.tokens(dated)
    inside = {t.i for t in tokens}
    return governor(next((t for t in tokens if t.head.i not in inside), tokens[0])) if tokens else None


def is_of_a_report(dated: Dated, clause: Clause, scene: Scene) -> bool:
    """Whether a date is that of a verb of speech which reports the clause."""
    holder, verb = holder_of(dated, scene), clause.verb
    return holder is not None and holder.lower_ in SPEECH and verb is not None and holder in verb.ancestors


def _is_suspected(verb: Token) -> bool:
    """ "arrested in May on suspicion of raping Ann", "charged in May with killing Bo": by then it had been done."""
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return False
    above = verb.head.head
    return (verb.head.lower_ == "of" and above.lower_ in SUSPECTING) or (
        verb.head.lower_ == "with" and above.lower_ in CHARGING
    )


def is_about(dated: Dated, clause: Clause, scene: Scene) -> bool:
    """ "On May 3 they opened an inquiry into the murder of Bo", "marked the anniversary of the massacre": by then it
    had happened.
    """
    noun = clause.trigger
    if any(t in noun.subtree for t in scene.tokens(dated)):
        return False
    if _is_suspected(noun) or (noun.dep_ == "pobj" and _is_appealed(noun)):
        return True
    return is_topic(noun) and (noun.dep_ == "pobj" or clause.verb is None)


def _is_appealed(noun: Token) -> bool:
    """ "appealed against the verdict", "opened an inquiry into the murder"."""
    if noun.head.lower_ == "against" and noun.head.head.lower_ in APPEALING:
        return True
    return noun.head.lower_ == "into" and noun.head.head.lower_ in OPENED


def is_topic(noun: Token) -> bool:
    """ "a conference about the murder", "recalled the massacre", "the ban was lifted": what was before what is told."""
    if is_verbal(noun) or noun.dep_ not in ("pobj", "dobj", "nsubjpass"):
        return False
    if noun.dep_ != "pobj":
        undone = noun.head.lower_ in UNDOING and noun.lower_ not in GATHERINGS and noun.dep_ == "nsubjpass"
        return undone or (noun.dep_ == "dobj" and noun.head.lower_ in LOOKING_BACK)
    above = noun.head.head
    return above.pos_ == "NOUN" and (above.lower_ in ABOUT or noun.head.lower_ == "about")
