"""Articles and sections of laws: "Article 125", "Articles 12 and 14 of the Press Act"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.norms.citation_forms import NUMBER
from kg.mentions.shapes import CAP, JOIN, WORD
from kg.mentions.spans import part

PROVISION = re.compile(
    rf"\b(?P<kind>[Aa]rticles?|[Ss]ections?|Arts?\.|Secs?\.|[Cc]lauses?|[Rr]ules?|[Rr]egulations?|"
    rf"[Pp]aragraphs?) (?P<numbers>{NUMBER}(?:(?:,| and| or|, and) {NUMBER})*)"
    r"(?! (?:percent|per cent|people|protesters|members))"
)
# A code or act by its initials: "Section 302 of the IPC".
INITIALS = r"(?:[A-Z][a-z]?){2,6}(?<![a-z])\b(?! [A-Z])"
OF_LAW = re.compile(
    r"(?: \([^)]{1,80}\))?,?(?: of (?:Chapter|Part|Title|Schedule) \w+)?"
    rf" (?:of|under|in) (?:the |its |(?:the )?country[’']s |{CAP}[’']s )*"
    rf"(?P<law>(?:{WORD} )*"
    r"(?:Code|Act|Law|Constitution|Ordinance|Decree-Law \d+|Statute|constitution|law|act|code|bill|Bill|Rules|"
    r"Regulations|Charter|Convention|Covenant|Treaty|Protocol|Statute|Standing Orders|"
    r"(?:Act|Law) (?:No\. ?)?\d[\w/-]*)\b"
    rf"(?: (?:on|of|for) {WORD}(?:{JOIN} (?!Article|Section|Clause){WORD})*)?|(?P<short>{INITIALS})|"
    rf"(?P<native>{WORD}(?: {WORD}){{1,4}}))"
)
# What has sections too, and is no law: "Section 4 of the Northern Highway".
BUILT = frozenset({"Highway", "Road", "Wall", "Railway", "Line", "Pipeline", "Motorway", "Expressway", "Park",
                   "Cemetery", "Stadium", "Report", "Agreement"})  # fmt: skip

KINDS = {
    "art": "Article", "sec": "Section", "cla": "Clause", "rul": "Rule", "reg": "Regulation", "par": "Paragraph",
}  # fmt: skip
VAGUE = frozenset({"paragraph", "paragraphs", "clause", "clauses", "rule", "rules", "regulation", "regulations"})


def _whole(sentence: Sentence) -> str:
    """The article up to the sentence's end."""
    return sentence.document.text[sentence.article.start : sentence.end]


def find(sentence: Sentence) -> Iterator[Mention]:
    """A mention for each article number; `part_of` in its facts is the law as the sentence names it.

    A law that stands behind its article by its initials only is found here too.
    """
    for m in PROVISION.finditer(sentence.text):
        law = OF_LAW.match(sentence.text, m.end())
        if law and law["native"] and law["native"].split()[-1] in BUILT | set(lexicon().heads):
            law = None
        facts: dict[str, object] = {"part_of": law["law"]} if law else {}
        if (
            m["kind"].lower() in VAGUE
            and not law
            and not (m["kind"] == "Clause" and "bill" in _whole(sentence).lower())
        ):
            continue  # "paragraph 5" may be any text's
        if law and (law["short"] or law["native"]):  # "Section 9 of the Nyaya Sanhita"
            yield part(sentence, law.start("law"), law["law"], "Law", "titled-law")
        kind = KINDS[m["kind"][:3].lower()]
        for k, number in enumerate(re.finditer(NUMBER, m["numbers"])):
            start = m.start() if k == 0 else m.start("numbers") + number.start()
            text = sentence.text[start : m.start("numbers") + number.end()]
            yield replace(part(sentence, start, text, "LawProvision", "provision", facts), name=f"{kind} {number[0]}")
