"""Norms without a title, named by what they do: "a draft law banning masks", "an act on water"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mentions.extent import left_end, right_end
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import UPPER
from kg.mentions.spans import owner_facts, part, possessed, state

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NORMS = {
    "law": "Law", "laws": "Law", "legislation": "Law", "bill": "Bill", "bills": "Bill", "amendment": "Bill",
    "amendments": "Bill", "decree": "Policy", "act": "Law", "ordinance": "Law", "regulation": "Law",
    "regulations": "Law", "resolution": "Policy", "moratorium": "Policy", "agreement": "Treaty", "treaty": "Treaty",
    "declaration": "Treaty", "convention": "Treaty",
}  # fmt: skip
DRAFT = frozenset({"draft", "proposed", "planned", "prospective"})
LINKS = frozenset({"on", "against", "for", "about", "to", "regarding", "concerning"})
# Nouns that also mean other things, and the links that show the norm.
LINKS_OF = {
    "bill": {*LINKS, "by"}, "amendment": {*LINKS, "by"}, "amendments": {*LINKS, "by"},
    "act": {"against", "on", "to"}, "resolution": {"against", "on", "to"}, "regulation": {"against", "on", "to"},
    "regulations": {"against", "on", "to"}, "agreement": {"with"}, "treaty": {"on", "against"},
    "declaration": {"of", "on"}, "convention": {"on", "against"},
}  # fmt: skip
# What is done with treaties: a declaration is one only where somebody does it.
TREATED = frozenset({"adopt", "sign", "ratify", "join", "accede", "proclaim", "conclude", "approve"})
PROPOSING = frozenset({"propose", "draft", "consider", "prepare"})
# Determiners of norms that need not exist: "any law", "no law".
NONE_AT_ALL = frozenset({"any", "no", "such", "every", "each", "some", "what", "which", "whatever", "other"})
IN_STATE = re.compile(rf" in (?:the )?(?P<state>[{UPPER}]\w+(?: [{UPPER}]\w+)?)$")


def find(sentence: Sentence) -> Iterator[Mention]:
    """Described norms of a sentence."""
    for token in sentence.span:
        lower = token.i == sentence.span.start or _of_nations(token)
        cls = NORMS.get(token.lower_ if lower else token.text)
        if cls and token.pos_ in {"NOUN", "PROPN"} and _exists(token) and _norm_like(token, cls):
            yield from _norm(sentence, token, cls)


def _exists(token: Token) -> bool:
    """Whether the text speaks of a norm that is or is proposed, not of one that would be, if …"""
    if any(t.lower_ in NONE_AT_ALL for t in token.lefts):
        return False
    head = token.head
    return not any(
        t.lower_ in {"if", "whether", "unless"} and t.dep_ == "mark" for t in (*head.lefts, *head.head.lefts)
    )


def _norm_like(token: Token, cls: str) -> bool:
    if cls != "Treaty" or _of_nations(token):
        return True
    if token.dep_ == "appos":
        return False
    compound = any(t.dep_ in {"compound", "amod"} for t in token.lefts)
    return token.head.lemma_ in TREATED and (token.text != "agreement" or (compound and _between_states(token)))


def _of_nations(token: Token) -> bool:
    """ "the UN convention against torture": no other kind of paper is called so."""
    named = token.lower_ in {"convention", "protocol", "covenant", "declaration"}
    return named and token.i > 0 and token.nbor(-1).text in {"UN", "U.N.", "Nations", "European", "Geneva", "African"}


def _between_states(token: Token) -> bool:
    """ "… agreement with Tunisia", "with the European Union": not one with a firm or a ministry."""
    after = [t.text for t in token.doc[token.i + 2 : token.i + 6] if t.lower_ != "the"]
    return any(state(" ".join(after[:k])) for k in (1, 2, 3)) or (len(after) > 1 and after[1] in {"Union", "Nations"})


def _norm(sentence: Sentence, token: Token, cls: str) -> Iterator[Mention]:
    if cls == "Law" and (_is_draft(token) or _is_proposed(token)):
        cls = "Bill"
    limit = sentence.span.end
    start, end = left_end(token, sentence.span.start), right_end(token, LINKS_OF.get(token.lower_, LINKS), limit)
    start -= _of_nations(token)
    if end > token.i + 1:
        yield described(sentence, start, end, cls, "described-norm")
    elif cls in {"Law", "Bill"} and _named_by_words_before(token, start):
        found = described(sentence, start, end, cls, "described-norm")
        yield replace(found, facts={**found.facts, "definite": True}) if _definite(token) else found


def described(sentence: Sentence, start: int, end: int, cls: str, rule: str) -> Mention:
    """The mention over the document's tokens `start:end`, with the state that owns it or that its last words name."""
    found = sentence.span.doc[start:end]
    name = found.text.strip(" .,")
    inside = IN_STATE.search(name)
    facts = owner_facts(state(inside["state"])) if inside else {}
    facts = facts or possessed(sentence.span, start - sentence.span.start)
    return part(sentence, found.start_char + sentence.offset - sentence.start, name, cls, rule, facts)


def _is_draft(token: Token) -> bool:
    return any(child.text.lower() in DRAFT for child in token.lefts)


def _is_proposed(token: Token) -> bool:
    """Proposed, or being worked on: "we are working on adopting a law …"."""
    head = token.head
    if token.dep_ in {"dobj", "nsubjpass", "attr"} and head.lemma_ in PROPOSING and "passed" not in head.text:
        return True
    return head.tag_ == "VBG" and head.dep_ == "pcomp" and head.head.lower_ == "on"


def _named_by_words_before(token: Token, start: int) -> bool:
    """ "a mass media law", "a similar law"."""
    before = token.doc[start : token.i]
    compound = any(t.dep_ in {"compound", "nmod"} and t.text.islower() and t.lower_ not in DRAFT for t in before)
    return compound or any(t.lower_ == "similar" for t in before)


def _definite(token: Token) -> bool:
    """ "The media law" may be one already spoken of; "the new media law" is not."""
    lefts = [t.lower_ for t in token.lefts]
    return bool({"the", "this", "that"} & set(lefts)) and "new" not in lefts
