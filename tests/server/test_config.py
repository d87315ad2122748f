from __future__ import annotations

from dataclasses import fields

import pytest

from kg.errors import UsageError
from server.config import SETTINGS, Settings, read_settings


def test_defaults_are_the_same_in_both_places() -> None:
    assert read_settings({}, {}) == Settings()
    assert {setting.name for setting in SETTINGS} == {field.name for field in fields(Settings)} - {"base"}


def test_a_flag_wins_over_the_environment_and_that_over_the_default() -> None:
    environment = {"CIVICGRAPH_PORT": "9000", "CIVICGRAPH_HOST": "::1", "CIVICGRAPH_TIMEOUT": "2.5"}
    found = read_settings(environment, {"port": 9001, "host": None}, "https://x.example/")
    assert (found.port, found.host, found.timeout, found.base) == (9001, "::1", 2.5, "https://x.example/")


@pytest.mark.parametrize("value", ["many", "0", "-1", "1e99", "nan", ""])
def test_a_value_that_is_no_number_is_refused_by_name(value: str) -> None:
    with pytest.raises(UsageError, match="workers"):
        read_settings({"CIVICGRAPH_WORKERS": value}, {})


def test_each_setting_is_explained() -> None:
    assert all(len(setting.help) > 15 for setting in SETTINGS)
