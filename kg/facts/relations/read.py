"""Relations of a document: people's offices, bodies' places, laws' states, petitions' authors, stances."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.entities.context import Context
from kg.entities.model import Entity, LinkedSentence
from kg.facts.linked import Before, View
from kg.facts.model import Fact
from kg.facts.petitions.fields import read_petition_fields
from kg.facts.petitions.makers import read_makers
from kg.facts.relations.bodies import read_bodies
from kg.facts.relations.clauses import read_clauses
from kg.facts.relations.inside import read_inside, targets, voiced
from kg.facts.relations.kin import read_citizens, read_kin, read_pairs
from kg.facts.relations.merge import merge
from kg.facts.relations.norms import read_norms
from kg.facts.relations.petition_parts import read_petition_part
from kg.facts.relations.petitions import read_petition_rules
from kg.facts.relations.places import read_places
from kg.facts.relations.portals import read_portals
from kg.facts.relations.positions import read_positions
from kg.facts.relations.stances import read_stances
from kg.facts.relations.topics import read_topics
from kg.facts.scene import Scene

READERS = (
    read_positions, read_kin, read_pairs, read_citizens, read_bodies, read_places, read_norms, read_inside,
    read_clauses, read_portals, read_petition_part, read_petition_rules, read_makers, read_stances,
    read_topics,
)  # fmt: skip
# Rules that read a string of words, and yield to a clause that says the same.
WORDED = frozenset({"made-by", "its-author"})


def read_relations(sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity], context: Context) -> list[Fact]:
    """The relations that a document states, each once with all its sentences as evidence."""
    seen = list(views(sentences, entities, context))
    found = [fact for view in seen for reader in readers(view) for fact in reader(view)]
    sure = {(f.subject, f.object) for f in found if f.predicate == "author" and f.rule not in WORDED}
    found = [f for f in found if f.rule not in WORDED or (f.subject, f.object) not in sure]
    aims = sorted({aim for view in seen for aim in targets(view)})
    return merge([*found, *voiced(found, aims)])


def readers(view: View) -> tuple[Callable[[View], Iterator[Fact]], ...]:
    """What reads a sentence: the title of a petition tells nothing, the lines below it only what their labels say."""
    kind = view.linked.sentence.paragraph.kind
    return {"title": (read_petition_part,), "field": (read_petition_fields,)}.get(kind, READERS)


def views(sentences: Sequence[LinkedSentence], entities: Mapping[str, Entity], context: Context) -> Iterator[View]:
    """Each sentence with the state its article is about and what the article said before it."""
    earlier: list[LinkedSentence] = []
    for linked in sentences:
        article = linked.sentence.article
        if earlier and earlier[-1].sentence.article.id != article.id:
            earlier = []
        yield View(Scene(linked, entities), context.of(article.number), Before(earlier, len(earlier)))
        earlier.append(linked)
