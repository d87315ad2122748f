"""From mentions to entities: group the people, group the things, then link every sentence to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities import people, things
from kg.entities.context import Context, read_context
from kg.entities.handles import Handle, handle
from kg.entities.judgements import Judgement
from kg.entities.model import Entity, LinkedSentence, Place, Reference
from kg.entities.protect import is_protected
from kg.entities.provisions import provision_handle
from kg.entities.reference import Memory
from kg.mentions.acronyms import expansions
from kg.mentions.model import Mention, Sentence
from kg.names import clean, fold

Corpus = Mapping[str, Sequence[Sentence]]
Found = Mapping[str, Sequence[Sequence[Mention]]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """`entities` by key; `sentences` per document, in order, each linked to them; `contexts` per document."""

    entities: dict[str, Entity]
    sentences: dict[str, list[LinkedSentence]]
    contexts: dict[str, Context]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention where it stands, with its handle."""

    document: str
    sentence: Sentence
    mention: Mention
    handle: Handle


def resolve(corpus: Corpus, mentions: Found, judgements: Iterable[Judgement] = ()) -> Resolution:
    """One entity for each real thing in the corpus, and every sentence's references to them."""
    contexts = {d: read_context(corpus[d], mentions[d]) for d in corpus}
    seen = [s for d in corpus for s in _handles(d, corpus[d], mentions[d], contexts[d])]
    group_of = _group(seen, _acronyms(corpus, mentions), _verdicts(judgements))
    entities = _entities(seen, group_of)
    at = {(s.document, s.mention.start, s.mention.end): group_of[s.document, s.handle] for s in seen}
    linked = {d: _link(corpus[d], mentions[d], at, entities) for d in corpus}
    return Resolution(entities, linked, contexts)


def _handles(document: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], context: Context) -> list[_Seen]:
    found: list[_Seen] = []
    law: Handle | None = None
    for sentence, here in zip(sentences, mentions, strict=True):
        state = context.of(sentence.article.number)
        handles = {m: handle(m, state) for m in here if m.cls != "LawProvision"}
        laws = [h for m, h in handles.items() if m.cls == "Law" and m.rule in {"code", "titled-law", "constitution"}]
        law = laws[-1] if laws else law
        for mention in here:
            made = handles.get(mention) or provision_handle(mention, laws, law, state)
            found.append(_Seen(document, sentence, mention, made))
    return found


def _acronyms(corpus: Corpus, mentions: Found) -> dict[str, str]:
    found: dict[str, str] = {}
    for document in sorted(corpus):
        found = expansions(corpus[document], mentions[document]) | found
    return found


def _verdicts(judgements: Iterable[Judgement]) -> dict[tuple[str, str], bool]:
    """Folded pairs of people's names → whether somebody judged them different (True) or the same (False)."""
    said = {}
    for j in judgements:
        a, b = sorted((fold(j.left), fold(j.right)))
        said[a, b] = j.verdict != "same"
    return said


Keys = dict[tuple[str, Handle], str]


def _group(seen: Sequence[_Seen], acronyms: Mapping[str, str], different: Mapping[tuple[str, str], bool]) -> Keys:
    """(document, handle) → entity key."""
    documents: dict[Handle, set[str]] = defaultdict(set)
    for s in seen:
        documents[s.handle].add(s.document)
    plain = [h for h in documents if h.cls != "Person"]
    groups = things.group(plain, {h: frozenset(d) for h, d in documents.items()}, acronyms)
    keys: Keys = {}
    for h in plain:
        top = groups.top(h)
        for d in documents[h]:
            keys[d, h] = f"{top.cls}:{top.key}" + (f":{top.country}" if top.country else "")
    return keys | _people_keys(seen, different)


def _people_keys(seen: Sequence[_Seen], different: Mapping[tuple[str, str], bool]) -> Keys:
    positions: dict[tuple[str, Handle], list[int]] = defaultdict(list)
    for s in seen:
        if s.handle.cls == "Person":
            positions[s.document, s.handle].append(s.mention.start)
    spelling = {k: people.Spelling(k[0], k[1].name, tuple(sorted(p)), k[1].country) for k, p in positions.items()}
    groups = people.group(spelling.values(), different)
    named: dict[str, people.Spelling] = {}
    keys: Keys = {}
    for at, s in spelling.items():
        top = groups.top(s)
        key = f"Person:{fold(top.name)}"
        if named.setdefault(key, top) != top:  # another person of the same name: kept apart by the document
            key = f"{key}:{top.document}"
        keys[at] = key
    return keys


def _entities(seen: Sequence[_Seen], group_of: Keys) -> dict[str, Entity]:
    entities: dict[str, Entity] = {}
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for s in seen:
        key = group_of[s.document, s.handle]
        entity = entities.setdefault(key, Entity(key, s.handle.cls, s.handle.name))
        states[key][s.handle.country] += 1
        _note(entity, s)
    for key, entity in entities.items():
        entity.country = min(states[key], key=lambda iso: (not iso, -states[key][iso], iso))
        entity.iso = entity.country if entity.cls == "Country" else ""
        entity.name = _best_name(entity)
        entity.protected = entity.cls == "Person" and (entity.protected or is_protected(entity))
    return dict(sorted(entities.items()))


def _note(entity: Entity, s: _Seen) -> None:
    m = s.mention
    forms = entity.adjectives if m.facts.get("adjective") else entity.names
    form = m.text if s.handle.cls != "LawProvision" else s.handle.name
    forms.setdefault(form, []).append(Place(s.document, s.sentence.article.number, m.start, m.end, m.text))
    entity.protected = entity.protected or bool(m.facts.get("protected"))
    if not entity.part_of and m.facts.get("part_of") and m.cls != "LawProvision":
        entity.part_of = str(m.facts["part_of"])


def _best_name(entity: Entity) -> str:
    """The fullest form; states, governments and listed bodies keep their standard name."""
    standard = entity.cls == "Country" or entity.name.startswith(("Government of ", "Constitution of "))
    forms = [clean(n) for n in entity.names]
    if standard or not forms:
        return entity.name
    if entity.cls == "Person":
        return max(forms, key=lambda n: (len(n.split()), len(n), n))
    return max(forms, key=lambda n: (n[:1].isupper(), len(n), n))


def _link(
    sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], at: Mapping[tuple[str, int, int], str],
    entities: Mapping[str, Entity],
) -> list[LinkedSentence]:  # fmt: skip
    linked: list[LinkedSentence] = []
    memory, article, number = Memory(entities), "", 0
    for sentence, here in zip(sentences, mentions, strict=True):
        if sentence.article.id != article:
            memory, article, number = Memory(entities), sentence.article.id, 0
        named = [_reference(sentence, m, at) for m in here]
        linked.append(LinkedSentence(sentence, tuple(memory.resolve(number, sentence, named))))
        number += 1
    return linked


def _reference(sentence: Sentence, m: Mention, at: Mapping[tuple[str, int, int], str]) -> Reference:
    how = "adjective" if m.facts.get("adjective") else "name"
    return Reference(m.start, m.end, at[sentence.document.id, m.start, m.end], m.cls, how, m)
