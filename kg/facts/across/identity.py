"""One event told by several articles: which ids mean the same happening, and which are parts of a counted one (pure).

Within an article `kg.facts.merge` decides. Between articles more is wanted, see `kg.facts.across.agreement`; what fits
two happenings equally well stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from kg.documents.model import Document
from kg.facts.across.agreement import Articles, alike, copied, keys_of
from kg.facts.across.members import parts_of
from kg.facts.merge import contrary, joined
from kg.facts.model import Event


@dataclass(frozen=True, slots=True)
class Identity:
    """Which event is which.

    `lead` maps the id of each event that several articles tell to the id they share, `whole` that id to the event as
    they tell it together, `parts` the id of an event to that of the counted one it belongs to.
    """

    lead: Mapping[str, str] = field(default_factory=dict)
    whole: Mapping[str, Event] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    def of(self, event: str) -> str:
        """The id under which an event is known."""
        return self.lead.get(event, event)


def identify(events: Sequence[Event], documents: Sequence[Document]) -> Identity:
    """Find the events that several articles tell. The first article to tell one lends it its id."""
    articles = {(d.id, a.number): a for d in documents for a in d.articles}
    told = {e.id: _told(e, articles) for e in events}
    once = list({e.id: e for e in sorted(events, key=lambda e: _told(e, articles), reverse=True)}.values())
    # The exactly dated are compared first, so that the vague may be found ambiguous.
    groups = _groups(sorted(once, key=lambda e: (e.looseness, told[e.id])), articles)
    several = [sorted(group, key=lambda e: told[e.id]) for group in groups if len(group) > 1]
    lead = {e.id: group[0].id for group in several for e in group}
    whole = {group[0].id: combined(group) for group in several}
    alone = [e for e in once if e.id not in lead]
    return Identity(lead, whole, parts_of([*alone, *whole.values()], articles))


def combined(group: Sequence[Event]) -> Event:
    """The event as the articles tell it together, under the id of the first; what is only said adds nothing to what is
    asserted."""
    first, *others = [e for e in group if e.mode == "Asserted"] or group
    event = first
    for other in others:
        agreed = tuple(s for s in other.sanctions if not any(contrary(s, t) for t in event.sanctions))
        event = joined(event, replace(other, sanctions=agreed))
    evidence = tuple(dict.fromkeys(chain.from_iterable(e.evidence for e in group)))
    return replace(event, id=group[0].id, evidence=evidence)


def _told(event: Event, articles: Articles) -> tuple[str, str, int, str]:
    """When and where an event was told: documents that come later seldom come before in this order."""
    first = event.evidence[0]
    article = articles.get((first.document, first.article))
    return (article.published if article else "") or "9999", first.document, first.start, event.id


def _groups(events: Sequence[Event], articles: Articles) -> list[list[Event]]:
    """Put each event with those it is alike to, if these are one group."""
    groups: list[list[Event]] = []
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for event in events:
        keys = list(keys_of(event))
        near = sorted({n for key in keys for n in index[key]})
        copies = [n for n in near if any(copied(event, e, articles) for e in groups[n])]
        fitting = copies or [n for n in near if all(alike(event, e, articles) for e in groups[n])]
        if len(fitting) == 1:
            groups[fitting[0]].append(event)
        else:
            groups.append([event])
        for key in keys:
            index[key].append(fitting[0] if len(fitting) == 1 else len(groups) - 1)
    return groups
