"""A made-up graph in the shape of ours, as large as one likes: the same seed gives the same lines."""

from __future__ import annotations

import random
from collections.abc import Iterator

CG = "https://w3id.org/civicgraph/ontology#"
ID = "https://w3id.org/civicgraph/id/"
GRAPH = "https://w3id.org/civicgraph/graph/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
NAME = "http://www.w3.org/2004/02/skos/core#prefLabel"
XSD = "http://www.w3.org/2001/XMLSchema#"
PER_EVENT = 22
"""About so many triples come with one event: its own, those of its claims and sentences, its share of the rest."""
KINDS = ("Conviction", "Detention", "PetitionRefusal", "Assembly", "Fine", "Killing", "TreatyAction", "Adoption")
WORDS = (
    "river", "market", "court", "harbour", "ministry", "council", "bridge", "garden", "signal", "valley", "charter",
    "lantern", "orchard",
)  # fmt: skip


def quads(triples: int, seed: int = 7) -> Iterator[str]:
    """N-Quads lines, about `triples` of them, in no order."""
    dice = random.Random(seed)
    events = max(50, triples // PER_EVENT)
    people, places, documents = max(20, events // 3), max(10, events // 40), max(5, events // 15)
    for at in range(places):
        yield from _thing("place", at, "City", _words(dice))
        yield _world(f"place/{at}", f"{CG}country", _iri(f"country/{at % 60}"))
        if at:
            yield _world(f"place/{at}", f"{CG}locatedIn", _iri(f"place/{dice.randrange(at)}"))
    for at in range(60):
        yield from _thing("country", at, "Country", f"Country {at}")
    for at in range(people):
        yield from _thing("person", at, "Person", _words(dice))
    for at in range(documents):
        yield _quad("documents", _iri(f"document/{at}"), f"{RDF}type", f"<{CG}Document>")
        yield _quad("documents", _iri(f"document/{at}"), NAME, f'"{_words(dice)} {at}"@en')
    for at in range(events):
        yield from _event(at, dice, (people, places, documents))


def _event(at: int, dice: random.Random, sizes: tuple[int, int, int]) -> Iterator[str]:
    people, places, documents = sizes
    path, kind = f"event/{at}", dice.choice(KINDS)
    first = f"20{dice.randrange(10, 27)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    place = dice.randrange(places)
    yield from _thing("event", at, kind, f"{kind} {at}, {_words(dice)}")
    yield _world(path, f"{RDF}type", f"<{CG}Event>")
    yield _world(path, f"{CG}kind", f"<{CG}{kind}>")
    for when in ("earliest", "latest"):
        yield _world(path, f"{CG}{when}", f'"{first}"^^<{XSD}date>')
    yield _world(path, f"{CG}place", _iri(f"place/{place}"))
    yield _world(path, f"{CG}country", _iri(f"country/{place % 60}"))
    for role in ("patient", "agent"):
        who = _iri(f"person/{int(people * dice.random() ** 3)}")  # a few people are in many events
        yield _world(path, f"{CG}{role}", who)
        yield from _claim(f"{at}-{role}", path, (f"{CG}{role}", who), dice.randrange(documents), dice)


def _claim(key: str, path: str, said: tuple[str, str], document: int, dice: random.Random) -> Iterator[str]:
    claim, sentence = _iri(f"claim/{key}"), _iri(f"sentence/{key}")
    parts = {f"{RDF}type": f"<{CG}Claim>", f"{RDF}subject": _iri(path), f"{RDF}predicate": f"<{said[0]}>",
             f"{RDF}object": said[1], f"{CG}evidence": sentence}  # fmt: skip
    for predicate, value in parts.items():
        yield _quad("claims", claim, predicate, value)
    quote = " ".join(dice.choices(WORDS, k=18))
    yield _quad("documents", sentence, f"{CG}quote", f'"{quote} {key}."@en')
    yield _quad("documents", sentence, f"{CG}document", _iri(f"document/{document}"))


def _thing(kind: str, at: int, cls: str, label: str) -> Iterator[str]:
    yield _world(f"{kind}/{at}", f"{RDF}type", f"<{CG}{cls}>")
    yield _world(f"{kind}/{at}", LABEL if kind == "event" else NAME, f'"{label}"@en')


def _words(dice: random.Random) -> str:
    return f"{dice.choice(WORDS).title()} {dice.choice(WORDS)} {dice.randrange(10_000)}"


def _iri(path: str) -> str:
    return f"<{ID}{path}>"


def _world(path: str, predicate: str, value: str) -> str:
    return _quad("world", _iri(path), predicate, value)


def _quad(graph: str, subject: str, predicate: str, value: str) -> str:
    return f"{subject} <{predicate}> {value} <{GRAPH}{graph}> ."
