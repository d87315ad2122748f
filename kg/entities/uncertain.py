"""What a person should look at: pairs of entities that are alike, but not enough to be joined unasked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.candidates import candidates, people
from kg.entities.model import Entity, LinkedSentence
from kg.entities.scoring import QUEUE, Score, score
from kg.entities.sides import Side
from kg.entities.things import UNSCORED

SHOWN, COMPARED = 2, 6
"""Sentences that are kept of each side, and spellings of a thing that are compared."""
# A person's short forms, and "Gulu" of a list of regions, are other things' names too.
OWN_NAME = frozenset({"Person", "Place"})
BACKGROUND = frozenset({"Country", "Place"})
Sentences = Mapping[str, Sequence[LinkedSentence]]


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names one side: where it stands and what it says."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side of a pair: the entity's key, name, all spellings, state (ISO or ""), and sentences that name it."""

    key: str
    name: str
    spellings: tuple[str, ...]
    country: str
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Two entities of one class, with the score of their likeness and its reasons."""

    cls: str
    left: Candidate
    right: Candidate
    score: Score


def uncertain(entities: Sequence[Entity], sentences: Sentences) -> list[Uncertain]:
    """Pairs that are two and score as high as QUEUE, the surest first. Protected people are never among them.

    What the resolution kept apart in spite of a score over the bar is asked about too: a name that fits two others.
    """
    seats = _seats(sentences, {e.key: e.name for e in entities if not e.protected})
    found: list[Uncertain] = []
    by_class: dict[str, list[Entity]] = defaultdict(list)
    for entity in sorted(entities, key=lambda e: e.key):
        if not entity.protected and entity.cls not in UNSCORED:
            by_class[entity.cls].append(entity)
    for cls, bearers in by_class.items():
        sides = {e.key: _sides(e, seats) for e in bearers}
        by_key = {e.key: e for e in bearers}
        pairs = people if cls == "Person" else candidates
        for a, b in pairs(list(by_key), lambda key, sides=sides: [s.name for s in sides[key]]):  # type: ignore[misc]
            best = max((score(x, y) for x in sides[a] for y in sides[b]), key=lambda s: s.total)
            if best.total >= QUEUE:
                found.append(Uncertain(cls, _candidate(by_key[a], seats), _candidate(by_key[b], seats), best))
    return sorted(found, key=lambda u: (-u.score.total, u.cls, u.left.key, u.right.key))


def as_json(pair: Uncertain) -> dict[str, object]:
    """The pair as plain values."""
    reasons = [{"rule": r.rule, "points": r.points, "saw": r.saw} for r in pair.score.reasons]
    sides = {"left": _plain(pair.left), "right": _plain(pair.right)}
    return {"class": pair.cls, "score": pair.score.total, **sides, "reasons": reasons}


def _plain(side: Candidate) -> dict[str, object]:
    contexts = [{"document": c.document, "start": c.start, "end": c.end, "quote": c.quote} for c in side.contexts]
    return {"name": side.name, "spellings": list(side.spellings), "country": side.country, "contexts": contexts}


@dataclass(frozen=True, slots=True)
class _Seats:
    """By entity key: the sentences that name it, and the names of what else these tell of."""

    contexts: Mapping[str, list[Context]]
    company: Mapping[str, frozenset[str]]


def _seats(sentences: Sentences, names: Mapping[str, str]) -> _Seats:
    contexts: dict[str, list[Context]] = defaultdict(list)
    company: dict[str, set[str]] = defaultdict(set)
    for document in sorted(sentences):
        for one in sentences[document]:
            named = dict.fromkeys(r.entity for r in one.references if r.how == "name")
            telling = {r.entity for r in one.references if r.cls not in BACKGROUND} & names.keys()
            s = one.sentence
            for key in named:
                contexts[key].append(Context(document, s.start, s.end, s.text))
                company[key] |= {names[other] for other in telling - {key}}
    return _Seats(contexts, {key: frozenset(with_it) for key, with_it in company.items()})


def _sides(entity: Entity, seats: _Seats) -> list[Side]:
    """The names that are compared: a person's or place's fullest, of others the best and the commonest."""
    documents = frozenset(p.document for places in entity.names.values() for p in places)
    others = sorted(entity.names, key=lambda n: (-len(entity.names[n]), n))
    names = [entity.name] if entity.cls in OWN_NAME else list(dict.fromkeys([entity.name, *others]))[:COMPARED]
    company = seats.company.get(entity.key, frozenset())
    return [Side(entity.cls, n, entity.country, documents, company, entity.identity) for n in names]


def _candidate(entity: Entity, seats: _Seats) -> Candidate:
    spellings = tuple(sorted(entity.names))
    return Candidate(entity.key, entity.name, spellings, entity.country, tuple(_spread(seats, entity.key)))


def _spread(seats: _Seats, key: str) -> Iterator[Context]:
    """The first sentence of each document, as many as are shown."""
    firsts = {c.document: c for c in reversed(seats.contexts.get(key, ()))}
    yield from [firsts[document] for document in sorted(firsts)][:SHOWN]
