"""The words by which texts name punishments, and by which they say that a length of time or a sum is none."""

from __future__ import annotations

import re

from kg.facts.fields import NUMBER

_UNIT = r"(?:years?|months?|weeks?|days?|hours?|decades?)"
_TERM = rf"(?:(?:{NUMBER}|\d[\d.,/]*|several|many|half|full|long|and|to|or)[ -]?){{0,7}}{_UNIT}\b"
_ANY = r"[^,;:()—–]"
_DASH = r"[\s,;:(—–-]*"

LIFE = re.compile(
    r"\b(?:life[- ](?:imprisonment|sentences?|terms?|in (?:prison|jail)|behind bars|without parole)|"
    r"lifetime (?:imprisonment|sentence)|"
    r"(?:jailed|imprisoned|prison|jail|bars|away) for life|"
    r"(?:sentenced(?: \w+)?(?: in absentia)? to|got|gets|getting|gave (?:him|her|them)|given|handed|received|"
    r"to) life\b(?! ban\b|[- ]?\w+ing\b))",
    re.I,
)
DEATH = re.compile(
    r"\b(?:(?<!beaten )to death|death (?:penalty|sentences?)|(?:to (?:be )?|by )hang(?:ed|ing)?\b|"
    r"capital punishment)",
    re.I,
)
INDICES = re.compile(
    rf"(?P<n>{NUMBER}) (?:times the )?(?:monthly )?(?:calculation ind(?:ices|ex)|MCIs?\b|MRPs?\b|penalty units?|"
    rf"base (?:units?|amounts?|values?)|"
    r"basic (?:units?|amounts?|values?)|minimum (?:monthly )?(?:wages?|salar(?:y|ies)))",
    re.I,
)

_LICENCE = (
    r"licen[cs]es?\b[^,;]{0,20}?\b(?:suspended|revoked|cancelled|withdrawn)|"
    r"(?:suspen[ds]|revo[ck]|cancel|withdr[ae]w)\w* (?:of )?(?:his|her|their|its|the) (?:[\w-]+ ){0,2}licen[cs]e|"
    r"\bsuspended (?:him |her |them )?from|stripped of (?:his|her|their|its|the) (?:[\w-]+ )?licen[cs]e"
)
_FREEDOM = (
    r"restrict(?:ed|ion of|ion on|ions? on)[ -](?:freedom|liberty|movement)|restraint of liberty|limited freedom|"
    r"limitation of (?:freedom|liberty)|(?:house|home|domiciliary)[ -](?:arrest|detention|confinement)|"
    r"\b(?:travel|exit)[ -]bans?\b|\bbans? on (?:travel|leaving)|(?:supervis|electronic (?:tag|bracelet|monitor))\w*|"
    r"\b(?:banned|barred|prohibited|forbidden|prevented) (?:from |to )?(?:travel|leav|foreign travel)|\bprobation|"
    r"\bnot to leave (?:the|his|her|their) (?:country|city|town|home)|\bcurfew\b|internal exile"
)
_BAN = (
    r"\b(?:banned|barred|prohibited|disqualified|debarred|forbidden) (?:\w+ ){0,3}?(?:from|to)\b|\bdisqualified\b|"
    r"\bbans? on (?:holding|engaging|practi[sc]ing|working|running|activit|political|public|journalis|public office)|"
    r"\b(?:[\w-]+[ -](?:year|month|week|day)|life|lifetime) (?:[\w-]+ ){0,2}?ban\b|\bbanned for\b|\bban from\b|"
    r"\bbanned (?:him|her|them) (?:from|for)\b|\b(?:deprived|stripped) of (?:the|his|her|"
    r"their) (?:[\w-]+ ){0,2}?rights?\b|"
    r"\bdriving ban\b|\bdisqualification\b|\bloss of (?:the )?(?:[\w-]+ ){0,2}?rights?\b"
)
_LABOUR = (
    r"(?:community|social) (?:service|work)|(?:correctional|corrective|compulsory|public|forced|unpaid|obligatory|"
    r"mandatory) "
    r"(?:labou?r|works?|community)"
)
_OTHER = (
    r"\blashes\b|strokes of the cane|\bflogg|\bcaning\b|\bconfiscat|\bforfeit|\bdeport(?:ed|ation)\b|"
    r"\bexpelled from\b|\bexpulsion (?:from|of)\b|"
    r"\breprimand|\b(?:given|issued|received) (?:an? |official |formal )*warnings?\b|"
    r"\b(?:issue|publish|make|broadcast|print|air) an? (?:\w+ )?apology|\bto apologi[sz]e|conditional discharge|"
    r"\bstripped of (?:his|her|their) (?:[\w-]+ )?(?:citizenship|nationality|rank|titles?)|"
    r"(?:compulsory|forced|psychiatric) treatment|\bcautions?\b|"
    r"\bwith an? (?:\w+ )?warning\b"
)
# Not to whom: "pay a fine of", "pay about"; and to whom it is no reparation.
_SUM_WORDS = (
    r"(?:an?|about|around|almost|nearly|over|more|some|roughly|up|at|only|just|approximately|exactly|fines?|"
    r"penalt\w+|total\w*|another|additional|the (?:fine|sum|amount|equivalent|maximum|total|state|treasury)|US|"
    r"its|their|his|her (?:fines?|taxes))\b"
)
_TO_STATE = r"(?:the )?(?:state|treasury|government|budget|exchequer|authorit|court|tax|public purse)"
REPARATION = re.compile(
    r"\bdamages\b|\bcompensat|\brestitution\b|\breparations?\b|(?:legal|court) (?:costs|fees|expenses)|"
    r"to (?:pay )?(?:the )?(?:victim|plaintiff)"
    r"|\bto pay (?:the|his|her|their) (?:former )?(?:victim|employee|worker|family|widow)"
    rf"|\bpay (?!{_SUM_WORDS})(?:[^\W\d][\w.’'-]*\s+){{1,5}}?(?=[A-Z]{{0,3}}[$€£₦₹]?\d)"
    rf"|\bpay [^;]{{0,40}}?\d[^;]{{0,30}}? to (?!{_TO_STATE}|[\d$€£])"
    r"(?:(?-i:[A-Z])|the |an? |his |her |their |its |each )",
    re.I,
)
KINDS = tuple(
    (kind, re.compile(words, re.I))
    for kind, words in (
        ("activityBan", _LICENCE),
        ("suspendedSentence", r"\bsuspended\b|\bconditional(?:ly)?\b(?! (?:discharge|release))|"
            r"\bdeferred (?:sentence|term)"),
        ("restrictedFreedom", _FREEDOM),
        ("activityBan", _BAN),
        ("other", _LABOUR),
        ("fine", r"\bfin(?:e[ds]?|ing)\b|\bpenalt(?:y|ies)\b"),
        ("other", REPARATION.pattern),
        ("other", _OTHER),
        ("fine", r"\bpay\b"),
        ("detention", r"administrative (?:arrest|detention|custody)|(?:days?|hours?)['’]? (?:in|of) (?:jail|"
            r"arrest|custody|prison)"),
        ("imprisonment", r"prison|\bjail|\bgaol|imprison|behind bars|penal|incarcerat|\bcustod|\bcolony\b|"
            r"labou?r camp|"
                         r"hard labou?r|[- ]regime\b|\bpenitentiary"),
        ("detention", r"\bdetention\b|\barrest\b"),
    )
)  # fmt: skip
BARE = re.compile(f"{_FREEDOM}|{_LABOUR}|{_OTHER}|{_BAN}|{_LICENCE}|\\bfined?\\b", re.I)

# Where another punishment begins: after a comma, dash or "and", with a verb or a noun that means one.
_CUE = (
    r"(?:fined?\b|fines\b|penalty|probation|arrest|community|unpaid|labou?r\b|\bbans?\b|suspended|prison|jail|"
    r"imprisonment|"
    r"detention|lashes|strokes|confiscation|deportation|expulsion|supervision|restricted|bars|colony|forfeiture|"
    r"compensation|damages|disqualification|life\b|custody|service)"
)
_CONNECT = (
    r"(?:[,;:(—–+]? ?\b(?:and|plus|as well as|along with|together with|in addition to|coupled with|accompanied by|"
    r"with|"
    r"then|but|while|or|followed by|besides)\b|[,;:](?= )|[(—–+]| - )"
)
_FILL = (
    r"(?:(?:then|also|later|further|additionally|each|both|was|were|is|are|has|had|have|been|to|be|him|her|them|"
    r"it|he|she|"
    r"they|followed|by|in addition|separately|imposed|handed|gave|with|ordered|court|judge|the court|the judge|"
    r"same)\s+){0,6}"
)
_VERB = (
    r"(?:banned|barred|prohibited|forbidden|disqualified|fined|sentenced|jailed|imprisoned|stripped|deprived|"
    r"suspended|"
    r"deported|expelled|confiscated|given|(?:ordered|told|required|made) (?:him |her |them )?to|conditionally|"
    r"(?:placed|put) (?:him |her |them )?(?:under|on)|pay\b|revoked|cancelled|"
    r"lost|(?:an?|the) (?:sentence|term) (?:which|that) (?:it|he|she|the (?:court|judge)) (?:then )?suspended)\b"
)
_STOP = r"(?:and|or|for|over|after|under|from|who|which|that|because|whose|when|to)"
_NOUN = (
    rf"(?:(?:an?|the|another|half|his|her|their|its|\d[\d.,]*|[$€£]|{NUMBER}|[\w-]+[ -](?:year|month|day))\b"
    rf"(?:(?!\b{_STOP}\b){_ANY}){{0,50}}?|)\b{_CUE}"
)
START = re.compile(rf"{_CONNECT}\s*(?={_FILL}(?:{_VERB}|{_NOUN}))", re.I)
# Another person's: "fined her 50 euros and jailed two friends for a week".
OTHERS = re.compile(
    rf"^{_DASH}(?:(?:and|but|while|then|also)\s+)*(?:(?:jailed|imprisoned)\s+(?!(?:him|her|them|it|both|each|all|for|in|on|over|"
    r"until|after|under|without|at|by|since|and|or)\b|\d)(?=\w)|"
    r"(?:fined|sentenced|banned|barred)\s+(?=(?-i:[A-Z][a-z]+)(?!\.? ?\d)(?:\b)))",
    re.I,
)
DEFAULT = re.compile(rf"^{_DASH}(?:or\b|in default|failing which|otherwise|instead of|rather than|if )", re.I)
IN_DEFAULT = re.compile(r"\b(?:or|in default|failing which|otherwise)\b[\s,]*$", re.I)
GIVEN = re.compile(r"\b(?:sentenced|given|handed|gave)\b", re.I)

# What the punishment is for, or a remark beside it; "for five years" is a term.
REASON = re.compile(
    r"\b(?:for|over|after|following|because|since|amid|despite|when|who|which|whose|as part of|in connection with|"
    r"in relation to|faces?|facing|faced|risks?|could|may|might|would|"
    r"on (?:[\w-]+ ){0,3}?(?:charges?|suspicion|counts?|accusations?)|(?:accused|guilty|convicted) of|charged with|"
    r"under (?!house|home|administrative|probation|supervision|night))\b"
    rf"(?!\s*(?:(?:up|to|at|least|about|almost|nearly|over|more|than|the|next|a|an|further|another|period|total|"
    rf"term|of|just|"
    rf"only|some)\s+)*(?:{_TERM}|life\b|the rest of))",
    re.I,
)

PARTLY = re.compile(
    r",?\s*(?:of (?:which|them)|with) (?:[^,;()]{0,30} )?(?:were |was |being )?suspended\b(?! (?:sentence|term|"
    r"prison|jail))|"
    r"\b(?:half|partly|partially|part) (?:of (?:which|it|them) )?(?:were |was |being )?suspended",
    re.I,
)
MERE_SUSPENSION = re.compile(
    rf"^{_DASH}(?:(?:and|but|with|which|that|it|all|both|the|a|sentence|term|jail|prison|was|were|is|being|"
    rf"execution|of|then)\s+)*"
    r"(?:conditionally |wholly |fully |entirely )?(?:suspended|conditional(?:ly)?|deferred)\b"
    r"(?!(?: prison| jail)? (?:sentence|term|imprisonment)| (?:of|from)\b)",
    re.I,
)
NO_MEASURE = re.compile(
    r"(?:\bup to|\bmaximum(?: (?:sentence|term|penalty|punishment))?(?: of| is)?|\bminimum of|\bat most|"
    r"instead of|rather than|"
    r"\b(?:sought|requested|demanded|asked for|recommended|proposed|facing|faces|faced|risks?|risked)|"
    r"(?<!ranging )\bfrom|\bwithin|\bevery|"
    r"\b(?:having|had|has|have|already|after|been) (?:already )?(?:served|spent|serving|spending)|\bafter|credit for|"
    r"\b(?:last|past|less than|older than|younger than))\W+"
    r"(?:(?:almost|nearly|about|around|some|only|just|over|more than|at least|an?|the|another|first)\s+)*$",
    re.I,
)
NO_MEASURE_AFTER = re.compile(
    r"\W*(?:of (?:an?|his|her|their|the|its) (?:[\w-]+ ){0,3}(?:sentence|term|imprisonment)|to (?:pay|appeal|"
    r"leave|comply|respond|file|challenge|lodge)\b|(?:after|later|ago|earlier|before|since|into|old|already|"
    r"he|she|they|in pre-?trial)\b)",
    re.I,
)
PENALTY = re.compile(r"\bfin(?:e[ds]?|ing)\b|\bpenalt(?:y|ies)\b", re.I)
PAYMENT = re.compile(r"\bfin(?:e[ds]?)\b|\bpenalty of\b", re.I)
