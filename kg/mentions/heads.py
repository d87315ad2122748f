"""The class of a name that its own words tell: "… Ministry", "Union of …", "City Council", "Radio …"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg import authorities
from kg.mentions.gazetteer import REGIONS
from kg.mentions.lexicon import lexicon
from kg.mentions.links import LINKS, PLACES_OF

WORLDWIDE = frozenset({
    "UN", "United", "International", "World", "European", "African", "Inter-American", "Asian", "Global", "OSCE",
    "EU", "Commonwealth", "Arab", "Organization", "Organisation",
})  # fmt: skip
# Classes of bodies whose branches are called after states and regions.
BRANCHED = frozenset({"CivilSocietyOrganization", "MediaOutlet", "PoliticalParty", "Company"})
CENTRES = frozenset({"Centre", "Center", "Bureau", "House", "Office", "Platform"})
# First words of state bodies, and heads that they turn from citizens' into the state's.
STATE_FIRST = frozenset({
    "National", "State", "Federal", "Central", "Presidential", "Investigative", "General", "Parliamentary",
    "Government", "Electoral", "Anti-Corruption",
})  # fmt: skip
STATE_HEADS = frozenset({"Committee", "Institute", "Fund"})
# Councils of towns and districts make by-laws: they are chambers.
LOCAL = frozenset({"City", "Municipal", "County", "Town", "Village", "District", "Provincial", "Regional"})
CHAMBER_WORDS = frozenset(
    {"Senate", "Parliament", "Chamber", "Assembly", "Congress", "House", "Representatives", "Deputies"}
)
CHAMBERS = frozenset({"Council", "Assembly"})
# Words of politics before a head that citizens' groups share: "Radical Front", "Democratic Union".
CREEDS = frozenset({
    "Democratic", "Socialist", "Radical", "Communist", "Liberal", "Patriotic", "Republican", "Nationalist",
    "Conservative",
    "Progressive", "Popular", "Christian-Democratic", "Social-Democratic", "Reformist", "Unionist", "Revolutionary",
    "Monarchist", "Agrarian", "Leftist", "Centrist", "Ecologist", "Constitutional",
})  # fmt: skip
# What members of a party are called, which is the party's name too: "New Democrats", "United Patriots".
PARTISANS = frozenset({
    "Democrats", "Republicans", "Socialists", "Liberals", "Greens", "Conservatives", "Patriots", "Reformers",
    "Radicals", "Unionists", "Progressives", "Communists", "Left",
})  # fmt: skip
TRADING = frozenset({"Digital", "Business", "Trade", "Industry", "Commerce", "Maritime", "Mining", "Industrial",
                     "Commercial", "Agricultural", "Energy"})  # fmt: skip
AUDITING = frozenset({"Audit", "Accounts", "Audits", "Control", "Auditors"})
GATHERED = frozenset({"Convention", "Congress", "Council", "Assembly"})
# The same in tongues that put the head first.
ALLIED = frozenset({
    "Alianza", "Aliança", "Unión", "União", "Union", "Movimiento", "Movimento", "Mouvement", "Coalición", "Coalizão",
    "Rassemblement", "Acción", "Ação", "Fuerza", "Força", "Convergencia", "Concertación", "Alliance", "Front",
})  # fmt: skip
ROMANCE_CREEDS = frozenset({
    "Liberal", "Democrática", "Democrático", "Socialista", "Socialiste", "Revolucionario", "Revolucionaria", "Popular",
    "Populaire", "Republicana", "Republicano", "Républicaine", "Conservadora", "Conservador", "Patriótica",
    "Patriótico",
    "Comunista", "Progresista", "Progressista", "Démocratique", "Nacionalista", "Ecologista", "Radical",
})  # fmt: skip
BENCHES = frozenset({"House", "Senate", "Many", "Some", "American", "US", "Local", "Leading", "Moderate", "Former"})
LEGAL = frozenset({"Legal", "Law", "Rights", "Justice", "Refugee", "Advocacy"})
KINDS_OF_TRADE = frozenset(
    {"Fair", "Free", "World", "Foreign", "Slave", "International", "Organized", "Global", "Wildlife"}
)
# Articles of other tongues, before the head of a newspaper's name: "Le Courrier du Port".
ARTICLES = frozenset({"Le", "La", "El", "Les", "Los", "O", "L", "Il", "Der", "Die"})
FACTIONS = frozenset({
    "Front", "Union", "Alliance", "Movement", "League", "Coalition", "Congress", "Bloc", "Action", "Convention",
    "Rally",
})  # fmt: skip
UNIONISTS = frozenset(
    {"Trade", "Trades", "Labour", "Labor", "Unions", "Students", "Youth", "Jewish", "Muslim", "Uyghur", "Indigenous"}
)
SEATED = frozenset({"Assembly", "Representatives", "Deputies", "Councillors", "Commons", "Lords", "Chiefs", "Peoples",
                    "Peers", "Nationalities", "States", "Regions", "Councilors", "People", "Senators",
                    "Parliament", "Congress", "Advisors"})  # fmt: skip
LAWMAKING = frozenset({"Legislative", "Consultative"})
FAITHS = frozenset({
    "Churches", "Bishops", "Bishops’", "Bishops'", "Imams", "Ulema", "Muslim", "Islamic", "Christian", "Catholic",
    "Interfaith",
    "Interreligious", "Episcopal", "Evangelical", "Hindu", "Buddhist", "Orthodox", "Elders", "Pastors", "Clergy",
})  # fmt: skip
# What committees of deputies are called before "on …".
STANDING = frozenset(
    {
        "Lower",
        "Upper",
        "House",
        "Senate",
        "Committee",
        "Standing",
        "Select",
        "Joint",
        "Parliamentary",
        "Permanent",
        "Special",
        "Ad",
        "Hoc",
    }
)
SITTING = frozenset({"Standing", "Select", "Joint", "Parliamentary", "Permanent", "House", "Senate"})
# Last words of capitalised runs that name days, happenings and works, none of which act.
NOT_ACTORS = frozenset({
    "Day", "Days", "Week", "Year", "Revolution", "War", "Prize", "Award", "Cup", "Festival", "Games", "Olympics",
    "Summit", "Report", "Reports", "Index", "Survey", "Spring", "Law", "Act", "Code", "Bill", "Convention",
    "Covenant", "Protocol", "Charter", "Constitution", "Plan", "Strategy", "Concept",
})  # fmt: skip


def by_head(words: Sequence[str]) -> str:
    """The class of a name of several words, or ""."""
    if len(words) < 2:
        return ""
    heads = lexicon().heads
    cut = next((k for k, w in enumerate(words) if w in LINKS), len(words))
    head = words[cut - 1] if cut else ""
    if head == "Clinic":
        return "CivilSocietyOrganization" if set(words) & LEGAL else ""
    if (head in PARTISANS and words[0] in BENCHES) or (head == "Trade" and words[0] in KINDS_OF_TRADE):
        return ""
    if head in GATHERED and words[cut : cut + 1] == ["of"] and set(words[cut + 1 :]) & lexicon().bands:
        return "CivilSocietyOrganization"  # "Convention of Young Reporters"
    if words[0] in ALLIED and set(words[1:]) & ROMANCE_CREEDS:
        return "PoliticalParty"  # "Alianza Liberal del Puerto"
    lead = heads.get(words[0], "") if words[0] in lexicon().leading else ""
    cls = heads.get(head, "") or lead
    cls = lead if lead == "PoliticalParty" and cls in {"Place", "Company"} else cls  # "Partido Ciudad Verde"
    if len(words) > 2 and (
        words[:2] == ["Voice", "of"] or (words[0] in ARTICLES and heads.get(words[1]) == "MediaOutlet")
    ):
        return "MediaOutlet"
    if not cls and words[0] in lexicon().bands and words[1] in LINKS | {"Without", "Against", "United"}:
        return "CivilSocietyOrganization"
    if not cls:
        return _before_region(words) or _inner_head(words, cut)
    if cls == "Place" and cut < len(words) and head not in PLACES_OF:
        return ""
    return _refined(words, head, cls, cut)


def _refined(words: Sequence[str], head: str, cls: str, cut: int) -> str:
    """The head's class, changed by the words around it: "UN … Committee", "City Council", "National … Institute"."""
    other = _by_company(words, head, cut)
    if other:
        return other
    if head in CENTRES and cls == "GovernmentBody":
        return _centre(words, head, cut)
    if (words[0] not in STATE_FIRST or words[0] == "Parliamentary") and _of_chamber(words, head, cut):
        return "Legislature"
    if words[0] in WORLDWIDE and cls in {"GovernmentBody", "CivilSocietyOrganization"}:
        return "InternationalOrganization"
    if head in CHAMBERS and cut >= 2 and words[cut - 2] in LOCAL:
        return "Legislature"
    if words[0] in STATE_FIRST and head in STATE_HEADS:
        return "GovernmentBody"
    return cls


def _by_company(words: Sequence[str], head: str, cut: int) -> str:
    """Heads that only the words beside them make clear: "Labour Congress", "Radical Front", "House of Deputies"."""
    tail = words[cut:]
    if head == "Congress" and len(words) > 2 and words[0] not in {"National", "Federal", "The"} and cut == len(words):
        return "CivilSocietyOrganization" if set(words) & UNIONISTS else "PoliticalParty"
    if head == "Congress" and tail[:1] == ["for"]:
        return "PoliticalParty"
    if head in FACTIONS and cut >= 2 and words[cut - 2] in CREEDS:
        return "PoliticalParty"
    if head == "Rally" and (tail or words[0] == "National"):
        return "PoliticalParty"
    if head == "Chamber" and (words[cut - 2] in AUDITING or set(tail) & AUDITING):
        return "GovernmentBody"
    if head == "Chamber" and cut == len(words) > 1 and words[-2] in TRADING:
        return "CivilSocietyOrganization"
    if head == "Committee" and cut > 2 and words[cut - 2] == "Executive" and words[cut - 3] in LOCAL:
        return "GovernmentBody"  # of a region, as in Belarus
    if head == "Council" and cut > 1 and words[cut - 2] == "Bar":
        return "CivilSocietyOrganization"
    if head == "Chamber" and tail[:1] == ["of"] and not set(tail) & SEATED:
        return "CivilSocietyOrganization"  # "Chamber of Commerce", "Chamber of Brewers"
    if head == "House" and words[0] in {"Lower", "Upper"}:
        return "Legislature"
    if head in {"House", "Council"} and (set(tail) & SEATED or (head == "Council" and words[cut - 2] in LAWMAKING)):
        return "Legislature"
    if (head in {"Council", "Conference"} and set(words) & FAITHS) or (head == "Church" and cut < len(words)):
        return "CivilSocietyOrganization"
    return ""


def _of_chamber(words: Sequence[str], head: str, cut: int) -> bool:
    """Committees of parliaments: named by a portfolio ("Agriculture Committee"), or "of the Senate"."""
    if head == "Congress" and words[0] not in {"National", "Federal", "The"} and len(words) > 2 and cut == len(words):
        return False
    if head not in {"Committee", "Council", "Commission", "Subcommittee"}:
        return False
    if any(w in CHAMBER_WORDS for w in words[cut:]):
        return True
    lex = lexicon()
    if head in {"Committee", "Subcommittee"} and words[cut : cut + 1] == ["on"] and set(words[: cut - 1]) & SITTING:
        return True
    if head == "Committee" and cut + 1 < len(words) and words[cut] in {"on", "for"} and set(words[:cut]) <= STANDING:
        return all(w in lex.portfolio | {"and", "the", "Constitutional", "Relations"} for w in words[cut + 1 :])
    return (
        head == "Committee"
        and cut > 1
        and cut == len(words)
        and all(w in lex.portfolio | {"and", "Constitution"} for w in words[: cut - 1])
    )


def _before_region(words: Sequence[str]) -> str:
    """ "Harbour Watch Asia", "Open Courts Network Kenya": the head stands before the region that a branch is for."""
    width = 2 if " ".join(words[-2:]) in REGIONS else 1
    tail, name = " ".join(words[-width:]), words[:-width]
    if len(name) < 2 or not (tail in REGIONS or authorities.country_by_name(tail)) or " ".join(name) in _worldwide():
        return ""
    cls = lexicon().heads.get(name[-1], "")
    return cls if cls in BRANCHED else ""


@cache
def _worldwide() -> frozenset[str]:
    return frozenset(n for body in authorities.international() for n in (body.name, *body.other_names))


def _inner_head(words: Sequence[str], cut: int) -> str:
    """A head word that other words follow: "Workers Union Kenya", "Party of …"."""
    inner = [lexicon().heads[w] for w in words[:cut] if w in lexicon().heads]
    strong = [c for c in inner if c in {"PoliticalParty", "GovernmentBody", "Court"}]
    return strong[0] if strong and cut < len(words) else ""


def _centre(words: Sequence[str], head: str, cut: int) -> str:
    """Centres and bureaus are of the state, of the world, of citizens, or mere places, as their other words tell."""
    if words[0] in WORLDWIDE:
        return "InternationalOrganization" if cut < len(words) else "Place"
    if words[0] in STATE_FIRST or head in {"Office", "Platform"}:
        return "GovernmentBody"
    if head == "Bureau" and cut < len(words) and not {"International", "Rights"} & set(words):
        return "GovernmentBody"
    if cut < len(words) or head == "House":
        return "CivilSocietyOrganization"
    return "GovernmentBody" if head == "Bureau" else "Place"
