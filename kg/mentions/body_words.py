"""The words that the forms of described bodies are made of."""

from __future__ import annotations

from kg.mentions.shapes import OWNER

COURTS = (
    r"(?:administrative|district|city|regional|criminal|civil|military|appeals?|appellate|supreme|high|county|"
    r"federal|constitutional|municipal|speciali[sz]ed|magistrates?[’']?|magistrate[’']s|juvenile|special|local|provincial|"
    r"inter-district|labou?r|commercial|economic|misdemeano[u]?rs?|sessions|assizes?|felony|family|children[’']s|"
    r"revolutionary|sharia|state security|anti-terror(?:ism)?|anti-corruption|traffic|land|bankruptcy|first-instance|"
    r"trial|lower|top|people[’']s)"
)
# Courts that English texts call by their own name.
NATIVE_COURTS = (
    r"Sandiganbayan|Conseil d[’']État|Cour de cassation|Tribunal Supremo|Corte Suprema|Mahkamah Konstitusi|"
    r"Bundesverfassungsgericht|Supremo Tribunal Federal|Corte Constitucional|Tribunal Constitucional"
)
LOCAL = r"(?:city|local|municipal|regional|provincial|district|state)"
AUTHORITIES = (
    r"(?:city|local|district|regional|municipal|tax|border|immigration|customs|electoral|state|de facto|military|"
    r"health|education|prison|port|railway|judicial|church)"
)
SERVICES = (
    r"(?:military|police|security|secret|intelligence|special)"
    r"(?:,? and (?:security|intelligence|police|law enforcement))? (?P<core>services|forces)"
)
FORCES = r"military|army|armed forces|navy|air force|coast guard|border guards?|border police|gendarmerie"
PORTFOLIOS = (
    r"(?:home|law|foreign|interior|justice|finance|health|education|defen[cs]e|labou?r|culture|information|"
    r"agriculture|economy|energy|environment|transport|trade|sports?|youth)"
)
COMMISSIONS = (
    r"(?:review|inquiry|truth|reconciliation|medical|investigative|conciliation|state|parliamentary|fact-finding|"
    r"election|electoral)"
)
OFFICERS = r"(?:mayor|governor|ombudsman|ombudsperson|prosecutor|prosecutor general|attorney general|president|premier)"
CHAMBERS = (
    r"(?:Parliament|Congress|Senate|National Assembly|House of Representatives|Chamber of Deputies|"
    r"House of Assembly|National Council)"
)
OFFICES = (
    r"(?P<core>directorate|department|inspectorate|division|agency|bureau|service|office|unit|branch|authority|"
    r"regulator|registry|commission)"
)
DUTIES = (
    r"(?:anti-[a-z]+|counter-?terrorism|cyber-?crimes?|media|telecommunications?|telecoms?|communications|broadcasting|migration|"
    r"fire|tax|labou?r|water|forestry|revenue|land|statistics|prisons?|penitentiary|criminal investigations?|"
    r"data protection|"
    r"organi[sz]ed crime)"
)
# What public bodies look after, written small: "media regulator", "human rights council".
MATTERS = (
    r"(?:anti-[a-z]+|audit|audiovisual|aviation|border|broadcast(?:ing)?|census|child protection|civil aviation|"
    r"communications?|competition|consumer protection|counter-?terrorism|cyber-?crimes?|data protection|development|"
    r"disaster management|drug(?: control)?|education|elections?|electoral|energy|environment(?:al)?|equality|ethics|"
    r"fisheries|food safety|forestry|foreign|gender equality|health|heritage|home|housing|human rights|immigration|"
    r"information|integrity|intelligence|interior|internet|investigati(?:on|ve)|judicial|justice|labou?r|land|"
    r"maritime|media|migration|minorities|national security|parole|peace|penitentiary|planning|police oversight|"
    r"press|prisons?|procurement|prosecution|public broadcasting|public health|public prosecution|reconciliation|"
    r"refugees?|revenue|roads?|sanitation|security|social security|state security|statistics|statistical|tax|"
    r"telecommunications?|telecoms?|trade|transport|water|weather|welfare|wildlife|women[’']s rights|youth)"
)
ABOUT = rf"{MATTERS}(?:(?:,? and) {MATTERS})?"
RANKED = r"(?:(?:national|state|independent|federal|supreme|central|special|high|permanent) )?"
PUBLIC = (
    r"ministry|commission|regulator|agency|authority|council|inspectorate|directorate|department|bureau|board|"
    r"watchdog|registry|ombudsman|office|committee|service"
)
# Trades that have a union, and what they call it: "judges’ association", "dockers’ and sailors’ union".
TRADES = (
    r"(?:[a-z]*(?:men|women)[’']s |(?:[a-z]+ )?[a-z]{3,}s[’'] (?:and [a-z]{3,}s[’'] )?"
    r"|(?:bar|student|trade union|medical|press|law) )"
)
GUILDS = r"(?:trade )?(?P<core>union|association|federation|syndicate|guild|society|confederation|chamber)"
REGIONS = r"(?:regions?|provinces?|districts?|towns?)"
WORLDS = (
    r"(?:OSCE|UN|U\.N\.|EU|AU|United Nations|European Union|African Union|ECOWAS|"
    r"Council of Europe|UNICEF|UNHCR|OHCHR|ILO)"
)
OF = rf"(?P<owner>{OWNER})(?:[’']s)?"
IN = rf"(?P<in>{OWNER})"
SECRET = r"KGB|FSB|SBU|NKVD|CIA|FBI|MI5|MI6|Mossad|Shin Bet|Stasi|Securitate|Mukhabarat|SAVAK|SEBIN|DGCIM|GKNB"
# Officers of the state whose office is a body: "the Registrar of Associations has …".
AUTHORITY = (
    r"Director of Public Prosecutions|(?:Chief )?Registrar of [A-Z]\w+(?: and [A-Z]\w+)?|Chancellor of Justice|"
    r"(?:[A-Z]\w+ )?Commissioner (?:for|of) [A-Z]\w+(?: [A-Z]\w+)?(?: and [A-Z]\w+)?|Inspector[- ]General of Police|"
    r"Auditor-General|Comptroller General|Public Protector|(?:Human Rights|Information|Electoral|Privacy) Commissioner"
)
# What a judge does who stands for a court.
RULES = (
    r"(?= (?:(?:then|also|later|[a-z]+ly|on [A-Z][a-z]+day) )?(?:ordered|placed|places|orders|sentenced|sentences|"
    r"freed|frees|remanded|remands|released|fined|fines|acquitted|convicted|jailed|dismissed|rejected|refused|ruled|rules|"
    r"sent|sends|granted|grants|denied|extended|found|set|quashed|annulled|suspended|authori[sz]ed|approved|barred)\b)"
)
# What an officer does when the office is meant: "the Attorney General has …".
ACTS = (
    r"(?= (?:has|had|said|says|will|would|must|should|ordered|asked|announced|declined|refused|opened|decided|"
    r"appealed|filed|visited|called|warned|urged|found|"
    r"banned|approved|sent|signed|rejected|demanded|dismissed|denied|told|also|then|struck|upheld|withdrew|took|ruled|"
    r"registered|cancelled|suspended|revoked|forbade|gave|issued|closed|annulled|fined|granted|on [A-Z][a-z]+day)\b)"
)
ACTS_OR_TO = ACTS.replace("(?:has", "(?:to|has")
