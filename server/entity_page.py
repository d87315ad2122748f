"""What the page of one thing shows, from what is stated and said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kg.store.rows import Term
from server.around import around
from server.catalogue import mark
from server.facts import MANNERS, Said
from server.labels import Labels, labels_of
from server.links import ONTOLOGY
from server.pages import incoming_groups, local, named, outgoing_clusters
from server.site import Row, site
from server.timeline import draw

MOST = 100
"""Statements under one heading of what others say."""
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# What an event's class says of it, beside its kind.
STATUSES = {
    "RefusedEvent": mark("refused"),
    "AttemptedEvent": mark("attempted"),
    "PlannedEvent": mark("planned"),
    "AllegedEvent": mark("alleged"),
    "UncertainEvent": mark("uncertain"),
    "ReportedEvent": mark("reported"),
}
DENIED = mark("denied")
# What tells in an answer how something is said or stands, and the colour of each.
MANNER_COLOURS = {word: word for word in (*STATUSES.values(), DENIED)} | {"said": "reported"}
MANNER_COLOURS |= {f"{ONTOLOGY}{mode}": word for mode, word in MANNERS.items()}
NOT_ASSERTED = ("planned", "alleged", "reported", "denied", "uncertain")


def page_parts(iri: str, stated: Sequence[Row], said: Sequence[Said], with_it: Sequence[Said]) -> dict[str, Any]:
    """The variables of `entity.html`."""
    classes = sorted({local(row["object"].value) for row in stated if row["predicate"].value == TYPE})
    beside = around(iri, classes, not set(classes).isdisjoint({*STATUSES, "Event"}))
    labels = labels_of([*_terms(iri, stated, [*said, *with_it]), *beside.terms()])
    status = DENIED if _is_denied(said) else next((word for name, word in STATUSES.items() if name in classes), "")
    return {
        "iri": iri,
        "labels": labels,
        "title": labels.name(iri),
        "classes": _class_terms(stated, said),
        "status": status,
        "unasserted": status in NOT_ASSERTED,
        "is_person": "Person" in classes,
        "beside": beside,
        "drawing": draw(beside.events, labels) if beside.events else None,
        "names": _spellings(said, labels.name(iri)),
        "facts": outgoing_clusters((one for one in said if one.asserted), labels.name),
        "others": incoming_groups([one for one in with_it if one.asserted], labels.name, MOST),
        "only_said": outgoing_clusters((one for one in said if not one.asserted), labels.name),
        "others_only_said": incoming_groups([one for one in with_it if not one.asserted], labels.name, MOST),
        "unclaimed": _unclaimed(stated, said, labels),
    }


def _is_denied(said: Sequence[Said]) -> bool:
    """Is an event's own kind said only in the negative?"""
    kinds = [one for one in said if local(one.predicate) == "kind"]
    return bool(kinds) and not any(one.polarity for one in kinds)


def _terms(iri: str, stated: Sequence[Row], said: Sequence[Said]) -> Iterator[Term | None]:
    yield Term("iri", iri)
    for row in stated:
        yield from (row["predicate"], row["object"])
    for one in said:
        yield from (Term("iri", one.predicate), one.other, one.speaker)
        yield from (Term("iri", proof.document) for proof in one.proofs)


def _class_terms(stated: Sequence[Row], said: Sequence[Said]) -> list[Term]:
    """What the thing is: for events the kind, otherwise the classes; those that only follow from others stay out."""
    kinds = {one.other for one in said if local(one.predicate) == "kind"}
    typed = [row for row in stated if row["predicate"].value == TYPE]
    own = {row["object"] for row in typed if row["graph"].value != site().graph("inferred")}
    return sorted(kinds or own or {row["object"] for row in typed}, key=lambda term: term.value)


def _spellings(said: Sequence[Said], title: str) -> list[Said]:
    """Every name, the one in the title first."""
    return sorted(named(said), key=lambda one: (one.other.value != title, one.other.value))


def _unclaimed(stated: Sequence[Row], said: Sequence[Said], labels: Labels) -> list[tuple[str, list[Term]]]:
    """What stands in the graphs without a claim: authority lists, descriptions of claims and documents."""
    claimed = {(one.predicate, one.other) for one in said}
    hidden = {TYPE, f"{site().settings.base}graph/claims"}
    found: dict[str, list[Term]] = {}
    for row in stated:
        predicate, value = row["predicate"].value, row["object"]
        bare = local(predicate) in ("label", "kind") and row["graph"].value in hidden
        if predicate != TYPE and not bare and (predicate, value) not in claimed:
            values = found.setdefault(labels.name(predicate), [])
            values.extend([value] if value not in values else [])
    return sorted(found.items())
