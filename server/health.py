"""Is it well? /healthz for whoever restarts it, /metrics for whoever watches it; neither ever waits for a query."""

from __future__ import annotations

import json

from flask import Blueprint, Response

from server.site import site

blueprint = Blueprint("health", __name__)


@blueprint.route("/healthz")
def healthz() -> Response:
    """200 while at least one worker is there to answer, else 503; and whether a newer build waits to be taken over."""
    status = site().status()
    well = status.workers > 0
    body = {"status": "ok" if well else "no workers", "build": status.build, "published": status.published,
            "up_to_date": status.build == status.published, "workers": status.workers,
            "idle": status.idle, "waiting": status.waiting}  # fmt: skip
    response = Response(json.dumps(body) + "\n", status=200 if well else 503, content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.route("/metrics")
def metrics() -> Response:
    """The figures of the server since it began."""
    status, cache = site().status(), site().cache
    gauges = {"workers": status.workers, "workers_idle": status.idle, "queries_inside": status.waiting,
              "cache_bytes": cache.held}  # fmt: skip
    counters = {"cache_hits_total": cache.hits, "cache_misses_total": cache.misses}
    counters |= {f'queries_total{{outcome="{name}"}}': number for name, number in status.outcomes.items()}
    response = Response(site().metrics.text(gauges, counters), content_type="text/plain; version=0.0.4; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
