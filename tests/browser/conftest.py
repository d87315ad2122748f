"""A real server over the sample's graph and a real Chromium; a request to any other host fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / "server" / "static" / "built" / "world.svg"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
REPORT = """document.addEventListener("securitypolicyviolation", (event) => console.error(
  "broken policy", event.violatedDirective, event.sourceFile, event.lineNumber, event.columnNumber, event.sample))"""
VIEWS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "has_touch": True},
}


def lacking(what: str) -> None:
    """Skip, with the reason; in continuous integration, where nothing may be lacking, fail."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian’s Chromium; closed after each file, since its event loop holds the thread as long as it lives."""
    chromium = shutil.which("chromium")
    if chromium is None:
        lacking("chromium is not installed; apt-get install chromium")
    if not BUILT.is_file():
        lacking("the pages' scripts are not built; run make install where the npm registry can be reached")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(params=["light"])
def context(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh profile; `indirect` parametrisation chooses one of VIEWS, or "no scripts"."""
    options = VIEWS.get(request.param, {"java_script_enabled": False})
    context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
    foreign: list[str] = []

    def watch(asked: Request) -> None:
        if not asked.url.startswith((address, "data:", "blob:")):
            foreign.append(asked.url)

    context.on("request", watch)
    yield context
    context.close()
    assert foreign == []


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose scripts must not fail and that may break no rule of its content policy."""
    faults: list[str] = []
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.add_init_script(REPORT)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # Chromium itself styles what it moves when a selection is typed over; such a report names no source.
    own = "broken policy style-src-attr  0 0"
    page.on("console", lambda said: faults.append(said.text) if "broken policy" in said.text.replace(own, "") else None)
    yield page
    assert faults == []
