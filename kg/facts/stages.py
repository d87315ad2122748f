"""Which stage of a law's life an enactment is: adopted, signed, in force, amended (pure).

A text often tells two of them as one event ("adopted in May and signed in June"); the records keep them so, the graph
names each.
"""

from __future__ import annotations

import re

from kg.facts.model import Event

STAGES = {
    "adoption": re.compile(
        r"\b(?:re)?(?:adopt|pass|approv|enact)(?:s|e[ds]|ing|ion|age|ment)\b|\b(?:vot|backed|third reading|assent)",
        re.I,
    ),
    "signature": re.compile(
        r"\bsign(?:s|ed|ing)?\b(?!\s+(?:a |the |this |that |an )?(?:online )?petition)|\bassent", re.I
    ),
    "entryIntoForce": re.compile(
        r"\b(?:c[ao]m|enter|t[oa]k|took|go|went|gone|be|put|brought)\w* (?:\w+ )?(?:in|into) (?:force|effect)\b"
        r"|\b(?:in|entry into) force\b",
        re.I,
    ),
    "amendment": re.compile(r"\bamend(?:s|ed|ing|ments?)\b|\btighten(?:s|ed|ing)?\b", re.I),
}
IN_FORCE = "into-force"


def stages(event: Event) -> tuple[str, ...]:
    """The stages that the sentences of an enactment tell; what the event says itself comes first."""
    if event.kind != "Enactment" or event.action:
        return (event.action,) if event.action else ()
    if event.rule.endswith(IN_FORCE):
        return ("entryIntoForce",)
    found = tuple(s for s, words in STAGES.items() if any(words.search(e.quote) for e in event.evidence))
    return found or ("adoption",)
