"""How many have signed a petition, and how many must: "gathered 31,000 signatures", "needs 25,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.entities.model import Entity, LinkedSentence
from kg.mentions.model import Sentence
from kg.mentions.petitions.fields import role_of

NUMBER = r"(?P<number>\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?)(?P<scale> thousand| million)?"
SCALES = {"": 1, " thousand": 1_000, " million": 1_000_000}
COUNTED = re.compile(
    rf"{NUMBER}(?: \w+)? (?:signatures|signatories|names|votes|supporters|people (?:have |had )?sign(?:ed|ing))\b"
)
BODIES = (
    r"(?:\w+ ){0,2}(?:organi[sz]ations|groups|associations|NGOs|media|outlets|deputies|states|countries|times|"
    r"days|of)\b"
)
ABOUT = r"(?:over|nearly|almost|about|around|some|roughly|more than|at least|another)"
# "signed by more than 900 residents", "1,150 villagers had put their names to it"
SIGNED_BY = re.compile(rf"\bsigned (?:so far )?by (?:{ABOUT} )?{NUMBER}\b(?! {BODIES})")
SIGNERS = re.compile(
    rf"(?<![\w-]){NUMBER} (?!{BODIES})(?:\w+ )?[a-z]+ (?:ha(?:ve|d|s) )?(?:already |now )?"
    r"(?:signed|(?:put|added|lent|given|gave) their (?:names|signatures))\b"
)
# "2,300 of the 3,000 signatures required", "a quorum of 50,000"
PARTED = re.compile(
    rf"(?P<got>\d{{1,3}}(?:[,  ]\d{{3}})+|\d+) (?:out )?of the (?:required |necessary |requisite )?{NUMBER}\b"
)
QUORUM = re.compile(rf"\b(?:quorum|threshold|minimum|required number)[^.;,\d]{{0,25}}? {NUMBER}\b")
# A bare number that something must reach: "far below the 70,000 that the law demands".
LIMIT = (
    r"(?:below|short of|over|past|reached|needs?|requires?|required|threshold of|minimum of|"
    r"once it (?:has|gets|collects|reaches|gathers))"
)
BARE = re.compile(rf"{LIMIT}(?: the| at least)? {NUMBER}\b")
NEEDED = re.compile(
    r"\b(?:needs?|needed|requires?|required|must|threshold|minimum|at least|once|obliged?|demands?|quota|"
    r"consider a petition with|considered? (?:if|once|when))\b",
    re.IGNORECASE,
)
GOT = re.compile(
    r"\b(?:gathered|collected|received|gained|garnered|attracted|obtained|has|had|with|by|reached|drew|signed)"
    r"(?: \w+){0,3} $",
    re.IGNORECASE,
)
STILL = re.compile(r" (?:that (?:are|is) |which are )?(?:required|needed|necessary|demanded)\b")
# "If it reaches 50,000 signatures": what it has not got.
SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Uu]ntil|[Ss]hould)\b(?:(?!, )[^.;:])*$")
FEWEST = 50
BEFORE = 45


def count_signatures(linked: Sequence[LinkedSentence], entities: Mapping[str, Entity]) -> None:
    """Raise `signatures` and `threshold` of a document's petitions to the highest it tells. Changes entities."""
    for petition, line in _fields(linked, entities):
        role, value = role_of(line)
        m = re.search(NUMBER, value)
        if m and role == "threshold":
            petition.threshold = max(petition.threshold or 0, _value(m))
        elif m and role == "signatures":
            petition.signatures = max(petition.signatures or 0, _value(m))
    for petition, sentence in _about(linked, entities):
        for number, needed in counts(sentence):
            if needed:
                petition.threshold = max(petition.threshold or 0, number)
            else:
                petition.signatures = max(petition.signatures or 0, number)


def _fields(linked: Sequence[LinkedSentence], entities: Mapping[str, Entity]) -> Iterator[tuple[Entity, Sentence]]:
    """The lines under the titles of petitions, each with the petition of its part."""
    above: dict[int, str] = {}
    for one in linked:
        paragraph = one.sentence.paragraph
        if paragraph.kind == "title":
            above.update((paragraph.titled, r.entity) for r in one.references if r.cls == "Petition")
        elif paragraph.kind == "field" and paragraph.titled in above:
            yield entities[above[paragraph.titled]], one.sentence


def _about(linked: Sequence[LinkedSentence], entities: Mapping[str, Entity]) -> Iterator[tuple[Entity, str]]:
    """Sentences with the petition they tell of: one they refer to, else the only one of the article."""
    of_article: dict[str, list[str]] = {}
    parts: dict[int, str] = {}
    for one in linked:
        keys = [r.entity for r in one.references if r.cls == "Petition"]
        of_article.setdefault(one.sentence.article.id, []).extend(keys)
        if keys and one.sentence.paragraph.kind == "title":
            parts[one.sentence.paragraph.titled] = keys[-1]
    for one in linked:
        if one.sentence.paragraph.kind in ("title", "field"):
            continue
        named = dict.fromkeys(r.entity for r in one.references if r.cls == "Petition")
        part = parts.get(one.sentence.paragraph.titled)
        near = list(named) or ([part] if part else list(dict.fromkeys(of_article[one.sentence.article.id])))
        if len(near) == 1:
            yield entities[near[0]], one.sentence.text


def counts(sentence: str) -> list[tuple[int, bool]]:
    """The numbers of signatures in a sentence, each with whether it is how many are needed.

    >>> counts("It has 12,300 signatures, far below the 70,000 that the law demands.")
    [(12300, False), (70000, True)]
    """
    found = {m.start("number"): (_value(m), _needed(sentence, m)) for m in COUNTED.finditer(sentence)}
    for m in (*SIGNED_BY.finditer(sentence), *SIGNERS.finditer(sentence)):
        found.setdefault(m.start("number"), (_value(m), _needed(sentence, m)))
    found |= {m.start("number"): (_value(m), True) for m in QUORUM.finditer(sentence)}
    for m in PARTED.finditer(sentence):
        if found.get(m.start("number")):
            found[m.start("number")] = (_value(m), True)
            found[m.start("got")] = (round(float(re.sub(r"[,  ]", "", m["got"]))), False)
    for m in BARE.finditer(sentence):
        if found and NEEDED.search(sentence[m.start() : m.end() + BEFORE]):
            found.setdefault(m.start("number"), (_value(m), True))
    return [found[at] for at in sorted(found) if found[at][0] >= FEWEST]


def _value(m: re.Match[str]) -> int:
    return round(float(re.sub(r"[,  ]", "", m["number"])) * SCALES[m["scale"] or ""])


def _needed(sentence: str, m: re.Match[str]) -> bool:
    """Whether the words around the number say that so many are needed; what is gathered is not."""
    if STILL.match(sentence, m.end()) or SUPPOSED.search(sentence[: m.start()]):
        return True
    before = sentence[max(0, m.start() - BEFORE) : m.start()]
    need, got = list(NEEDED.finditer(before)), GOT.search(before)
    return bool(need) and (got is None or need[-1].start() > got.start() or need[-1][0].startswith("consider"))
