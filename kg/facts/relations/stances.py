"""Stances told in passing: "X said the bill was unlawful", "supporters of the act, among them X", "X is against it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import subjects
from kg.facts.grammar.lexicon import SPEECH
from kg.facts.grammar.phrases import named
from kg.facts.linked import View, of_class
from kg.facts.model import Fact
from kg.facts.relations.anaphora import meant_norm
from kg.facts.relations.moods import condition_of
from kg.facts.relations.words import word_list
from kg.facts.scene import classes

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

ACTORS, NORMS = classes(["Actor", "Country"]), classes(["Norm"]) | {"Petition"}
AMONG = re.compile(
    r",? ?(?:among (?:them|whom)(?: are| were)?|including|such as|like|led by|notably|most of them from) (?:the )?"
    r"[^,;.]{0,40}$"
)
LIST = re.compile(r"(?:,| and|, and|,? as well as)(?: the)?(?: [a-z]+){0,3} ?$")
SIDES = {"supporters": "supports", "backers": "supports", "defenders": "supports", "advocates": "supports",
         "proponents": "supports", "opponents": "opposes", "critics": "opposes", "foes": "opposes"}  # fmt: skip
# What stands between an actor and a norm that it is for or against.
FOR = re.compile(
    r"\b(?:in (?:support|favou?r) of|supports?|support for|backing for|endorsement of|solidarity with) (?:the )?"
    r"(?:[\w-]+ ){0,2}$"
)
AGAINST = re.compile(
    r"\b(?:(?:c(?:a|o)m(?:e|es|ing) out|"
    r"is|are|was|were|stands?|stood|remains?|firmly|strongly|been) (?:against|opposed to)"
    r"|in opposition to|opposition to|objections? to|(?:negative|critical) (?:opinion|assessment|view) (?:on|of|about)"
    r"|(?:march|rally|protest|strike|demonstration|sit-in|campaign|complaint|lawsuit|appeal|action|vigil)s? "
    r"(?:in [A-Z]\w+ )?(?:against|over)|sued(?: [^,;.]{0,40})? over|reservations about) (?:the )?(?:[\w-]+ ){0,2}$"
)
OF_BODY = re.compile(r",? (?:of|from|with) (?:the )?(?:[a-z-]+ ){0,3}")
ORGANISING = frozenset({"organised", "organized", "held", "staged", "called", "launched", "led", "filed", "lodged",
                        "expressed", "voiced", "announced", "issued", "came", "spoke", "began", "brought", "declared",
                        "sued", "come", "comes", "coming",
                        "is", "are", "was", "were", "stands", "remains", "has", "have", "reiterated", "gave",
                        "collected", "gathered", "stood", "repeated", "pledged", "sent"})  # fmt: skip
PARTS = ("acomp", "attr", "oprd", "dobj", "xcomp", "conj", "prep", "advcl")
DUTIES = (
    "repeal",
    "withdrawal",
    "abolition",
    "scrapping",
    "annulment",
    "revision",
    "suspension",
    "rejection",
    "review",
)
UNDONE = frozenset({"withdrawn", "scrapped", "dropped", "repealed", "shelved", "abolished", "rejected", "binned",
                    "struck",
                    "removed", "deleted", "taken", "cut", "axed", "annulled", "revoked", "reversed"})  # fmt: skip
# "could not be squared with the covenant": what no norm should be said to be.
UNFIT = frozenset({"squared", "reconciled", "justified", "tolerated", "defended", "accepted"})
BACKING = frozenset(
    {"back", "backs", "backed", "support", "supports", "supported", "vote", "votes", "voted", "endorse"}
)
PASSING = ("adoption", "passage", "approval", "enactment", "signing", "implementation")


def read_stances(view: View) -> Iterator[Fact]:
    """`supports` and `opposes` that no single verb tells."""
    yield from _judged(view)
    yield from _sides(view)
    yield from _lined_up(view)
    yield from _demanded(view)
    yield from _voting(view)
    yield from _wanted(view)
    yield from _on_condition(view)


def _fact(view: View, actor: str, predicate: str, norm: str, rule: str) -> Fact:
    return Fact(actor, predicate, norm, view.proof, f"stance-{rule}")


def _norm(view: View, token: Token) -> str:
    """The norm that a word names or takes up, itself or behind "clauses of"."""
    own = next((r.entity for r in view.scene.at(token) if r.cls in NORMS), "")
    inner = (o for c in token.children if c.lower_ in ("of", "in") for o in c.children)
    return own or meant_norm(token, view, NORMS) or next((n for o in inner if (n := _own(view, o))), "")


def _own(view: View, token: Token) -> str:
    return next((r.entity for r in view.scene.at(token) if r.cls in NORMS), "")


def _actors(view: View, verb: Token) -> list[Reference]:
    heard = (r for t in subjects(verb) for r in named(t, view.scene))
    found = [r for r in heard if r.cls in ACTORS and (r.cls != "Country" or r.how != "adjective")]
    return [_whose_body(view, r) for r in found]


def _whose_body(view: View, actor: Reference) -> Reference:
    """ "Ana Soto of the Divers’ Union said": the person speaks, though the parser takes the body for the subject."""
    if actor.cls == "Person":
        return actor
    start, text = actor.start, view.linked.sentence.document.text
    people = (r for r in of_class(view.linked, ["Person"]) if r.end < start and r.how == "name")
    return next((r for r in people if OF_BODY.fullmatch(text[r.end : start])), actor)


def _judged(view: View) -> Iterator[Fact]:
    """ "X warned that the act was unlawful", "the act is needed, said X": what is said of the norm, good or bad."""
    for verb in view.span:
        if verb.lower_ not in SPEECH and verb.lower_ not in ("fear", "fears", "feared", "fearing"):
            continue
        for said in (c for c in verb.children if c.dep_ == "ccomp"):
            norm = next((n for t in subjects(said) if (n := _norm(view, t))), "")
            predicate = _verdict(said, fearing=verb.lower_.startswith(("fear", "warn"))) if norm else ""
            for actor in _actors(view, verb) if predicate else ():
                if actor.entity != norm:
                    yield _fact(view, actor.entity, predicate, norm, "judged")


def _verdict(verb: Token, *, fearing: bool) -> str:
    """What the complement says of its subject: "opposes", "supports" or nothing."""
    if verb.lower_ in UNFIT and any(c.dep_ == "neg" for c in verb.children):
        return "opposes"
    if any(c.dep_ == "neg" or c.lower_ in ("must", "should", "shall", "can") for c in verb.children):
        return ""
    near = [verb, *(t for c in verb.children if c.dep_ in PARTS
                    for t in list(c.subtree)[:6])]  # fmt: skip
    said = {t.lower_ for t in near} | {t.lemma_.lower() for t in near}
    if said & word_list("blaming") or (fearing and any(c.dep_ == "aux" for c in verb.children)):
        return "opposes"
    return "supports" if said & word_list("praising") else ""


def _sides(view: View) -> Iterator[Fact]:
    """ "Supporters of the act, among them X and Y"."""
    text = view.linked.sentence.document.text
    for noun in view.span:
        predicate = SIDES.get(noun.lower_, "")
        objects = [o for c in noun.children if c.lower_ == "of" for o in c.children if c.dep_ == "prep"]
        norm = next((n for o in objects if (n := _norm(view, o))), "") if predicate else ""
        if not norm:
            continue
        at = view.linked.sentence.offset + (objects[0].idx + len(objects[0]))
        last = 0
        for actor in (r for r in of_class(view.linked, ACTORS) if r.start > at and r.how == "name"):
            listed = last and LIST.fullmatch(text[last : actor.start])
            if listed or AMONG.fullmatch(text[at : actor.start]):
                yield _fact(view, actor.entity, predicate, norm, "side")
                last = actor.end


def _lined_up(view: View) -> Iterator[Fact]:
    """ "X came out in support of the petition", "X is against it", "X organised a march against the bill"."""
    text = view.linked.sentence.document.text
    for token in view.span:
        norm = _norm(view, token) if token.dep_ in ("pobj", "dobj") else ""
        if not norm:
            continue
        at = view.linked.sentence.offset + token.idx
        reference = next((r for r in view.scene.at(token) if r.cls in NORMS), None)
        before = text[view.linked.sentence.start : reference.start if reference else at]
        predicate = "supports" if FOR.search(before) else "opposes" if AGAINST.search(before) else ""
        if not predicate:
            continue
        verb = token
        while verb.head != verb and verb.lower_ not in ORGANISING:
            verb = verb.head
        negated = any(c.dep_ == "neg" for c in verb.children)
        for actor in _actors(view, verb) if verb.lower_ in ORGANISING and not negated else ():
            yield _fact(view, actor.entity, predicate, norm, "lined-up")


def _demanded(view: View) -> Iterator[Fact]:
    """ "X demanded the repeal of the act", "called for the adoption of the bill", "recommends the withdrawal of it"."""
    for noun in view.span:
        predicate = "opposes" if noun.lower_ in DUTIES else "supports" if noun.lower_ in PASSING else ""
        objects = [o for c in noun.children if c.lower_ == "of" for o in c.children]
        norm = next((n for o in objects if (n := _norm(view, o))), "") if predicate else ""
        verb = noun.head.head if noun.head.lower_ == "for" else noun.head
        if norm and verb.lower_ in word_list("urging") | {
            "sought",
            "seeks",
            "seek",
            "proposed",
            "advocated",
            "supported",
        }:
            for actor in _actors(view, verb):
                yield _fact(view, actor.entity, predicate, norm, "demanded")


def _wanted(view: View) -> Iterator[Fact]:
    """ "X wants the bill withdrawn", "wants to see the act repealed"."""
    for verb in view.span:
        if verb.lemma_ != "want" or verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in verb.children):
            continue
        under = [t for t in verb.subtree if t.i > verb.i]
        norm = next((n for t in under if (n := _norm(view, t))), "")
        undone = any(t.lower_ in UNDONE for t in under[:8])
        for actor in _actors(view, verb) if norm and undone else ():
            yield _fact(view, actor.entity, "opposes", norm, "wanted")


def _on_condition(view: View) -> Iterator[Fact]:
    """ "X will back the bill only if Article 17 is dropped": X is against the article."""
    for verb in (t for t in view.span if t.lower_ in BACKING):
        condition = condition_of(verb)
        if condition is None or condition.lower_ not in UNDONE:
            continue
        norm = next((n for t in subjects(condition) if (n := _own(view, t))), "")
        for actor in _actors(view, verb) if norm else ():
            yield _fact(view, actor.entity, "opposes", norm, "condition")


def _voting(view: View) -> Iterator[Fact]:
    """ "passed the bill, with 18 members of X voting against"; "X said its deputies would vote against the bill"."""
    for verb in view.span:
        side = next((c.lower_ for c in verb.children if c.lower_ in ("against", "for")), "")
        if verb.lemma_ != "vote" or not side:
            continue
        objects = [o for c in verb.children if c.lower_ == side for o in c.children if c.dep_ == "prep"]
        norm = next((n for o in objects if (n := _norm(view, o))), "")
        norm = norm or (
            "" if objects else next((r.entity for r in of_class(view.linked, NORMS)), "") or view.topic(NORMS)
        )
        actors = _actors(view, verb) or ([] if verb.head.lower_ not in SPEECH else _actors(view, verb.head))
        for actor in actors if norm else ():
            yield _fact(view, actor.entity, "opposes" if side == "against" else "supports", norm, "vote")
