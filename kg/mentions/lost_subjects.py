"""Subjects that the parser loses to a date or takes for one.

"On 4 June, Ann Lee, until then head of X, was named …": the parser makes the date the subject and the name its
apposition, or the name an adverb as dates are. A name of a person or body in that place is the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TAKEN = SUBJECTS | {"csubj", "csubjpass", "expl"}
NAMES = frozenset({"PERSON", "ORG"})
DATES = frozenset({"DATE", "TIME"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_subjects(sentence: Span) -> None:
    """Give the verbs of a sentence the subjects that a date took from them."""
    for token in sentence:
        if token.dep_ == "npadvmod" and _is_lost(token):
            token.dep_ = "nsubjpass" if _is_passive(token.head) else "nsubj"
        elif token.dep_ in SUBJECTS and token.ent_type_ in DATES and token.i < token.head.i:
            _take_over(token)


def _is_lost(token: Token) -> bool:
    verb = token.head
    if not _is_name(token) or token.i > verb.i or not (verb.tag_ in FINITE or _is_passive(verb)):
        return False
    return not any(c.dep_ in TAKEN for c in verb.children) and verb.dep_ not in ("amod", "acl", "relcl", "advcl")


def _take_over(date: Token) -> None:
    """The name that is put to a date takes its place as the subject."""
    verb = date.head
    name = next((c for c in date.children if c.dep_ == "appos" and _is_name(c) and date.i < c.i < verb.i), None)
    if name is not None:
        name.dep_, name.head = date.dep_, verb
        date.dep_ = "npadvmod"


def _is_name(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS") and token.ent_type_ in NAMES


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)
