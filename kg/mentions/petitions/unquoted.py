"""Petitions' titles without quotation marks, told by what stands around them: "a petition, Save Our Pier, which …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import UPPER
from kg.mentions.spans import part

SMALL = r"(?:the|of|our|and|for|to|is|not|from|in|a|an|on|at|with|by|or|are|be)"
_WORD = rf"[{UPPER}][\w’'-]*"
TITLE = rf"(?P<title>{_WORD}(?: (?:{SMALL} ){{0,2}}(?:{_WORD}|\d+)){{1,9}}[!?]?)"
# "A rival petition, Jobs for All, which …"; "in a petition, Clear Bay, which is based in Rijeka, …" names a body.
APPOSED = re.compile(
    rf"(?<!\bin )\b(?P<lead>\w+(?: [a-z-]+){{0,2}} petition), {TITLE}, "
    r"(?:(?:which|that) (?!is\b|was (?:founded|set)|says\b|said\b)|"
    r"(?:launched|started|signed|addressed|posted|published|registered|opened|initiated|created|written|drafted|filed|"
    r"has|had|gathered|collected|drew|attracted)\b)"
)
INSIDE = re.compile(r"\b[Ii]n (?:an?|the|their|its|his|her|this)\b")
# "Save Our Pier, which carries 4,000 signatures, …": bodies collect names, only papers carry them.
CARRYING = re.compile(
    rf"(?:^|[.;:] |, (?:and|but|while) ){TITLE}(?:, (?:which|that|now|with)|,? \(?(?=(?:has|had|carr|bears|bore|drew)))"
    r"[^,;.]{0,12}?\b(?:(?:carries|carried|carrying|bears|bore|bearing|drew|drawn|attracted|gained|won)|with) "
    r"(?:[a-z]+ ){0,3}\d[\d,.]*(?: [a-z]+)? (?:signatures|names|signatories)\b"
)
COUNTED = re.compile(r"\d[\d,.]*(?: [a-z]+)? (?:signatures|names|signatories)\b")
# What bodies are called by, and petitions are not.
BODY = re.compile(
    r"\b(?:Movement|Union|Commission|Committee|Party|Network|Coalition|Association|Alliance|Front|Ministry|Council|"
    r"Group|Centre|Center|Foundation|Society|Federation|League|Forum|Institute|Office|Watch|International|Assembly)$"
)
# "The second, against the closing of the mill, …", where the sentence before speaks of petitions.
ELLIPTIC = re.compile(
    r"^(?:The|Another|A) (?:first|second|third|fourth|fifth|other|latter|former|last|one)?,? ?"
    r"(?P<aim>(?:against|for|on|about|over|demanding|asking|calling|urging|seeking|opposing) "
    r"(?!which\b|whom\b)[^,;.:]{6,90}),"
)
PETITIONS = re.compile(r"\b(?:petitions|counter-petition|petition drives|initiatives signed)\b")
NEAR = 600
SHORTEST = 2


def find(sentence: Sentence) -> Iterator[Mention]:
    """Titles without quotation marks, and petitions told apart by their aim alone."""
    text = sentence.text
    if "etition" in text:
        for m in APPOSED.finditer(text):
            if not INSIDE.match(m["lead"]) and _is_title(m["title"]):
                yield part(sentence, m.start("title"), m["title"], "Petition", "petition-title")
    if COUNTED.search(text) and "petition" in around(sentence).lower():
        for m in CARRYING.finditer(text):
            if _is_title(m["title"], least=SHORTEST + 1):
                yield part(sentence, m.start("title"), m["title"], "Petition", "petition-title")
    alone = ELLIPTIC.match(text)
    if alone and PETITIONS.search(_before(sentence)):
        called = {"called": f"petition {alone['aim']}"}
        yield part(sentence, alone.start("aim"), alone["aim"], "Petition", "petition", called)


def _is_title(title: str, least: int = SHORTEST) -> bool:
    return len(title.split()) >= least and not BODY.search(title)


def around(sentence: Sentence) -> str:
    """The text of the article around a sentence."""
    article = sentence.article
    return sentence.document.text[max(article.start, sentence.start - NEAR) : min(article.end, sentence.end + NEAR)]


def _before(sentence: Sentence) -> str:
    """The text of the paragraph before a sentence."""
    return sentence.document.text[max(sentence.paragraph.start, sentence.start - NEAR) : sentence.start]
