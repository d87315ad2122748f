"""How fast is a build beside spaCy's own pipe on the same text? Paired and interleaved; run by `make throughput`.

Every round times both, in turns of changing order, so that whatever slows the machine for a while slows both. A round
before the first warms up what is loaded once per process. A build is whole: it reads the files, parses with an empty
cache, extracts, checks and publishes. Like is compared with like: first one process each, then, if the machine has
several processors, as many processes each (`workers` of the build, `n_process` of the pipe). Prints each round, and in
the last lines the ratios of the medians: characters a second of the build, divided by those of `nlp.pipe`.

    python -m tests.bench.throughput [--rounds 5] [--least 0.6] [--processes 1 2] [FOLDER …]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import spacy

from kg.build import Request, build
from kg.documents.find import find
from kg.documents.read import read
from kg.mentions.analysis import MODEL
from kg.mentions.model import plain_blanks

CORPORA = Path(__file__).resolve().parent.parent / "corpus"
DEFAULT = (CORPORA / "dev", CORPORA / "sample")


class Silent:
    """A build's progress that shows nothing."""

    def stage(self, name: str, total: int) -> None:
        """A stage begins."""

    def step(self) -> None:
        """A step is done."""


def paragraphs(folders: Sequence[Path]) -> list[str]:
    """The texts that a build of the folders parses."""
    documents = [d for path in find(folders).files for d in read(path)]
    return [plain_blanks(d.text[p.start : p.end]) for d in documents for a in d.articles for p in a.paragraphs]


def seconds(work: Callable[[], object]) -> float:
    """The wall-clock time of some work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(folders: Sequence[Path], processes: int, rounds: int) -> float:
    """Measure with so many processes each, print it, and return the ratio."""
    texts, nlp = paragraphs(folders), spacy.load(MODEL)
    size = sum(map(len, texts))

    def pipe() -> None:
        for _ in nlp.pipe(texts, batch_size=64, n_process=processes):
            pass

    def whole() -> None:
        with tempfile.TemporaryDirectory() as folder:
            build(Request(folders, Path(folder) / "store", workers=processes), Silent())

    taken: dict[Callable[[], None], list[float]] = {pipe: [], whole: []}
    print(f"{len(texts)} paragraphs, {size:,} characters, processes: {processes}")
    for number in range(rounds + 1):
        for work in (pipe, whole) if number % 2 else (whole, pipe):
            taken[work].append(seconds(work))
        shown = f"nlp.pipe {taken[pipe][-1]:6.2f} s   build {taken[whole][-1]:6.2f} s"
        print(f"{'warm-up' if not number else f'round {number}'}   {shown}", flush=True)
    alone, built = (median(taken[work][1:] or taken[work]) for work in (pipe, whole))
    print(f"nlp.pipe {size / alone:,.0f} characters a second, build {size / built:,.0f}")
    return alone / built


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code tells whether the ratio of one process is as high as wanted."""
    parser = argparse.ArgumentParser(description="A build's throughput beside spaCy's own pipe.")
    parser.add_argument("folders", nargs="*", type=Path, default=list(DEFAULT))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--least", type=float, default=0.6, help="the least ratio for exit code 0")
    parser.add_argument("--processes", nargs="+", type=int, default=sorted({1, os.cpu_count() or 1}))
    chosen = parser.parse_args(arguments)
    ratios = {count: ratio(chosen.folders, count, chosen.rounds) for count in chosen.processes}
    for count, found in ratios.items():
        print(f"processes of each: {count}, ratio {found:.2f}")
    return 0 if ratios[chosen.processes[0]] >= chosen.least else 1


if __name__ == "__main__":
    sys.exit(main())
