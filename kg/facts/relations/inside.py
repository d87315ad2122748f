"""What a long description says itself: "a bill by Ann Lee", "a petition to the Senate", "a petition against a law"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.entities.model import Reference
from kg.facts.linked import View
from kg.facts.model import Fact
from kg.facts.scene import classes

ACTORS, BODIES = classes(["Actor"]), frozenset({"GovernmentBody", "Legislature"})
WORDS = r"(?:the |an? )?(?:[\w’'.-]+ (?:of (?:the )?)?){0,4}$"
LIST = r"(?:[^,;]+(?:,| and|, and) )?"
BY = re.compile(rf"\bby {LIST}{WORDS}")
TO = re.compile(
    r"\b(?:signatures|names|petition|appeal) to (?:the )?(?:[\w’'.-]+ ){0,2}$"
    r"|\b(?:asking|asks|urging|urges|call(?:ing|s) (?:up)?on|requesting|petitioning|demand(?:ing|s) that|"
    r"requesting that|insisting that) (?:the )?(?:[\w’'.-]+ ){0,2}$"
)
OTHER = re.compile(r"\bby\b.*\b(?:to|for|on|against|calling|asking|demanding|urging|that|which|about|seeking|from)\b")
AGAINST = re.compile(
    r"\b(?:against|opposing|(?:withdraw|repeal|scrap|drop|abolish|revoke|reject|suspend|annul|veto|cancel|lift|reverse)"
    r"(?:ing)?) (?:the )?(?:[\w’'.-]+ ){0,2}$"
)
FOR = re.compile(r"\b(?:for|supporting|backing|in support of|(?:adopt|pass|enact|keep)(?:ing)?) (?:the )?$")


def read_inside(view: View) -> Iterator[Fact]:
    """`author` and `addressee` that stand in the words by which a norm or petition is called."""
    for norm in holders(view):
        for inside in held(view, norm):
            before = _before(view, norm, inside)
            if inside.cls in ACTORS and BY.search(before) and not OTHER.search(before):
                yield Fact(norm.entity, "author", inside.entity, view.proof, "author-inside")
            elif norm.cls == "Petition" and inside.cls in BODIES and TO.search(before):
                yield Fact(norm.entity, "addressee", inside.entity, view.proof, "addressee-inside")


def holders(view: View) -> Iterator[Reference]:
    """The references whose words hold names of others."""
    return (r for r in view.linked.references if r.mention is not None and r.mention.facts.get("held"))


def held(view: View, norm: Reference) -> list[Reference]:
    """The names within a reference's words."""
    return [r for r in view.linked.inside if norm.start <= r.start and r.end <= norm.end]


def _before(view: View, norm: Reference, inside: Reference) -> str:
    return view.linked.sentence.document.text[norm.start : inside.start]


def targets(view: View) -> Iterator[tuple[str, str, str]]:
    """(petition, predicate, norm) for each norm that a petition is against, or for."""
    for norm in holders(view):
        for inside in held(view, norm) if norm.cls == "Petition" else ():
            before = _before(view, norm, inside)
            if inside.cls in ("Law", "Bill", "Policy", "LawProvision"):
                predicate = "opposes" if AGAINST.search(before) else "supports" if FOR.search(before) else ""
                if predicate:
                    yield norm.entity, predicate, inside.entity


def voiced(facts: Sequence[Fact], aims: Sequence[tuple[str, str, str]]) -> Iterator[Fact]:
    """Who starts a petition against a bill opposes the bill: the stance that the petition is."""
    for fact in facts:
        if fact.predicate == "author" and fact.mode == "Asserted" and fact.polarity:
            for petition, predicate, norm in aims:
                if petition == fact.subject and norm != fact.object:
                    yield replace(
                        fact, subject=fact.object, predicate=predicate, object=norm, rule="petitioner", source=""
                    )
