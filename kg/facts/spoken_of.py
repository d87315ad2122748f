"""What a statement is about where it only points back: "denied the allegation", "condemned the killing", "the verdict".

In two steps: the words of a statement that point to what was told before are kept with it when its sentence is read,
and once all events of an article are known, the one that they mean tells of whom or what was spoken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, conjuncts
from kg.facts.grammar.inflect import noun_forms, words
from kg.facts.grammar.lexicon import forms
from kg.facts.grammar.phrases import named
from kg.facts.model import Event
from kg.facts.scene import Scene
from kg.facts.topics import BLAME
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

DENIAL, ANSWER, OPEN = "denial", "answer", "open"
DENYING = forms("deny reject dismiss refute dispute rebut contest")
VICTIMS = ("Killing", "Attack", "Assault", "Torture", "Abduction", "SexualViolence")
CASES = ("Conviction", "Trial", "Charge", "Detention", "Release", "Appeal")
CUSTODY = ("Detention", "Conviction", "Charge", "Abduction")
JUDGED = ("Conviction", "Release", "Repeal", "Reinstatement")
_NOUNS: Mapping[str, tuple[str, ...]] = {
    "crime killing murder death assassination shooting stabbing slaying lynching": VICTIMS,
    "attack assault beating blast bombing ambush torture violence abuse": VICTIMS,
    "abduction kidnapping disappearance": ("Abduction", *VICTIMS),
    "inquiry enquiry investigation probe autopsy": (*VICTIMS, "Detention"),
    "arrest detention imprisonment release": (*CUSTODY, "Release"),
    "verdict sentence conviction acquittal": JUDGED,
    "trial case prosecution hearing indictment": CASES,
    "deportation extradition expulsion return": ("Extradition", "AsylumDecision"),
    "block blocking suspension closure shutdown": ("Censorship",),
}
# Nouns that mean who has decided, spoken or counted: "called the ruling a farce", "dismissed the letter".
DECIDED = (*JUDGED, "Refusal", "Approval", "Censorship", "PetitionDecision", "Appeal", "Enactment")
_DOINGS: Mapping[str, tuple[str, ...]] = {
    "ruling judgment judgement": DECIDED,
    "decision refusal rejection order ban": DECIDED,
    "letter statement appeal remark comment warning resolution": ("Statement",),
    "finding report figure study survey": ("Publication", "Statement"),
}


def _by_form(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {form: kinds for nouns, kinds in table.items() for n in nouns.split() for form in (n, *noun_forms(n))}


MEANT, DOINGS = _by_form(_NOUNS), _by_form(_DOINGS)
OF_COURTS = words("ruling rulings judgment judgments judgement judgements")
REPLYING = forms("reply respond answer counter retort rejoin")
# What is spoken of right after it was told, though no word points back.
TOLD_OF = frozenset({"Assault", "Torture", "Detention", "Extradition", "Release", "AsylumDecision", "Abduction"})
# What somebody may deny, or be accused of.
DENIED = frozenset({*VICTIMS, "Detention", "Censorship", "Charge", "Statement", "Extradition", "OtherEvent", "Refusal"})
POINTING = frozenset({"the", "this", "that", "these", "both"})
QUOTED = frozenset({"“", "«", '"', "a", "an"})
ASKED_FOR = words("inquiry enquiry investigation probe autopsy")  # that there be one
REACH = 500  # characters that a word may point back
NEXT = 3  # characters between two sentences
NEAR = frozenset({*lexicon().kin, *lexicon().advocates, "colleague"})


def pointer(clause: Clause, scene: Scene) -> str:
    """How the words of a statement point back: a denial, an answer, the noun of what happened, or only a pronoun."""
    verb = clause.trigger
    if (_answers(verb) or verb.lower_ in REPLYING) and verb.lower_ not in DENYING:
        return ANSWER
    content = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "dobj", "prep", "nsubjpass")]
    noun = next(
        (
            t.lower_
            for c in content
            for t in c.subtree
            if t.lower_ in MEANT.keys() | DOINGS.keys() and _definite(t, scene)
        ),
        "",
    )
    if noun:
        return noun
    heads = [t for c in content if c.dep_ == "dobj" for t in conjuncts(c)]
    blamed = any(t.lower_ in BLAME for t in heads) or any(
        c.dep_.endswith("comp") and not _tells_all(c) for c in content
    )
    if verb.lower_ in DENYING:
        return DENIAL if blamed else ""
    return OPEN if all(_says_little(c) for c in content) else ""


def _tells_all(content: Token) -> bool:
    """ "denied that he organised the march" says itself what is denied, "denied beating her" does not."""
    return any(c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in content.children)


def _says_little(content: Token) -> bool:
    """ "she is not eating", "nobody asked": a clause whose subject is a pronoun; "an investigation": no clause."""
    return all(c.pos_ == "PRON" for c in content.children if c.dep_ in ("nsubj", "nsubjpass"))


def _definite(noun: Token, scene: Scene) -> bool:
    """ "the killing", "his arrest", "both rulings", "an inquiry"; not "a killing", nor a word of a name."""
    pointed = noun.lower_ in ASKED_FOR or any(c.lower_ in POINTING or c.dep_ == "poss" for c in noun.children)
    explained = any(c.dep_ == "prep" and c.lower_ in ("of", "into") for c in noun.children)
    return pointed and noun.pos_ == "NOUN" and not scene.at(noun) and not explained


def _answers(verb: Token) -> bool:
    """ "his son calls this “a lie”": what was said before."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    beside = len(after) == 2 and after[0] in ("this", "that") and after[1] in QUOTED
    return beside or any(
        c.dep_ in ("dobj", "nsubj") and c.lower_ in ("this", "that") and c.i > verb.i for c in _parts(verb)
    )


def _parts(verb: Token) -> list[Token]:
    return [t for c in verb.children for t in (c, *(c.children if c.dep_ in ("ccomp", "oprd") else ()))]


def kin(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "said her brother, Ann Lee", "Bo Wu, his lawyer, said": the person whose relative or lawyer speaks."""
    heads = () if _answers(clause.trigger) else clause.heads("subject")
    described = [t for h in heads for t in (h, *(c for c in h.children if c.dep_ == "appos")) if t.lower_ in NEAR]
    owners = [c for t in described for c in t.children if c.dep_ == "poss"]
    of = [o for t in described for p in t.children if p.lower_ in ("of", "for") for o in p.children]
    found = [r for t in (*owners, *of) for r in named(t, scene) if r.cls == "Person"]
    return tuple(dict.fromkeys(r.entity for r in found))


def about(events: Sequence[Event]) -> list[Event]:
    """Give each statement without a subject that of which it speaks by what its article has told before it."""
    result: list[Event] = []
    for event in events:
        if event.kind == "Statement" and not event.patient:
            meant = _meant(event, events)
            event = replace(event, patient=meant) if meant else event
        result.append(event)
    return result


def _meant(said: Event, events: Sequence[Event]) -> tuple[str, ...]:
    start = said.evidence[0].start
    told = [e for e in events if e is not said and e.evidence[0].start <= start and e.polarity]
    before = [e for e in told if start - e.evidence[0].start <= REACH]
    if said.pointer == DENIAL:
        return next((k for e in reversed(before) if e.kind in DENIED and (k := _accused_of(e, said))), ())
    if said.pointer == ANSWER:
        return next((k for e in reversed(before) if (k := _without(_voices(e), said))), ())
    if said.pointer in DOINGS:
        return _doer(before, said)
    kinds = MEANT.get(said.pointer, ())
    found = (k for e in reversed(before) if e.kind in kinds and (k := _without(e.patient, said)))
    if kinds:
        return next(found, ()) or _the_only(told, kinds, said)
    if said.pointer != OPEN:
        return ()
    near = [e for e in before if e.kind != "Statement" and 0 <= start - e.evidence[-1].end <= NEXT]
    return _without(near[-1].patient, said) if near and near[-1].kind in TOLD_OF else ()


def _doer(before: Sequence[Event], said: Event) -> tuple[str, ...]:
    """Who made the decision, wrote the letter or counted: of a ruling, the last court."""
    kinds, courts = DOINGS[said.pointer], said.pointer in OF_COURTS
    for event in reversed(before):
        found = _without(event.agent, said) if event.kind in kinds else ()
        found = tuple(k for k in found if k.startswith("Court:")) if courts else found
        if found:
            return found
    return ()


def _accused_of(event: Event, said: Event) -> tuple[str, ...]:
    """Of an accusation or a deed that somebody denies: the accuser of the denier, else the one who suffered it."""
    denier = set(said.agent)
    if event.kind in ("Statement", "Charge"):
        return event.agent if denier & set(event.patient) else ()
    return _without(event.patient, said)


def _the_only(told: Sequence[Event], kinds: Sequence[str], said: Event) -> tuple[str, ...]:
    """ "the killing" in an article that tells of one."""
    found = {_without(e.patient, said) for e in told if e.kind in kinds and e.patient}
    return next(iter(found)) if len(found) == 1 and kinds == VICTIMS else ()


def _voices(event: Event) -> tuple[str, ...]:
    """Who says what an event tells."""
    return event.agent if event.kind == "Statement" else (event.source,) if event.source else ()


def _without(keys: tuple[str, ...], said: Event) -> tuple[str, ...]:
    return tuple(k for k in keys if k not in said.agent)
