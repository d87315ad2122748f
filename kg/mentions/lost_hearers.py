"""To whom something is given, and what somebody is let do, where the parser loses them before a name.

"granted asylum to editor Ann Lee": the parser reads an infinitive, "to edit Ann Lee"; "let the group Aurora march": it
reads a name, "Aurora march".
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg import authorities

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAMES = frozenset({"NNP", "NNPS"})
LETTING = frozenset({"let", "lets", "letting"})
HUNG = frozenset({"advcl", "acl", "relcl", "dep"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj"})


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(o.word.lower() for o in authorities.offices() if o.word.isalpha())


def mend_hearers(sentence: Span) -> None:
    """Give the names behind "to" and "let" the place that they have in the sentence."""
    for token in sentence:
        if token.tag_ == "TO" and token.i + 2 < sentence.end and (name := _titled(token.nbor(1))) is not None:
            _give(token, token.nbor(1), name)
        elif token.dep_ in COMPLEMENTS and token.head.lower_ in LETTING and token.tag_ in NAMES and token.is_lower:
            _let(token)


def _titled(token: Token) -> Token | None:
    """The name that a title which is read as a verb stands right before."""
    name = next((c for c in token.rights if c.dep_ == "dobj" and c.tag_ in NAMES), None)
    if name is None or name.left_edge.i != token.i + 1:
        return None
    verbal = token.tag_ in ("VB", "VBP") and token.dep_ in HUNG
    return name if verbal and token.lower_ in _titles() else None


def _give(to: Token, title: Token, name: Token) -> None:
    above = title.head
    for child in list(title.children):
        if child != name:
            child.head = above
    to.head, to.dep_, to.tag_, to.pos_ = above, "prep", "IN", "ADP"
    name.head, name.dep_ = to, "pobj"
    title.head, title.dep_, title.tag_, title.pos_ = name, "compound", "NN", "NOUN"


def _let(deed: Token) -> None:
    actor = next((c for c in deed.lefts if c.dep_ == "compound" and c.i + 1 == deed.i), None)
    if actor is None:
        return
    for child in list(deed.lefts):
        if child != actor:
            child.head = actor
            child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_
    deed.tag_, deed.pos_, deed.dep_, actor.dep_ = "VB", "VERB", "ccomp", "nsubj"
