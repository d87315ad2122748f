"""What works tell differently, side by side: /disagreements, and those about one thing for its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, render_template

from kg.store.rows import Term
from server.boards import answer
from server.catalogue import gettext as _
from server.catalogue import mark
from server.labels import Labels, labels_of
from server.pages import local
from server.site import Row, site

blueprint = Blueprint("differences", __name__)
SIDES = ("first", "second")
DENIED = mark("denied")


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is about, what it says, whether that is denied, and its sentence with the words."""

    claim: str
    thing: Term
    value: Term
    denied: bool
    sentence: Term
    quote: str
    source: str

    @property
    def id(self) -> str:
        """The last part of the IRI of its claim."""
        return local(self.claim)


@dataclass(frozen=True, slots=True)
class Difference:
    """A disagreement with its two sides; `row` is that of the saved query, with what a curator decided."""

    row: Row
    sides: tuple[Side, ...]

    @property
    def id(self) -> str:
        """The last part of its IRI."""
        return local(self.row["disagreement"].value)

    def heading(self, labels: Labels) -> str:
        """What the sides are about, without the days that they differ in; of a tie, the words that differ."""
        if self.row["differsIn"].value == "relation":
            return self.row["disagreementLabel"].value.partition(": ")[2]
        names = [labels.show(side.thing).text.removesuffix(f", {labels.show(side.value).text}") for side in self.sides]
        one, *others = dict.fromkeys(names)
        return _("%(one)s or %(other)s", one=one, other=others[0]) if others else one

    def is_accepted(self, side: Side) -> bool:
        """Has a curator found this side right?"""
        return "accepted" in self.row and self.row["accepted"].value == side.claim


@blueprint.route("/disagreements")
def page() -> Response:
    """What texts tell differently, by what they differ in."""
    found = differences()
    groups = [(name, list(group)) for name, group in groupby(found, key=lambda one: one.row["differsIn"].value)]
    return Response(render_template("disagreements.html", groups=groups, labels=labels_of(terms_in(found))))


def differences(thing: str = "") -> list[Difference]:
    """All disagreements, or those about one thing, by what they differ in."""
    wanted = {row["disagreement"] for row in site().ask("disagreements-of", thing=thing)} if thing else set()
    if thing and not wanted:
        return []
    rows = [row for row in answer("disagreements-between-sources", {}) if not thing or row["disagreement"] in wanted]
    told = {(row["claim"].value, _value(row, "quote")): row for row in site().ask("disagreement-sides")}
    found = (Difference(row, tuple(_sides(row, told))) for row in rows)
    return [one for one in found if one.sides]


def terms_in(found: Iterable[Difference]) -> Iterator[Term]:
    """What has a name in some disagreements."""
    for side in (side for one in found for side in one.sides):
        yield from (side.thing, side.value)


def _sides(row: Row, told: Mapping[tuple[str, str], Row]) -> Iterator[Side]:
    for name in SIDES:
        quote = _value(row, f"{name}Quote")
        if one := told.get((row[name].value, quote)):
            denied = one["polarity"].value == "false"
            source = row[f"{name}Source"].value
            yield Side(row[name].value, one["thing"], one["value"], denied, one["sentence"], quote, source)


def _value(row: Row, name: str) -> str:
    return row[name].value if name in row else ""
