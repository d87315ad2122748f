"""What documents say, from rows of claims to statements with their proofs (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.store.rows import Term
from server.catalogue import mark

Row = Mapping[str, Term]
Side = Literal["object", "subject"]
MANNERS = {
    "Alleged": mark("alleged"), "Proposed": mark("planned"), "Hypothetical": mark("hypothetical"),
    "Attributed": mark("reported"), "Inferred": mark("inferred"), "Uncertain": mark("uncertain"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that says something. `confidence` is the measured precision of the rule that read it, 0 to 1."""

    sentence: str
    quote: str | None
    article_title: str
    article: str
    document: str
    truncated: bool = False
    confidence: float | None = None


@dataclass(slots=True)
class Said:
    """One statement about a thing, by one source, with all its proofs.

    `other` is the object, or for what is said *with* the thing the subject. `words` are the text's own for the tie
    ("brother"). `speaker` is who says so, if not the document itself.
    """

    predicate: str
    other: Term
    mode: str
    polarity: bool
    speaker: Term | None
    proofs: list[Proof] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    @property
    def asserted(self) -> bool:
        """Does it stand in the world, or follow from what does?"""
        return self.mode in ("Asserted", "Inferred") and self.polarity and self.speaker is None

    @property
    def manner(self) -> str:
        """How it is said, in a word: "alleged", "planned", "denied"; "" for a plain assertion."""
        return manner(self.mode, self.polarity)

    @property
    def word(self) -> str:
        """The text's own words for the tie."""
        return ", ".join(sorted(self.words))


def manner(mode: str, polarity: bool) -> str:
    """How something is said, in a word; "" for a plain assertion.

    >>> manner("Alleged", True), manner("Asserted", False)
    ('alleged', 'denied')
    """
    return MANNERS.get(mode, "") if polarity else "denied"


def local(term: Term | None) -> str:
    """The last part of the IRI of one of our terms."""
    return term.value.rsplit("#", 1)[-1] if term else ""


def statements(rows: Iterable[Row], side: Side) -> list[Said]:
    """The statements of some rows, in their order; `side` is the column that holds the other end of the tie."""
    found: dict[tuple[str, Term, str, bool, Term | None], Said] = {}
    for row in rows:
        inferred = "inferred" in row and row["inferred"].value == "true"
        mode, polarity = "Inferred" if inferred else local(row["mode"]), row["polarity"].value == "true"
        key = (row["predicate"].value, row[side], mode, polarity, row.get("speaker"))
        said = found.setdefault(key, Said(*key))
        if "word" in row:
            said.words.add(row["word"].value)
        proof = _proof(row)
        if proof not in said.proofs:
            said.proofs.append(proof)
    return list(found.values())


def _proof(row: Row) -> Proof:
    return Proof(
        row["sentence"].value,
        row["quote"].value if "quote" in row else None,
        row["articleTitle"].value,
        row["article"].value,
        row["document"].value,
        row["truncated"].value == "true" if "truncated" in row else False,
        float(row["confidence"].value) if "confidence" in row else None,
    )
