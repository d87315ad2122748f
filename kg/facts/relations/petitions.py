"""What governs a petition, told of petitions at large: "under Article 5, a petition must be debated once …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.model import Reference
from kg.facts.linked import View, of_class
from kg.facts.model import Fact

BACK = 3
# The law stands behind a ground, or before what it asks for.
GROUND = re.compile(
    r"\b(?:under|according to|pursuant to|in accordance with|in line with|required (?:by|under|in)|demanded by|"
    r"set (?:by|in|out in)|prescribed by|stipulated (?:by|in)|laid down (?:by|in)|needed under|provided for (?:by|in)) "
    r"(?:the )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"^,? (?:demands|requires|obliges|says|stipulates|provides|sets|prescribes|lets|allows|gives|entitles)\b"
)
# Words of the rules about petitions: who signs, and what a body must do then.
RULES = re.compile(r"\b(?:petitions?|signatures?|signed (?:it|by)|signatories|supporters|names)\b", re.IGNORECASE)
DUTY = re.compile(
    r"\b(?:must|has to|have to|had to|is obliged|are enough|required|obliges?|demands?|needed|within \d+)\b"
)
ANSWER = re.compile(
    r"\b(?:must|has to|have to|is obliged to) (?:reply|answer|respond|consider|examine|debate|discuss|review)\b"
)


def read_petition_rules(view: View) -> Iterator[Fact]:
    """`legalBasis` of the petition that the article tells of, where a sentence tells the rules."""
    text = view.linked.sentence.text
    if not (ANSWER.search(text) or (RULES.search(text) and DUTY.search(text))):
        return
    petition = _petition(view)
    laws = [r for r in of_class(view.linked, ["LawProvision", "Law"]) if _governs(view, r)]
    laws.sort(key=lambda r: (r.cls != "LawProvision", r.start))
    if petition and laws:
        yield Fact(petition, "legalBasis", laws[0].entity, view.proof, "petition-rules")


def _petition(view: View) -> str:
    """The petition of the sentence, else the last of those just before."""
    for linked in (view.linked, *reversed(view.earlier[-BACK:])):
        found = next(of_class(linked, ["Petition"]), None)
        if found is not None:
            return found.entity
    return ""


def _governs(view: View, law: Reference) -> bool:
    sentence = view.linked.sentence
    before, after = sentence.document.text[sentence.start : law.start], sentence.document.text[law.end : sentence.end]
    return bool(GROUND.search(before) or ASKING.match(after))
