"""The names of events as pages write them. The graph has them in English: "Conviction of Ann Lee, 2025-02-28".

Days are written as people do. What is said of the event (its kind, how it stands to reality) is said in the language of
the page; names in it stay as they are.
"""

from __future__ import annotations

import re
from functools import cache

from kg.graph.labels import ABOUT, OPENINGS
from kg.graph.vocabulary import kinds, label
from kg.names import spaced
from server.catalogue import gettext as _
from server.catalogue import language, mark, say
from server.days import day
from server.language import DEFAULT

ACTIONS = (mark("signature"), mark("ratification"), mark("accession"))
STANDING = {word: word.lower() for word in OPENINGS}
EVENT = mark("event")
_DATE = re.compile(r"(.+), ([0-9.][^ ,]*)")
_CUSTODY = re.compile(r"Custody of (.+) from ([0-9.][^ ,]*)")
# How the graph names what no kind says, and how pages do.
UNTITLED = (
    (re.compile("What happened to (.+)"), mark("What happened to %(who)s")),
    (re.compile("What happened in (.+)"), mark("What happened in %(who)s")),
    (re.compile("What (.+) did"), mark("What %(who)s did")),
)
_MORE = re.compile(r" and (\d+) more\b")


def happening(text: str) -> str:
    """The name of an event; what is no such name stays as it is."""
    if custody := _CUSTODY.fullmatch(text):
        return _("Custody of %(who)s from %(day)s", who=custody[1], day=day(custody[2]))
    dated = _DATE.fullmatch(text)
    name, when = (dated[1], f", {day(dated[2])}") if dated else (text, "")
    if language() == DEFAULT:
        return name + when
    for untitled, said in UNTITLED:
        if found := untitled.fullmatch(name):
            return _(said, who=found[1]) + when
    standing, rest = _standing(name)
    opening = next((one for one in _openings() if f"{rest} ".startswith(f"{one} ")), None)
    if opening is None:
        return text
    kind = _said_kind(opening)
    how = f" ({', '.join(map(say, standing))})" if standing else ""
    return f"{kind[:1].upper()}{kind[1:]}{how}{_who(rest[len(opening) :], opening)}{when}"


def _standing(name: str) -> tuple[list[str], str]:
    """How the event stands to reality, and its name from the kind on."""
    found = []
    rest = name
    for _again in range(2):
        word, _space, after = rest.partition(" ")
        if (word[:1].upper() + word[1:]) in STANDING and after:
            found.append(STANDING[word[:1].upper() + word[1:]])
            rest = after
    return found, rest[:1].lower() + rest[1:]


def _who(words: str, opening: str) -> str:
    """Who did it to whom, after the words for the kind."""
    words = _MORE.sub(lambda match: " " + _("and %(number)s more", number=match[1]), words)
    about = f" {_kinds()[opening][1]} " if opening in _kinds() else " of "
    if words.startswith(" by "):
        agents, between, patients = words.removeprefix(" by ").partition(about if about != " of " else "\0")
        return f": {agents} — {patients}" if between else f": {agents}"
    for before in (about, " of "):
        if words.startswith(before):
            return f": {words.removeprefix(before)}"
    return f", {words.removeprefix(' in ')}" if words.startswith(" in ") else words


def _said_kind(opening: str) -> str:
    name = _kinds().get(opening)
    return label(name[0], language()) if name else say(opening)


@cache
def _openings() -> tuple[str, ...]:
    """All words for kinds, the longest first."""
    return tuple(sorted({*_kinds(), *ACTIONS, EVENT}, key=len, reverse=True))


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """The words for each kind: its local name, and the word before whom it is about."""
    return {spaced(name): (name, ABOUT.get(name, "of")) for name in kinds()}
