"""Laws, treaties and plans named by their titles, read by the forms of `citation_forms`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.cores import core, holds
from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.norms.citation_forms import FORMS
from kg.mentions.norms.rows import first_cell
from kg.mentions.shapes import MONTHS, UPPER, WORD, YEAR
from kg.mentions.spans import owner_facts, part, state

NOT_LAWS = frozenset({
    "Rule of Law", "Martial Law", "Sharia Law", "International Law", "Common Law", "Islamic Law", "Law",
    "Criminal Law", "Human Rights Law", "Civil Law", "Bill", "Act", "In Law", "Father in Law", "Humanitarian Law",
    "Customary Law", "Case Law", "Constitutional Law",
})  # fmt: skip
LAW_AS_THING = re.compile(
    r"(?:\b(?:Centre|Center|Institute|Clinic|Society|Foundation|Forum|Network|Initiative|Association|Academy|"
    r"Council) for (?:\w+ ){0,3}Law$)|"
    r"\b(?:Rule|Faculty|School|Professor|Doctor|Institute|Bachelor|Courts?|Ministry|Department|Minister) of Law$"
)
# Where another title, or a date, begins: "the Covenant on X and the Covenant on Y", "…, in June 2010".
RUNS_ON = re.compile(
    r",? and (?:of |in |to |on )?the (?=[A-Z])|,? and (?:on |of |under |in )?(?=(?:Articles?|Sections?)\b)"
    r"|, (?:in|on|by|under|with|from|to|until) |,? and (?:its|their) "
    r"|,? and (?=UN |United Nations |International |European )"
)
# "the Strategy for Rural Roads and the Green Ports Plan": two plans.
SECOND_PLAN = re.compile(rf",? and the (?=(?:{WORD} ){{0,3}}(?:Plan|Strategy|Programme|Program|Roadmap|Policy)\b)")
# "the Law on Media, the Bar Association said"
ANOTHER = re.compile(r", the (?=[A-Z])")
YEAR_END = re.compile(rf" (?:(?:in|on|of) (?:{MONTHS})(?: \d+)?,?(?: {YEAR})?|in {YEAR})$")
STARTS = frozenset(
    {
        "The",
        "A",
        "An",
        "On",
        "In",
        "Under",
        "According",
        "This",
        "That",
        "New",
        "Its",
        "By",
        "After",
        "With",
        "the",
        "Because",
        "When",
        "While",
        "Although",
        "If",
        "Since",
        "As",
        "But",
        "And",
        "Before",
        "Though",
        "Unless",
    }
)
SMALL_END = re.compile(r" (?:in|by|from|under|of the|on|to|with|of)$")
PLACE_END = re.compile(rf" in (?:the )?(?P<state>(?:[{UPPER}]\w+ ?)+)$")
STATE_INSIDE = re.compile(rf" of (?:the )?(?:Republic of )?(?P<state>[{UPPER}]\w+(?: [{UPPER}]\w+)?)$")
STATE_BEFORE = re.compile(rf"(?P<state>[{UPPER}]\w+(?: [{UPPER}]\w+)?)(?:[’']s)? (?:new |amended |[a-z]+ )?$")
POSSESSOR = re.compile(rf"({WORD}) ")
# "the Bill on Tuesday"
DATED = re.compile(rf"^\w+ (?:on|in|for|of) (?:{MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
DRAFT = re.compile(r"\b(?P<kind>[Dd]raft|[Pp]roposed|planned) $")
SHORTEST = 6


def find(sentence: Sentence) -> Iterator[Mention]:
    """Titled norms, treaties and plans in a sentence, overlaps and all. A table row has one, its first cell."""
    row = first_cell(sentence)
    if row:
        yield row
        return
    text = sentence.text
    for rule, cls, form, words in _forms():
        for m in form.finditer(text) if holds(text, words) else ():
            start, name = _trim(m.start("name"), m["name"], rule)
            if not _is_title(name):
                continue
            yield _norm(sentence, start, name, cls, rule)


@cache
def _forms() -> list[tuple[str, str, re.Pattern[str], tuple[str, ...]]]:
    return [(rule, cls, form, core(form.pattern)) for rule, cls, form in FORMS]


def _norm(sentence: Sentence, start: int, name: str, cls: str, rule: str) -> Mention:
    """The norm, a bill where the text calls it a draft or proposed."""
    facts = _state_of(sentence.text, start, name)
    before = DRAFT.search(sentence.text[:start]) if cls == "Law" else None
    if cls == "Law" and name.startswith("Draft "):
        return part(sentence, start, name, "Bill", "titled-bill", facts)
    if before is None:
        return part(sentence, start, name, cls, rule, facts)
    if before["kind"].lower() == "draft":
        start, name = before.start(), sentence.text[before.start() : start + len(name)]
    return part(sentence, start, name, "Bill", "titled-bill", facts)


def _is_title(name: str) -> bool:
    if "-based" in name or "-led" in name or DATED.search(name):
        return False
    if name.startswith("Convention of ") and set(name.split()) & lexicon().bands:
        return False  # reporters meet in it: a body
    return name not in NOT_LAWS and len(name) >= SHORTEST and not LAW_AS_THING.search(name)


def _trim(start: int, name: str, rule: str) -> tuple[int, str]:
    """Leave out what a capital at the sentence's start, a possessor or a place at its end added to the title."""
    if rule == "titled-policy":
        start, name = _unled(start, name)
    elif rule != "concept":
        start, name = _without_starts(start, name)
    owner = POSSESSOR.match(name)
    if owner and owner[1].endswith(("’s", "'s")) and state(owner[1][:-2]):
        start, name = start + len(owner[0]), name[len(owner[0]) :]
    name = ANOTHER.split(name)[0]
    name = RUNS_ON.split(name)[0] if rule == "titled-treaty" else name
    name = SECOND_PLAN.split(name)[0] if rule == "titled-policy" else name
    place = PLACE_END.search(name)
    if place and (state(place["state"].strip()) or cities(place["state"].strip())):
        name = name[: place.start()]
    return start, re.sub(r"[’']s$", "", SMALL_END.sub("", YEAR_END.sub("", name)))


WHOSE = re.compile(
    r"(?:Supporters|Opponents|Critics|Authors|Backers|Defenders|Proponents|Advocates|Amendments?|Parts?|Provisions|Clauses|"
    r"Chapters?|Violations?|Signatories|Members|Sections?|Articles?) (?:of|to|in|under) (?:the )?"
)


def _unled(start: int, name: str) -> tuple[int, str]:
    """A plan's name without the preposition or article that a sentence begins with."""
    first, _, rest = name.partition(" ")
    return (start + len(first) + 1, rest) if first in STARTS and rest and rest[:1].isupper() else (start, name)


def _without_starts(start: int, name: str) -> tuple[int, str]:
    """Without words that only begin a sentence; "On …" stays where it begins the title of a law."""
    whose = WHOSE.match(name)
    if whose:
        start, name = start + len(whose[0]), name[len(whose[0]) :]
    while " " in name:
        first = name.split(" ", 1)[0]
        if first not in STARTS or (first == "On" and not name.endswith(("Law", "Act", "Code", "Bill"))):
            break
        start, name = start + len(first) + 1, name[len(first) + 1 :]
    return start, name


def _state_of(text: str, start: int, name: str) -> dict[str, object]:
    """The state a norm belongs to, where its title, a possessive or an adjective says so."""
    found = state(name.split()[0])
    if found:
        return owner_facts(found)
    for m in (STATE_INSIDE.search(name), STATE_BEFORE.search(text[max(0, start - 60) : start])):
        found = state(m["state"]) if m else None
        if found:
            return owner_facts(found)
    return {}
