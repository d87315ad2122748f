"""What is wrong with a query, in the language of a page: the parser's own words are English."""

from __future__ import annotations

import re

from server.catalogue import gettext as _
from server.catalogue import mark, say

PLACE = re.compile(r"line (\d+), column (\d+): (.*)", re.DOTALL)
# What the store says, and how pages say it.
FAULTS = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (r"`(?P<what>.+)` is never closed", mark("`%(what)s` is never closed")),
        (r"`(?P<what>.+)` closes nothing that is open here", mark("`%(what)s` closes nothing that is open here")),
        (r"`(?P<what>.+)` does not fit here", mark("`%(what)s` does not fit here")),
        (
            r"`(?P<what>.+)` does not fit here; expected (?P<expected>.+)",
            mark("`%(what)s` does not fit here; expected %(expected)s"),
        ),
        (r"the query ends too early", mark("the query ends too early")),
        (
            r"the query ends too early; expected (?P<expected>.+)",
            mark("the query ends too early; expected %(expected)s"),
        ),
        (r"the query is empty", mark("the query is empty")),
        (r"expected (?P<expected>SELECT, ASK, .+) or DESCRIBE", mark("expected %(expected)s or DESCRIBE")),
        (
            r"(?P<what>\S+): is not declared; add (?P<remedy>.+)",
            mark("%(what)s: is not declared; add %(remedy)s"),
        ),
        (
            r"(?P<what>.+) is relative, and there is no base; write the whole IRI or add BASE",
            mark("%(what)s is relative, and there is no base; write the whole IRI or add BASE"),
        ),
        (
            r"a string is not closed, or holds a wrong escape",
            mark("a string is not closed, or holds a wrong escape"),
        ),
        (
            r"The SELECT contains a variable that is unbound",
            mark("The SELECT contains a variable that is unbound"),
        ),
    )
)  # fmt: skip


def complaint(detail: str) -> str:
    """A complaint in the language of the page, "" for what is not known to be one."""
    placed = PLACE.fullmatch(detail)
    fault = placed[3] if placed else detail
    for pattern, said in FAULTS:
        if found := pattern.fullmatch(fault):
            words = say(said) % found.groupdict() if found.groupdict() else say(said)
            if placed is None:
                return words
            return _("line %(line)s, column %(column)s: %(fault)s", line=placed[1], column=placed[2], fault=words)
    return ""
