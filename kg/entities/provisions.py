"""Articles of laws: "Article 125" belongs to the law that the sentence names, else to the one named last."""

from __future__ import annotations

from collections.abc import Sequence

from kg.entities.handles import Handle
from kg.mentions.model import Mention
from kg.names import words


def provision_handle(mention: Mention, laws: Sequence[Handle], last: Handle | None, country: str) -> Handle:
    """The handle of a provision; `laws` are those of its sentence, `last` the one named before."""
    stated = str(mention.facts.get("part_of", ""))
    law = next((h for h in laws if stated and words(stated) <= words(h.name)), laws[0] if len(laws) == 1 else last)
    number = mention.name.lower()
    return Handle("LawProvision", f"{number} of {law.key if law else ''}", mention.name, law.country if law else country)
