"""The switch of languages as people use it, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize("context", ["light", "no scripts"], indirect=True)
def test_the_language_is_switched_on_the_page_remembered_and_taken_back(page: Page) -> None:
    page.goto("/search?q=Tbilisi")
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("h1")).to_have_text("Поиск")
    expect(page.locator("main input[type=search]")).to_have_value("Tbilisi")
    page.goto("/queries/who-was-convicted-of-what")
    expect(page.locator("h1")).to_have_text("Кто за что осуждён")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("Who was convicted of what")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_scripts_speak_the_language_of_the_page(page: Page) -> None:
    page.goto("/explore?lang=ru")
    page.locator("#add input").fill("Gvinjilia")
    expect(page.locator("#add [role=listbox]")).to_have_attribute("aria-label", "Подсказки")
    page.locator("#add .suggestions li").first.wait_for()
    page.locator("#add input").press("ArrowDown")
    page.locator("#add input").press("Enter")
    page.locator("#list button").first.click()
    expect(page.locator("#panel .acts")).to_contain_text("Закрепить")
