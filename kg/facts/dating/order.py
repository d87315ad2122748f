"""Dates that belong to the verb beside them, by the order of the words, however the sentence was parsed (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.dating.bounds import AT_OTHER_TIMES
from kg.facts.grammar.clauses import governor, is_verbal
from kg.facts.grammar.lexicon import SPEECH
from kg.facts.modes.moods import auxiliaries
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

REACH = 24  # words
COUNTED = frozenset(
    {"later", "afterwards", "afterward", "day", "night", "evening", "morning", "after", "week", "month", "year"}
)
RELATIVES = frozenset({"who", "which", "that", "when", "where", "whom"})


def inner_verb(head: Token, scene: Scene) -> Token | None:
    """ "On Monday the court lifted the ban that the mayor had issued in May": May is the mayor's, however parsed."""
    verb = governor(head)
    if verb is None or head.i < verb.i:
        return None
    listed = _listed_after(verb, head)
    if listed is not None:
        return listed
    inner = [t for t in verb.subtree if t.dep_ == "relcl" and is_verbal(t) and verb.i < t.i < head.i]
    others = [t for d in scene.dates if d.modifier == "" for t in scene.tokens(d)[:1] if t.i < head.i]
    dated = any(governor(t) == verb and inner and t.i < inner[0].i for t in others)
    return inner[-1] if inner and dated and "had" in auxiliaries(inner[-1]) else None


def _listed_after(verb: Token, date: Token) -> Token | None:
    """ "She recalled that two had been killed: Ann on 3 May and Bo in June": the days are those of the killings."""
    colon = next((t.i for t in verb.doc[verb.i : date.i] if t.text == ":"), -1)
    told = [c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < colon]
    return told[-1] if told and verb.lower_ in SPEECH else None


def after_and(tokens: list[Token]) -> Token | None:
    """ "formed a group and on 3 May decided": the verb after, where the date stands right after "and"."""
    led = tokens[0].i > 0 and (tokens[0].nbor(-1).dep_ == "prep" or tokens[0].nbor(-1).tag_ == "IN")
    first = tokens[0].nbor(-1) if led else tokens[0]
    if first.i > 1 and first.nbor(-1).text == "," and first.nbor(-2).lower_ in ("and", "but"):
        first = first.nbor(-1)  # "is arrested and, on the 22nd, released"
    if first.i == 0 or first.nbor(-1).dep_ != "cc" or first.nbor(-1).lower_ not in ("and", "but"):
        return None
    listed = first.nbor(-2).like_num or first.nbor(-2).ent_type_ == "DATE" if first.i > 1 else False
    if listed and tokens[-1].lower_ not in COUNTED:  # "on May 2 and 9", but "on May 2 and, a week later, tried"
        return None
    for token in first.doc[tokens[-1].i + 1 : tokens[-1].i + REACH]:
        if token.lower_ in AT_OTHER_TIMES or token.text == ";":
            return None
        beside = token.i <= tokens[-1].i + 2 and token.dep_ == "advcl"  # "and, a week later, charged": misread
        if not is_verbal(token) or (token.dep_ in ("relcl", "acl", "advcl", "amod") and not beside):
            continue
        if RELATIVES & {t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]}:
            continue  # "and last month the panel, which sits in Lima, said": the verb that follows all that
        if token.tag_ in ("VBD", "VBN") or (token.tag_ == "VB" and token.dep_ == "conj"):
            return token.head if token.dep_ in ("aux", "auxpass") else token
    return None


def before_a_participle(tokens: list[Token], verb: Token | None) -> bool:
    """ "which police cleared on 22 April, detaining 31": they were detained on the day before the comma."""
    at = tokens[-1].i + 1
    return verb is not None and verb.tag_ == "VBG" and verb.i == at + 1 and verb.doc[at].text == ","


def after_a_comma(tokens: list[Token]) -> Token | None:
    """ "kept there before being charged, on 1 March, under Section 3": the participle just before the comma."""
    first = tokens[0]
    if first.i > 2 and first.nbor(-1).lower_ in ("on", "in"):
        first = first.nbor(-1)
    last, end = tokens[-1], len(first.doc)
    closed = last.i + 1 < end and first.doc[last.i + 1].text in (",", ".", ";")
    if first.i < 3 or first.nbor(-1).text != "," or not closed:
        return None
    verb = first.nbor(-2)
    return verb if verb.tag_ == "VBN" and verb.dep_ != "relcl" and is_verbal(verb) else None


def before_a_comma(tokens: list[Token]) -> Token | None:
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
