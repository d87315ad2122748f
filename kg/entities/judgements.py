"""The judgement log: what people said about pairs of names. Append-only lines of JSON; the latest on a pair counts.

A judgement names two entities by class and spelling, not by id, so that it survives rebuilds and new documents.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from kg.entities.unite import Groups
from kg.errors import SourceError
from kg.names import plain

Verdict = Literal["same", "different", "unsure"]
Item = TypeVar("Item", bound=Hashable)


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
    return [
        _line(path, n, text) for n, text in enumerate(path.read_text(encoding="utf8").splitlines(), 1) if text.strip()
    ]


def append(path: Path, judgement: Judgement) -> None:
    """Add one line at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf8") as file:
        file.write(json.dumps(asdict(judgement), ensure_ascii=False, sort_keys=True) + "\n")


class Verdicts:
    """The latest verdict on each pair of names, applied to groups before any rule."""

    def __init__(self, log: Iterable[Judgement] = ()) -> None:
        """Read the log, oldest first."""
        self.latest: Mapping[tuple[str, str, str], Verdict] = {pair(j.cls, j.left, j.right): j.verdict for j in log}

    def apply(self, groups: Groups[Item], items: Sequence[Item], named: Callable[[Item], tuple[str, str]]) -> None:
        """Unite what people called the same, and keep the rest that they judged apart; `named` gives class and name."""
        by_name: dict[tuple[str, str], list[Item]] = {}
        for item in items:
            cls, name = named(item)
            by_name.setdefault((cls, plain(name)), []).append(item)
        for same in (False, True):
            for (cls, left, right), verdict in sorted(self.latest.items()):
                pairs = [(a, b) for a in by_name.get((cls, left), ()) for b in by_name.get((cls, right), ())]
                if (verdict == "same") is same:
                    for a, b in pairs:
                        (groups.unite if same else groups.keep_apart)(a, b)


def pair(cls: str, left: str, right: str) -> tuple[str, str, str]:
    """The key of a pair, whichever way round it is given."""
    a, b = sorted((plain(left), plain(right)))
    return cls, a, b


def _line(path: Path, number: int, text: str) -> Judgement:
    try:
        judgement = Judgement(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise SourceError(f"{path}: line {number} is no judgement ({error}); mend or remove it") from error
    if judgement.verdict not in get_args(Verdict):
        raise SourceError(f"{path}: line {number}: verdict {judgement.verdict!r} is none of same, different, unsure")
    return judgement
