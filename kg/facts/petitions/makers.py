"""Who made a petition or bill, told behind it in a string of words: "…, opened on 3 June by the Pier Union, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.model import LinkedSentence, Reference
from kg.facts.grammar.clauses import Clause
from kg.facts.grammar.inflect import words
from kg.facts.grammar.lexicon import forms
from kg.facts.linked import View, of_class
from kg.facts.model import Fact

MAKING = (
    r"(?:launched|started|opened|created|initiated|organi[sz]ed|lodged|filed|posted|published|registered|drafted|written|"
    r"drawn up|proposed|tabled|sponsored|introduced|authored|co-authored|devised|put forward|prepared|begun|set up|"
    r"submitted|hosted)"
)
# What may stand between the verb and "by": when and where.
_WHEN = (
    r"(?: (?:on|in|at|via|through|last|this|earlier|late|early|a|two|three|first|jointly|yesterday)\b[^;:.]{0,70}?)?"
)
_LEAD = (
    r"(?:(?!(?:employees|workers|staff|residents|inhabitants|citizens|villagers|relatives|opponents|supporters|critics|"
    r"people|lawyers|students|parents|friends|families|victims)\b)[a-z\d’'-]+ ){0,7}?"
)
BY = re.compile(
    rf"[”\"’']?,? ?(?:(?:which|that) )?(?:(?:was|were|has been|had been|is|been) )?(?:first |jointly |originally )?"
    rf"{MAKING}{_WHEN},? by (?:the |an? )?{_LEAD}[“\"]?",
)
# "the motion by Ann Lee", "a motion by the independent member Ann Lee to …"
OF_MOTION = re.compile(r" (?:by|from) (?:the |an? )?(?:[a-z-]+ ){0,4}(?:[A-Z][a-z]+ )?")
# "Its author, the biologist Ann Lee, …", "having heard its author, Ann Lee"
AUTHOR = re.compile(
    r"\b[Ii]ts (?:co-)?(?:author|initiator|sponsor|drafter|organi[sz]er), (?:the |an? )?(?:[a-z-]+ ){0,4}"
    r"(?:(?:MP|MEP|Senator|Deputy|Rep\.|Sen\.|Representative|Councillor|Professor|Dr\.?) )?"
)
# Who hands in what others have written, and in which words.
LAWMAKERS = words(
    "mp mps mep deputy deputies senator senators lawmaker lawmakers legislator legislators congressman congresswoman "
    "parliamentarian parliamentarians councillor councillors speaker"
)
HANDING = forms("present hand submit table deliver lodge file introduce bring send take read forward put")
HANDED_BY = re.compile(
    r"\b(?:lodged|filed|submitted|tabled|introduced|hosted|put forward)\b.*? by .*?"
    r"\b(?:MP|MEP|Senator|Deputy|Rep\.|Sen\.|Representative|Councillor|lawmaker|senator|deputy|legislator)s?\b"
)
MADE = frozenset({"Petition", "Bill", "Policy", "Law"})
OWNED = ("Petition", "Bill")
MAKERS = ("Person", "CivilSocietyOrganization", "PoliticalParty", "GovernmentBody", "Legislature")
FARTHEST = 160


def read_makers(view: View) -> Iterator[Fact]:
    """`author` of what a sentence says was made by somebody, however its clauses are strung."""
    text = view.linked.sentence.document.text
    makers = [r for r in of_class(view.linked, MAKERS) if r.how == "name"]
    if not makers:
        return
    for made in of_class(view.linked, MADE):
        maker = next((m for m in makers if _made(text, made, m)), None)
        if maker is not None and maker.entity != made.entity:
            yield Fact(made.entity, "author", maker.entity, view.proof, "made-by")
    yield from _its_author(view, makers)


def behind(linked: LinkedSentence, made: Reference) -> str:
    """Who made a petition or bill, by the words that follow its name, "" where they do not say."""
    makers = (r for r in of_class(linked, MAKERS) if r.how == "name")
    return next((m.entity for m in makers if _made(linked.sentence.document.text, made, m)), "")


def only_hands_in(clause: Clause) -> bool:
    """ "MP Ann Lee presented the petition", "tabled it on behalf of Bo Wu": it is somebody else's."""
    if clause.trigger.lower_ not in HANDING:
        return False
    titles = (w for t in clause.heads("subject") for w in (t, *t.lefts) if w == t or w.dep_ in ("compound", "nmod"))
    return any(w.lower_ in LAWMAKERS for w in titles) or any(t.lower_ == "behalf" for t in clause.trigger.subtree)


def _made(text: str, made: Reference, maker: Reference) -> bool:
    gap = text[made.end : maker.start] if 0 < maker.start - made.end < FARTHEST else ""
    if made.cls == "Petition" and HANDED_BY.search(gap):
        return False
    if gap.count(" by ") != 1 or text[maker.end : maker.end + 2] in ("'s", "’s"):
        return False
    return bool(BY.fullmatch(gap)) or (made.cls == "Bill" and text[made.start : made.end].lower() == "motion" and
                                       bool(OF_MOTION.fullmatch(gap)))  # fmt: skip


def _its_author(view: View, makers: list[Reference]) -> Iterator[Fact]:
    """ "Its author, …", of the one petition or bill that this or the last sentences speak of."""
    sentence = view.linked.sentence
    for m in AUTHOR.finditer(sentence.text):
        maker = next((r for r in makers if r.start == sentence.start + m.end() and r.cls == "Person"), None)
        if maker is None:
            continue
        for one in (view.linked, *reversed(view.earlier[-2:])):
            before = [r for r in one.references if r.cls in OWNED and r.end <= sentence.start + m.start()]
            before.sort(key=lambda r: (r.cls == "Petition", r.start))
            if before:
                yield Fact(before[-1].entity, "author", maker.entity, view.proof, "its-author")
                break
