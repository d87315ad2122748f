"""No code, list, pattern or query names a person, group, outlet, party or petition of the annotated documents."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
KINDS = {"Person", "CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "Petition"}
SHORTEST = 5
ROOMS = ("kg", "server", "ontology", "queries")
SUFFIXES = {".py", ".yaml", ".csv", ".ttl", ".rq", ".json", ".jsonld", ".html", ".css", ".js"}
# Descriptions that annotators noted as names, and are plain English.
PLAIN = re.compile(r"^(?:the |an? )?(?:president|children’s ombudsman|website|petition|fund|disgraced)\b", re.I)


def names() -> list[str]:
    """Every form of the names that must not occur, descriptions left out."""
    if not GOLD.is_dir():
        pytest.skip("the hand annotations (../shared/gold) are not beside this checkout")
    lines = [line for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text("utf8").splitlines()]
    named = [r for r in map(json.loads, lines) if r["kind"] == "entity" and r["class"] in KINDS]
    forms = {form for r in named for form in (r["name"], *r["aliases"])}
    return sorted(f for f in forms if len(f) >= SHORTEST and not PLAIN.match(f) and f[:1].isupper())


def named_in(*folders: Path) -> set[tuple[str, str]]:
    """The file and the name of each place in these folders where one of the names stands."""
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, names())) + r")\b")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in SUFFIXES]
    return {(str(path), match[0]) for path in files for match in pattern.finditer(path.read_text("utf8"))}


def test_nothing_names_what_the_documents_name() -> None:
    assert named_in(*(ROOT / room for room in ROOMS)) == set()


def test_the_check_would_find_one(tmp_path: Path) -> None:
    forms = names()
    assert len(forms) > 100
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "list.csv").write_text(f"name\n{forms[0]}\n", "utf8")
    assert named_in(tmp_path) == {(str(tmp_path / "lists" / "list.csv"), forms[0])}
