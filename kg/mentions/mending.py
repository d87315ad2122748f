"""Parses put right where the parser often errs: the verb of a short news sentence taken for part of a name.

"The High Court on Monday sentenced journalist Ann Lee to two years": the parser reads "sentenced journalist Ann Lee" as
one name and finds no verb at all. What stands between a subject and a title or name, and is not led in by an article or
a preposition, is the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions.lost_hearers import mend_hearers
from kg.mentions.lost_subjects import mend_subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = frozenset({"compound", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MOVED = frozenset({"prep", "npadvmod", "advmod", "advcl", "punct", "nsubj", "cc", "dative"})
BEFORE = NOUNS | {"CD", "RB", ")"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend(doc: Doc) -> Doc:
    """The doc, its sentences without a verb mended in place."""
    for sentence in list(doc.sents):
        if sentence.root.tag_ in NOUNS:
            verb = next((t for t in sentence if _is_lost_verb(t, sentence)), None)
            if verb is not None:
                _restore(verb, sentence)
        mend_subjects(sentence)
        mend_hearers(sentence)
    return doc


def _is_lost_verb(token: Token, sentence: Span) -> bool:
    """Whether a participle inside a noun phrase stands right behind a subject, in a sentence without another verb."""
    if token.tag_ not in ("VBD", "VBN") or token.dep_ not in INSIDE or token.i - 1 < sentence.start:
        return False
    top = _top(token)
    if top.i <= token.i or token.nbor(-1).tag_ not in BEFORE or not _rooted(top, token, sentence):
        return False
    return not any(t.tag_ in FINITE and t.dep_ not in ("relcl", "advcl", *INSIDE) and t != token for t in sentence)


def _top(token: Token) -> Token:
    """The noun at the head of the phrase that swallowed the verb."""
    while token.dep_ in INSIDE and token.head.i > token.i:
        token = token.head
    return token


def _rooted(top: Token, verb: Token, sentence: Span) -> bool:
    """Whether the phrase is the root, or hangs on the noun before the verb that should be its subject."""
    if top == sentence.root:
        return any(t.i < verb.i and t.tag_ in NOUNS for t in sentence)
    return top.dep_ in ("appos", "dep") and top.head == sentence.root and top.head.i < verb.i


def _subject(verb: Token, top: Token, sentence: Span) -> Token:
    """The noun before the verb: the one that the parser already calls a subject, the root, else the nearest."""
    before = [t for t in sentence if t.i < verb.i and t.tag_ in NOUNS and (t.head.i >= verb.i or t.head == t)]
    called = [t for t in before if t.dep_ in SUBJECTS]
    nearest = [t for t in before if t.dep_ != "pobj"] or before
    return called[-1] if called else nearest[-1] if nearest else top


def _restore(verb: Token, sentence: Span) -> None:
    """Hang the sentence on its verb: what stands before it does it, the name after it has it done."""
    top = _top(verb)
    subject = _subject(verb, top, sentence)
    if subject == top:
        return
    hung = [t for t in (*top.children, *subject.children) if _moves(t, verb, top, subject)]
    verb.dep_ = "ROOT"
    verb.tag_, verb.pos_ = "VBD", "VERB"
    _hang(verb, verb)
    for token, dep in ((subject, "nsubj"), (top, "dobj")):
        token.dep_ = dep
        _hang(token, verb)
    for token in hung:
        _hang(token, verb)


def _moves(token: Token, verb: Token, top: Token, subject: Token) -> bool:
    if token in (verb, top, subject) or token.dep_ not in MOVED:
        return False
    if token.head == subject:
        return token.i > verb.i or token.nbor(1).ent_type_ in ("DATE", "TIME")
    return token.i > top.i or token.i < verb.i


def _hang(token: Token, head: Token) -> None:
    if token.head != head:
        token.head = head
