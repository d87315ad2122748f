"""The forms of described bodies, one line each; `bodies` reads them.

A form's groups: `body` is the words that tell what it is, `owner` the place or state before them, `in` the one after;
`whose` a state before them that is no part of what the body is called.
"""

from __future__ import annotations

import re

from kg.mentions.body_words import (
    ABOUT,
    ACTS,
    ACTS_OR_TO,
    AUTHORITIES,
    AUTHORITY,
    CHAMBERS,
    COMMISSIONS,
    COURTS,
    DUTIES,
    FORCES,
    GUILDS,
    IN,
    LOCAL,
    NATIVE_COURTS,
    OF,
    OFFICERS,
    OFFICES,
    PORTFOLIOS,
    PUBLIC,
    RANKED,
    REGIONS,
    RULES,
    SECRET,
    SERVICES,
    TRADES,
    WORLDS,
)
from kg.mentions.shapes import CAP, OWNER

GB, COURT, CHAMBER, CSO, EITHER = "GovernmentBody", "Court", "Legislature", "CivilSocietyOrganization", "?"

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (cls, re.compile(pattern))
    for cls, pattern in (
        # "a Gdansk court", "Kenya’s supreme court", "a court in Kumasi", "magistrate in Likoni", "an appeal court"
        (COURT, rf"{OF} (?P<body>(?:{COURTS} )*(?P<core>courts?|tribunals?))\b"),
        (
            COURT,
            rf"{OF} (?P<body>(?:chief |resident |district )?(?P<core>magistrate))\b(?![’'\-]| [A-Z]| (?:court|judge))",
        ),
        (
            COURT,
            rf"\b(?P<body>(?:{COURTS} )*"
            rf"(?P<core>court|tribunal|magistrate)) (?:in|of) (?:the city of )?{IN}\b(?![’']s)",
        ),
        (COURT, rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother) (?P<body>(?:{COURTS} )+(?P<core>court|tribunal))\b"),
        (COURT, r"\b[Aa] (?P<body>(?P<core>court)) there\b"),
        (COURT, rf"\b(?P<body>(?P<core>court) of (?:first instance|appeals?|cassation)) (?:in|of) {IN}\b(?![’']s)"),
        (COURT, rf"\b(?P<body>{NATIVE_COURTS})(?!\w)"),
        (
            COURT,
            r"\b[Aa]n? (?P<body>(?:judicial|district|chief|examining|city) (?P<core>magistrate))\b(?! (?:in|of) [A-Z])",
        ),
        (
            COURT,
            r"\b(?P<body>(?:(?:investigating|single|criminal|juvenile|duty|federal|family|trial|pre-trial) )+"
            r"(?P<core>judge)) "
            rf"in {IN}",
        ),
        # "a judge in Potosí placed them under arrest", "remanded by a judge in Potosí"
        (COURT, rf"\b[Aa] (?P<body>(?P<core>judge)) in {IN}{RULES}"),
        (COURT, rf"\bby a (?P<body>(?P<core>judge)) in {IN}"),
        # "Nairobi police", "the U.S. military", "security services", "the Army"
        (GB, rf"{OF} (?P<body>(?:riot |traffic |city |state |national |security )?(?P<core>police))\b"),
        (GB, rf"\b(?P<body>[PpAaOo](?P<core>olice|uthorities|fficials)) in {IN}"),
        (GB, rf"\b(?P<body>[Pp](?P<core>olice)) of (?:the )?{IN}\b(?![’'])"),
        (GB, rf"{OF} (?P<body>(?P<core>{FORCES}))\b"),
        (GB, rf"\b(?P<body>{SERVICES})\b"),
        (GB, r"\b[Tt]he (?P<body>(?P<core>Army|Navy|Police|National Guard|Border Guard))\b"),
        (
            GB,
            r"\b[Tt]he (?P<body>army|navy|military|gendarmerie|(?<!for the )(?<!of the )prosecution|"
            r"armed forces|Presidency|akimat|"
            r"intelligence (?:agency|service)|customs (?:service|authority)|municipality)\b(?! in [A-Z])",
        ),
        (
            GB,
            r"\b(?P<body>(?:water|riot|traffic|religious|military|morality|secret|border|federal|national) "
            r"(?P<core>police))\b",
        ),
        (
            GB,
            rf"{OF} (?P<body>(?:(?:district|city|central|regional) )?"
            rf"(?P<core>police) (?:station|department|precinct))\b",
        ),
        (
            GB,
            rf"{OF} (?P<body>(?:(?:police|county|city|state|provincial) )?"
            rf"(?P<core>command))\b(?= (?:said|has|had|in|of|,))",
        ),
        (
            GB,
            rf"{OF} (?P<body>(?:regional|provincial|district|city|county|municipal|state) "
            r"(?P<core>administration|government))\b",
        ),
        (
            GB,
            rf"{OF} (?P<body>"
            rf"(?P<core>akimat|municipality|city hall|city council|mayor[’']s office|town hall|town council))\b",
        ),
        (GB, rf"\b(?P<body>(?:public|chief|state|regional|district|city) (?P<core>prosecutor)) (?:of|in) {IN}"),
        (GB, r"\b(?P<body>(?:caretaker|interim|transitional|military) (?P<core>government|cabinet))\b"),
        (
            CHAMBER,
            r"\b[Tt]he (?P<body>(?P<core>constituent assembly|provincial assembly|state assembly|city assembly|"
            r"regional assembly|local assembly))\b",
        ),
        (GB, r"\b(?P<body>[Pp](?P<core>olice))\b"),
        # "Kenyan authorities", "Tunisia’s government", "government of Peru", "tax authorities", "the authorities"
        (GB, rf"{OF} (?P<body>(?:{LOCAL} )*(?P<core>authorities|government|regime|cabinet))\b"),
        (
            EITHER,
            rf"\b(?P<body>[GgPp](?P<core>overnment|arliament)) of (?:the )?(?!Pr|Mr|Dr)(?P<in>{CAP}(?: {CAP})*)",
        ),
        (GB, rf"\b(?P<body>{LOCAL} (?P<core>authorities) in (?:{CAP}[’']s )?(?:\w+ ){{0,2}}{REGIONS})\b"),
        (GB, rf"\b(?P<body>{AUTHORITIES} (?P<core>authorities))\b"),
        (GB, r"\b(?P<body>[Tt]he (?:government|authorities|Government)|[Oo]ur government|[Aa]uthorities)\b"),
        (GB, r"\b[Tt]he (?P<body>[Cc]abinet(?: of [Mm]inisters)?|[Cc]ouncil of [Mm]inisters)\b"),
        # "home ministry", "regional administration", "review commission", "working group", "city hall"
        (GB, rf"\b(?P<body>{PORTFOLIOS} (?P<core>ministry))\b"),
        (GB, rf"\b(?P<body>(?P<core>ministry) of (?:the )?{PORTFOLIOS}(?: affairs)?(?: and {PORTFOLIOS})?)\b"),
        # "Kenya’s foreign ministry", "the country’s media regulator": the state is no part of what it is called
        (GB, rf"(?P<whose>{OWNER})(?:[’']s)? (?:[a-z]+ )?(?P<body>{RANKED}{ABOUT} (?P<core>{PUBLIC}))\b(?!-|,? [A-Z])"),
        (
            GB,
            rf"\b[Tt]he (?:country|state|nation)[’']s (?:[a-z]+ )?(?P<body>{RANKED}{ABOUT} "
            rf"(?P<core>{PUBLIC}))\b(?!-|,? [A-Z])",
        ),
        (
            GB,
            rf"(?<=[’']s )(?P<body>{ABOUT} (?P<core>agency|department|directorate|inspectorate|bureau|wing|unit))\b"
            r"(?!-|,? [A-Z])",
        ),
        (GB, rf"{OF} (?P<body>(?P<core>prosecutors))\b"),
        (CHAMBER, rf"{OF} (?P<body>(?:state|provincial|regional|county) (?P<core>legislature|assembly|parliament))\b"),
        # "the Tax Bureau’s cybercrime wing", "the district administration office"
        (GB, rf"{OF}(?<=[’']s) (?P<body>{DUTIES} (?P<core>wing|cell|squad|unit|division|branch))\b"),
        (
            GB,
            r"\b[Tt]he (?P<body>(?:district|regional|provincial|county|municipal) "
            r"(?:administration|education|health|tax|labou?r|land) (?P<core>office|department|directorate))\b",
        ),
        # "the judges’ association", "Peru’s teachers’ union", "the truckers’ union of Oruro"
        (
            CSO,
            rf"(?:(?P<whose>{OWNER})[’']s|\b(?:[Tt]he|[Ii]ts)(?: country[’']s| city[’']s| nation[’']s)?) "
            rf"(?:largest |main |local |biggest |powerful )?(?P<body>(?:national )?{TRADES}{GUILDS})"
            rf"\b(?!-|[’']s? [A-Z]|,? [“\"A-Z])(?: of (?P<in>{OWNER}))?",
        ),
        # "the interior ministry’s cybercrime directorate", "the city’s water department", "the anti-corruption agency"
        (
            GB,
            rf"\b(?P<body>(?:{PORTFOLIOS} )?(?:ministry|police|army|government|"
            rf"prosecution)[’']s (?:[a-z-]+ ){{0,3}}{OFFICES})\b",
        ),
        (GB, rf"(?P<owner>{OWNER})[’']s (?P<body>(?:[a-z-]+ ){{1,3}}(?P<core>department|directorate|inspectorate))\b"),
        (
            GB,
            rf"\b[Tt]he (?P<body>(?:(?:Human Rights|Public|National|Children[’']s) )?"
            rf"(?P<core>Ombudsman|Ombudsperson|Ombudswoman|"
            rf"Public Defender|People[’']s Advocate)(?: of (?:the )?{CAP})?){ACTS_OR_TO}",
        ),
        (
            GB,
            r"\b(?P<body>(?:[A-Z][a-z]+ ){0,3}(?P<core>Commissioner|Minister|Ombudsman|Prosecutor|Governor|Speaker|"
            r"Chancellor)[’']s [Oo]ffice)\b",
        ),
        (GB, rf"\b[Tt]he (?P<body>{DUTIES} {OFFICES})\b(?! (?:in|of) [A-Z])"),
        (GB, rf"\b(?P<body>(?:{LOCAL}|presidential) (?:military |state )?(?P<core>administration))\b"),
        (GB, rf"\b(?P<body>{COMMISSIONS} (?P<core>commission))\b"),
        (
            GB,
            r"\b(?P<body>(?:inter-agency |interagency |parliamentary |government |expert )?(?P<core>working group))\b",
        ),
        (GB, r"\b(?P<body>[Cc]ity hall|city council|City Hall)\b"),
        (GB, rf"{OF} (?P<body>(?P<core>embassy|consulate)(?: in {CAP})?)"),
        # "Cuba’s Permanent Mission in Geneva", "the Permanent Mission of Laos to the United Nations"
        (GB, rf"{OF} (?P<body>(?:[Pp]ermanent|[Dd]iplomatic) [Mm](?P<core>ission)(?: in {CAP})?)\b"),
        (GB, rf"\b(?P<body>[Pp]ermanent [Mm](?P<core>ission)) of (?:the )?(?P<in>{OWNER})\b(?![’']s)"),
        # "prosecutor’s office in Lublin", "Mayor Ruiz’s office", "the Attorney General has …", "prosecutors said"
        (GB, rf"\b(?P<body>{OFFICERS}[’']s [Oo](?P<core>ffice)) (?:of|in) (?:the )?{IN}\b(?![’']s)"),
        (GB, rf"\b(?P<body>{OFFICERS}[’']s [Oo](?P<core>ffice)(?: in {OWNER})?)\b"),
        (GB, rf"\b(?P<body>(?:Mayor|Governor|President) (?:{CAP} ){{0,2}}{CAP}[’']s (?P<core>office))\b"),
        (GB, rf"(?<!, )\b[Tt]he (?P<body>{AUTHORITY}|governor of {OWNER}){ACTS_OR_TO}"),
        (
            GB,
            rf"(?:\b(?:[Oo]rders?|decision|decree|request) (?:of|from)|\bby) "
            rf"the (?P<body>governor) of {IN}(?![’'\w]|,? [A-Z])",
        ),
        # "the KGB": services that all the world calls by their letters
        (GB, rf"\b(?P<body>{SECRET})\b(?!-)"),
        (GB, rf"(?<!, )\b[Tt]he (?P<body>(?:Attorney|Prosecutor|Auditor) General(?: of (?:the )?{CAP})?){ACTS_OR_TO}"),
        (GB, rf"\b(?P<body>[Pp](?P<core>rosecutors)){ACTS}"),
        # "the ruling Green Party’s youth wing"
        (
            "PoliticalParty",
            rf"(?P<owner>{OWNER})[’']s? (?P<body>(?:youth|students?[’']?|women[’']s) (?P<core>wing|branch|league))\b",
        ),
        # "the UN refugee agency", "the UN women’s rights committee"
        (
            "InternationalOrganization",
            r"\b(?P<body>(?P<core>UN|EU|U\.N\.) (?:[a-z-]+(?:[’']s?)? ){1,4}"
            r"(?:committee|agency|office|mission|body|council|commission|programme|fund|team|delegation))\b",
        ),
        # "the OSCE Mission to Moldova", "the EU’s delegation in Dakar", "the UN Country Team in Malawi"
        (
            "InternationalOrganization",
            rf"\b(?P<body>{WORLDS}(?:[’']s)? (?:[A-Z][a-z]+ |[a-z-]+ ){{0,2}}"
            r"(?:Mission|Delegation|Country Team|Office|Representation)) "
            rf"(?:to|in|for) (?:the )?(?P<in>{OWNER}(?: and {CAP})?)\b(?![’']s)",
        ),
        (
            "InternationalOrganization",
            rf"\b(?P<body>{WORLDS}[’']s (?:[a-z-]+ )?(?P<core>mission|delegation|office|representation))\b",
        ),
        # "the Group of Experts on Human Rights in Laos": bodies of the United Nations on one state
        (
            "InternationalOrganization",
            r"\b(?P<body>(?:Group of (?:\w+ )?Experts|(?:\w+ )?Fact-Finding Mission|Commission of Inquiry|"
            rf"Special Rapporteur|Independent Investigative Mechanism) on (?:the )?"
            rf"(?:\w+ ){{1,5}}?(?:in|for)) (?:the )?(?P<in>{OWNER})",
        ),
        # "Ghana’s parliament", "the upper house of parliament", "Congress"
        (CHAMBER, rf"{OF} (?P<body>(?P<core>parliament|legislature|lower house|upper house))\b"),
        (CHAMBER, r"\b(?P<body>(?:lower|upper) (?:chamber|house) of (?P<core>parliament))\b"),
        (CHAMBER, rf"(?<![-’'\w])(?P<body>parliament|{CHAMBERS})\b"),
    )
)
