"""Who speaks for or against a petition, bill, law or policy: only a stance that somebody voices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.entities.model import Entity, LinkedSentence
from kg.facts.linked import NORMS, ORGANISATIONS, evidence, of_class
from kg.facts.model import Fact

FOR = re.compile(r"\b(?:support(?:s|ed|ing)?|back(?:s|ed)|defend(?:s|ed)|welcom(?:e|es|ed)|endors(?:e|es|ed)|prais(?:e|es|ed)|in favou?r of|"
                 r"advocat(?:e|es|ed)|champion(?:s|ed)|call(?:s|ed)? for the adoption|urg(?:e|es|ed)[^.]{0,60}\b(?:adopt|pass|approve|accept))\b")  # fmt: skip
AGAINST = re.compile(r"\b(?:oppos(?:e|es|ed|ing)|reject(?:s|ed)?|condemn(?:s|ed|ing)?|criticiz(?:e|es|ed|ing)|criticis(?:e|es|ed|ing)|denounc(?:e|es|ed|ing)|against the|"
                     r"protest(?:s|ed|ing)? against|concern(?:s|ed)? about|concern over|object(?:s|ed) to|illegal|discriminatory|violates?|should not|must not|withdraw|repeal|"
                     r"urg(?:e|es|ed)[^.]{0,60}\b(?:reject|withdraw|veto|drop|scrap|repeal))\b")  # fmt: skip
SAYING = re.compile(r"\b(?:said|says|stated|warned|argued|called|urged|told|wrote|claimed|expressed|pronounc|voiced|insisted|believes|criticized|criticised|"
                    r"condemned|denounced|opposed|opposes|supported|supports|backed|rejected|welcomed|endorsed|objected|praised|defended)")  # fmt: skip
ACTORS = ORGANISATIONS - {"Court", "MediaOutlet"} | {"Person"}


def read_stances(linked: LinkedSentence, entities: Mapping[str, Entity]) -> Iterator[Fact]:
    """supports / opposes: the sentence's first actor, who must be its speaker, towards the norm that follows."""
    text, base = linked.sentence.text, linked.sentence.start
    norms = [r for r in of_class(linked, NORMS)]
    actors = [r for r in of_class(linked, ACTORS)]
    if not norms or not actors or not SAYING.search(text):
        return
    for norm in norms:
        speakers = [a for a in actors if a.end <= norm.start]
        if not speakers:
            continue
        between = text[speakers[0].end - base : norm.end - base + 60]
        against, favour = AGAINST.search(between), FOR.search(between)
        predicate = "opposes" if against else "supports" if favour else ""
        if predicate and not re.search(r"\b(?:not|never|n’t|n't)\b (?:support|oppose|back)", between):
            yield Fact(speakers[0].entity, predicate, norm.entity, evidence(linked), "stance")
