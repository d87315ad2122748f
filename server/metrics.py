"""Figures for those who run the server, in Prometheus' text format."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping

BOUNDS = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
"""Seconds at which the buckets of the histogram end."""
Figures = Mapping[str, float]


class Metrics:
    """Counts answers by status, and the seconds until they began; thread-safe."""

    def __init__(self) -> None:
        """Begin at zero."""
        self._lock = threading.Lock()
        self._codes: Counter[str] = Counter()
        self._buckets = [0] * (len(BOUNDS) + 1)
        self._seconds = 0.0

    def count(self, code: str, seconds: float) -> None:
        """One more answer."""
        with self._lock:
            self._codes[code] += 1
            self._buckets[bisect_left(BOUNDS, seconds)] += 1
            self._seconds += seconds

    def text(self, gauges: Figures, counters: Figures) -> str:
        """All figures; the names of the others may have labels in braces."""
        with self._lock:
            codes, buckets, seconds = dict(self._codes), list(self._buckets), self._seconds
        lines = list(_family("requests_total", "counter", {f'{{code="{code}"}}': n for code, n in codes.items()}))
        lines += _histogram("request_seconds", buckets, seconds)
        for figures, kind in ((gauges, "gauge"), (counters, "counter")):
            for name in dict.fromkeys(label.partition("{")[0] for label in figures):
                own = {label[len(name) :]: n for label, n in figures.items() if label.partition("{")[0] == name}
                lines += _family(name, kind, own)
        return "\n".join(lines) + "\n"


def _family(name: str, kind: str, values: Figures) -> Iterator[str]:
    yield f"# TYPE civicgraph_{name} {kind}"
    for label, value in sorted(values.items()):
        yield f"civicgraph_{name}{label} {value:g}"


def _histogram(name: str, buckets: list[int], seconds: float) -> Iterator[str]:
    yield f"# TYPE civicgraph_{name} histogram"
    total = 0
    for bound, number in zip((*map(str, BOUNDS), "+Inf"), buckets, strict=True):
        total += number
        yield f'civicgraph_{name}_bucket{{le="{bound}"}} {total}'
    yield f"civicgraph_{name}_sum {seconds:g}"
    yield f"civicgraph_{name}_count {total}"
