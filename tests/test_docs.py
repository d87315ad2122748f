"""What the documentation says is so: settings, commands, saved queries and files that it names exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.saved import load
from server.config import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "ontology/README.md",
    "queries/README.md",
    "tests/corpus/README.md",
    "tests/golden/README.md",
)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_readme_lists_every_setting(setting: object) -> None:
    row = f"| `{setting.variable}` | {setting.default} | {setting.help} |"  # type: ignore[attr-defined]
    assert row in README


def test_readme_lists_no_other_setting() -> None:
    assert set(re.findall(r"CIVICGRAPH_\w+", README)) == {s.variable for s in SETTINGS} | {"CIVICGRAPH_PASSWORD"}


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"civicgraph {command}" in result.output
    assert "Example" in result.output


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^civicgraph ([a-z]+)", README, re.MULTILINE))))
def test_readme_names_real_commands(command: str) -> None:
    assert command in main.commands


def test_readme_names_real_queries() -> None:
    named = set(re.findall(r"civicgraph query ([a-z-]{5,})", README))
    assert named
    assert named <= set(load(ROOT / "queries"))


def test_readme_decides_on_names_that_the_sample_leaves_open(sample_store: Path) -> None:
    (one, other) = re.findall(r'civicgraph review decide "([^"]+)" "([^"]+)"', README)[0]
    found = CliRunner().invoke(main, ["review", "--store", str(sample_store), "--json"]).output
    assert {one, other} in [{pair["left"]["name"], pair["right"]["name"]} for pair in json.loads(found)]


def test_the_first_lines_are_the_two_commands() -> None:
    lines = README.splitlines()
    assert lines[3].startswith("make serve")
    assert lines[4].startswith("make test")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"


@pytest.mark.parametrize("page", PAGES)
def test_files_named_in_backticks_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf8")
    for target in re.findall(r"`((?:kg|server|ontology|queries|tests|docs|\.ci)/[\w./-]+)`", text):
        assert (ROOT / target).exists(), f"{page} names {target}"
