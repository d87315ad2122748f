"""The forms of titled norms, treaties and plans, one each; `citations` reads them. The group `name` is the title."""

from __future__ import annotations

import re

from kg.mentions.shapes import TITLE, WORD, YEAR

LINK = r"(?:on|for|of|to|against|concerning|about|relating to|regarding)"
NUMBER = r"\d+(?:-[A-Z]\b|[A-Za-z])?(?:[-.–]\d+)*(?:\(\w{1,3}\))*"
NUMBERED = r"(?: No\.?)? ?\d+(?:[-/]\d+)*"
NORM_NUMBER = r"(?: No\. ?[\w/-]+| \d+(?:[-/]\d+)*)"
OF_YEAR = rf"(?:,? (?:of )?{YEAR})?"
# The words before "Act" or "Bill": "Right to Records", "Associations (Amendment)".
ONE_NORM = r"(?!(?:Bill|Act|Law|Ordinance|Code)\b)"
INNER = rf"(?:{ONE_NORM}(?:{WORD}|\({WORD}\)) (?:(?:and|of|for|the|on|to(?! the)|&) )*){{1,7}}"
OF_STATE = rf"(?: of (?:the )?(?:Republic of )?{WORD}(?: {WORD})?)?"
NORM = r"(?:Law|Act|Ordinance|Regulations?|Decree|Directive)"
TREATY_FIRST = (
    r"(?:UN|United Nations|International|European|American|African|Inter-American|Arab|Optional|Second|First|Framework|"
    r"Additional|Universal|Geneva|Istanbul|Council of Europe|ILO)"
)
TREATY = r"(?:Convention|Covenant|Protocol|Declaration|Charter|Treaty|Compact|Statute)"
TREATY_LAST = r"(?:Convention|Protocol|Declaration|Accords?|Agreement|Statute|Covenant|Final Act|Compact|Charter)"
PLAN = r"(?:Plan|Strategy|Concept|Programme|Program|Roadmap|Doctrine|Agenda|Policy|Framework)"
STATE_PLAN = (
    rf"(?:National|State|Strategic|Federal|Presidential) (?:{WORD} )*"
    r"(?:Plan|Strategy|Concept|Programme|Program|Roadmap|Agenda)"
)
# What a plan is for, written small: "State Plan to protect rivers until 2030".
PURPOSE = r" to [a-z]+(?: (?!(?:which|that|was|is|has|will|after|by|said)\b)[\w’'-]+){1,16}"
QUOTED = r"[“\"‘](?P<name>[^”\"’]{6,120})[”\"’]"

FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (rule, cls, re.compile(pattern))
    for rule, cls, pattern in (
        # "Law No. 1 of 2014 on small islands"
        (
            "titled-law",
            "Law",
            rf"\b(?P<name>{NORM} (?:No\. ?)?[\w/-]+ of {YEAR}(?: on [a-z]+(?: [a-z]+){{0,2}}(?=[,.;)]))?)",
        ),
        # "Law on Water Users", "law On Rest Days", "law titled “…”", "Press Freedom Act 2016", "Decree-Law 12"
        ("titled-law", "Law", rf"\b(?P<name>{NORM}{NORM_NUMBER}? {LINK}(?: the)? {TITLE})"),
        ("titled-law", "Law", rf"\b[Ll]aw(?:,? (?:the|titled|entitled|called))? [“\"‘]?(?P<name>On {TITLE})"),
        ("titled-law", "Law", rf"\b(?:law|act|legislation),? (?:titled|entitled|called|known as)(?: the)? {QUOTED}"),
        ("titled-law", "Law", rf"\b(?P<name>{INNER}(?:Act|Ordinance|Statute|Law){OF_YEAR})\b"),
        ("titled-law", "Law", rf"\b(?P<name>(?:{WORD} )?(?:Decree-Law|Law|Act|Ordinance|Resolution){NUMBERED})\b"),
        ("titled-bill", "Bill", rf"\b(?P<name>Bill{NORM_NUMBER}? {LINK}(?: the)? {TITLE})"),
        ("titled-bill", "Bill", rf"\b(?P<name>{INNER}Bill{OF_YEAR})\b"),
        ("titled-bill", "Bill", rf"\b(?P<name>(?:Draft Law|Bill){NUMBERED})\b"),
        # "Labour Code of Georgia", "Code of Criminal Procedure", "constitution of Ghana"
        ("code", "Law", rf"\b(?P<name>(?:{WORD} ){{1,4}}Code{OF_STATE})"),
        ("code", "Law", rf"\b(?P<name>Code of {WORD}(?: {WORD})?{OF_STATE})"),
        (
            "constitution",
            "Law",
            rf"\b(?P<name>(?:the )?[Cc]onstitution(?: of (?:the )?{WORD}(?: {WORD})?)?)\b"
            r"(?! and (?:\w+ ){1,3}Committee)",
        ),
        # "1951 Convention on …", "Malabo Protocol", "Paris Document 1990"
        (
            "titled-treaty",
            "Treaty",
            rf"\b(?P<name>(?:{YEAR} )?(?:{TREATY_FIRST} )*{TREATY}(?: No\. ?\d+)? {LINK}(?: the)? {TITLE})",
        ),
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{WORD} ){{1,4}}{TREATY_LAST}(?: {YEAR})?)\b"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>{WORD} Document {YEAR})\b"),
        # "Strategy for Rural Roads", "State Plan to …", "National Roadmap", "Decree 14", "concept of a “caring state”"
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:{WORD} )*{PLAN}(?: {LINK}(?: the)? {TITLE}| {YEAR}[-–]{YEAR}| {YEAR}))",
        ),
        ("titled-policy", "Policy", rf"\b(?P<name>{STATE_PLAN}{PURPOSE})"),
        ("titled-policy", "Policy", rf"\b(?P<name>{STATE_PLAN})\b"),
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:Presidential |Government )?(?:Decree|Order|Instruction){NUMBERED})\b",
        ),
        (
            "concept",
            "Policy",
            r"\b(?:concept|policy|doctrine|principle|vision) of (?:a |an |the )?[“\"‘](?P<name>[^”\"’]{4,60})[”\"’]",
        ),
    )
)
