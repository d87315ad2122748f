"""Where a petition stands, told without a verb: "a Change.org petition titled …", "On the site X,
the petition “…” …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.linked import View, of_class
from kg.facts.model import Fact

QUOTE = r"[“\"‘]?"
NAMED = r"(?:,? (?:titled|entitled|called|named|headed))?,?"
# Between the portal and the petition: nothing but the noun.
BEFORE_NOUN = re.compile(rf"[’']?s? (?:online |public |electronic )?(?:petition{NAMED} ?{QUOTE})?")
OPENED = re.compile(r"(?:^|[,;] |\b)(?:[Oo]n|[Vv]ia|[Tt]hrough|[Aa]t) (?:the )?(?:[a-z-]+ ){0,3}$")
AFTER_PLACE = re.compile(rf",? (?:the|a|an|her|his|its|their) (?:[a-z-]+ ){{0,2}}(?:petition{NAMED} )?{QUOTE}")
# Between the petition and a portal behind it: "the petition “…” on X", "(X)".
BEHIND = re.compile(
    r"[”\"’]? (?:on|via|through|at) (?:the )?(?:(?:petition|online|web) )?(?:website|site|portal|platform)? ?"
)


def read_portals(view: View) -> Iterator[Fact]:
    """`publishedOn` of petitions beside whose words the portal's name stands."""
    text = view.linked.sentence.document.text
    outlets = list(of_class(view.linked, ["MediaOutlet", "Company"]))
    for petition in of_class(view.linked, ["Petition"]):
        for outlet in outlets:
            if outlet.end <= petition.start:
                gap = text[outlet.end : petition.start]
                opened = OPENED.search(text[view.linked.sentence.start : outlet.start])
                found = BEFORE_NOUN.fullmatch(gap) or (opened and AFTER_PLACE.fullmatch(gap))
            else:
                found = BEHIND.fullmatch(text[petition.end : outlet.start])
            if found:
                yield Fact(petition.entity, "publishedOn", outlet.entity, view.proof, "portal-beside")
