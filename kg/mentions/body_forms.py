"""The forms of described bodies, one line each; `bodies` reads them.

A form's groups: `body` is the words that tell what it is, `owner` the place or state before them, `in` the one after.
"""

from __future__ import annotations

import re

from kg.mentions.shapes import CAP, OWNER

COURT_KIND = (
    r"(?:administrative|district|city|regional|criminal|civil|military|appeals?|appellate|supreme|high|county|federal|"
    r"constitutional|municipal|speciali[sz]ed|magistrates?[’']?|juvenile|special|local|provincial|inter-district|labou?r|"
    r"commercial|economic)"
)
OF = r"(?:[’']s)?"
LOCAL = r"(?:city|local|municipal|regional|provincial|district|state)"
SERVICES = (
    r"(?:(?:military|police|security|secret|intelligence|special)(?:,? and (?:security|intelligence|police|law enforcement))? "
    r"(?:services|forces))"
)
OFFICERS = r"(?:mayor|governor|ombudsman|ombudsperson|prosecutor|prosecutor general|attorney general|president|prime minister)"
FORCES = r"(?:military|army|armed forces|navy|air force|coast guard|border guards?|border police|police force|gendarmerie)"
ACTING = (
    r"(?= (?:to|has|had|said|says|will|would|must|should|ordered|asked|announced|declined|refused|opened|decided|appealed|banned|approved|"
    r"sent|signed|rejected|demanded|dismissed|denied|told|also|then)\b)"
)

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (cls, re.compile(pattern))
    for cls, pattern in (
        # Courts: "an Almaty court", "Kenya’s supreme court", "an appeal court", "a court in Kumasi", "magistrate in Likoni"
        ("Court", rf"(?P<owner>{OWNER}){OF} (?P<body>(?:{COURT_KIND} )*courts?)\b"),
        ("Court", rf"\b(?P<body>(?:{COURT_KIND} )*court|magistrate) (?:in|of) (?:the city of )?(?P<in>{OWNER})"),
        ("Court", rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother) (?P<body>(?:{COURT_KIND} )+court)\b"),
        # Police and armed services
        ("GovernmentBody", rf"(?P<owner>{OWNER}){OF} (?P<body>(?:riot |traffic |city |state |national |security )?police)\b"),
        ("GovernmentBody", rf"\b(?P<body>[Pp]olice|[Aa]uthorities|[Oo]fficials) in (?P<in>{OWNER})"),
        ("GovernmentBody", rf"(?P<owner>{OWNER}){OF} (?P<body>{FORCES})\b"),
        ("GovernmentBody", rf"\b(?P<body>{SERVICES}|riot police)\b"),
        ("GovernmentBody", r"\b[Tt]he (?P<body>Army|Navy|Police|National Guard|Border Guard)\b"),
        ("GovernmentBody", r"\b[Tt]he (?P<body>army|navy|military|gendarmerie|prosecution)\b"),
        ("GovernmentBody", rf"(?P<owner>{OWNER}){OF} (?P<body>embassy|consulate)(?: in (?:{CAP}))?"),
        ("GovernmentBody", r"\b(?P<body>(?:home|law|foreign|interior|justice|finance|health|education|defen[cs]e|labou?r|culture|"
                           r"information|agriculture|economy|energy|environment|transport|trade|sports?|youth) ministry)\b"),
        ("GovernmentBody", r"\b(?P<body>(?:regional|district|provincial|city|presidential|local) (?:military |state )?administration)\b"),
        ("GovernmentBody", r"\b[Tt]he (?P<body>[Cc]abinet(?: of [Mm]inisters)?|[Cc]ouncil of [Mm]inisters)\b"),
        ("GovernmentBody", r"\b(?P<body>[Pp]olice)\b"),
        # Governments: "Kenyan authorities", "Tunisia’s government", "the authorities", "our government"
        ("GovernmentBody", rf"(?P<owner>{OWNER}){OF} (?P<body>(?:{LOCAL} )*(?:authorities|government|regime))\b"),
        ("?", rf"\b(?P<body>[Gg]overnment|[Pp]arliament) of (?:the )?(?P<in>{CAP}(?: {CAP})*)"),
        ("GovernmentBody", rf"\b(?P<body>{LOCAL} authorities in (?:{CAP}[’']s )?(?:\w+ ){{0,2}}(?:regions?|provinces?|districts?|towns?))\b"),
        ("GovernmentBody", r"\b(?P<body>(?:city|local|district|regional|municipal|tax|border|immigration|customs|electoral|state|"
                           r"de facto|military|health|education|prison|port|railway|judicial|church) authorities)\b"),
        ("GovernmentBody", r"\b(?P<body>[Tt]he (?:government|authorities|Government)|[Oo]ur government|[Aa]uthorities)\b"),
        # Offices and committees
        ("GovernmentBody", rf"\b(?P<body>{OFFICERS}[’']s [Oo]ffice(?: in {OWNER})?)\b"),
        ("GovernmentBody", rf"\b(?P<body>(?:Mayor|Governor|President) (?:{CAP} ){{0,2}}{CAP}[’']s office)\b"),
        ("GovernmentBody", rf"(?<!, )\b[Tt]he (?P<body>Director of Public Prosecutions|(?:Attorney|Prosecutor|Auditor|"
                           rf"Accountant) General(?: of (?:the )?{CAP})?|governor of {OWNER}){ACTING}"),
        ("GovernmentBody", r"\b(?P<body>[Pp]rosecutors)" + ACTING.replace("to|", "")),
        ("GovernmentBody", r"\b(?P<body>city hall|city council|City Hall|election commission|electoral commission)\b"),
        ("GovernmentBody", r"\b(?P<body>(?:review|inquiry|truth|reconciliation|medical|investigative|conciliation|state|"
                           r"parliamentary|fact-finding) commission)\b"),
        ("GovernmentBody", r"\b(?P<body>(?:inter-agency |interagency |parliamentary |government |expert )?working group)\b"),
        # Parliaments
        ("Legislature", rf"(?P<owner>{OWNER}){OF} (?P<body>parliament|legislature|lower house|upper house)\b"),
        ("Legislature", r"\b(?P<body>(?:lower|upper) (?:chamber|house) of parliament)\b"),
        ("Legislature", r"(?<![-’'\w])(?P<body>parliament)\b"),
        ("Legislature", r"(?<![-’'\w])(?P<body>Parliament|Congress|Senate|National Assembly|House of Representatives|"
                        r"Chamber of Deputies|House of Assembly|National Council)\b"),
    )
)  # fmt: skip
