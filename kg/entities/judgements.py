"""The judgement log: what people said about pairs of names. Append-only lines of JSON; the latest on a pair counts.

A judgement names two entities by class and spelling, not by id, so that it survives rebuilds and new documents. A line
with the verdict "withdrawn" takes back the latest on its pair that still stood; nothing is ever deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, Protocol, TypeVar, get_args

from kg.entities.unite import Groups
from kg.errors import SourceError
from kg.names import plain

Verdict = Literal["same", "different", "unsure", "withdrawn"]
Item = TypeVar("Item", bound=Hashable)
Pair = tuple[str, str, str]
LOG = "judgements.jsonl"
WITHDRAWN: Final = "withdrawn"
KIND = re.compile(r'\s*\{"kind": "(resolution|fact)"')


class Said(Protocol):
    """A line with a verdict, which may be WITHDRAWN."""

    @property
    def verdict(self) -> str:
        """What was found."""
        ...


Line = TypeVar("Line", bound=Said)
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the log. `when` is ISO 8601, `who` a name, `reason` free words."""

    cls: str
    left: str
    right: str
    verdict: Verdict
    who: str
    when: str
    reason: str = ""


def load(path: Path) -> list[Judgement]:
    """The log's lines, oldest first; an absent file is an empty log. SourceError names a broken line."""
    if not path.is_file():
        return []
    lines = enumerate(path.read_text(encoding="utf8").splitlines(), 1)
    return [_line(path, n, text) for n, text in lines if text.strip() and not kind_of(text)]


def kind_of(text: str) -> str:
    """What a line of the log is, if not a judgement on names: "resolution" of a disagreement, or verdict on a "fact".
    Such lines begin with their kind."""
    found = KIND.match(text)
    return found[1] if found else ""


def append(path: Path, judgement: Judgement) -> None:
    """Add one line at the end."""
    add_line(path, dict(sorted(asdict(judgement).items())))


def add_line(path: Path, fields: Mapping[str, str]) -> None:
    """Add a line of any kind at the end; one that is no judgement on names has its `kind` first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf8") as file:
        file.write(json.dumps(fields, ensure_ascii=False) + "\n")


def now() -> str:
    """The time of a line."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def standing(log: Iterable[Judgement]) -> dict[Pair, list[Judgement]]:
    """The judgements on each pair that are not withdrawn, oldest first; the last of them counts."""
    return stacked(log, lambda one: pair(one.cls, one.left, one.right))


def stacked(log: Iterable[Line], about: Callable[[Line], Key]) -> dict[Key, list[Line]]:
    """The lines about each thing without those withdrawn, oldest first: a withdrawal takes back the latest before."""
    stacks: dict[Key, list[Line]] = {}
    for one in log:
        stack = stacks.setdefault(about(one), [])
        if one.verdict != WITHDRAWN:
            stack.append(one)
        elif stack:
            stack.pop()
    return {key: stack for key, stack in stacks.items() if stack}


class Verdicts:
    """The latest verdict on each pair of names, applied to groups before any rule."""

    def __init__(self, log: Iterable[Judgement] = ()) -> None:
        """Read the log, oldest first."""
        self.latest: Mapping[Pair, Verdict] = {key: stack[-1].verdict for key, stack in standing(log).items()}

    def apply(
        self,
        groups: Groups[Item],
        items: Sequence[Item],
        named: Callable[[Item], tuple[str, Collection[str]]],
        meant: Callable[[Item, Item], bool] | None = None,
    ) -> None:
        """Unite what people called the same, and keep the rest that they judged apart.

        `named` gives an item's class and all its names. Several items may bear a name: where some pairs are `meant` by
        a verdict of "same" and others not (bodies of two states), only those are united.
        """
        by_name: dict[tuple[str, str], list[Item]] = {}
        for item in items:
            cls, names = named(item)
            for name in sorted({plain(n) for n in names}):
                by_name.setdefault((cls, name), []).append(item)
        for same in (False, True):
            for (cls, left, right), verdict in sorted(self.latest.items()):
                pairs = [(a, b) for a in by_name.get((cls, left), ()) for b in by_name.get((cls, right), ())]
                if (verdict == "same") is same:
                    close = [(a, b) for a, b in pairs if meant(a, b)] if same and meant else []
                    for a, b in close or pairs:
                        (groups.unite if same else groups.keep_apart)(a, b)


def pair(cls: str, left: str, right: str) -> Pair:
    """The key of a pair, whichever way round it is given."""
    a, b = sorted((plain(left), plain(right)))
    return cls, a, b


def _line(path: Path, number: int, text: str) -> Judgement:
    try:
        judgement = Judgement(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise SourceError(f"{path}: line {number} is no judgement ({error}); mend or remove it") from error
    if judgement.verdict not in get_args(Verdict):
        wanted = ", ".join(get_args(Verdict))
        raise SourceError(f"{path}: line {number}: verdict {judgement.verdict!r} is none of {wanted}")
    return judgement
