"""Relations of a document: people's offices, bodies' places, laws' states, petitions' authors, stances."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.entities.context import Context
from kg.entities.model import Entity, LinkedSentence
from kg.facts.linked import View
from kg.facts.model import Fact
from kg.facts.petition_asks import read_petition_part
from kg.facts.petition_fields import read_petition_fields
from kg.facts.relations_bodies import read_bodies
from kg.facts.relations_clauses import read_clauses
from kg.facts.relations_inside import read_inside, targets, voiced
from kg.facts.relations_kin import read_citizens, read_kin, read_pairs
from kg.facts.relations_makers import read_makers
from kg.facts.relations_merge import merge
from kg.facts.relations_norms import read_norms
from kg.facts.relations_petitions import read_petition_rules
from kg.facts.relations_places import read_places
from kg.facts.relations_portals import read_portals
from kg.facts.relations_positions import read_positions
from kg.facts.relations_stances import read_stances
from kg.facts.relations_topics import read_topics
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
        yield View(Scene(linked, entities), context.of(article.number), tuple(earlier))
        earlier.append(linked)
