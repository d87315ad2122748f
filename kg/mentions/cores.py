"""What a form cannot do without: words that a sentence must hold before the form is tried on it.

A form marks them with the group `core`, a choice of plain words ("courts?|tribunals?"). Most sentences hold none of
them, and to look for plain words costs a hundredth of what a form costs.
"""

from __future__ import annotations

import re

CORE = "(?P<core>"
SPECIAL = re.compile(r"[\[\]{}.*+?\\^$]")
OPTIONAL = "?*{"


def core(pattern: str) -> tuple[str, ...]:
    """The beginnings of the words in the group `core`; none for a form without one, which is tried everywhere.

    >>> core(r"[Aa] (?P<core>courts?|tribunal[ -])s")
    ('court', 'tribunal')
    """
    if CORE not in pattern:
        return ()
    inside = pattern[pattern.index(CORE) + len(CORE) :]
    found = tuple(_plain(word) for word in inside[: inside.index(")")].split("|"))
    if not all(found):
        raise ValueError(f"the core {found} of a form begins with no plain letter; leave the others out of it")
    return found


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether a form with this core may have something to find in the text."""
    for word in words:
        if word in text:
            return True
    return not words


def _plain(word: str) -> str:
    special = SPECIAL.search(word)
    return word[: special.start() - (special[0] in OPTIONAL)] if special else word
