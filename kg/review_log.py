"""The whole log of what people decided: names, facts and disagreements in the order in which they were judged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg import resolutions, verdicts
from kg.entities import judgements
from kg.entities.judgements import LOG, WITHDRAWN, Judgement, kind_of, pair
from kg.graph.review import FactVerdict, Resolution

Line = Judgement | FactVerdict | Resolution
One = TypeVar("One", bound=Line)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. `state` is "counts", "replaced" by a later line, "withdrawn", or "withdraws" one."""

    line: Line
    state: str

    @property
    def kind(self) -> str:
        """What was judged: names, a fact or a disagreement."""
        return {Judgement: "names", FactVerdict: "fact", Resolution: "disagreement"}[type(self.line)]

    @property
    def about(self) -> str:
        """What was judged, in words."""
        line = self.line
        if isinstance(line, Judgement):
            return f"{line.left} / {line.right} ({line.cls})"
        return line.said if isinstance(line, FactVerdict) else f"disagreement {line.disagreement}"

    @property
    def verdict(self) -> str:
        """What was decided."""
        return self.line.accepted if isinstance(self.line, Resolution) else self.line.verdict

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values; lines on names have no kind, as in the file."""
        kind = {} if isinstance(self.line, Judgement) else {"kind": self.kind}
        return {**kind, **asdict(self.line), "state": self.state}


def log(store: Path) -> list[Entry]:
    """The log's lines, oldest first, each with what has become of it."""
    path = store / LOG
    told = {
        "": iter(_entries(judgements.load(path), lambda one: pair(one.cls, one.left, one.right))),
        "fact": iter(_entries(verdicts.load(path), lambda one: one.claim)),
        "resolution": iter(_entries(resolutions.load(path), lambda one: one.disagreement)),
    }
    lines = path.read_text(encoding="utf8").splitlines() if path.is_file() else []
    return [next(told[kind_of(text)]) for text in lines if text.strip()]


def _entries(lines: Sequence[One], about: Callable[[One], Hashable]) -> list[Entry]:
    states = [""] * len(lines)
    stacks: dict[Hashable, list[int]] = {}
    for number, line in enumerate(lines):
        stack = stacks.setdefault(about(line), [])
        if (line.accepted if isinstance(line, Resolution) else line.verdict) != WITHDRAWN:
            stack.append(number)
            continue
        states[number] = "withdraws"
        if stack:
            states[stack.pop()] = "withdrawn"
    for stack in stacks.values():
        for number in stack:
            states[number] = "counts" if number == stack[-1] else "replaced"
    return [Entry(line, state) for line, state in zip(lines, states, strict=True)]
