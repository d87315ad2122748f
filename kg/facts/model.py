"""What a sentence says: relations (`Fact`) and happenings (`Event`), each with its proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.dates import PartialDate

Mode = Literal["Asserted", "Attributed", "Alleged", "Proposed", "Hypothetical", "Uncertain"]
Tense = Literal["", "past", "anterior", "perfect", "later", "aside", "apart", "leading"]
Status = Literal["occurred", "planned", "refused", "alleged", "attempted"]
ASSEMBLIES = frozenset({"March", "Rally", "Picket", "Meeting"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove something: `document.text[start:end] == quote`, at most one sentence long."""

    document: str
    article: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation of the guidelines. `subject` and `object` are entity keys; `literal` holds the object if it is words.

    `object` is "" when it is a literal, or a position whose organisation the text does not give. `source` is the
    entity key of who says so.
    """

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    rule: str
    literal: str = ""
    title: str = ""
    former: bool = False
    mode: Mode = "Asserted"
    polarity: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sanction:
    """A punishment. `type` is one of detention, imprisonment, fine, restrictedFreedom, suspendedSentence, activityBan,
    life, other; `duration` is ISO 8601 ("P10D"); `currency` ISO 4217. A fine whose amount the text withholds has None.
    """

    type: str
    duration: str = ""
    amount: float | None = None
    currency: str = ""
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, was refused or is alleged.

    Roles, `law`, `place` and `source` hold entity keys.

    `id` is stable across builds (kind, date, document's work, evidence). `country` is ISO 3166-1 alpha-2.
    `attendance` is (lowest, highest). `outcome` is the id of an event that follows from it. `hearsay` marks what the
    text says that somebody says, where it does not name an entity as the `source` ("witnesses said"). `tense` is how
    the text tells of it: "past", "anterior" ("had been"), "perfect" ("has been"), "aside" (of a noun), "apart" (past,
    but in another half of its sentence than the date), "leading" (up to the date that follows), "" if open.
    `pointer` is the word with which a statement that names no subject points back to what it is about. `guessed` is
    the chance (0 to 1) that the model of `kg.facts.learned` gives an event, 0 for one that a rule or a person reads.
    """

    id: str
    kind: str
    evidence: tuple[Evidence, ...]
    rule: str
    status: Status = "occurred"
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    participant: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    place: str = ""
    country: str = ""
    date: PartialDate | None = None
    date_stated: str = ""
    charge: str = ""
    sanctions: tuple[Sanction, ...] = ()
    attendance: tuple[int, int] | None = None
    count: int | None = None
    source: str = ""
    action: str = ""
    outcome: str = ""
    polarity: bool = True
    hearsay: bool = False
    tense: Tense = ""
    pointer: str = ""
    guessed: float = 0.0

    @property
    def looseness(self) -> int:
        """The days between the first and the last on which it may have been; more than any date's where it has none."""
        return (self.date.latest - self.date.earliest).days if self.date else 10**7

    @property
    def mode(self) -> Mode:
        """How the document stands to it; only "Asserted" with positive polarity may enter the world graph."""
        if self.guessed:
            return "Uncertain"
        if self.status == "alleged":
            return "Alleged"
        if self.status == "planned":
            return "Proposed"
        return "Attributed" if self.source or self.hearsay else "Asserted"
