"""No page has a serious fault of accessibility, in light, in dark and at a phone's width."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.model, pytest.mark.slow]
AXE = Path(__file__).resolve().parents[2] / "server" / "web" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = [
    "/", "/search?q=Tbilisi", "/queries", "/queries/who-was-convicted-of-what", "/query", "/query?query=SELECT+*+{?s",
    "/queries/fines-and-amounts?format=html", "/explore?nodes=country/ge", "/documents", "/downloads", "/about",
    "/page/country/ge", "/timeline", "/map", "/documents/georgia-single-pickets",
    "/queries/actors-that-share-events?view=graph", "/queries/where-things-happen?view=chart",
    "/embed/queries/events-in-a-period", "/boards/petitions", "/boards/treaties", "/disagreements", "/nowhere",
    "/?lang=ru", "/ontology", "/ontology?lang=ru",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("context", ["light", "dark", "phone"], indirect=True)
def test_axe_finds_nothing_serious(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text("utf8"))  # not as a script element, which the page's policy forbids
    found = page.evaluate("axe.run().then(r => r.violations)")
    serious = [
        (one["id"], one["help"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "the page is wider than the window"
