"""What things are called, and where they lead: one question for all the terms of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kg.store.rows import Term
from server.catalogue import language
from server.happenings import happening
from server.links import href, short_name
from server.site import Row, site
from server.values import readable, sanction

BATCH = 400
"""IRIs per question, so that its text stays well under the cap."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A term as a page shows it: its text, where it leads to, its full form, and its language if it has one."""

    text: str
    href: str | None = None
    full: str = ""
    language: str | None = None

    @property
    def concept(self) -> bool:
        """Is it an IRI that leads nowhere, such as a term of the ontology?"""
        return self.href is None and self.full.startswith(("http://", "https://")) and self.full != self.text

    @property
    def outside(self) -> bool:
        """Does it lead away from this site?"""
        return self.href is not None and not self.href.startswith("/")


@dataclass(frozen=True, slots=True)
class Labels:
    """The names that were found, by IRI."""

    base: str
    names: Mapping[str, Term] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def name(self, iri: str) -> str:
        """The name of a thing, made from its IRI if nobody has named it."""
        found = self.names.get(iri)
        return found.value if found else short_name(iri, self.base, self.prefixes)

    def show(self, term: Term) -> Shown:
        """The term as a page shows it."""
        if term.kind != "iri":
            return Shown(readable(term), None, term.value, term.language)
        found = self.names.get(term.value)
        return Shown(self.name(term.value), href(term, self.base), term.value, found.language if found else None)


def labels_of(terms: Iterable[Term | None]) -> Labels:
    """The names of all IRIs among the terms."""
    base = site().settings.base
    nodes = sorted({term.value for term in terms if term is not None and term.kind == "iri"})
    found: dict[str, list[Term]] = defaultdict(list)
    for row in _asked("labels-of", nodes):
        found[row["node"].value].append(row["label"])
    liked = (language(), "en", None, "und")
    names = {node: min(every, key=lambda label: _rank(label, liked)) for node, every in found.items()}
    for node in names:
        if node.startswith(f"{base}id/event/"):
            names[node] = replace(names[node], value=happening(names[node].value))
    punishments = [node for node in nodes if node.startswith(f"{base}id/sanction/")]
    return Labels(base, names | _sanctions(punishments), site().prefixes)


def labels_of_rows(found: Iterable[Row]) -> Labels:
    """The names of all IRIs in some rows."""
    return labels_of(terms_of(found))


def terms_of(found: Iterable[Row]) -> Iterator[Term]:
    """All terms in some rows."""
    return (term for row in found for term in row.values())


def _rank(label: Term, liked: Sequence[str | None]) -> tuple[int, str]:
    known = liked.index(label.language) if label.language in liked else len(liked)
    return known, label.value


def _sanctions(nodes: list[str]) -> dict[str, Term]:
    """Punishments have no label; their properties say what they are."""
    found: dict[str, dict[str, Term]] = defaultdict(dict)
    for row in _asked("sanctions", nodes):
        found[row["node"].value][row["property"].value.rsplit("#", 1)[-1]] = row["value"]
    return {
        node: Term("literal", sanction(values["sanctionType"].value, values))
        for node, values in found.items()
        if "sanctionType" in values
    }


def _asked(name: str, nodes: list[str]) -> Iterator[Row]:
    left = iter(nodes)
    while batch := list(islice(left, BATCH)):
        yield from site().ask(name, nodes="\n".join(batch))
