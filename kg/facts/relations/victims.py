"""Whom "the victim’s mother" is the mother of: the one whose violent death or hurt the sentences before tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.entities.model import LinkedSentence
from kg.facts.grammar.clauses import is_passive
from kg.facts.linked import View, of_class
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

VICTIMS = frozenset({"victim", "deceased"})
HELD = frozenset({"detainee", "convict", "defendant", "accused", "prisoner", "activist"})
HARM = frozenset({
    "murder", "killing", "death", "assassination", "rape", "stabbing", "shooting", "beating", "manslaughter",
    "femicide", "lynching", "abduction", "disappearance", "assault", "attack", "torture",
})  # fmt: skip
HARMED = frozenset({
    "kill", "murder", "shoot", "stab", "beat", "rape", "lynch", "assassinate", "strangle", "die", "drown", "torture",
    "assault", "find",
})  # fmt: skip
BACK = 2


def victim(view: View, token: Token) -> str:
    """The person whom the noun means, "" if it means none, or if several were harmed."""
    if token.lower_ not in VICTIMS | HELD:
        return ""
    before = view.earlier[-BACK:]
    harmed = {key for linked in before for key in _harmed(view, linked)} if token.lower_ in VICTIMS else set()
    told = harmed or {r.entity for x in before for r in of_class(x, ["Person"]) if r.how == "name"}
    return next(iter(told)) if len(told) == 1 else ""


def _harmed(view: View, linked: LinkedSentence) -> list[str]:
    """Those whom a sentence tells to have been killed or hurt."""
    scene: Scene = type(view.scene)(linked, view.entities)
    return [
        r.entity
        for token in linked.sentence.span
        if _suffers(token)
        for r in scene.at(token)
        if r.cls == "Person" and r.how == "name"
    ]


def _suffers(token: Token) -> bool:
    """ "the murder of the student X", "X was shot", "X died", "shot X dead"."""
    above = token.head
    if token.dep_ == "pobj":
        return above.lower_ in ("of", "on") and above.head.lower_ in HARM
    if token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and above.lemma_ in ("die", "drown")):
        return above.lemma_ in HARMED
    return token.dep_ == "dobj" and above.lemma_ in HARMED - {"find"} and not is_passive(above)
