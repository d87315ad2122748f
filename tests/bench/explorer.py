"""How fluid the explorer is: the time between frames while somebody drags, zooms and moves a thing, in real Chromium.

python -m tests.bench.explorer --nodes 500 --edges 1000
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen

from playwright.sync_api import CDPSession, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
MOST = 50.0
"""Milliseconds between two frames that nineteen of twenty keep under while somebody works."""
WATCH = """() => { const seen = []; let last = performance.now(); window.frames_seen = seen; window.watching = true;
  const next = (now) => { seen.push(now - last); last = now; if (window.watching) requestAnimationFrame(next); };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(next); }); }"""
STOP = "() => { window.watching = false; return window.frames_seen; }"
STEPS = 60


def drawing(nodes: int, edges: int) -> dict[str, list[dict[str, str]]]:
    """A made-up drawing, the same each time; some things have many ties, as in real graphs."""
    chance = random.Random(1)
    families = ["Person", "Organization", "LegalResource", "Petition", "Place", "ReportedEvent"]
    made = [
        {
            "iri": f"https://example.org/id/x/{n}", "path": f"x/{n}", "name": f"Made-up thing number {n}",
            "href": f"/page/x/{n}", "class": "thing", "family": families[n % len(families)], "date": "2024",
        }
        for n in range(nodes)
    ]  # fmt: skip
    ends = [(int(nodes * chance.random() ** 2), chance.randrange(nodes), n) for n in range(edges)]
    ties = [
        {"subject": made[a]["iri"], "object": made[b]["iri"], "predicate": f"x:{n}", "name": "about"}
        for a, b, n in ends
    ]
    return {"nodes": made, "edges": ties}


@dataclass(frozen=True)
class Frames:
    """The milliseconds between the frames of some work, and the page's own processor time in each, which other work on
    the machine does not lengthen."""

    times: list[float]
    busy: float


def frames(page: Page, act: Callable[[int], None]) -> Frames:
    """What some steps of work take."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(WATCH)
    before = busy(session)
    for step in range(STEPS):
        act(step)
    found: list[float] = page.evaluate(STOP)
    return Frames(found, (busy(session) - before) / len(found))


def busy(session: CDPSession) -> float:
    """The processor time of the page's thread so far, in milliseconds."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def measure(page: Page, nodes: int, edges: int) -> tuple[float, dict[str, Frames]]:
    """The milliseconds that the layout of a drawing of that size takes, and the frames of each kind of work on it."""
    page.goto("/explore")
    page.wait_for_function("() => window.civicgraph")
    took = page.evaluate("(d) => { const t = performance.now(); civicgraph.add(d); return performance.now() - t; }",
                         drawing(nodes, edges))  # fmt: skip
    page.wait_for_timeout(500)  # for what the drawing does by itself after it has been laid out
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 280, y - 150)
    page.mouse.down()
    dragged = frames(page, lambda step: page.mouse.move(x - 280 + 4 * step, y - 150 + 2 * step))
    page.mouse.up()
    zoomed = frames(page, lambda step: page.mouse.wheel(0, 40 if step < STEPS / 2 else -40))
    at = page.evaluate(
        "() => { civicgraph.cy.fit(undefined, 30); return civicgraph.cy.nodes()[0].renderedPosition(); }"
    )
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    page.mouse.down()
    moved = frames(page, lambda step: page.mouse.move(box["x"] + at["x"] + 2 * step, box["y"] + at["y"] + step))
    page.mouse.up()
    return took, {"drag the whole": dragged, "zoom": zoomed, "move a thing": moved}


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a server over a store, built from the sample where there is none."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CIVICGRAPH_WORKERS": "1"}
    if not (store / "current").is_file():
        build = [sys.executable, "-m", "kg", "build", str(ROOT / "tests/corpus/sample"), "--store", str(store)]
        with Popen(build, env=environment, stdout=PIPE) as process:
            process.communicate()
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "8971"]
    with Popen(command, env=environment, stdout=PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split(" at ")[1].split(" ")[0].rstrip("/")
        finally:
            process.terminate()


def percentile(values: list[float], share: float) -> float:
    """The value that this share of all stay under or reach."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> int:
    """Measure and print; the exit code tells whether the explorer is fluid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=500)
    parser.add_argument("--edges", type=int, default=1000)
    parser.add_argument("--store", type=Path, help="a store that has been built; else the sample is built")
    given = parser.parse_args()
    store = given.store or Path(tempfile.mkdtemp()) / "store"
    with served(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}).new_page()
        took, found = measure(page, given.nodes, given.edges)
        browser.close()
    print(f"{given.nodes} things, {given.edges} ties; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"laid out in {took:.0f} ms")
    for work, one in found.items():
        low, high = median(one.times), percentile(one.times, 0.95)
        told = f"median {low:5.1f} ms, 95 % under {high:5.1f} ms, busy {one.busy:4.1f} ms"
        print(f"{work:16} {len(one.times):4} frames, {told}")
    return int(any(percentile(one.times, 0.95) > MOST for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())
