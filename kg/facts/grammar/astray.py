"""What the parser hangs on the wrong word: objects behind brackets, names behind dates, participles (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import forms

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

VOTING = forms("adopt pass approve ratify enact reject consider discuss sign amend repeal endorse table introduce")
# Of what laws and petitions are called; a name of one ends with such a word.
TEXT_WORDS = words(
    "bill bills law laws act acts draft drafts amendment amendments code protocol convention treaty covenant petition "
    "petitions decree ordinance motion resolution text proposal reform regulation statute charter agreement"
)
CHANGES = words("amendment amendments change changes addendum")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH = 25  # words between a verb and the object that brackets part from it


def past_brackets(verb: Token) -> list[Token]:
    """ "adopted, at third reading and with 63 in favour, the Water Act": the first noun phrase that no preposition
    leads to, where one stands between the verb and it."""
    if verb.lower_ not in VOTING or verb.tag_ not in ("VBD", "VBZ", "VBN") or _carried(verb) or _at_end(verb):
        return []
    if not (verb.nbor(1).dep_ == "prep" or verb.nbor(1).text == "," or verb.nbor(1).pos_ == "ADP"):
        return []
    for token in verb.doc[verb.i + 2 : min(verb.sent.end, verb.i + REACH)]:
        if token.text in (";", ".") or token.tag_ in ("VBD", "VBZ", "WDT", "WP", "MD"):
            return []
        opens = token.lower_ in ("the", "a", "an", "its", "amendments", "changes")
        if opens and not _led_to(token.nbor(-1)):
            head = token.head if token.dep_ in ("det", "poss") else token
            return [head] if head.i >= token.i and head.dep_ not in ("nsubj", "nsubjpass") else []
    return []


def _at_end(verb: Token) -> bool:
    return verb.i + 1 >= len(verb.doc)


def _carried(verb: Token) -> bool:
    """Whether the verb is marked as passive."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def _led_to(before: Token) -> bool:
    return before.pos_ in ("ADP", "SCONJ", "CCONJ", "VERB", "AUX", "PART") or before.lower_ in ("all", "by", "than")


def behind_a_date(verb: Token) -> list[Token]:
    """ "At its sitting of 22 May the Senate adopted …", "which A passed in June and B signed": a name right before a
    verb, which the parser hangs on the date before it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.i < 2 or any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return []
    name = verb.nbor(-1)
    while name.dep_ in ("compound", "pobj", "prep", "det", "amod", "nmod") and name.head.i < verb.i:
        name = name.head
    date = name.head
    hung = name.dep_ in ("appos", "conj") and name.pos_ in ("PROPN", "NOUN") and date.dep_ == "pobj"
    return [name] if hung and date.ent_type_ == "DATE" and name.ent_type_ != "DATE" else []


def modified(verb: Token) -> Token | None:
    """The noun of a participle behind a comma that is not the one the parser chose: the text that a relative clause
    parts from it ("an amendment that would double the fee, tabled by Ann"), or the object it stands right behind."""
    if verb.tag_ != "VBN" or verb.left_edge.i != verb.i or verb.i < 2 or _carried(verb):
        return None
    if verb.dep_ == "acl" and (change := _change_to(verb.head)) is not None:
        return change
    if verb.nbor(-1).text != ",":
        return None
    if verb.dep_ == "acl":
        over = next((t for t in verb.ancestors if t.dep_ == "relcl"), None)
        text = over.head if over is not None else None
        plain = verb.head.lower_ not in TEXT_WORDS and verb.head.pos_ == "NOUN"
        known = text is not None and plain and text.lower_ in TEXT_WORDS
        return (_change_to(text) or text) if text is not None and known else None
    if verb.dep_ != "advcl":
        return None
    last = verb.nbor(-2)
    found = [t for t in (last, *last.ancestors) if t.lower_ in TEXT_WORDS and t.right_edge.i == last.i]
    return found[-1] if found else None


def _change_to(text: Token) -> Token | None:
    """ "an amendment to the Water Act, tabled by Ann": what is tabled is the amendment."""
    over = text.head.head if text.dep_ == "pobj" and text.head.lower_ == "to" else None
    return over if over is not None and over.lower_ in CHANGES else None


def set_off(verb: Token) -> bool:
    """ "The Water Act, repealed in 2014, was used": a participle between commas that the parser takes for a verb."""
    if verb.tag_ not in ("VBN", "VBD") or verb.i < 2 or verb.nbor(-1).text != "," or not verb.lower_.endswith("ed"):
        return False
    if any(c.dep_ in ("aux", "auxpass", "dobj", "ccomp", "xcomp", "nsubjpass", "dative") for c in verb.children):
        return False
    if not any(c.dep_ == "nsubj" and c.right_edge.i in (verb.i - 1, verb.i - 2) for c in verb.lefts):
        return False
    after = verb.doc[verb.i + 1 : verb.sent.end]
    comma = next((t.i for t in after if t.text == ","), None)
    return comma is not None and comma + 1 < verb.sent.end and verb.doc[comma + 1].tag_ in FINITE


def cleft(token: Token) -> Token | None:
    """ "It was the Water Pact that Chad signed": the noun that a "that" without a noun of its own stands for."""
    above = token.head
    if token.lower_ not in ("that", "which", "who") or token.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return None
    while above.dep_ in ("conj", "xcomp"):
        above = above.head
    if above.dep_ != "ccomp" or above.head.lemma_ != "be" or not any(c.lower_ == "it" for c in above.head.lefts):
        return None
    return next((c for c in above.head.rights if c.dep_ == "attr" and c.i < token.i), None)


def behind_appositions(name: Token) -> list[Token]:
    """ "Ann, a teacher, and Bo, a nurse": the parser hangs Bo on the teacher."""
    trades = [c for c in name.children if c.dep_ == "appos" and c.tag_ == "NN"] if name.pos_ == "PROPN" else []
    found = [c for t in trades for c in t.children if c.dep_ == "conj" and c.ent_type_ == "PERSON"]
    return [c for c in found if c.left_edge.nbor(-1).dep_ == "cc" and c.left_edge.nbor(-2).text == ","]


def excluded(conjunct: Token) -> bool:
    """ "but not X", "rather than X": no member of what is coordinated."""
    before = [t for t in conjunct.doc[max(0, conjunct.left_edge.i - 2) : conjunct.left_edge.i + 1] if t.i < conjunct.i]
    words = [t.lower_ for t in before]
    denied = any(t.lower_ == "not" and t.nbor(1).lower_ not in ("only", "just", "merely") for t in before)
    return denied or words[-2:] == ["rather", "than"]
