"""What "the petition", "the address" and "the initiative" mean in the part of a page under a petition's title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.entities.model import Reference
from kg.mentions.model import Sentence

NOUN = r"(?:petition|address|initiative|submission|appeal|proposal|motion)"
MEANT = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:(?:online|public|collective|popular|electronic|citizens?[’']?s?|people[’']s) )?"
    rf"(?:e-)?{NOUN}\b"
    r"(?![’'-]?[\w-]| (?:process|portal|system|committee|desk|platform|starter|act|law)\b)"
)
# "An address that nurses lodged …": the first words under the title bring it in.
BROUGHT_IN = re.compile(rf"(?:An?|The) (?:e-)?{NOUN}\b")


class PetitionParts:
    """The petition of the part that is being read."""

    def __init__(self) -> None:
        """Begin outside any part."""
        self._titled, self._key, self._begun = -1, "", False

    def references(self, sentence: Sentence, named: Sequence[Reference]) -> Iterator[Reference]:
        """The references to the petition of the part by a noun alone; a sentence of its title is remembered."""
        paragraph = sentence.paragraph
        if paragraph.kind == "title":
            key = next((r.entity for r in named if r.cls == "Petition"), "")
            if key:
                self._titled, self._key, self._begun = paragraph.titled, key, False
            return
        if paragraph.titled < 0 or paragraph.titled != self._titled:
            return
        found = list(MEANT.finditer(sentence.text))
        if paragraph.kind == "text" and not self._begun:
            self._begun = True
            found = [*found, m] if not found and (m := BROUGHT_IN.match(sentence.text)) else found
        for m in found:
            start, end = sentence.start + m.start(), sentence.start + m.end()
            if not any(r.start < end and start < r.end for r in named):
                yield Reference(start, end, self._key, "Petition", "description")
