"""A first visit stays small; how long it takes is for `python -m tests.bench.first_load` on a quiet machine."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.bench.first_load import MOST_BYTES, first_load

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize("path", ["/", "/?lang=ru", "/timeline", "/page/country/ge"])
def test_a_first_visit_is_small(browser: Browser, address: str, path: str) -> None:
    load = first_load(browser, address + path)
    assert load.requests >= 3  # the page, its styles, its script
    assert load.size < MOST_BYTES
