"""The forms of titled norms, treaties and plans, one each; `citations` reads them. The group `name` is the title."""

from __future__ import annotations

import re

from kg.mentions.shapes import CAP, TITLE, WORD, YEAR

LINK = r"(?:on|for|of|to|against|concerning|about|relating to|regarding|On|Against|For)"
NUMBER = r"\d+(?:-[A-Z]\b|[A-Za-z])?(?:[-.–]\d+)*(?:\(\w{1,3}\))*"
NUMBERED = r"(?: No\.?)? ?\d+(?:[-/]\d+)*"
NORM_NUMBER = r"(?: No\. ?[\w/-]+| \d+(?:[-/]\d+)*)"
OF_YEAR = rf"(?:,? (?:of )?{YEAR})?"
SMALL_CODES = r"(?:criminal|penal|labou?r|civil|tax|electoral|family|criminal procedure|civil procedure|military penal)"
# The words before "Act" or "Bill": "Right to Records", "Associations (Amendment)", "Ports (Entry and Stay) (No. 2)".
ONE_NORM = r"(?!(?:Bill|Act|Law|Ordinance|Code)\b)"
IN_BRACKETS = rf"\((?:(?:{WORD}|(?:Amendment )?No\. ?\d+),? ?(?:(?:and|of|for) )?){{1,5}}\)"
INNER = rf"(?:{ONE_NORM}(?:{WORD}|{IN_BRACKETS}) (?:(?:and|of|for|the|on|from|against|to(?! the)|&) )*){{1,7}}"
# "Elections, Parties and Votes Act": several subjects in a row.
SUBJECTS = rf"{ONE_NORM}{WORD}(?: {WORD})?(?:, {ONE_NORM}{WORD}(?: {WORD})?){{1,3}},? and (?:{ONE_NORM}{WORD} ){{1,3}}"
# Numbers of laws and bills the world over: "16-28", "121-FZ", "1234-IX", "7748/2023-CR", "C-311", "XLV".
SERIAL = r"(?:[A-Z]-)?\d+(?:[-/.]\d+)*(?:[-/][A-ZА-Я]{1,4})?(?![\w%]|,\d)"
NO = r"(?: (?:No|Nr|no)\.?)? ?"
RANKED = (
    r"(?:Republic|Commonwealth|Federal|Organic|Constitutional|Public|Batasang|Framework|Special|General|Cabinet|"
    r"Government|Royal|Civil|Electoral|Penal|Statutory|Basic)"
)
ORDERING = (
    r"(?:Presidential|Government|Supreme|Executive|Royal|Ministerial|Cabinet|Administrative|Emergency|Sovereign|Joint|"
    r"Municipal|Departmental|Ministry|General|Memorandum|Department|Provisional)"
)
OF_STATE = rf"(?: of (?:the )?(?:Republic of )?{WORD}(?: {WORD})?)?"
NORM = r"(?P<core>Law|Act|Ordinance|Regulations?|Decree|Directive)"
HOUSE = r"(?:House|Senate|Assembly|Government|Draft|Private Member[’']s|Parliamentary)"
TREATY_FIRST = (
    r"(?:UN|United Nations|International|European|American|African|Inter-American|Arab|Optional|Second|First|Framework|"
    r"Additional|Universal|Geneva|Istanbul|Council of Europe|ILO)"
)
TREATY = r"(?P<core>Convention|Covenant|Protocol|Declaration|Charter|Treaty|Compact|Statute)"
# What a treaty with a place or region before it is about, told so that no assembly or charity has such a name.
TREATY_NAMED = (
    r"(?:(?P<core>Convention|Covenant|Protocol|Charter|Treaty|Compact|Accord|Agreement) "
    r"(?:on|against|concerning|relating to|regarding)|(?:Covenant|Protocol|Treaty|Accord|Agreement) for)"
)
TREATY_LAST = r"(?P<core>Convention|Protocol|Declaration|Accords?|Agreement|Statute|Covenant|Final Act|Compact|Charter)"
PLAN = r"(?P<core>Plan|Strategy|Concept|Programme|Program|Roadmap|Doctrine|Agenda|Policy|Framework)"
STATE_PLAN = (
    rf"(?:National|State|Strategic|Federal|Presidential) (?:{WORD} )*"
    r"(?P<core>Plan|Strategy|Concept|Programme|Program|Roadmap|Agenda)"
)
# What a plan is for, written small: "State Plan to protect rivers until 2030".
PURPOSE = r" to [a-z]+(?: (?!(?:which|that|was|is|has|will|after|by|said)\b)[\w’'-]+){1,16}"
QUOTED = r"[“\"‘](?P<name>[^”\"’]{6,120})[”\"’]"

FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (rule, cls, re.compile(pattern))
    for rule, cls, pattern in (
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:Government|Cabinet|Ministerial|Council of Ministers) "
            rf"(?P<core>Resolution|Decision){NO}{SERIAL})",
        ),
        # "Law No. 1 of 2014 on small islands"
        (
            "titled-law",
            "Law",
            rf"\b(?P<name>{NORM} (?:No\. ?)?[\w/-]+ of {YEAR}(?: on [a-z]+(?: [a-z]+){{0,2}}(?=[,.;)]))?)",
        ),
        # "Law on Water Users", "law On Rest Days", "law titled “…”", "Press Freedom Act 2016", "Decree-Law 12"
        ("titled-law", "Law", rf"\b(?P<name>(?:{RANKED} )?{NORM}{NORM_NUMBER}? {LINK}(?: the)? {TITLE})"),
        # "Cybercrimes Proclamation No. 958/2016"
        (
            "titled-law",
            "Law",
            rf"\b(?P<name>(?:{ONE_NORM}{WORD} (?:and )?){{1,5}}"
            rf"(?P<core>Proclamation|Law|Act|Ordinance|Decree-Law) No\.? ?{SERIAL})",
        ),
        ("titled-law", "Law", rf"\b[Ll](?P<core>aw)(?:,? (?:the|titled|entitled|called))? [“\"‘]?(?P<name>On {TITLE})"),
        (
            "titled-law",
            "Law",
            rf"\b(?:law|act|legislation),? (?P<core>titled|entitled|called|known as)(?: the)? {QUOTED}",
        ),
        ("titled-law", "Law", rf"\b(?P<name>{INNER}(?P<core>Act|Ordinances?|Statute|Law|Proclamation){OF_YEAR})\b"),
        (
            "titled-law",
            "Law",
            rf"\b(?P<name>(?:{WORD} )?(?P<core>Decree-Law|Law|Act|Ordinance|Resolution){NUMBERED})\b",
        ),
        ("titled-law", "Law", rf"\b(?P<name>{INNER}(?P<core>Rules|Regulations)(?: {YEAR})?)(?! {CAP})\b"),
        ("titled-law", "Law", rf"\b(?P<name>{SUBJECTS}(?P<core>Act|Ordinance|Law){OF_YEAR})\b"),
        ("titled-law", "Law", rf"\b(?P<name>(?P<core>Fundamental|Basic|Organic) Law{OF_STATE})\b(?! {LINK} )"),
        # "RA 10175", "Republic Act No. 11479", "Law 1448 of 2011", "Act XLV of 1860", "Proclamation No. 1113/2019"
        (
            "titled-law",
            "Law",
            rf"\b(?P<name>(?:{RANKED} )?(?P<core>Act|Law|Decree[- ]Law|Ordinance|Proclamation|Legislative Decree)"
            rf"{NO}{SERIAL}(?: of {YEAR})?)",
        ),
        ("titled-law", "Law", rf"\b(?P<name>(?P<core>Act) [IVXLC]+ of {YEAR})\b"),
        ("titled-law", "Law", rf"\b(?P<name>(?P<core>RA|R\.A\.){NO}\d{{4,5}})\b"),
        ("house-rules", "Law", r"\b(?P<name>Standing Orders|Rules of Procedure|Orders? in Council)\b"),
        ("titled-bill", "Bill", rf"\b(?P<name>(?P<core>Bill){NORM_NUMBER}? {LINK}(?: the)? {TITLE})"),
        ("titled-bill", "Bill", rf"\b(?P<name>{SUBJECTS}(?P<core>Bill){OF_YEAR})\b"),
        # "House Bill 4021", "Bill C-311", "draft law No. 1234-IX", "HB 9349", "PL 2630"
        ("titled-bill", "Bill", rf"\b(?P<name>(?:{HOUSE} )?(?P<core>Bill){NO}{SERIAL}(?: of {YEAR})?)"),
        (
            "titled-bill",
            "Bill",
            rf"\b(?P<name>(?:[Dd]raft (?:law|act|resolution|decree)|bill) (?:No|no|Nr)\. ?{SERIAL})",
        ),
        (
            "titled-bill",
            "Bill",
            rf"\b(?P<name>"
            rf"(?P<core>HB|SB|H\.B\.|S\.B\.|PL|PL-x|Initiative|PLS|PEC|PLC|PLO|PDL){NO}\d{{2,5}}(?:/\d+)?)\b",
        ),
        ("titled-bill", "Bill", rf"\b(?P<name>{INNER}(?:(?:Act|Ordinance|Law|Code) )?(?P<core>Bill){OF_YEAR})\b"),
        ("titled-bill", "Bill", rf"\b(?P<name>(?P<core>Draft Law|Bill){NUMBERED})\b"),
        # "Labour Code of Georgia", "Code of Criminal Procedure", "constitution of Ghana"
        ("code", "Law", rf"\b(?P<name>(?:{WORD} ){{1,4}}(?P<core>Code){OF_STATE})"),
        ("code", "Law", rf"\b(?P<name>{SMALL_CODES} (?P<core>code))\b(?! of)"),
        ("code", "Law", rf"\b(?P<name>(?P<core>Code) of {WORD}(?: {WORD})?{OF_STATE})"),
        (
            "constitution",
            "Law",
            rf"\b(?P<name>(?:(?:the )?(?:Federal|Interim|Political|{YEAR}) )?(?:the )?[Cc](?P<core>onstitution)"
            rf"(?: of (?:the )?{WORD}(?: {WORD})?)?)\b"
            r"(?! and (?:\w+ ){1,3}Committee)",
        ),
        # "1951 Convention on …", "Malabo Protocol", "Paris Document 1990"
        (
            "titled-treaty",
            "Treaty",
            rf"\b(?P<name>(?:{YEAR} )?(?:{TREATY_FIRST} )*{TREATY}(?: No\. ?\d+)? {LINK}(?: the)? {TITLE})",
        ),
        # "Reciprocal Fishing Agreement with Angola"
        (
            "titled-treaty",
            "Treaty",
            rf"\b(?P<name>(?:{WORD} ){{1,4}}(?P<core>Agreement|Treaty|Accord|Compact) (?:with|between) (?:the )?"
            rf"(?P<party>{CAP}(?: {CAP})?)(?: and (?:the )?{CAP}(?: {CAP})?)?)(?! {CAP})\b",
        ),
        # "ILO Convention 190"
        (
            "titled-treaty",
            "Treaty",
            rf"\b(?P<name>(?:ILO|UNESCO|Council of Europe) (?P<core>Convention|Recommendation){NO}\d+)\b",
        ),
        # "Nairobi Convention on Clean Rivers", "Pacific Islands Treaty for Safe Seas"
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{WORD} ){{1,2}}{TREATY_NAMED}(?: the)? {TITLE})"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{WORD} ){{1,4}}{TREATY_LAST}(?: {YEAR})?)\b"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>{WORD} (?P<core>Document) {YEAR})\b"),
        # "Agreement with Chad on the Return of Pilgrims"
        (
            "titled-treaty",
            "Treaty",
            rf"\b(?P<name>(?:{WORD} )?(?P<core>Agreement|Treaty|Accord|Protocol|Convention) (?:with|between) (?:the )?"
            rf"{CAP}(?:,? (?:and )?(?:the )?{CAP}){{0,4}} (?:on|for|concerning|regarding)(?: the)? {TITLE})",
        ),
        # "Strategy for Rural Roads", "State Plan to …", "National Roadmap", "Decree 14", "concept of a “caring state”"
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:{YEAR} )?(?:{WORD} )*{PLAN}(?: {LINK}(?: the)? {TITLE}| {YEAR}[-–]{YEAR}| {YEAR}))",
        ),
        # "Rural Water Policy", "Islands Action Plan", "Delta Vision 2035", "White Paper on Ports"
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:{WORD} (?:(?:and|of|for|on) )?){{2,7}}"
            rf"(?P<core>Policy|Strategy|Roadmap|Action Plan|Doctrine|"
            rf"Master ?[Pp]lan)"
            rf"(?: {YEAR}(?:[-–]{YEAR})?)?)(?! {CAP})\b",
        ),
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:{WORD} ){{0,3}}(?P<core>Vision|Agenda)[ -]{YEAR}(?:[-–]{YEAR})?)\b",
        ),
        ("titled-policy", "Policy", rf"\b(?P<name>(?:White|Green) (?P<core>Paper) {LINK}(?: the)? {TITLE})"),
        ("titled-policy", "Policy", rf"\b(?P<name>{STATE_PLAN}{PURPOSE})"),
        ("titled-policy", "Policy", rf"\b(?P<name>{STATE_PLAN})\b"),
        (
            "titled-policy",
            "Policy",
            rf"\b(?P<name>(?:{ORDERING} )?(?P<core>Decree|Order|Instruction|Circular){NO}{SERIAL}(?: of {YEAR})?)",
        ),
        ("titled-policy", "Policy", r"\b(?P<name>(?P<core>decree|executive order) (?:(?:[Nn]o|[Nn]r)\.? ?)?\d[\w/-]*)"),
        (
            "concept",
            "Policy",
            r"\b(?P<core>concept|policy|doctrine|principle|vision) of (?:a |an |the )?"
            r"[“\"‘](?P<name>[^”\"’]{4,60})[”\"’]",
        ),
    )
)
