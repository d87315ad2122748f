"""From what the lower rooms found to the sorted N-Quads of the seven graphs (pure).

Quads are strings from the start, so that building a graph is joining and sorting text: no RDF library stands between
a fact and its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol, TypeVar

from kg import __version__
from kg.documents.model import Document
from kg.entities.model import Entity
from kg.facts.across.identity import Identity
from kg.facts.across.rivals import Rival
from kg.facts.model import Event, Fact
from kg.graph.authority import country_triples, place_triples
from kg.graph.choice import chosen_world
from kg.graph.claims import Claim, Statement, claim_triples, collect
from kg.graph.context import Context, names_pattern
from kg.graph.dataset import QueryExample, dataset_triples
from kg.graph.disagreements import disagreement_triples
from kg.graph.documents import document_triples, sentence_triples
from kg.graph.events import described, event_statements
from kg.graph.gates import CLAIM, TYPE, check_graphs
from kg.graph.inference import Start, infer, rules
from kg.graph.iris import DEFAULT_BASE, Iris, checked_base
from kg.graph.ontology import ontology_triples
from kg.graph.proof import Spans, proofs
from kg.graph.registry import assign, parents_by_name
from kg.graph.review import (
    FactVerdict,
    Judgement,
    Resolution,
    judgement_triples,
    resolution_triples,
    verdict_triples,
)
from kg.graph.terms import Triple
from kg.graph.world import entity_statements, fact_statements


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a build found. `sentences` holds the sentences' (start, end) by document id, in order, where known;
    `identity` tells which of the events are one, `rivals` where works disagree."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact] = ()
    events: Sequence[Event] = ()
    sentences: Spans = field(default_factory=dict)
    identity: Identity = field(default_factory=Identity)
    rivals: Sequence[Rival] = ()


Result = TypeVar("Result")


class Meanwhile(Protocol):
    """Begins a piece of work; what it gives waits for the result."""

    def __call__(self, work: Callable[[], Result], /) -> AbstractContextManager[Callable[[], Result]]:
        """The work begun."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """How to write the graph.

    `quotes` keeps the sentences' words, `protect` hides anonymous people, `confidence` maps a rule to its measured
    precision, `version` names the pipeline in the activities, `engine` runs the rules of inference, if any is given,
    `meanwhile` begins work that the caller needs only later.
    """

    base: str = DEFAULT_BASE
    quotes: bool = True
    protect: bool = True
    version: str = __version__
    confidence: Mapping[str, float] = field(default_factory=dict)
    engine: Start | None = None
    meanwhile: Meanwhile = nullcontext


@dataclass(frozen=True, slots=True)
class Extras:
    """What goes into the graphs beside the documents' knowledge: Turtle files, saved queries, people's judgements.

    `prefixes` are those to be declared for readers, beside the ones that are used.
    """

    ontology: Sequence[Path] = ()
    queries: Sequence[QueryExample] = ()
    judgements: Sequence[Judgement] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    resolutions: Sequence[Resolution] = ()
    verdicts: Sequence[FactVerdict] = ()


@dataclass(frozen=True, slots=True)
class BuiltGraph:
    """A graph. `registry` is to be kept for the next build; `sizes` counts triples by graph.

    `paths` maps entity keys to the last part of their IRIs; protected persons have none.
    """

    nquads: bytes
    registry: Mapping[str, str]
    paths: Mapping[str, str]
    sizes: Mapping[str, int]
    claims: int


def build_quads(
    knowledge: Knowledge,
    registry: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    extras: Extras | None = None,
) -> BuiltGraph:
    """The whole graph as sorted N-Quads: the same input gives the same bytes.

    Raises UsageError for a bad base IRI and GateError if the graph breaks one of its promises.
    """
    with underway(knowledge, registry or {}, settings or Settings(), extras or Extras()) as (graph, tested):
        tested()
        return graph


@contextmanager
def underway(
    knowledge: Knowledge, registry: Mapping[str, str], settings: Settings, extras: Extras
) -> Iterator[tuple[BuiltGraph, Callable[[], object]]]:
    """`build_quads` with its gates tested meanwhile: what comes with the graph waits for them and raises GateError."""
    shown, context, remembered = _begun(knowledge, registry, settings)
    graphs, iris = _graphs(knowledge, context, settings, extras), context.iris
    with settings.meanwhile(partial(_concluded, graphs, settings.engine, iris)) as concluded:
        lines = sorted(_lines(graphs, iris))
        more = concluded()
    for graph, triples in more.items():
        graphs[graph] = graphs.get(graph, set()) | triples
    sizes = {graph: len(triples) for graph, triples in graphs.items()}
    graphs["dataset"] = more["dataset"] = set(
        dataset_triples(sizes, graphs["world"], extras.queries, iris, extras.prefixes)
    )
    texts, hidden = {d.id: d.text for d in knowledge.documents}, _hidden_names(knowledge.entities, shown)
    with settings.meanwhile(partial(check_graphs, graphs, texts, hidden)) as checked:
        lines += _lines(more, iris)
        lines.sort()
        nquads = "".join(lines).encode("utf8")
        sizes["dataset"] = len(graphs["dataset"])
        yield BuiltGraph(nquads, remembered, iris.paths, sizes, _claim_count(graphs["claims"])), checked


def _claim_count(triples: Iterable[Triple]) -> int:
    typed = (TYPE, CLAIM)
    return sum(triple[1:] == typed for triple in triples)


def _lines(graphs: Mapping[str, Iterable[Triple]], iris: Iris) -> Iterator[str]:
    """The quads as N-Quads, as `terms.line` writes each."""
    for graph, triples in graphs.items():
        end = f"{iris.graph(graph)} .\n"
        yield from [f"{subject} {predicate} {value} {end}" for subject, predicate, value in triples]


def _concluded(graphs: Mapping[str, set[Triple]], engine: Start | None, iris: Iris) -> dict[str, set[Triple]]:
    """What follows from the graphs, and the claims for it, by the graph where it belongs."""
    if not engine:
        return {}
    inferred, said = infer(graphs, engine, iris, rules())
    return {"inferred": inferred, "claims": said - graphs["claims"]}


def context_of(knowledge: Knowledge, registry: Mapping[str, str], settings: Settings) -> Context:
    """What the statements of a graph are looked up in; `build_quads` makes the same from the same."""
    return _begun(knowledge, registry, settings)[1]


def _begun(
    knowledge: Knowledge, registry: Mapping[str, str], settings: Settings
) -> tuple[list[Entity], Context, Mapping[str, str]]:
    """The entities to show, the look-up tables, and the registry for the next build."""
    shown = [e for e in knowledge.entities if not (e.protected and settings.protect)]
    paths, remembered = assign(shown, registry)
    return shown, _context(knowledge, shown, Iris(checked_base(settings.base), paths)), remembered


def _context(knowledge: Knowledge, shown: Sequence[Entity], iris: Iris) -> Context:
    keys = {e.key for e in shown}
    hidden = [e for e in knowledge.entities if e.key not in keys]
    said: list[Fact | Event] = [*knowledge.facts, *knowledge.events]
    return Context(
        iris,
        {e.key: e for e in shown},
        parents_by_name(shown),
        {e.id: e for e in knowledge.events},
        frozenset(e.key for e in hidden),
        proofs(knowledge.documents, knowledge.sentences, (e for one in said for e in one.evidence)),
        names_pattern(hidden),
        knowledge.identity,
    )


def _hidden_names(entities: Sequence[Entity], shown: Sequence[Entity]) -> set[str]:
    """Spellings of protected persons that nobody else bears."""
    keys, borne = {e.key for e in shown}, {spelling for e in shown for spelling in (e.name, *e.names)}
    return {spelling for e in entities if e.key not in keys for spelling in (e.name, *e.names)} - borne


def _graphs(knowledge: Knowledge, context: Context, settings: Settings, extras: Extras) -> dict[str, set[Triple]]:
    iris = context.iris
    claims = collect(_statements(knowledge, context), iris)
    texts = {d.id: d.text for d in knowledge.documents}
    spans = sorted({(c.document, *span) for c in claims for span in c.evidence})
    codes = {e.country for e in knowledge.events}
    codes.update(code for e in context.entities.values() for code in (e.country, e.iso))
    world = chosen_world(claims, context)
    return {
        "world": world,
        "claims": {
            *_claims(claims, knowledge, context, settings),
            *disagreement_triples(knowledge.rivals, claims, context),
        },
        "documents": {
            *document_triples(knowledge.documents, iris),
            *sentence_triples(spans, texts, iris, quotes=settings.quotes),
        },
        # What the world says of a state is not said twice: a triple in two graphs is two rows in their union.
        "ontology": {
            *ontology_triples(extras.ontology),
            *country_triples(codes, iris),
            *place_triples(context.entities.values(), iris),
        }
        - world,
        "review": {
            *judgement_triples(extras.judgements, iris),
            *resolution_triples(extras.resolutions, iris),
            *verdict_triples(extras.verdicts, iris),
        },
    }


def _claims(claims: Sequence[Claim], knowledge: Knowledge, context: Context, settings: Settings) -> Iterator[Triple]:
    yield from claim_triples(claims, context.iris, settings.version, settings.confidence)
    for event in knowledge.events:
        yield from described(event, context)


def _statements(knowledge: Knowledge, context: Context) -> Iterator[Statement]:
    return chain(
        chain.from_iterable(entity_statements(entity, context) for entity in context.entities.values()),
        chain.from_iterable(fact_statements(fact, context) for fact in knowledge.facts),
        chain.from_iterable(event_statements(event, context) for event in knowledge.events),
    )
