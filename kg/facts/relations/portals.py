"""Where a petition stands and whom it asks, told beside its words: "a Change.org petition titled …", "… sent to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.model import Reference
from kg.facts.linked import View, of_class
from kg.facts.model import Fact
from kg.facts.petitions.makers import MAKING

LEADING = 4  # words before a petition's title: "The first, “…”"
QUOTE = r"[“\"‘]?"
NAMED = r"(?:,? (?:titled|entitled|called|named|headed))?,?"
# Between the portal and the petition: nothing but the noun.
BEFORE_NOUN = re.compile(rf"[’']?s? (?:online |public |electronic )?(?:petition{NAMED} ?{QUOTE})?")
OPENED = re.compile(r"(?:^|[,;] |\b)(?:[Oo]n|[Vv]ia|[Tt]hrough|[Aa]t) (?:the )?(?:[a-z-]+ ){0,3}$")
AFTER_PLACE = re.compile(rf",? (?:the|a|an|her|his|its|their) (?:[a-z-]+ ){{0,2}}(?:petition{NAMED} )?{QUOTE}")
# Between the petition and a portal behind it: "the petition “…” on X", "(X)".
BEHIND = re.compile(
    rf"[”\"’]?(?:,? (?:(?:which|that) )?(?:(?:was|is|has been|had been) )?{MAKING}(?: (?:on|in) [^,;.]{{3,20}}?)?)?"
    r" (?:on|via|through|at) (?:the )?(?:(?:petition|online|web|state|public) ){0,2}"
    r"(?:website|site|portal|platform)? ?[“\"]?"
)
# "…, had gathered 9,000 names by May and asks the Senate for …": whom a petition that begins a sentence asks.
ASKS = re.compile(
    r"[”\"’]?(?:,? [^;:.]{0,160}?,?)? (?:asks?|urges?|calls (?:up)?on|requests|demands that|wants) (?:the )?"
    r"(?:[a-z]+ ){0,2}"
)


SENT = re.compile(
    r"[”\"’]?,? (?:(?:which|that) (?:was|is|has been) )?"
    r"(?:(?:addressed|directed|sent|submitted|handed(?: in| over)?|delivered|presented|"
    r"forwarded|referred|carried|passed on) to"
    r"|(?:lodged|filed|left) with|(?:put|laid|brought) before) (?:the )?"
    r"(?:[A-Za-z’'-]+ ){0,2}"
)
# "a petition that asks the Supreme Court to …", "its petition to the Senate on the portal X"
THAT_ASKS = re.compile(
    r"[”\"’]?,? (?:that|which) (?:asks?|asked|urges?|urged|calls? (?:up)?on|called (?:up)?on|requests) (?:the )?"
)
TO_BODY = re.compile(r" to (?:the )?")
# "the Ministry, to which the petition “…” is addressed"
TO_WHICH = re.compile(r", to wh(?:ich|om) (?:the|this|a|her|his|their) (?:[a-z]+ ){0,2}?(?:petition,? )?[“\"‘]?")
ADDRESSED = re.compile(r"[”\"’]? (?:is|was|has been) (?:addressed|directed|sent|submitted)\b")


def read_portals(view: View) -> Iterator[Fact]:
    """`publishedOn` and `addressee` of petitions beside whose words the portal's or the body's name stands."""
    text = view.linked.sentence.document.text
    outlets = list(of_class(view.linked, ["MediaOutlet", "Company"]))
    for petition in of_class(view.linked, ["Petition"]):
        for body in of_class(view.linked, ["GovernmentBody", "Legislature", "Court"]):
            if _addressed(view, petition, body):
                yield Fact(petition.entity, "addressee", body.entity, view.proof, "addressed-beside")
        for outlet in outlets:
            if outlet.end <= petition.start:
                gap = text[outlet.end : petition.start]
                opened = OPENED.search(text[view.linked.sentence.start : outlet.start])
                found = BEFORE_NOUN.fullmatch(gap) or (opened and AFTER_PLACE.fullmatch(gap))
            else:
                found = BEHIND.fullmatch(text[petition.end : outlet.start])
            if found:
                yield Fact(petition.entity, "publishedOn", outlet.entity, view.proof, "portal-beside")


def _addressed(view: View, petition: Reference, body: Reference) -> bool:
    """Whether the words between the two say that the petition is to the body."""
    text = view.linked.sentence.document.text
    if body.end <= petition.start:
        return bool(TO_WHICH.fullmatch(text[body.end : petition.start]) and ADDRESSED.match(text, petition.end))
    gap = text[petition.end : body.start]
    if THAT_ASKS.fullmatch(gap) or (TO_BODY.fullmatch(gap) and text[: petition.end].endswith("petition")):
        return True
    if body.cls == "Court":
        return False
    return bool(SENT.fullmatch(gap) or (_first(view, petition) and ASKS.fullmatch(gap)))


def _first(view: View, petition: Reference) -> bool:
    """Whether a petition is what the sentence begins with, so that what it tells next is the petition's doing."""
    named = [r for r in view.linked.references if r.how != "adjective"]
    before = view.linked.sentence.document.text[view.linked.sentence.start : petition.start]
    return bool(named) and named[0] is petition and len(before.split()) <= LEADING
