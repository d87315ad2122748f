"""From mentions to entity keys: things and people are grouped, each group gets the key of its first handle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.entities import people, things
from kg.entities.handles import Handle
from kg.entities.judgements import Verdicts
from kg.entities.seen import Seen
from kg.entities.stated import stated
from kg.names import clean, fold, plain

Keys = dict[tuple[str, Handle], str]


def keys(seen: Sequence[Seen], acronyms: Mapping[str, str], verdicts: Verdicts) -> Keys:
    """(document, handle) → entity key. `acronyms` maps acronyms to the names they stand for."""
    documents: dict[Handle, set[str]] = defaultdict(set)
    names: dict[Handle, set[str]] = defaultdict(set)
    for s in seen:
        documents[s.handle].add(s.document)
        names[s.handle].add(clean(s.mention.text))
    places = {h: frozenset(d) for h, d in documents.items() if h.cls != "Person"}
    groups = things.group(places, places, stated(seen, acronyms), verdicts, {h: frozenset(n) for h, n in names.items()})
    found: Keys = {}
    for h, here in places.items():
        top = groups.top(h)
        key = f"{top.cls}:{top.key}" + (f":{top.country}" if top.country else "")
        found |= {(d, h): key for d in sorted(here)}
    return found | _people(seen, verdicts)


def _people(seen: Sequence[Seen], verdicts: Verdicts) -> Keys:
    positions: dict[tuple[str, Handle], list[int]] = defaultdict(list)
    for s in seen:
        if s.handle.cls == "Person":
            positions[s.document, s.handle].append(s.mention.start)
    spellings = {at: people.Spelling(at[0], at[1].name, tuple(sorted(p)), at[1].country) for at, p in positions.items()}
    groups = people.group(spellings.values(), verdicts)
    named: dict[str, people.Spelling] = {}
    found: Keys = {}
    for at in sorted(spellings, key=lambda a: (spellings[a].document, spellings[a].positions, a[1].name)):
        top = groups.top(spellings[at])
        key = f"Person:{fold(top.name) or plain(top.name) or top.name}"
        if named.setdefault(key, top) != top:  # another person of the same name: kept apart by where it stands
            key = f"{key}:{top.document}:{top.positions[0]}"
        found[at] = key
    return found
