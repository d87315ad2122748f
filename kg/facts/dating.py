"""When: the date that belongs to a trigger, by the way that the grammar leads from the one to the other (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.clauses import Clause, governor, is_verbal
from kg.facts.inflect import words
from kg.facts.lexicon import ACCUSING, PUNISHING, SPEECH
from kg.facts.moods import auxiliaries, is_apart
from kg.facts.scene import Scene
from kg.facts.subjects import above_gerunds
from kg.facts.titled_years import in_a_title
from kg.mentions.timex_model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

# What a noun's participle tells is the noun's own day: "a report released on 3 May", "a march held in June".
HELD = words(
    "done made held published released issued sent signed staged conducted carried launched imposed delivered dated "
    "broadcast posted aired given presented addressed submitted filed"
)
# Of these participles a day is never the day: "reached the number required by law on Sunday".
STANDING = words("required needed demanded known called named based located owned run headed led chaired needed")
FAR = 99
AT_OTHER_TIMES = words("after following before since until because although though unless if")
OFFICIALS = words(
    "police officer officers policemen judge judges magistrate court tribunal guards soldiers agents gendarmes "
    "authorities prosecutors prosecutor"
)
ABOUT = words(
    "inquiry inquiries investigation investigations probe anniversary anniversaries commemoration memory victims "
    "remembrance allegations accusations evidence witnesses footage video documentary questions"
)
OPENED = words("opened opens open launched launches ordered orders began begun started demanded announced")
GROUNDS = frozenset({"for", "over", "of", "about", "since", "before"})


def dates_of(clause: Clause, scene: Scene) -> list[Dated]:
    """The dated spans that govern a clause, in order: its own, else its coordinated verb's, else those above it."""
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
    if dated.side:
        return _after_rank(dated, tokens[-1], clause)
    opened = after_and(tokens)
    if opened is not None:
        return _from_holder(opened, clause, tokens[0].i)
    taken = _before_a_comma(tokens) if dated.kind in ("relative", "date", "season") else None
    if taken is not None:
        return _from_holder(taken, clause, tokens[0].i)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[0])
    inner = inner_verb(head, scene)
    if inner is not None:
        return 1 if clause.verb is not None and clause.verb.i == inner.i else FAR
    if any(a.i == clause.trigger.i for a in head.ancestors) and not crosses(head, clause.trigger):
        own = governor(head)
        return 0 if own is None or own.i == clause.trigger.i or clause.voice == "nominal" else 1
    return from_verb(head, clause)


def _after_rank(dated: Dated, after: Token, clause: Clause) -> int:
    """ "two days after he was held, …" dates the clause of "after", or the one above it."""
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
        return 0 if own.i == verb.i or (own.dep_ == "conj" and own.head.i == verb.i) else FAR
    return _from_holder(governor(verb), clause)


def inner_verb(head: Token, scene: Scene) -> Token | None:
    """ "On Monday the court lifted the ban that the mayor had issued in May": May is the mayor's, however parsed."""
    verb = governor(head)
    if verb is None or head.i < verb.i:
        return None
    inner = [t for t in verb.subtree if t.dep_ == "relcl" and is_verbal(t) and verb.i < t.i < head.i]
    others = [t for d in scene.dates if d.modifier == "" for t in scene.tokens(d)[:1] if t.i < head.i]
    dated = any(governor(t) == verb and inner and t.i < inner[0].i for t in others)
    return inner[-1] if inner and dated and "had" in auxiliaries(inner[-1]) else None


def from_verb(head: Token, clause: Clause) -> int:
    """Steps from the trigger's verb up to the verb that a date belongs to."""
    return _from_holder(governor(head), clause, head.i)


def _from_holder(holder: Token | None, clause: Clause, at: int = -1) -> int:
    verb = clause.verb or (clause.trigger if is_verbal(clause.trigger) else governor(clause.trigger))
    if holder is not None and holder.dep_ == "acl" and holder.lower_ in STANDING:
        holder = governor(holder)
    if holder is None or verb is None:
        return 50 if verb is None and holder is None else FAR
    steps = 1
    if clause.voice == "nominal" and clause.verb is None and _only_named(clause.trigger, verb, holder):
        return FAR
    while verb is not None:
        if verb.i == holder.i:
            return steps
        if _fellow(verb, holder):
            return steps + 1
        if _other_time(verb) or _begins_anew(verb, at):
            return FAR
        above = governor(verb)
        verb = above_gerunds(verb, above) if above is not None and verb.dep_ == "conj" else above
        steps += 2
    return FAR


def after_and(tokens: list[Token]) -> Token | None:
    """ "formed a group and on 3 May decided": the verb after, where the date stands right after "and"."""
    led = tokens[0].i > 0 and (tokens[0].nbor(-1).dep_ == "prep" or tokens[0].nbor(-1).tag_ == "IN")
    first = tokens[0].nbor(-1) if led else tokens[0]
    if first.i > 1 and first.nbor(-1).text == "," and first.nbor(-2).lower_ in ("and", "but"):
        first = first.nbor(-1)  # "is arrested and, on the 22nd, released"
    if first.i == 0 or first.nbor(-1).dep_ != "cc" or first.nbor(-1).lower_ not in ("and", "but"):
        return None
    if first.i > 1 and (first.nbor(-2).like_num or first.nbor(-2).ent_type_ == "DATE"):  # "on May 2 and 9"
        return None
    for token in first.doc[tokens[-1].i + 1 : tokens[-1].i + 8]:
        if token.lower_ in AT_OTHER_TIMES or token.lower_ in ("who", "which", "when", "that"):
            return None
        if is_verbal(token) and token.tag_ in ("VBD", "VBN"):
            return token.head if token.dep_ in ("aux", "auxpass") else token
    return None


def _before_a_comma(tokens: list[Token]) -> Token | None:
    """ "passed by the Senate that November, it went": the verb before, though the parser takes the one after."""
    last = tokens[-1]
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    holder = governor(tokens[0])
    if after is None or after.text != "," or holder is None or holder.i < last.i or tokens[0].i == 0:
        return None
    for token in reversed(last.doc[max(0, tokens[0].i - 14) : tokens[0].i]):
        if token.is_punct:
            return None
        if is_verbal(token) and token.tag_ in ("VBD", "VBN"):
            return token
    return None


def holder_of(dated: Dated, scene: Scene) -> Token | None:
    """The verb on which a date hangs."""
    tokens = scene.tokens(dated)
    inside = {t.i for t in tokens}
    return governor(next((t for t in tokens if t.head.i not in inside), tokens[0])) if tokens else None


def is_of_a_report(dated: Dated, clause: Clause, scene: Scene) -> bool:
    """Whether a date is that of a verb of speech which reports the clause."""
    holder, verb = holder_of(dated, scene), clause.verb
    return holder is not None and holder.lower_ in SPEECH and verb is not None and holder in verb.ancestors


def is_about(dated: Dated, clause: Clause, scene: Scene) -> bool:
    """ "On May 3 they opened an inquiry into the murder of Bo", "marked the anniversary of the massacre": by then it
    had happened.
    """
    noun = clause.trigger
    if noun.dep_ != "pobj" or is_verbal(noun) or any(t in noun.subtree for t in scene.tokens(dated)):
        return False
    above = noun.head.head
    asked = noun.head.lower_ == "into" and above.lower_ in OPENED
    return asked or (above.lower_ in ABOUT and above.pos_ == "NOUN")


def _only_named(noun: Token, verb: Token, holder: Token) -> bool:
    """ "On May 3 Ann was jailed for the murder of Bo", "condemned the arrest": the verb's time is not the noun's; nor
    is what follows it: "Following the conviction of Ann, two others were jailed in May".
    """
    if noun.i < holder.i and noun.dep_ == "pobj" and noun.head.lower_ in AT_OTHER_TIMES:
        return True
    if verb.lower_ in PUNISHING | ACCUSING:
        if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during"):
            return False
        return noun.dep_ == "pobj" or any(a.dep_ == "pobj" and verb in a.ancestors for a in noun.ancestors)
    return False


def _other_time(verb: Token) -> bool:
    """Whether a clause has a time of its own: a relative clause, a past perfect, what is said to have been done."""
    if (verb.dep_ == "relcl" and not _of_the_scene(verb)) or (verb.dep_ == "amod" and is_verbal(verb)):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    if "had" in auxiliaries(verb) and verb.dep_ in ("advcl", "ccomp", "relcl"):
        return True
    if is_apart(verb):
        return True
    said = verb.dep_ == "ccomp" and verb.head.lower_ in SPEECH
    return said and (verb.tag_ == "VBD" or "will" in auxiliaries(verb) or "would" in auxiliaries(verb))


def _begins_anew(verb: Token, at: int) -> bool:
    """ "Congress passed it in May, and the president signed it": what follows a date, with a subject of its own."""
    if verb.dep_ != "conj" or not verb.head.i < at < verb.i:
        return False
    between = {t.lower_ for t in verb.doc[at : verb.i]}
    return not between & AT_OTHER_TIMES and any(c.dep_.startswith("nsubj") for c in verb.children)


def _of_the_scene(verb: Token) -> bool:
    """ "the square where they met", "before a judge, who jailed them": the place and time of the main clause."""
    if any(c.lower_ in ("where", "when") for c in verb.children):
        return True
    if any(c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i < verb.i and _has_which(c) for c in verb.children):
        return True  # "with a letter in which she called it …"
    led = any(c.lower_ in ("who", "which") and c.dep_ == "nsubj" for c in verb.children)
    goes_on = verb.tag_ == "VBD" and led and verb.head.dep_ == "pobj" and verb.head.lower_ in OFFICIALS
    return goes_on and verb.head.head.dep_ in ("prep", "agent")


def _has_which(preposition: Token) -> bool:
    return any(c.lower_ == "which" for c in preposition.children)


def _fellow(verb: Token, holder: Token) -> bool:
    """A date that leads a series of coordinated verbs belongs to each; adverbial clauses lend theirs."""
    if holder.dep_ == "advcl" and any(c.lower_ in AT_OTHER_TIMES for c in holder.children):
        return False
    if holder.dep_ in ("conj", "advcl", "xcomp", "ccomp", "pcomp") and holder.head.i == verb.i:
        if holder.dep_ in ("ccomp", "xcomp") and verb.lower_ in SPEECH and holder.i > verb.i:
            return False
        return holder.dep_ != "conj" or holder.i < verb.i
    return _frames(holder, verb)


def _at_another_time(verb: Token) -> bool:
    """ "freed after police had held her in May", "tried for holding a rally in May": May is not the main verb's."""
    if verb.dep_ == "advcl":
        return any(c.lower_ in AT_OTHER_TIMES for c in verb.children)
    grounds = verb.dep_ == "pcomp" and is_verbal(verb) and verb.head.lower_ in GROUNDS
    return grounds and verb.head.head.lower_ not in SPEECH | ACCUSING


def _of_its_noun(participle: Token) -> bool:
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lower_ in HELD


def _frames(participle: Token, verb: Token) -> bool:
    """ "In a letter sent on 3 May, the experts urged …": what opens the sentence has the day of its verb."""
    preposition = participle.head.head
    leads = participle.i < verb.i and preposition.dep_ == "prep" and preposition.head == verb
    return leads and _of_its_noun(participle) and preposition.lower_ in ("in", "at", "during", "with", "by")


def crosses(token: Token, top: Token) -> bool:
    """Whether the way up to the trigger leaves a clause of its own (a relative clause has its own time)."""
    at = token.i
    while token.i != top.i:
        if token.dep_ in ("relcl", "acl", "ccomp") and is_verbal(token) and not _of_its_noun(token):
            return True
        if _at_another_time(token):
            return True
        if (
            token.dep_ == "conj"
            and is_verbal(token)
            and (at < token.i or any(c.lower_ == "but" for c in token.head.children))
        ):
            return True  # "formed a group and on 3 May decided": 3 May is of what follows
        if token.dep_ == "conj" and is_verbal(token) and any(c.dep_.startswith("nsubj") for c in token.children):
            return True
        if token.head == token:
            return True
        token = token.head
    return False
