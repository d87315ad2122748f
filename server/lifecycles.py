"""Life cycles for programs: /lifecycles/<kind> tells each history in the order of time, as JSON, with its gaps named.

The parameters are those of the saved query (`which=`, `who=`); the page for people is /boards/<kind>.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, jsonify, request

from server.boards import BOARDS, History, answer, histories_of, step_name
from server.problems import RequestError
from server.site import Row

blueprint = Blueprint("lifecycles", __name__)
LATE = "9999"
TOLD = ("status", "date", "earliest", "event", "eventLabel", "charge", "sanction", "duration", "quote", "works")


@blueprint.route("/lifecycles/<kind>")
def lifecycles(kind: str) -> Response:
    """The histories of a kind, or of one thing."""
    if kind not in BOARDS:
        raise RequestError(f"there are no life cycles of {kind}; there are {', '.join(BOARDS)}", 404)
    _, query = BOARDS[kind]
    found = answer(query, request.args.to_dict())
    return jsonify({"kind": kind, "query": query, "lifecycles": [as_json(one) for one in histories_of(found)]})


def as_json(history: History) -> dict[str, Any]:
    """A history: the steps that are told in the order of time, those that are missing by name."""
    known = [name for name in ("state", "signatures", "threshold") if name in history.thing]
    about: dict[str, Any] = {name: history.thing[name].value for name in known}
    first = {order: found[0] for order, found in sorted(history.steps.items())}
    return {
        "id": history.thing[history.subject].value,
        "label": _value(history.thing, f"{history.subject}Label"),
        **about,
        "steps": in_time(history),
        "gaps": [step_name(row) for row in first.values() if _value(row, "status") == "gap"],
        "notYet": [step_name(row) for row in first.values() if _value(row, "status") == "not yet"],
    }


def in_time(history: History) -> list[dict[str, Any]]:
    """The steps that are told. What has no date stands before the first dated step that has to come after it."""
    events: dict[str, list[Row]] = {}
    for found in history.steps.values():
        for row in found:
            if "event" in row:
                events.setdefault(row["event"].value + step_name(row), []).append(row)
    dates = [(int(found[0]["order"].value), _value(found[0], "earliest")) for found in events.values()]
    ordered = sorted(events.values(), key=lambda found: _when(found[0], dates))
    return [_told(found) for found in ordered]


def _when(row: Row, dates: Sequence[tuple[int, str]]) -> tuple[str, int, str]:
    order, earliest = int(row["order"].value), _value(row, "earliest")
    later = min((day for other, day in dates if other > order and day), default=LATE)
    return earliest or later, order, row["event"].value


def _told(found: Sequence[Row]) -> dict[str, Any]:
    """One step with all who acted in it."""
    told: dict[str, Any] = {"step": step_name(found[0])}
    told |= {name: found[0][name].value for name in TOLD if name in found[0]}
    actors = {row["actor"].value: _value(row, "actorLabel") for row in found if "actor" in row}
    return told | {"actors": [{"id": iri, "label": label} for iri, label in sorted(actors.items())]}


def _value(row: Row, name: str) -> str:
    return row[name].value if name in row else ""
