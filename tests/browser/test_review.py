"""Judging in a real browser: the printed address, a verdict by keyboard and without scripts, withdrawing, and no way in
for others."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "server" / "web" / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def store(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of its own with the sample's graph."""
    own = tmp_path_factory.mktemp("judged")
    shutil.copy(sample_store / "current", own)
    (own / "builds").symlink_to(sample_store / "builds")
    return own


@pytest.fixture(scope="module")
def opened(store: Path) -> Iterator[str]:
    """The address, with its token, that a server of its own process prints."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", port, "--review"]
    settings = {"CIVICGRAPH_WORKERS": "1", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield process.stdout.readline().split(" at ")[1].split(" ")[0]
        finally:
            process.terminate()


def lines(store: Path) -> list[str]:
    return [json.loads(line)["verdict"] for line in (store / "judgements.jsonl").read_text("utf8").splitlines()]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_pair_is_judged_by_keyboard_and_withdrawn(browser: Browser, opened: str, store: Path, scripts: bool) -> None:
    (store / "judgements.jsonl").unlink(missing_ok=True)
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(opened)
        assert "token" not in page.url
        many = page.locator("article.names").count()
        assert many > 1
        form = page.locator("article.names form").first
        form.get_by_label("Your name").press_sequentially("Ann")
        page.keyboard.press("Tab")
        page.keyboard.type("one bench")
        page.keyboard.press("Tab")
        expect(form.get_by_role("button", name="Same")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("article.names")).to_have_count(many - 1)
        assert lines(store) == ["different"]
        page.locator(".latest summary").click()
        page.locator(".latest").get_by_role("button", name="Withdraw").click()
        expect(page.locator("main")).to_contain_text("withdrawn")
        assert lines(store) == ["different", "withdrawn"]
        page.goto(opened.split("?")[0] + "/facts/kenya-editor-killing")
        page.locator("fieldset").first.get_by_label("right").check()
        page.get_by_role("button", name="Record").first.click()
        expect(page.locator("fieldset .chip", has_text="right").first).to_be_visible()
        assert lines(store)[2:] == ["right"]


def test_others_find_no_way_in(browser: Browser, opened: str, store: Path) -> None:
    """Neither without the token, nor by a form on another site in the browser of somebody who has it."""
    before = (store / "judgements.jsonl").read_text("utf8") if (store / "judgements.jsonl").is_file() else ""
    with browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(opened.split("?")[0])
        assert answer is not None
        assert answer.status == 403
        page.goto(opened)
        assert page.evaluate("document.cookie") == ""
        form = f"<form method=post action='{opened.split('?')[0]}'><input name=verdict value=same></form>"
        context.route("http://elsewhere.localhost/", lambda one: one.fulfill(body=form, content_type="text/html"))
        page.goto("http://elsewhere.localhost/")
        with page.expect_navigation() as gone:
            page.evaluate("document.forms[0].submit()")
        assert gone.value is not None
        assert gone.value.status == 403
    assert ((store / "judgements.jsonl").read_text("utf8") if before else "") == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, opened: str, scheme: str) -> None:
    with browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844}) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(opened)
        for path in ("", "/facts", "/facts/kenya-editor-killing", "/disagreements", "/log"):
            page.goto(opened.split("?")[0] + path)
            page.evaluate(AXE.read_text("utf8"))
            found = page.evaluate("axe.run().then(r => r.violations)")
            serious = [one for one in found if one["impact"] in ("serious", "critical")]
            assert [(path, one["id"], one["nodes"][0]["html"][:200]) for one in serious] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), f"{path} is too wide"
