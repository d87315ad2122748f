"""What people decide about names: the uncertain pairs of the published graph, and the log of judgements beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from kg.entities.judgements import LOG, WITHDRAWN, Judgement, Verdict, append, load, now, pair, standing
from kg.entities.unite import Groups
from kg.errors import StoreError, UsageError
from kg.evaluate import read_folder
from kg.names import plain
from kg.store.snapshots import open_snapshot

Said = Literal["same", "different", "unsure"]
UNCERTAIN = "uncertain.json"
Side = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """An uncertain pair as the build wrote it (see `kg.entities.uncertain.as_json`), and what stands judged of it."""

    pair: Mapping[str, Any]
    judged: Judgement | None

    @property
    def cls(self) -> str:
        """The class of both."""
        return str(self.pair["class"])

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called."""
        return self.pair["left"]["name"], self.pair["right"]["name"]

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {**self.pair, "judged": asdict(self.judged) if self.judged else None}


def questions(store: Path, judged: bool = False) -> list[Question]:
    """The uncertain pairs of the published graph that nobody has judged, the surest first; with `judged` all of them.

    Raises StoreError if nothing is published.
    """
    stands = standing(load(store / LOG))
    found = [Question(one, _judged(one, stands)) for one in _pairs(store)]
    return found if judged else [q for q in found if q.judged is None]


def _pairs(store: Path) -> list[Mapping[str, Any]]:
    path = open_snapshot(store).folder / UNCERTAIN
    try:
        return list(json.loads(path.read_text(encoding="utf8")))
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: the uncertain pairs cannot be read ({error}); build again") from error


def _judged(one: Mapping[str, Any], stands: Mapping[tuple[str, str, str], Sequence[Judgement]]) -> Judgement | None:
    """The latest judgement on any of the spellings of both sides."""
    left, right = ({side["name"], *side["spellings"]} for side in (one["left"], one["right"]))
    keys = {pair(one["class"], a, b) for a in left for b in right}
    return max((stands[key][-1] for key in keys if key in stands), key=lambda j: j.when, default=None)


def decide(
    store: Path, left: str, right: str, verdict: Verdict, *, who: str, reason: str = "", cls: str = ""
) -> Judgement:
    """Write a judgement on two names to the log; the next build follows it.

    Without `cls` the class is the one that the graph knows both names by. Raises UsageError for names that the graph
    does not know, and for a judgement that contradicts others.
    """
    given = Judgement(_class(store, left, right, cls), left, right, verdict, who.strip(), now(), reason.strip())
    if not given.who:
        raise UsageError("a judgement needs the name of who made it; give --who")
    _agree([*load(store / LOG), given])
    append(store / LOG, given)
    return given


def undo(store: Path, names: Sequence[str], *, who: str, reason: str = "", cls: str = "") -> list[Judgement]:
    """Withdraw the latest judgement on two names, or the latest of all if `names` is empty, by a further line.

    Answers with what was withdrawn and, if an earlier judgement counts again, with that. Raises UsageError if there is
    nothing to withdraw.
    """
    log = load(store / LOG)
    stands = standing(log)
    wanted = {pair("", *names)[1:]} if names else {key[1:] for key in stands}
    latest = [j for j in log for key in [pair(j.cls, j.left, j.right)] if key[1:] in wanted and j.cls in {cls or j.cls}]
    found = next((j for j in reversed(latest) if stands.get(pair(j.cls, j.left, j.right), [None])[-1] is j), None)
    if found is None:
        what = f"{names[0]!r} and {names[1]!r}" if names else "any names"
        raise UsageError(f"no judgement on {what} stands; see civicgraph review log")
    gone = Judgement(found.cls, found.left, found.right, WITHDRAWN, who.strip(), now(), reason.strip())
    _agree([*log, gone])
    append(store / LOG, gone)
    return [found, *standing([*log, gone]).get(pair(found.cls, found.left, found.right), [])[-1:]]


def _class(store: Path, left: str, right: str, cls: str) -> str:
    """The class that both names have in the published graph. Raises UsageError, with the remedy, if there is none."""
    known: dict[str, set[str]] = defaultdict(set)
    for records in read_folder(open_snapshot(store).folder / "records").values():
        for one in (r for r in records if r["kind"] == "entity" and r["class"] == (cls or r["class"])):
            for name in (one["name"], *one["aliases"]):
                known[plain(name)].add(one["class"])
    classes = [known.get(plain(name), set()) for name in (left, right)]
    for name, found in zip((left, right), classes, strict=True):
        if not found:
            what = f"{cls or 'thing'} called {name!r}"
            raise UsageError(f"the graph knows no {what}; give a spelling that a page or civicgraph review shows")
    shared = sorted(classes[0] & classes[1])
    if len(shared) == 1:
        return shared[0]
    both = f"{left!r} and {right!r}"
    if shared:
        raise UsageError(f"{both} are both {' and '.join(shared)}; say which with --class")
    raise UsageError(f"{both} have no class in common, so they cannot be one thing")


def _agree(log: Iterable[Judgement]) -> None:
    """Raise UsageError if judgements contradict each other: A is B, and B is C, but A is not C."""
    latest = {key: stack[-1] for key, stack in standing(log).items()}
    groups = Groups([(cls, name) for cls, *names in latest for name in names])
    for (cls, left, right), one in latest.items():
        if one.verdict == "same":
            groups.unite((cls, left), (cls, right))
    for (cls, left, right), one in latest.items():
        if one.verdict == "different" and left != right and groups.top((cls, left)) == groups.top((cls, right)):
            between = f"{one.left!r} and {one.right!r} were judged different by {one.who}"
            raise UsageError(f"{between}, but others judge both the same as a third; undo one of them first")
