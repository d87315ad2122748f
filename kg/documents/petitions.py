"""The parts of a page that tell of one petition each: its title, and lines with its author, signatures, dates (pure).

A title stands above such lines, or says itself that it is a petition ("Petition No 412/2023 on post offices"). Nothing
is done where the page does not speak of petitions, or tells of papers that ask a court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from kg.documents.blocks import Block
from kg.documents.wording import clean_heading, words
from kg.resources import read_yaml

_DATA = Path(__file__).with_name("petitions.yaml")
_ABOUT = re.compile(
    r"\bpetitions?\b|\b(?:collective|citizens[’']?|public) (?:address|submission|appeal|motion)(?:es|s)?\b"
    r"|\b(?:citizens?[’']?|popular|people[’']s) initiatives?\b|\bsignatories\b|\bco-?signator",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<label>[A-Z][\w’' -]{1,40}?)(?: ?\([^)]{1,30}\))? ?[:：] ?(?P<value>\S.{0,160})")
_OF_IT = re.compile(r" (?:of|for|on) the (?:petition|initiative|address)$")
_PEOPLE = (
    r"(?:people have signed|have signed|people signed|verified signatures?|signatures?|supporters?|signatories|"
    r"co-?signatories|statements? of support|votes|endorsements?|citizens signed)"
)
# "112,870 signatures", "22,904 have signed. Let's get to 25,000!", "100,000 signatures required"
_COUNT = re.compile(rf"\d[\d,. ]*\d (?:\w+ )?{_PEOPLE}\b.{{0,60}}", re.IGNORECASE)
_DAY = (
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.? \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4}"
)
# "This response was given on 2 June 2024", "Debated on 3 May 2024", "Created by Ann Lee"
_TOLD = re.compile(
    r"(?:This )?(?:petition|response|reply|answer|debate)? ?(?:was )?(?:given|created|opened|closed|rejected|debated|"
    r"answered|published|started|submitted|withdrawn|admitted|responded|held|registered) on "
    rf"(?:{_DAY})|(?:Created|Started|Initiated) by [A-Z][\w’' -]{{2,50}}",
    re.IGNORECASE,
)
# A heading that says itself that it is the title of a petition.
_NAMED = re.compile(
    r"(?:(?:[Ee]-)?[Pp]etition|[Cc]ounter-petition|(?:European )?[Cc]iti[sz]ens?[’']?s? initiative|"
    r"[Pp]opular initiative|[Cc]ollective (?:address|submission))"
    r"(?: \(?[“\"]|:? (?:[Nn]o\.?|[Nn]r\.?|[Nn]umber|№) ?[\w/-]*\d| ?\d[\w/-]+(?:[ :]|$)).*"
    r"|[A-Z]{1,4}-?\d{2,6}[:.] [A-Z].*"
)
_NO = r"(?: ?(?:[Nn]o\.?|[Nn]r\.?|[Nn]umber|№))?"
PAPER_NUMBER = rf"(?:[Ee]-)?(?:[Pp]etition|[Ii]nitiative|[Aa]ddress)\b[,:]?{_NO}:? ?[\w/-]*\d[\w/-]*"
"""A petition by its number (a regular expression): "Petition 164207", "Petition, No. 412/2023"."""
# The number alone: the title is the line below; so it is below "Petition".
_NUMBER = re.compile(PAPER_NUMBER)
_ALONE = frozenset({"petition", "e-petition", "online petition", "public petition"})
_QUOTED = re.compile(r"[“\"«].+[”\"»]$")
_COURT = re.compile(r"\b(?:writ|habeas|certiorari|v\.|vs\.?)\b", re.IGNORECASE)
_BILLS = re.compile(r"\b(?:Bill|Act|Amendment|Law|Ordinance|Code|Resolution|Charter|Decree|Treaty|Convention)s?\b")
_BEGINS = re.compile(r"[^.]{0,90}\b(?:(?:e-)?petition|address|submission|initiative|appeal)\b", re.IGNORECASE)
# "Initiated by Ann Lee from Moose Factory": who did what to it, never its title.
_DONE = re.compile(r"(?:Last )?[a-z]+ed (?:by|on|at|in|from)\b", re.IGNORECASE)
HEADS = ("short", "heading", "date", "item")


def petition_parts(blocks: Sequence[Block], title: str = "") -> list[Block]:
    """The blocks with the titles of petitions as "title" and their lines of facts as "field". `title` is the file's."""
    if not (_ABOUT.search(title) or any(_ABOUT.search(b.text) for b in blocks)):
        return list(blocks)
    found = list(blocks)
    about = bool(_ABOUT.search(title)) or any(_ABOUT.search(b.text) for b in blocks if b.role in ("short", "heading"))
    for at, end in _parts(found, about=about):
        found[at] = _bare(replace(found[at], role="title"))
        for i in range(at + 1, end):
            label = _label(found[i].text)
            if label and (found[i].role in HEADS or label == "count"):
                found[i] = replace(found[i], role="field")
        if at > 0 and found[at - 1].role in ("short", "heading") and _NUMBER.fullmatch(found[at - 1].text):
            found[at - 1] = replace(found[at - 1], role="title")
    return found


def heads_inside(text: str) -> bool:
    """Whether a heading stays within the part of a petition: "Answer to the petition", "More details"."""
    plain = clean_heading(text).lower()
    return any(plain.startswith(word) and not plain[len(word) :][:1].isalpha() for word in _words("inside"))


def field_of(text: str) -> tuple[str, str]:
    """The label of a line, in small letters, and its value; two empty ones if it has none."""
    m = _FIELD.fullmatch(text.strip())
    label = _OF_IT.sub("", m["label"].strip().lower().replace("’", "'")) if m else ""
    return (label, m["value"].strip()) if m else ("", "")


def _parts(blocks: Sequence[Block], *, about: bool) -> Iterator[tuple[int, int]]:
    """Where the title of each petition stands, and where its part ends."""
    starts = [i for i in range(len(blocks)) if _is_title(blocks, i, about=about)]
    yield from pairwise([*starts, len(blocks)])


def _is_title(blocks: Sequence[Block], i: int, *, about: bool) -> bool:
    block = blocks[i]
    if block.role not in ("short", "heading", "item", "text") or _label(block.text) or _COURT.search(block.text):
        return False
    if block.role == "text" and not _QUOTED.fullmatch(block.text):
        return False
    if _NUMBER.fullmatch(block.text) and _is_name(blocks, i + 1):
        return False
    if block.role != "item" and _NAMED.fullmatch(block.text) and _role(blocks, i + 1) in ("text", "short", "date"):
        return not _in_court(blocks, i + 1)
    if not _is_name(blocks, i):
        return False
    above = blocks[i - 1].text if i else ""
    if (_NUMBER.fullmatch(above) or above.lower() in _ALONE) and _role(blocks, i + 1) in ("text", "short", "date"):
        return not _in_court(blocks, i + 1)
    below = next((b for b in blocks[i + 1 : i + 8] if b.role == "text"), None)
    about = about or bool(below and _BEGINS.match(below.text))
    return _has_fields(blocks, i + 1, about=about and not _BILLS.search(block.text))


def _is_name(blocks: Sequence[Block], i: int) -> bool:
    if i >= len(blocks) or blocks[i].role not in ("short", "heading", "item", "text"):
        return False
    text = blocks[i].text
    if _is_line(text) or _DONE.match(text):
        return False
    return 3 <= len(words(text)) <= 26 and not _label(text) and " | " not in text and not heads_inside(text)


def _has_fields(blocks: Sequence[Block], first: int, *, about: bool) -> bool:
    """Whether the lines below are those of a petition: one that only petitions have, or a petition's status."""
    labels = []
    for block in blocks[first : first + 10]:
        label = _label(block.text) if block.role in (*HEADS, "text") else ""
        if not label and not _is_line(block.text):
            break
        labels.append((label, field_of(block.text)[1]))
    if not labels or any(label in _words("courts") for label, _ in labels) or _in_court(blocks, first):
        return False
    if any(label == "count" or _labels().get(label, ("", False))[1] for label, _ in labels):
        return True
    return about and any(label == "status" and _is_state(value) for label, value in labels)


def _in_court(blocks: Sequence[Block], first: int) -> bool:
    return any(field_of(b.text)[0] in _words("courts") for b in blocks[first : first + 8])


def _is_line(text: str) -> bool:
    """Whether a line is a label with its value, known or not ("Ward: North Bank"): never the title of a petition."""
    label, value = field_of(text)
    return bool(label and value) and len(words(label)) <= 3 and not _NAMED.fullmatch(text)


def _is_state(value: str) -> bool:
    parts = [p.strip().lower() for p in re.split(r"[,;/(]", value)]
    return any(p in _words("states") or p.split(" on ")[0] in _words("states") for p in parts)


def _label(text: str) -> str:
    """The label of a petition's line; "count" for bare numbers of signatures, "told" for "Debated on 3 May 2024"."""
    label, _ = field_of(text)
    if label:
        return label if label in _labels() or label in _words("courts") else ""
    return "count" if _COUNT.fullmatch(text) else "told" if _TOLD.fullmatch(text.rstrip(".")) else ""


def _role(blocks: Sequence[Block], i: int) -> str:
    return blocks[i].role if i < len(blocks) else ""


def _bare(block: Block) -> Block:
    """The title without the quotation marks around the whole of it."""
    if _QUOTED.fullmatch(block.text) and block.text.count(block.text[0]) <= 2:
        return replace(block, start=block.start + 1, end=block.end - 1, text=block.text[1:-1])
    return block


def role_of_label(label: str) -> str:
    """What a label tells of a petition: "author", "signatures", "launch" … (petitions.yaml), "" for nothing."""
    return _labels().get(label, ("", False))[0]


@cache
def _labels() -> dict[str, tuple[str, bool]]:
    """Label → its role, and whether only petitions have it."""
    roles: dict[str, dict[str, list[str]]] = _data()["labels"]
    return {
        label: (role, kind == "sure")
        for role, kinds in roles.items()
        for kind, labels in kinds.items()
        for label in labels
    }


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_data()[name])


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(_DATA)
    return loaded
