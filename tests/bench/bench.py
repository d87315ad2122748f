"""How fast are we beside others? `make bench SIZE=1M`: one run, all servers up, asked in turn, ratios as a table.

Ours is asked by POST, which is never answered from memory, and then again by GET with the same text each time, which
is. Read the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from kg.store.writer import Writer
from tests.bench.graph import quads
from tests.bench.questions import QUESTIONS
from tests.bench.systems import SYSTEMS, running

SIZES = {"100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}
ACCEPT = {"SELECT": "application/sparql-results+json", "CONSTRUCT": "application/n-triples"}
Seconds = dict[tuple[str, str], list[float]]


class Client:
    """One connection that is kept."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.path, self.connection = (
            parts.path,
            http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=300),
        )

    def ask(self, text: str, *, again: bool = False) -> tuple[float, int, float]:
        """Seconds to the end, rows or triples, seconds to the first byte. Asks anew, once, where the server had closed
        the connection in the meantime (Virtuoso does after ten idle seconds)."""
        try:
            return self._ask(text, again)
        except ConnectionError:
            self.connection.close()
            return self._ask(text, again)

    def _ask(self, text: str, again: bool) -> tuple[float, int, float]:
        form = "CONSTRUCT" if "CONSTRUCT" in text else "SELECT"
        headers = {"Accept": ACCEPT[form]}
        began = time.perf_counter()
        if again:
            self.connection.request("GET", f"{self.path}?{urlencode({'query': text})}", headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            self.connection.request("POST", self.path, urlencode({"query": text}), headers)
        response = self.connection.getresponse()
        first = time.perf_counter() - began
        body = response.read()
        seconds = time.perf_counter() - began
        if response.status != 200:
            raise SystemExit(f"{self.path}: {response.status} {body[:300]!r} for {text}")
        return seconds, _size(body, form), first


def _size(body: bytes, form: str) -> int:
    if form == "CONSTRUCT":
        return len(set(body.splitlines()) - {b""})
    return len(json.loads(body)["results"]["bindings"])


def measure(addresses: dict[str, str], rounds: int, variants: int) -> tuple[Seconds, Seconds, list[str]]:
    """All questions of all servers in turn: uncached, repeated, and where the numbers of rows differ."""
    clients = {name: Client(address) for name, address in addresses.items()}
    fresh: Seconds = defaultdict(list)
    repeated: Seconds = defaultdict(list)
    differ: list[str] = []
    for number in range(rounds * variants):
        for question, pattern in QUESTIONS.items():
            text = pattern.replace("{n}", str(number % variants + 1))
            sizes = {}
            for name, client in clients.items():
                seconds, sizes[name], _ = client.ask(text)
                fresh[name, question].append(seconds)
                client.ask(text, again=True)
                repeated[name, question].append(client.ask(text, again=True)[0])
            if len(set(sizes.values())) > 1:
                differ.append(f"{question} ({number % variants + 1}): {sizes}")
    return fresh, repeated, differ


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


def main() -> None:
    """Make the graph, start the servers, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="100k", help="100k, 1M, 10M, or a number of triples")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--variants", type=int, default=4)
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    given = parser.parse_args()
    size = SIZES.get(given.size) or int(given.size)
    with tempfile.TemporaryDirectory(prefix="civicgraph-bench-") as folder:
        store = Path(folder) / "store"
        with Writer(store) as writer:
            number = writer.write_quads(quads(size))
            writer.publish({})
        with running(store, Path(folder), set(given.systems.split(","))) as addresses:
            fresh, repeated, differ = measure(addresses, given.rounds, given.variants)
            names = list(addresses)
            times = given.rounds * given.variants
            print(f"{number:,} triples; each question {times} times, in turn. In brackets: ours / theirs.\n")
            print(table(fresh, names), "\n\nThe same question again:\n\n", table(repeated, names), sep="")
            print(*(["\nNumbers of rows differ:", *differ] if differ else []), sep="\n")


if __name__ == "__main__":
    main()
