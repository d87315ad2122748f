"""No page has a serious fault of accessibility, in light, in dark and at a phone's width."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.model, pytest.mark.slow]
AXE = Path(__file__).resolve().parents[2] / "server" / "web" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = [
    "/", "/search?q=Tbilisi", "/search?q=zzzqqq", "/queries", "/queries/who-was-convicted-of-what",
    "/queries/said-but-not-asserted", "/queries/fines-and-amounts?format=html", "/queries/events-of-an-actor",
    "/queries/actors-that-share-events?view=graph", "/queries/where-things-happen?view=chart",
    "/queries/where-things-happen?view=map", "/queries/events-in-a-period?view=timeline",
    "/query", "/query?query=SELECT+*+{?s", "/query?query=SELECT+*+{?s+?p+?o}+LIMIT+9", "/query?query=ASK+{}",
    "/query?query=CONSTRUCT+WHERE+{?s+?p+?o}+LIMIT+9", "/explore", "/explore?nodes=country/ge", "/timeline",
    "/timeline?country=country/ge&kind=Conviction", "/map", "/documents", "/documents/georgia-single-pickets",
    "/page/country/ge", "/page/person/juma-karisa", "/page/petition/no-price-on-the-square",
    "/boards/petitions", "/boards/laws", "/boards/treaties", "/boards/cases", "/disagreements", "/ontology",
    "/downloads", "/about", "/nowhere", "/embed/queries/events-in-a-period", "/embed/query?query=ASK+{}",
    "/reconcile/preview?id=country/ge",
]  # fmt: skip
RUSSIAN = ["/", "/ontology", "/page/person/juma-karisa", "/boards/cases", "/disagreements", "/explore?nodes=country/ge",
           "/queries/who-was-convicted-of-what", "/query?query=SELECT+*+{?s", "/timeline", "/about"]  # fmt: skip


def faults(page: Page, path: str) -> list[object]:
    """What axe finds serious or critical on a page, and whether the page is wider than the window."""
    page.goto(path)
    page.wait_for_function("() => !document.querySelector('#explorer') || window.civicgraph")
    page.evaluate(AXE.read_text("utf8"))  # not as a script element, which the page's policy forbids
    found = page.evaluate("axe.run().then(r => r.violations)")
    serious: list[object] = [
        (path, one["id"], one["help"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    return serious + ([] if fits else [(path, "the page is wider than the window")])


@pytest.mark.parametrize("context", ["light", "dark", "phone"], indirect=True)
def test_axe_finds_nothing_serious(page: Page) -> None:
    assert [fault for path in PAGES for fault in faults(page, path)] == []


@pytest.mark.parametrize("context", ["light", "phone"], indirect=True)
def test_nor_in_russian(page: Page) -> None:
    page.goto("/?lang=ru")
    assert [fault for path in RUSSIAN for fault in faults(page, path)] == []
