"""How fast is a build beside spaCy's own pipe on the same text? Paired and interleaved; run by `make throughput`.

Every round times all, in turns of changing order, so that whatever slows the machine for a while slows all of them. A
round before the first warms up what is loaded once per process. A build is whole: it reads the files, parses with an
empty cache, extracts, checks and publishes. Prints each round (elapsed seconds, and in brackets those of processors),
and in the last lines the ratios of the medians, characters a second of the build divided by those of `nlp.pipe`: one
process each; as many as there are processors each (`workers` of the build, `n_process` of the pipe); and as people run
them, which is one process for each processor in the build, one alone in the pipe.

    python -m tests.bench.throughput [--rounds 5] [--least 0.6] [FOLDER …]
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from kg.build import Request, build
from kg.documents.find import find
from kg.documents.read import read
from kg.mentions.model import plain_blanks
from kg.mentions.trained import MODEL, model
from kg.spread import processors

CORPORA = Path(__file__).resolve().parent.parent / "corpus"
DEFAULT = (CORPORA / "dev", CORPORA / "sample")
BATCH = 64
"""Texts of a batch; with spaCy's default of 1,000 one process would get them all."""


class Silent:
    """A build's progress that shows nothing."""

    def stage(self, name: str, total: int) -> None:
        """A stage begins."""

    def step(self) -> None:
        """A step is done."""


class Cost(NamedTuple):
    """Seconds of some work: by the clock, and of all processors in this process and its children."""

    clock: float
    processor: float


def paragraphs(folders: Sequence[Path]) -> list[str]:
    """The texts that a build of the folders parses."""
    documents = [d for path in find(folders).files for d in read(path)]
    return [plain_blanks(d.text[p.start : p.end]) for d in documents for a in d.articles for p in a.paragraphs]


def processor_seconds() -> float:
    """What this process and its ended children have taken so far."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def cost(work: Callable[[], object]) -> Cost:
    """What some work takes."""
    start, before = time.perf_counter(), processor_seconds()
    work()
    return Cost(time.perf_counter() - start, processor_seconds() - before)


def works(folders: Sequence[Path], texts: Sequence[str], many: int) -> dict[tuple[str, int], Callable[[], None]]:
    """What is measured: each of the two, with one process and with many."""
    model()  # first: with it comes the setting that numpy should not start threads
    import spacy

    nlp = spacy.load(MODEL)

    def pipe(processes: int) -> None:
        for _ in nlp.pipe(texts, batch_size=BATCH, n_process=processes):
            pass

    def whole(processes: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            build(Request(folders, Path(folder) / "store", workers=processes), Silent())

    counts = sorted({1, many})
    return {(name, n): partial(work, n) for n in counts for name, work in (("nlp.pipe", pipe), ("build", whole))}


def measured(todo: dict[tuple[str, int], Callable[[], None]], rounds: int) -> dict[tuple[str, int], float]:
    """The median seconds of each, after a round to warm up."""
    taken: dict[tuple[str, int], list[float]] = {key: [] for key in todo}
    for number in range(rounds + 1):
        costs = {key: cost(todo[key]) for key in (sorted(todo) if number % 2 else sorted(todo, reverse=True))}
        for key, one in costs.items():
            taken[key].append(one.clock)
        shown = "   ".join(
            f"{name} ×{n} {costs[name, n].clock:6.2f} s ({costs[name, n].processor:.2f})" for name, n in todo
        )
        print(f"{f'round {number}' if number else 'warm-up'}   {shown}", flush=True)
    return {key: median(values[1:] or values) for key, values in taken.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code tells whether a build as people run it is as fast as wanted."""
    parser = argparse.ArgumentParser(description="A build's throughput beside spaCy's own pipe.")
    parser.add_argument("folders", nargs="*", type=Path, default=list(DEFAULT))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--least", type=float, default=0.6, help="the least ratio for exit code 0")
    chosen = parser.parse_args(arguments)
    texts, many = paragraphs(chosen.folders), processors()
    size = sum(map(len, texts))
    print(f"{len(texts)} paragraphs, {size:,} characters, {many} processors")
    taken = measured(works(chosen.folders, texts, many), chosen.rounds)
    for (name, n), seconds in taken.items():
        print(f"{name} in {n} processes: {size / seconds:,.0f} characters a second")
    usual = taken["nlp.pipe", 1] / taken["build", many]
    print(f"one process each: ratio {taken['nlp.pipe', 1] / taken['build', 1]:.2f}")
    print(f"{many} processes each: ratio {taken['nlp.pipe', many] / taken['build', many]:.2f}")
    print(f"as people run them, the build with {many} processes and nlp.pipe with 1: ratio {usual:.2f}")
    return 0 if usual >= chosen.least else 1


if __name__ == "__main__":
    sys.exit(main())
