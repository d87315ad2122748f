"""Small questions about a linked sentence, and about what its article said before, that several readers ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, overload

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.model import Evidence
from kg.facts.scene import ORGANIZATION, Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

ORGANISATIONS = ORGANIZATION
NORMS = frozenset({"Law", "Bill", "Policy", "Petition"})
LOCAL = frozenset({"Place", "Country"})
BACK = 3  # how many sentences back "its" and "the company" may look
POSSESSIVE = ("’s", "'s", "’", "'")
CLOSING = ("”", "»", '"')


class Before(Sequence[LinkedSentence]):
    """The first so many sentences of a list that grows: a tuple of them for each sentence would fill the memory."""

    __slots__ = ("_count", "_sentences")

    def __init__(self, sentences: Sequence[LinkedSentence], count: int) -> None:
        self._sentences, self._count = sentences, count

    @overload
    def __getitem__(self, place: int) -> LinkedSentence: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[LinkedSentence]: ...
    def __getitem__(self, place: int | slice) -> LinkedSentence | Sequence[LinkedSentence]:
        """One of them, or some."""
        if isinstance(place, int):
            return self._sentences[range(self._count)[place]]
        return [self._sentences[n] for n in range(self._count)[place]]

    def __len__(self) -> int:
        """How many they are."""
        return self._count


@dataclass(frozen=True, eq=False)
class View:
    """A scene in its article: `state` is the ISO code that it is about, `earlier` its sentences so far, in order."""

    scene: Scene
    state: str = ""
    earlier: Sequence[LinkedSentence] = field(default=())

    @property
    def linked(self) -> LinkedSentence:
        """The sentence with its references."""
        return self.scene.linked

    @property
    def span(self) -> Span:
        """The parsed sentence."""
        return self.scene.span

    @property
    def entities(self) -> Mapping[str, Entity]:
        """All entities by key."""
        return self.scene.entities

    @property
    def proof(self) -> tuple[Evidence, ...]:
        """The sentence as proof."""
        return (self.scene.evidence(),)

    def before(self, at: int, classes: Iterable[str]) -> str:
        """The entity that "it" at document offset `at` means: the nearest in the sentence, else what the sentences
        before began with; "" if none is of the classes."""
        wanted = frozenset(classes)
        here = [r for r in self.linked.references if r.end <= at and r.cls in wanted and r.how != "adjective"]
        open_here = [r for r in here if not self._quoted_off(r, at)]
        if open_here:
            return open_here[-1].entity
        for linked in reversed(self.earlier[-BACK:]):
            found = next(of_class(linked, wanted), None)
            if found:
                return found.entity
        return ""

    def topic(self, classes: Iterable[str]) -> str:
        """What a sentence that begins with "It" is about: what the one before named first, if of the classes."""
        if not self.earlier:
            return ""
        first = next((r for r in self.earlier[-1].references if r.how != "adjective" and r.cls not in LOCAL), None)
        return first.entity if first is not None and first.cls in frozenset(classes) else ""

    def _quoted_off(self, reference: Reference, at: int) -> bool:
        """Whether a quotation ends between the two: what it names is the speaker's matter."""
        text = self.linked.sentence.document.text[reference.end : at]
        return any(sign in text for sign in CLOSING)

    def latest(self, classes: Iterable[str]) -> str:
        """The entity of these classes that the article named last, "" if none."""
        wanted = frozenset(classes)
        for linked in (self.linked, *reversed(self.earlier)):
            found = list(of_class(linked, wanted))
            if found:
                return found[-1].entity
        return ""


def token_range(linked: LinkedSentence, reference: Reference) -> tuple[int, int]:
    """The tokens of a reference, as indexes within the sentence's span (end excluded)."""
    start, end = linked.sentence.token_range(reference.start, reference.end)
    return start, max(end, start + 1)


def of_class(linked: LinkedSentence, classes: Iterable[str]) -> Iterator[Reference]:
    """The references whose entity is of one of the classes, adjectives left out."""
    wanted = frozenset(classes)
    return (r for r in linked.references if r.cls in wanted and r.how != "adjective")


def state_key(entities: Mapping[str, Entity], iso: str) -> str:
    """The key of the state with this ISO code, "" if no text names it."""
    key = f"Country:{iso}:{iso}"
    return key if key in entities else ""
