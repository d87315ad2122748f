"""Which lines are rows of a table (pure).

A table has at least two lines with tabs or bars, three with columns set apart by spaces, or three in a row without a
full stop in which most have cells glued together ("TreatiesChadMali", "AccessionRatification").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.documents.wording import ends_sentence

_GLUE = re.compile(r"[a-z)’”][A-Z][a-z]{2,}")
RULE = re.compile(r"[|\s:+=-]*-[|\s:+=-]*")
_COLUMNS = re.compile(r"\S(?: {3,}|\u2003)\S")
MOST_CELL = 400


def table_lines(lines: Sequence[str]) -> frozenset[int]:
    """The indices of all lines that belong to a table."""
    found: set[int] = set()
    for least, cells in ((2, _tabs), (2, _bars), (3, _spaces)):
        for run in _runs(lines, lambda line, count=cells: count(line) > 0):  # type: ignore[misc]
            if len(run) >= least:
                found.update(run)
    for run in _runs(lines, _may_be_glued):
        glued = [i for i in run if _GLUE.search(lines[i])]
        if len(run) >= 3 and len(glued) >= 0.6 * len(run):
            found.update(range(glued[0], glued[-1] + 1))
    found.update(i for i, line in enumerate(lines) if _tabs(line) >= 2)
    return frozenset(found)


def _runs(lines: Sequence[str], fits: Callable[[str], bool]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, line in enumerate(lines):
        if fits(line):
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _tabs(line: str) -> int:
    return line.count("\t") if len(line) <= MOST_CELL * (line.count("\t") + 1) else 0


def _bars(line: str) -> int:
    return line.count("|")


def _spaces(line: str) -> int:
    return 0 if ends_sentence(line) or len(line) > MOST_CELL else len(_COLUMNS.findall(line))


def _may_be_glued(line: str) -> bool:
    return len(line) <= MOST_CELL and not ends_sentence(line) and not line.endswith((":", ","))
