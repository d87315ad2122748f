"""Articles of laws: "Article 125" belongs to the law that the sentence names, else to the one named last."""

from __future__ import annotations

from collections.abc import Sequence

from kg.entities.handles import Handle
from kg.mentions.model import Mention
from kg.names import acronym, words

NORMS = ("Law", "Policy", "Bill")


class Provisions:
    """The laws that a document has named so far, and the provisions whose law is known."""

    def __init__(self) -> None:
        """Begin with no law named."""
        self._article = ""
        self._here: list[Handle] = []
        self._before: list[Handle] = []
        self._known: dict[str, tuple[Handle, Handle | None]] = {}

    def note(self, article: str, laws: Sequence[Handle]) -> None:
        """Take in the laws that the next sentence names by title; provisions are forgotten at a new article."""
        if article != self._article:
            self._article, self._known = article, {}
        self._before += self._here
        self._here = list(laws)

    def handle(self, mention: Mention, country: str) -> tuple[Handle, Handle | None]:
        """The handles of a provision of the sentence noted last and of its law; a bare number is the one known."""
        stated = str(mention.facts.get("part_of", ""))
        number = mention.name.lower()
        if not stated and number in self._known:
            return self._known[number]
        law = self._law(stated, ("Bill",) if number.startswith("clause ") else NORMS)
        made = Handle(
            "LawProvision", f"{number} of {law.key if law else ''}", mention.name, law.country if law else country
        )
        self._known[number] = made, law
        return made, law

    def _law(self, stated: str, alone: Sequence[str]) -> Handle | None:
        """The law by the words that state it ("the act"): of the sentence, else before it, the last first.

        Where no words state it, it is of the classes `alone`: clauses are of bills, articles of no treaty unless told.
        """
        named = [*reversed(self._here), *reversed(self._before)]
        if stated:
            full = next((h for h in named if stated.isupper() and acronym(h.name) == stated), None)
            return full or next((h for h in named if words(stated) <= words(h.name)), None)
        here, before = ([h for h in hs if h.cls in alone] for hs in (self._here, self._before))
        return here[0] if len(here) == 1 else next(iter(before[::-1] or here[::-1]), None)
