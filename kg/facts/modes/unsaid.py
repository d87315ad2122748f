"""What a text takes back, plays or only supposes: retracted reports, films, "if convicted of killing Bo" (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import has_negation
from kg.facts.grammar.lexicon import CLAIMS, CONDITIONS, FALSELY, STAGED
from kg.facts.modes.contents import is_taken_back

if TYPE_CHECKING:
    from kg.mentions.tokens import Token


def is_denied(verb: Token) -> bool:
    """ "did not say that …" leaves open whether; "never claimed that …", "wrongly reported that …"; "no reports
    indicating that …".
    """
    nobody = verb.dep_ in ("acl", "relcl") and any(c.lower_ == "no" for c in verb.head.children)
    falsely = any(c.lower_ in FALSELY and c.dep_ == "advmod" for c in verb.children)
    return nobody or falsely or has_negation(verb) or is_taken_back(verb)


def is_claimed(verb: Token) -> bool:
    """ "claims that she was tortured": parsers take it for what the claims are like."""
    led = any(c.lower_ == "that" and c.dep_ == "dobj" for c in verb.children)
    return verb.dep_ == "relcl" and verb.head.lower_ in CLAIMS and led


def is_supposed(verb: Token) -> bool:
    """ "faces ten years if convicted of killing Bo": nobody has been."""
    return verb.dep_ == "advcl" and any(c.lower_ in CONDITIONS and c.dep_ == "mark" for c in verb.children)


def is_played(verb: Token) -> bool:
    """ "the film in which Ann Lee is murdered"."""
    led = any(c.lower_ == "in" and any(o.lower_ == "which" for o in c.children) for c in verb.children)
    return led and verb.head.lower_ in STAGED
