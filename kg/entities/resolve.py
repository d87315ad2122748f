"""From mentions to entities: group the people, group the things, then link every sentence to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.context import Context, read_context
from kg.entities.judgements import Judgement, Verdicts
from kg.entities.keys import Keys, keys
from kg.entities.link import link
from kg.entities.model import Entity, LinkedSentence, Place
from kg.entities.naming import best_name
from kg.entities.protect import is_protected
from kg.entities.score_things import WORLDWIDE
from kg.entities.seen import Seen, seen_in
from kg.entities.signatures import count_signatures
from kg.mentions.acronyms import expansions
from kg.mentions.model import Mention, Sentence

Corpus = Mapping[str, Sequence[Sentence]]
Found = Mapping[str, Sequence[Sequence[Mention]]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """`entities` by key; `sentences` per document, in order, each linked to them; `contexts` per document."""

    entities: dict[str, Entity]
    sentences: dict[str, list[LinkedSentence]]
    contexts: dict[str, Context]


def resolve(corpus: Corpus, mentions: Found, judgements: Iterable[Judgement] = ()) -> Resolution:
    """One entity for each real thing in the corpus, and every sentence's references to them."""
    contexts = {d: read_context(corpus[d], mentions[d]) for d in corpus}
    seen = [s for d in sorted(corpus) for s in seen_in(d, corpus[d], mentions[d], contexts[d])]
    group_of = keys(seen, _acronyms(corpus, mentions), Verdicts(judgements))
    entities = _entities(seen, group_of)
    at = {(s.document, s.mention.start, s.mention.end): group_of[s.document, s.handle] for s in seen}
    linked = {d: link(corpus[d], mentions[d], at, entities) for d in corpus}
    for document in sorted(linked):
        count_signatures(linked[document], entities)
    return Resolution(entities, linked, contexts)


def _acronyms(corpus: Corpus, mentions: Found) -> dict[str, str]:
    found: dict[str, str] = {}
    for document in sorted(corpus):
        found = expansions(corpus[document], mentions[document]) | found
    return found


def _entities(seen: Sequence[Seen], group_of: Keys) -> dict[str, Entity]:
    grouped: dict[str, list[Seen]] = defaultdict(list)
    for s in seen:
        grouped[group_of[s.document, s.handle]].append(s)
    return {key: _entity(key, grouped[key], group_of) for key in sorted(grouped)}


def _entity(key: str, seen: Sequence[Seen], group_of: Keys) -> Entity:
    """The entity of a group of mentions, which are in the order of the corpus."""
    states = Counter(s.handle.country for s in seen)
    country = min(states, key=lambda iso: (not iso, -states[iso], iso))
    if seen[0].handle.cls == "InternationalOrganization":  # the state an article is about is not that of the UN
        country = ""
    entity = Entity(key, seen[0].handle.cls, best_name(seen), country=country)
    entity.iso = country if entity.cls == "Country" else ""
    known = {_identity(s) for s in seen}
    entity.identity = known.pop() if len(known) == 1 else ""
    for s in seen:
        _note(entity, s, group_of)
    entity.protected = entity.cls == "Person" and is_protected(seen)
    return entity


def _identity(s: Seen) -> str:
    """What an authority list knows it by, "" for none: a GeoNames id, or its place in a list of worldwide names."""
    listed = s.mention.rule == "gazetteer" and s.handle.cls in WORLDWIDE
    return f"listed {s.handle.name}" if listed else s.handle.identity


def _note(entity: Entity, s: Seen, group_of: Keys) -> None:
    """Add where the mention stands, and what the entity is part of."""
    m = s.mention
    forms = entity.adjectives if m.facts.get("adjective") else entity.names
    form = s.handle.name if s.handle.cls == "LawProvision" else m.text
    forms.setdefault(form, []).append(Place(s.document, s.sentence.article.number, m.start, m.end, m.text))
    if s.law:
        entity.part_of = entity.part_of or group_of[s.document, s.law]
    elif m.cls != "LawProvision":
        entity.part_of = entity.part_of or str(m.facts.get("part_of", ""))
