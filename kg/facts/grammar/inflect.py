"""Forms of English words, so that a pattern names a verb once (pure).

The tagger's lemmas are not used for triggers: it takes "fined" for a form of "fin".
"""

from __future__ import annotations

VOWELS = frozenset("aeiou")


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


IRREGULAR = {
    "be": ("am", "are", "is", "was", "were", "been", "being"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "become": ("becomes", "became", "becoming"),
    "begin": ("begins", "began", "begun", "beginning"),
    "bring": ("brings", "brought", "bringing"),
    "broadcast": ("broadcasts", "broadcast", "broadcasting"),
    "build": ("builds", "built", "building"),
    "burst": ("bursts", "burst", "bursting"),
    "buy": ("buys", "bought", "buying"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "come": ("comes", "came", "coming"),
    "cut": ("cuts", "cut", "cutting"),
    "do": ("does", "did", "done", "doing"),
    "deal": ("deals", "dealt", "dealing"),
    "draw": ("draws", "drew", "drawn", "drawing"),
    "drive": ("drives", "drove", "driven", "driving"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "fight": ("fights", "fought", "fighting"),
    "find": ("finds", "found", "finding"),
    "flee": ("flees", "fled", "fleeing"),
    "fling": ("flings", "flung", "flinging"),
    "fly": ("flies", "flew", "flown", "flying"),
    "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
    "die": ("dies", "died", "dying"),
    "freeze": ("freezes", "froze", "frozen", "freezing"),
    "hurt": ("hurts", "hurt", "hurting"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "having"),
    "hang": ("hangs", "hung", "hanged", "hanging"),
    "hear": ("hears", "heard", "hearing"),
    "hit": ("hits", "hit", "hitting"),
    "hold": ("holds", "held", "holding"),
    "keep": ("keeps", "kept", "keeping"),
    "lay": ("lays", "laid", "laying"),
    "lead": ("leads", "led", "leading"),
    "leave": ("leaves", "left", "leaving"),
    "let": ("lets", "let", "letting"),
    "lose": ("loses", "lost", "losing"),
    "make": ("makes", "made", "making"),
    "meet": ("meets", "met", "meeting"),
    "overrun": ("overruns", "overran", "overrun", "overrunning"),
    "overthrow": ("overthrows", "overthrew", "overthrown", "overthrowing"),
    "override": ("overrides", "overrode", "overridden", "overriding"),
    "spring": ("springs", "sprang", "sprung", "springing"),
    "run": ("runs", "ran", "running"),
    "put": ("puts", "put", "putting"),
    "pay": ("pays", "paid", "paying"),
    "quit": ("quits", "quit", "quitting"),
    "ride": ("rides", "rode", "ridden", "riding"),
    "rise": ("rises", "rose", "risen", "rising"),
    "say": ("says", "said", "saying"),
    "seek": ("seeks", "sought", "seeking"),
    "send": ("sends", "sent", "sending"),
    "blow": ("blows", "blew", "blown", "blowing"),
    "sell": ("sells", "sold", "selling"),
    "set": ("sets", "set", "setting"),
    "shed": ("sheds", "shed", "shedding"),
    "shoot": ("shoots", "shot", "shooting"),
    "show": ("shows", "showed", "shown", "showing"),
    "shut": ("shuts", "shut", "shutting"),
    "slay": ("slays", "slew", "slain", "slaying"),
    "sink": ("sinks", "sank", "sunk", "sinking"),
    "sit": ("sits", "sat", "sitting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "spit": ("spits", "spat", "spitting"),
    "spend": ("spends", "spent", "spending"),
    "stand": ("stands", "stood", "standing"),
    "strike": ("strikes", "struck", "stricken", "striking"),
    "steal": ("steals", "stole", "stolen", "stealing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "sweep": ("sweeps", "swept", "sweeping"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "telling"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "undergo": ("undergoes", "underwent", "undergone", "undergoing"),
    "uphold": ("upholds", "upheld", "upholding"),
    "win": ("wins", "won", "winning"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "withhold": ("withholds", "withheld", "withholding"),
    "write": ("writes", "wrote", "written", "writing"),
}
DOUBLING = words(
    "ban gun acquit stab rob kidnap beg drop plan stop rob nab jam tap pen dub vet chat rig admit permit commit submit "
    "transfer refer rebut patrol control compel expel repel deter defer strip slap step drag snap whip shot grab "
    "pin trap set scrap bar annul flog club rebel mug ram abet shun jab slam strip rip overrun cut hit put let split "
    "outrun spot stun tug whip nab dispel propel rim hem trek prod top regret quip fret snub rap confer concur"
)
# Doubled in Britain, single in America.
EITHER = words("cancel label travel signal marshal martial level model parcel channel shovel quarrel initial")
PLURALS = {"people": "people", "person": "people", "man": "men", "woman": "women", "coup": "coups"}


def verb_forms(verb: str) -> frozenset[str]:
    """Every form of a verb given in its base form.

    >>> sorted(verb_forms("fine"))
    ['fine', 'fined', 'fines', 'fining']
    """
    if verb in IRREGULAR:
        return frozenset((verb, *IRREGULAR[verb]))
    if "-" in verb and verb.split("-")[-1] in IRREGULAR:
        front = verb[: verb.rindex("-") + 1]
        return frozenset((verb, *(front + form for form in IRREGULAR[verb.split("-")[-1]])))
    both = (f"{verb}led", f"{verb}ling") if verb in EITHER else ()
    return frozenset((verb, third(verb), past(verb), gerund(verb), *both))


def third(verb: str) -> str:
    """The form of the third person: "carries", "passes", "bans"."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if _consonant_y(verb) else verb + "s"


def past(verb: str) -> str:
    """The regular past: "fined", "banned", "carried"."""
    if verb.endswith("e"):
        return verb + "d"
    if _consonant_y(verb):
        return verb[:-1] + "ied"
    return f"{_doubled(verb)}ed"


def gerund(verb: str) -> str:
    """The -ing form: "fining", "banning", "agreeing"."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return f"{_doubled(verb)}ing"


def plural(noun: str) -> str:
    """The plural of a noun: "rallies", "marches", "arrests"."""
    return PLURALS.get(noun, third(noun))


def noun_forms(noun: str) -> frozenset[str]:
    """The singular and the plural of a noun."""
    return frozenset((noun, plural(noun)))


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in DOUBLING else verb
