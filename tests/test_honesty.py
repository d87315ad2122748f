"""No code, pattern, word list, ontology or query names a person, group, outlet, party or petition of the real documents."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
KINDS = {"Person", "CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "Petition"}
SHORTEST = 5
# Descriptions that annotators noted as names, and are plain English.
PLAIN = re.compile(r"^(?:the |an? )?(?:president|children’s ombudsman|website|petition|fund|disgraced)\b", re.IGNORECASE)


def names() -> list[str]:
    """Every form of the names that must not occur, descriptions left out."""
    if not GOLD.is_dir():
        pytest.skip("the hand annotations (../shared/gold) are not beside this checkout")
    records = [json.loads(line) for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text("utf8").splitlines()]
    named = [r for r in records if r["kind"] == "entity" and r["class"] in KINDS]
    forms = {form for r in named for form in (r["name"], *r["aliases"])}
    return sorted(f for f in forms if len(f) >= SHORTEST and not PLAIN.match(f) and f[:1].isupper())


def test_nothing_names_what_the_documents_name() -> None:
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(n) for n in names()) + r")\b")
    suffixes = {".py", ".yaml", ".csv", ".ttl", ".rq", ".json", ".jsonld", ".html", ".css", ".js"}
    files = [p for room in ("kg", "server", "ontology", "queries") for p in (ROOT / room).rglob("*") if p.suffix in suffixes]
    found = {f"{p.relative_to(ROOT)}: {m[0]}" for p in files for m in pattern.finditer(p.read_text("utf8"))}
    assert found == set()


def test_the_check_would_find_one(tmp_path: Path) -> None:
    forms = names()
    assert len(forms) > 100
    (tmp_path / "list.csv").write_text(f"name\n{forms[0]}\n", "utf8")
    assert re.search(rf"\b{re.escape(forms[0])}\b", (tmp_path / "list.csv").read_text("utf8"))
