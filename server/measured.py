"""What /about says of quality and coverage: measured against hand annotations, and what the build has counted."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from kg import resources
from kg.store.beside import read_coverage
from server.catalogue import mark
from server.site import site

SET = "blind"
"""The documents that nobody looked at while the rules were written, so that their figures flatter least."""
KINDS = (
    ("all facts", mark("All facts")),
    ("entities, exact class", mark("Names with what they are")),
    ("relations", mark("Relations")),
    ("events", mark("Events")),
    ("event arguments", mark("Who, whom and where of an event")),
    ("event dates", mark("Dates of events")),
)


@cache
def quality() -> list[tuple[str, float, float]]:
    """For each kind of fact its name, precision and recall (0 to 1); empty where the figures are not at hand."""
    inside = resources.HERE / "measured" / "quality.json"  # as a wheel has it
    path = inside if inside.is_file() else Path(resources.HERE.parent, "tests", "golden", "quality.json")
    if not path.is_file():
        return []
    figures = json.loads(path.read_text("utf8"))[SET]
    return [(said, figures[name]["precision"], figures[name]["recall"]) for name, said in KINDS if name in figures]


def coverage() -> dict[str, int]:
    """How many sentences there were, named something, gave facts, or may tell of an event and gave none."""
    graph_file = site().graph_file
    rows = read_coverage(graph_file().parent).values() if graph_file else ()
    if not rows:
        return {}
    return {
        "sentences": sum(row.sentences for row in rows),
        "names": sum(row.with_names for row in rows),
        "facts": sum(row.with_facts for row in rows),
        "missed": sum(len(row.missed) for row in rows),
    }
