"""Histories side by side: /boards/<kind> puts each petition, law, treaty or case in a row, each step in a column, with
the gaps that no text fills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flask import Blueprint, Response, render_template

from kg.store.rows import rows
from server.catalogue import mark, say
from server.labels import Labels, labels_of_rows
from server.problems import RequestError
from server.site import Row, site

blueprint = Blueprint("boards", __name__)
# The saved query of each board; its first column is what has the history.
BOARDS = {
    "petitions": (mark("Petitions"), "petition-life-cycle"),
    "laws": (mark("Laws and bills"), "bill-life-cycle"),
    "treaties": (mark("Treaties"), "treaty-life-cycle"),
    "cases": (mark("Cases"), "case-life-cycle"),
}


@dataclass(slots=True)
class History:
    """One thing with the rows of each of its steps, by their order."""

    thing: Row
    subject: str
    steps: dict[int, list[Row]] = field(default_factory=dict)

    @property
    def told(self) -> int:
        """How many steps some text tells of."""
        return sum(any("event" in row for row in rows) for rows in self.steps.values())


@blueprint.route("/boards/<kind>")
def board(kind: str) -> Response:
    """The histories of a kind, those that most is told of first."""
    if kind not in BOARDS:
        raise RequestError("there is no board %(kind)s; there are %(known)s", 404, kind=kind, known=", ".join(BOARDS))
    title, query = BOARDS[kind]
    found = answer(query, {})
    histories = sorted(histories_of(found), key=lambda one: -one.told)
    labels = labels_of_rows(found)
    parts: dict[str, object] = {"title": title, "query": query, "boards": BOARDS, "histories": histories}
    parts["columns"] = columns_of(found, labels)
    return Response(render_template("board.html", labels=labels, **parts))


def columns_of(found: Iterable[Row], labels: Labels) -> list[tuple[int, str]]:
    """The steps that some rows have, in order, by what a page calls them."""
    return sorted({(int(row["order"].value), _step_shown(row, labels)) for row in found})


def histories_of(found: Iterable[Row]) -> list[History]:
    """The rows of a life cycle query as histories: one for each thing, a treaty's for each of its states."""
    histories: dict[tuple[str, ...], History] = {}
    for row in found:
        subject = next(iter(row))
        key = tuple(row[name].value for name in (subject, "state") if name in row)
        history = histories.setdefault(key, History(row, subject))
        step = history.steps.setdefault(int(row["order"].value), [])
        if _who_did_what(row) not in map(_who_did_what, step):  # a verdict with two punishments has two rows
            step.append(row)
    return list(histories.values())


def _who_did_what(row: Row) -> tuple[str, ...]:
    """What a board shows of a step."""
    return tuple(row[name].value if name in row else "" for name in ("event", "actor", "status"))


def _step_shown(row: Row, labels: Labels) -> str:
    """What the step of a row is called in the language of the page."""
    return labels.name(row["step"].value) if row["step"].kind == "iri" else say(step_name(row))


def step_name(row: Row) -> str:
    """What the step of a row is called."""
    return row["stepLabel" if "stepLabel" in row else "step"].value


def answer(name: str, given: Mapping[str, str]) -> Sequence[Row]:
    """The rows of a saved query, with its defaults for what is not given; none where this server has no such query."""
    query = site().queries.get(name)
    return rows(site().view, site().asking(query, given)) if query else []
