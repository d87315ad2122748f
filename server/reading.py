"""A document as its page shows it (pure): its text in paragraphs, sentences and runs of words with nothing left out,
and what was read from each sentence.

Joined together again, the runs are the text, character for character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.store.beside import Coverage, Marked, Missed, Text
from kg.store.rows import Term
from server import pages

Span = tuple[int, int]
KNOTS = ("kind", "holder")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that belong together; `mark` tells of which thing they speak, if of one."""

    text: str
    mark: Marked | None = None


@dataclass(slots=True)
class Reading:
    """What a sentence says of one thing, in one manner: pairs of property and value."""

    subject: Term
    manner: str
    speaker: Term | None
    pairs: list[tuple[str, Term]] = field(default_factory=list)

    @property
    def telling(self) -> list[tuple[str, Term]]:
        """Without the class of what has a kind, or of what is only a knot (a position); the important first."""
        knots = any(pages.local(predicate) in KNOTS for predicate, _ in self.pairs)
        kept = [pair for pair in self.pairs if not knots or pages.local(pair[0]) != "type"]
        return sorted(kept, key=lambda pair: pages.rank(pair[0]))


@dataclass(slots=True)
class SentenceRead:
    """A sentence with what was read from it; `span` is its place in the document."""

    anchor: str
    quote: str | None
    span: Span
    readings: dict[tuple[Term, str, Term | None], Reading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or what stands between two. `read` is what it proves, each with a number on the page; `missed` tells
    that it holds words of events and gave none."""

    runs: tuple[Run, ...]
    read: tuple[tuple[int, SentenceRead], ...] = ()
    missed: Missed | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the page: stretches that no end of a line outside a sentence divides."""

    stretches: tuple[Stretch, ...]

    @property
    def read(self) -> list[tuple[int, SentenceRead]]:
        """All that its sentences prove, by number."""
        return [one for stretch in self.stretches for one in stretch.read]

    @property
    def is_heading(self) -> bool:
        """Is it marked as a heading, as Markdown does it?"""
        return next((stretch.text for stretch in self.stretches if stretch.text.strip()), "").startswith("#")

    @property
    def is_blank(self) -> bool:
        """Does it hold no words?"""
        return not any(stretch.text.strip() for stretch in self.stretches)


@dataclass(slots=True)
class ArticleRead:
    """An article with its sentences that say something. `copies` are the other places where it was printed, `blocks`
    its whole text, where that is kept."""

    anchor: str
    title: str
    truncated: bool
    published: str
    span: Span
    copies: list[Term] = field(default_factory=list)
    sentences: dict[str, SentenceRead] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def blocks(text: Text, within: Span, read: Mapping[Span, SentenceRead], coverage: Coverage | None) -> list[Block]:
    """The part `within` of a text, as paragraphs. `read` tells what is proven by which span."""
    missed = {(one.start, one.end): one for one in (coverage.missed if coverage else ())}
    numbers = {span: number for number, span in enumerate(sorted(read), 1)}
    sentences = set(text.sentences)
    found: list[Block] = []
    current: list[Stretch] = []
    for span, proofs in _divided(within, [*text.sentences, *read], read):
        known = tuple((numbers[proof], read[proof]) for proof in proofs)
        if proofs or span in sentences:
            current.append(Stretch(tuple(_runs(text, span)), known, missed.get(span)))
            continue
        for start, end in _lines(text.text, span):
            current.append(Stretch(tuple(_runs(text, (start, end)))))
            if text.text[end - 1] == "\n":
                found.append(Block(tuple(current)))
                current = []
    return [*found, Block(tuple(current))] if current else found


def _divided(within: Span, spans: Iterable[Span], read: Mapping[Span, object]) -> Iterator[tuple[Span, list[Span]]]:
    """The whole of `within` in order, in parts that do not overlap: each with the proofs that begin in it."""
    at, low, high = within[0], *within
    parts: list[Span] = []
    for start, end in sorted({span for span in spans if low <= span[0] < span[1] <= high}):
        if parts and start < parts[-1][1]:  # sentences overlap where one reading of a list takes in another
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    for start, end in parts:
        if at < start:
            yield (at, start), []
        yield (start, end), sorted(proof for proof in read if start <= proof[0] < proof[1] <= end)
        at = end
    if at < high:
        yield (at, high), []


def _lines(text: str, span: Span) -> Iterator[Span]:
    """A stretch cut after each end of a line."""
    cuts = [span[0], *(at + 1 for at in range(*span) if text[at] == "\n"), span[1]]
    return ((start, end) for start, end in pairwise(cuts) if start < end)


def _runs(text: Text, span: Span) -> Iterator[Run]:
    """The words of a stretch; of names that stand within each other the longer is marked."""
    at = span[0]
    for mark in _inside(text.marks, span):
        if mark.start < at:
            continue
        if at < mark.start:
            yield Run(text.text[at : mark.start])
        yield Run(text.text[mark.start : mark.end], mark)
        at = mark.end
    if at < span[1]:
        yield Run(text.text[at : span[1]])


def _inside(marks: Sequence[Marked], span: Span) -> list[Marked]:
    """The marks of a stretch by their beginning, the longer first."""
    found = [one for one in marks if span[0] <= one.start < one.end <= span[1]]
    return sorted(found, key=lambda one: (one.start, -one.end, one.path))
