"""What curators decide on disagreements: lines of the judgement log, of disagreements that there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from kg.entities.judgements import LOG as LOG
from kg.entities.judgements import WITHDRAWN, add_line, kind_of, now
from kg.errors import SourceError, UsageError
from kg.graph.review import Resolution
from kg.graph.terms import cg, text_of
from kg.store.lookup import quads_of
from kg.store.snapshots import open_snapshot

BOTH_OR_NONE = ("both", "neither")


def load(log: Path) -> list[Resolution]:
    """The resolutions of a judgement log, oldest first. Raises SourceError that names a broken line."""
    lines = log.read_text(encoding="utf8").splitlines() if log.is_file() else []
    return [_line(log, number, text) for number, text in enumerate(lines, 1) if kind_of(text) == "resolution"]


def standing(log: Iterable[Resolution]) -> list[Resolution]:
    """The resolutions that are not withdrawn, oldest first; a line "withdrawn" takes back the latest on its
    disagreement."""
    kept: list[Resolution] = []
    for one in log:
        if one.accepted != WITHDRAWN:
            kept.append(one)
            continue
        taken = next((n for n in range(len(kept) - 1, -1, -1) if kept[n].disagreement == one.disagreement), None)
        if taken is not None:
            del kept[taken]
    return kept


def resolve(store: Path, disagreement: str, accepted: str, *, who: str, reason: str) -> Resolution:
    """Add a resolution to the log; the next build shows it. Nothing is deleted, and the latest one counts.

    `disagreement` and `accepted` are IRIs or their last parts; `accepted` may be "both" or "neither", or "withdrawn"
    to take the latest back. Raises UsageError for a disagreement that the published graph does not have, a claim that
    is none of its sides, nothing to withdraw, and empty words.
    """
    node, claim = (text.strip().rstrip("/").rsplit("/", 1)[-1] for text in (disagreement, accepted))
    if not who.strip() or not reason.strip():
        raise UsageError("a resolution needs a name and a reason; give --who and --reason")
    sides = _sides(store, node)
    if not sides:
        raise UsageError(f"the graph has no disagreement {node}; see civicgraph query disagreements-between-sources")
    if claim == WITHDRAWN and node not in {one.disagreement for one in standing(load(store / LOG))}:
        raise UsageError(f"nothing is decided about {node}, so nothing can be withdrawn")
    if claim not in (*sides, *BOTH_OR_NONE, WITHDRAWN):
        raise UsageError(f"{claim} is no side of {node}; accept {', '.join((*sides, *BOTH_OR_NONE))}")
    given = Resolution(node, claim, who.strip(), now(), reason.strip())
    add_line(store / LOG, {"kind": "resolution"} | asdict(given))
    return given


def _sides(store: Path, node: str) -> list[str]:
    """The claims that a disagreement is between, by the last parts of their IRIs."""
    snapshot = open_snapshot(store)
    told = quads_of(snapshot.graph, f"<{snapshot.manifest['base']}id/disagreement/{node}>")
    return sorted(text_of(o).rsplit("/", 1)[-1] for _, p, o, _ in told if p == cg("between"))


def _line(log: Path, number: int, text: str) -> Resolution:
    try:
        fields = json.loads(text)
        fields.pop("kind")
        return Resolution(**fields)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise SourceError(f"{log}: line {number} is no resolution ({error}); mend or remove it") from error
