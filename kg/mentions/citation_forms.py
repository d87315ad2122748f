"""The forms of titled norms, treaties and plans, one line each; `citations` reads them. The group `name` is the title."""

from __future__ import annotations

import re

from kg.mentions.shapes import TITLE, WORD, YEAR

LINK = r"(?:on|for|of|to|against|concerning|about|relating to|regarding)"
NUMBER = r"\d+[A-Za-z]?(?:[-.–]\d+)*(?:\(\w{1,3}\))*"
NORM_NUMBER = r"(?: No\. ?[\w/-]+| \d+(?:[-/]\d+)*)"
INNER = rf"(?:(?:{WORD}|\({WORD}\)) (?:(?:and|of|for|the|on|to|&) )*){{1,7}}"
OF_STATE = rf"(?: of (?:the )?(?:Republic of )?(?:{WORD})(?: {WORD})?)?"
TREATY_FIRST = (
    r"(?:UN|United Nations|International|European|American|African|Inter-American|Arab|Optional|Second|First|Framework|"
    r"Additional|Universal|Geneva|Istanbul|Council of Europe|ILO)"
)
PLAN = r"(?:Plan|Strategy|Concept|Programme|Program|Roadmap|Doctrine|Agenda|Policy|Framework)"
STATE_PLAN = rf"(?:National|State|Strategic|Federal|Presidential) (?:{WORD} )*(?:Plan|Strategy|Concept|Programme|Program|Roadmap|Agenda)"
# What a plan is for, written small: "State Plan to protect rivers until 2030".
PURPOSE = r" to [a-z]+(?: (?!which\b|that\b|was\b|is\b|has\b|will\b|after\b|by\b|said\b)[\w’'-]+){1,16}"

FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (rule, cls, re.compile(pattern))
    for rule, cls, pattern in (
        ("titled-law", "Law", rf"\b(?P<name>(?:Law|Act|Ordinance|Regulations?|Decree|Directive){NORM_NUMBER}? {LINK}(?: the)? {TITLE})"),
        ("titled-law", "Law", rf"\b[Ll]aw(?:,? (?:the|titled|entitled|called))? [“\"‘]?(?P<name>On {TITLE})"),
        ("titled-law", "Law", r"\b(?:law|act|legislation),? (?:titled|entitled|called|known as)(?: the)? [“\"‘](?P<name>[^”\"’]{6,120})[”\"’]"),
        ("titled-law", "Law", rf"\b(?P<name>{INNER}(?:Act|Ordinance|Statute|Law)(?:,? (?:of )?{YEAR})?)\b"),
        ("titled-law", "Law", rf"\b(?P<name>(?:{WORD} )?(?:Decree-Law|Law|Act|Ordinance|Resolution)(?: No\.?)? ?\d+(?:[-/]\d+)*)\b"),
        ("titled-bill", "Bill", r"\b(?P<name>(?:Draft Law|Bill)(?: No\.?)? ?\d+(?:[-/]\d+)*)\b"),
        ("titled-policy", "Policy", rf"\b(?P<name>(?:Presidential |Government )?(?:Decree|Order|Instruction)(?: No\.?)? ?\d+(?:[-/]\d+)*)\b"),
        ("titled-bill", "Bill", rf"\b(?P<name>Bill{NORM_NUMBER}? {LINK}(?: the)? {TITLE})"),
        ("titled-bill", "Bill", rf"\b(?P<name>{INNER}Bill(?:,? (?:of )?{YEAR})?)\b"),
        ("code", "Law", rf"\b(?P<name>(?:{WORD} ){{1,4}}Code(?: of (?:Criminal|Civil|Administrative|Judicial) \w+)?{OF_STATE})"),
        ("code", "Law", rf"\b(?P<name>Code of (?:{WORD})(?: {WORD})?(?: of (?:the )?(?:Republic of )?{WORD})?)"),
        ("constitution", "Law", rf"\b(?P<name>(?:the )?[Cc]onstitution(?: of (?:the )?{WORD}(?: {WORD})?)?)\b"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{YEAR} )?(?:{TREATY_FIRST} )*(?:Convention|Covenant|Protocol|Declaration|Charter|"
                                    rf"Treaty|Compact|Statute)(?: No\. ?\d+)? {LINK}(?: the)? {TITLE})"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{WORD} ){{1,4}}(?:Convention|Protocol|Declaration|Accords?|Agreement|Statute|Covenant|"
                                    rf"Final Act|Compact|Charter)(?: {YEAR})?)\b"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>{WORD} Document {YEAR})\b"),
        ("titled-policy", "Policy", rf"\b(?P<name>(?:{WORD} )*{PLAN}(?: {LINK}(?: the)? {TITLE}| {YEAR}[-–]{YEAR}| {YEAR}))"),
        ("titled-policy", "Policy", rf"\b(?P<name>{STATE_PLAN}{PURPOSE})"),
        ("titled-policy", "Policy", rf"\b(?P<name>{STATE_PLAN})\b"),
        ("concept", "Policy", r"\b(?:concept|policy|doctrine|principle|vision) of (?:a |an |the )?[“\"‘](?P<name>[^”\"’]{4,60})[”\"’]"),
    )
)  # fmt: skip
