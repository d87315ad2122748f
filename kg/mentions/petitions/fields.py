"""The lines under a petition's title: what their labels mean, and whom they name ("Petitioner: Ann Lee")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents.petitions import field_of, role_of_label
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP
from kg.mentions.spans import part

# "Debated on 3 May 2024", "This response was given on 2 June 2024", "Created by Ann Lee": without a colon.
_TOLD = (
    ("author", re.compile(r"(?:Created|Started|Initiated) by ", re.IGNORECASE)),
    ("decision", re.compile(r"(?:This )?(?:response|reply|answer)\b|(?:responded|answered|rejected) on", re.I)),
    ("review", re.compile(r"(?:This )?(?:petition )?(?:was )?(?:debated?|admitted)\b", re.IGNORECASE)),
    ("launch", re.compile(r"(?:This )?(?:petition )?(?:was )?(?:opened|created|started|submitted|published|registered)"
                          r"\b", re.IGNORECASE)),
)  # fmt: skip
NAMING = frozenset({"author", "addressee", "portal", "review", "decision"})
_PERSON = re.compile(rf"{CAP}(?: (?:de|da|van|von|bin|al|el|dos|del))?(?: {CAP}){{1,3}}")
_GROUP = re.compile(
    r"\b(?:Association|Union|League|Network|Society|Movement|Initiative|Coalition|Alliance|Group|Foundation|Collective|"
    r"Club|Forum|Circle|Council|Federation|Campaign|Guild|Fund|Friends|Residents|Parents|Workers|Against|"
    r"[A-Z]\w+s[’'] [A-Z]\w+)\b"
)


def role_of(sentence: Sentence) -> tuple[str, str]:
    """What a line tells of its petition (author, addressee, portal, signatures, threshold, launch, reached, review,
    decision, or "" for nothing) and its value."""
    text = sentence.text
    label, value = field_of(text)
    if label:
        return role_of_label(label), value
    if text[:1].isdigit():
        return ("threshold" if re.search(r"\b(?:required|needed|goal)\b", text) else "signatures"), text
    return next(((role, text[m.end() :]) for role, form in _TOLD if (m := form.match(text))), ("", ""))


def names_nobody(sentence: Sentence) -> bool:
    """Whether a line holds no names: "Status: In committee", "Signatures: 1,200"."""
    return sentence.paragraph.kind == "field" and role_of(sentence)[0] not in NAMING


def find(sentence: Sentence) -> Iterator[Mention]:
    """The people and groups that a line names as authors, whatever their names look like."""
    if sentence.paragraph.kind != "field":
        return
    role, value = role_of(sentence)
    if role != "author" or not value:
        return
    at = sentence.text.index(value)
    for m in re.finditer(r"[^,;(]+?(?=,|;| and |$| \()", value):
        name = m[0].strip().removeprefix("and ").strip()
        start = at + value.index(name)
        if name and _GROUP.search(name):
            yield part(sentence, start, name, "CivilSocietyOrganization", "head")
        elif _PERSON.fullmatch(name):
            yield part(sentence, start, name, "Person", "person-context")
        break  # what follows is a place, an office or a deputy
