"""How fast are we beside others? `make bench SIZE=1M`: one run, all servers up, asked in turn, ratios as a table.

Ours is asked by POST, which is never answered from memory, and then again by GET with the same text each time, which
is. Read the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.store.labels import find_labels
from kg.store.pool import IN_MEMORY
from kg.store.snapshots import LABELS, open_snapshot
from kg.store.writer import Writer
from tests.bench.clients import Client, rate, size_of
from tests.bench.graph import LABEL, NAME, quads
from tests.bench.questions import QUESTIONS
from tests.bench.systems import SYSTEMS, running

SIZES = {"100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}
LARGE = {"rounds": 1, "variants": 2, "clients": 0, "systems": "civicgraph,oxigraph on our store"}
"""What is done with a graph too large for memory, where nothing else is said: others load it for an hour, or never."""
WORDS = 12
"""So many names are searched for: a first look at a file is slow, so that the median of few tells of the disk."""
Seconds = dict[tuple[str, str], list[float]]


@dataclass
class Measured:
    """Seconds by server and question: uncached, repeated, to the first byte; bytes of answers; where the numbers of
    rows differ."""

    fresh: Seconds = field(default_factory=lambda: defaultdict(list))
    repeated: Seconds = field(default_factory=lambda: defaultdict(list))
    first: Seconds = field(default_factory=lambda: defaultdict(list))
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    differ: list[str] = field(default_factory=list)


def measure(addresses: dict[str, str], rounds: int, variants: int) -> Measured:
    """All questions of all servers in turn."""
    clients = {name: Client(address) for name, address in addresses.items()}
    found = Measured()
    for number in range(rounds * variants):
        for question, pattern in QUESTIONS.items():
            text = variant(pattern, number % variants)
            rows = {}
            for name in _turn(list(clients), number):
                client = clients[name]
                seconds, body, first = client.ask(text)
                rows[name] = size_of(body, text)
                found.fresh[name, question].append(seconds)
                found.first[name, question].append(first)
                found.sizes[name, question] = len(body)
                client.ask(text, again=True)
                found.repeated[name, question].append(client.ask(text, again=True)[0])
            if len(set(rows.values())) > 1:
                found.differ.append(f"{question} ({number % variants + 1}): {rows}")
    return found


def _turn(names: list[str], number: int) -> list[str]:
    """Another one first each time: whoever comes after a long answer finds the processor's caches empty."""
    first = number % len(names)
    return names[first:] + names[:first]


def variant(pattern: str, number: int) -> str:
    """A question about another thing for each number."""
    return pattern.replace("{n}", str(number + 1))


def rates(addresses: dict[str, str], clients: int, seconds: float, variants: int) -> Seconds:
    """Seconds for an answer when so many clients ask at once, by server and question; servers in turn."""
    found: Seconds = {}
    for question, pattern in QUESTIONS.items():
        texts = [variant(pattern, number) for number in range(variants)]
        for name, address in addresses.items():
            found[name, question] = [1 / rate(address, texts, clients, seconds)]
    return found


def table(seconds: Seconds, names: list[str]) -> str:
    """Medians in milliseconds, and ours divided by each other's with the geometric mean below."""
    lines = ["| question | " + " | ".join(f"{name} ms" for name in names) + " |", "|---" * (len(names) + 1) + "|"]
    ratios: dict[str, list[float]] = defaultdict(list)
    for question in QUESTIONS:
        medians = {name: statistics.median(seconds[name, question]) for name in names}
        for name in names:
            ratios[name].append(medians[names[0]] / medians[name])
        cells = [f"{medians[name] * 1000:.2f}" + f" ({ratios[name][-1]:.2f})" * (name != names[0]) for name in names]
        lines.append(f"| {question} | " + " | ".join(cells) + " |")
    means = ["1.00" if name == names[0] else f"{statistics.geometric_mean(ratios[name]):.2f}" for name in names]
    return "\n".join([*lines, "| **ours / theirs, geometric mean** | " + " | ".join(means) + " |"])


def export(found: Measured, names: list[str]) -> str:
    """How fast a hundred thousand rows come, and when the first byte does."""
    lines = ["| export | MB/s | first byte ms |", "|---|---|---|"]
    for name in names:
        taken, first = (statistics.median(one[name, "export"]) for one in (found.fresh, found.first))
        lines.append(f"| {name} | {found.sizes[name, 'export'] / taken / 1e6:.1f} | {first * 1000:.1f} |")
    return "\n".join(lines)


def names(store: Path) -> str:
    """The index of names beside a scan with CONTAINS, both in this process on the same names."""
    snapshot = open_snapshot(store)
    graph = ox.Store()
    graph.bulk_load(path=str(snapshot.graph), format=ox.RdfFormat.N_QUADS)
    index: list[float] = []
    scan: list[float] = []
    for number in range(WORDS):
        words = f"harbour {number + 1}"
        began = time.perf_counter()
        find_labels(snapshot.folder / LABELS, words, most=50)
        index.append(time.perf_counter() - began)
        began = time.perf_counter()
        asked = f'SELECT ?s ?l {{ ?s <{NAME}>|<{LABEL}> ?l FILTER(CONTAINS(LCASE(?l), "{words}")) }}'
        list(graph.query(asked, use_default_graph_as_union=True))  # type: ignore[call-overload]
        scan.append(time.perf_counter() - began)
    by_index, by_scan = statistics.median(index) * 1000, statistics.median(scan) * 1000
    return f"search by name: index {by_index:.2f} ms, CONTAINS {by_scan:.2f} ms, {by_scan / by_index:.0f} times"


def main() -> None:
    """Make the graph, start the servers, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="100k", help="100k, 1M, 10M, or a number of triples")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--variants", type=int, default=4)
    parser.add_argument("--clients", type=int, default=8, help="so many at once, 0 for none")
    parser.add_argument("--seconds", type=float, default=2.0, help="for which they ask each question")
    parser.add_argument("--store", type=Path, help="a folder that keeps the graph for the next run")
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    given = parser.parse_args()
    size = SIZES.get(given.size) or int(given.size)
    if size > IN_MEMORY:
        parser.set_defaults(**LARGE)
        given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="civicgraph-bench-") as folder:
        store = given.store or Path(folder) / "store"
        if not (store / "current").exists():
            with Writer(store) as writer:
                writer.write_quads(quads(size))
                writer.publish({})
        number = open_snapshot(store).manifest["quads"]
        with running(store, Path(folder), set(given.systems.split(","))) as (addresses, started):
            found = measure(addresses, given.rounds, given.variants)
            several = rates(addresses, given.clients, given.seconds, given.variants) if given.clients else {}
        servers = list(addresses)
        times = given.rounds * given.variants
        print(f"{number:,} triples; each question {times} times, in turn. In brackets: ours / theirs.\n")
        print(table(found.fresh, servers), "\n\nThe same question again:\n\n", table(found.repeated, servers), sep="")
        if several:
            print(f"\n{given.clients} clients at once, time for an answer:\n\n{table(several, servers)}")
        print(f"\n{export(found, servers)}\n\n{names(store)}")
        print(f"start to the first answer: {started[servers[0]]:.2f} s")
        print(*(["\nNumbers of rows differ:", *found.differ] if found.differ else []), sep="\n")


if __name__ == "__main__":
    main()
