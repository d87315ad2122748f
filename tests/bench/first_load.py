"""What a first visit costs in a real Chromium: bytes over the wire, requests, seconds until all of it is there.

    python -m tests.bench.first_load [--store .civicgraph] [--rounds 5] [--paths / /timeline …]

Each round is a new profile without anything cached, after one round that warms up the server. Prints the median of each
page; the last line compares that of the first page with what is promised (250 KB, one second).
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_BYTES, MOST_SECONDS = 250_000, 1.0
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
TIMES = """() => { const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [page.loadEventEnd / 1000, (paint ? paint.startTime : page.loadEventEnd) / 1000]; }"""


@dataclass(frozen=True, slots=True)
class Load:
    """A first visit: bytes as sent, headers too; requests; seconds to the load event and to the first paint."""

    size: int
    requests: int
    seconds: float
    paint: float


def first_load(browser: Browser, url: str) -> Load:
    """Visit an address with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    sizes = _watched(context.new_cdp_session(page))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    seconds, paint = page.evaluate(TIMES)
    context.close()
    return Load(sum(sizes), len(sizes), seconds, paint)


def _watched(session: CDPSession) -> list[int]:
    """A list that grows by the bytes of each answer that has come in."""
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return sizes


@contextmanager
def served(store: Path) -> Iterator[str]:
    """A server of its own process over a store; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", port]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, default=ROOT / ".civicgraph")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--paths", nargs="+", default=["/", "/timeline", "/queries", "/ontology", "/explore", "/query"])
    given = parser.parse_args(arguments)
    medians: dict[str, tuple[int, float]] = {}
    with served(given.store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        print(f"{'page':24}{'bytes':>10}{'requests':>10}{'load s':>9}{'paint s':>9}")
        for path in given.paths:
            loads = [first_load(browser, address + path) for _ in range(given.rounds + 1)][1:]
            medians[path] = int(median(one.size for one in loads)), median(one.seconds for one in loads)
            paint = median(one.paint for one in loads)
            print(f"{path:24}{medians[path][0]:>10,}{loads[0].requests:>10}{medians[path][1]:>9.3f}{paint:>9.3f}")
        browser.close()
    size, seconds = medians[given.paths[0]]
    kept = size < MOST_BYTES and seconds < MOST_SECONDS
    verdict = "kept" if kept else "broken"
    print(f"{given.paths[0]}: {size:,} of {MOST_BYTES:,} bytes, {seconds:.3f} of {MOST_SECONDS:.0f} s: {verdict}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
