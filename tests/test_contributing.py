"""CONTRIBUTING shows how to add a kind of event without Python. Done here in a copy of the house, word for word."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
ROOT = Path(__file__).resolve().parent.parent
PIECE = re.compile(r"```(?:turtle|yaml)\n# (\S+)\n(.*?)```", re.DOTALL)
SHORT = re.compile(r'`("(\w+)": "cg:\w+")` in `(ontology/context\.jsonld)`')
COPIED = ("kg", "ontology", "queries", "tests", "CONTRIBUTING.md")
STORY = (
    "ACCRA, 5 May 2024\n\nOn 3 May 2024 the Ministry of Finance audited the Ghana Dockers Union. "
    "It did not audit the Press Club.\n"
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house with what CONTRIBUTING says added to it."""
    copy = tmp_path_factory.mktemp("house")
    for name in COPIED:
        whole = ROOT / name
        if whole.is_dir():
            shutil.copytree(whole, copy / name, ignore=shutil.ignore_patterns("__pycache__", "corpus"))
        else:
            shutil.copy(whole, copy / name)
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf8")
    pieces = PIECE.findall(guide)
    assert len(pieces) == 4
    for place, text in pieces:
        with (copy / place).open("a", encoding="utf8") as file:
            file.write(f"\n{text}")
    ((line, name, place),) = SHORT.findall(guide)
    context = (copy / place).read_text("utf8")
    assert f'"{name}"' not in context
    (copy / place).write_text(context.replace('    "Actor":', f'    {line},\n    "Actor":', 1), "utf8")
    return copy


def run(house: Path, *args: str) -> str:
    """Run a module in the copy."""
    there = os.environ | {"PYTHONPATH": str(house)}
    done = subprocess.run(
        [sys.executable, "-m", *args], cwd=house, env=there, capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_the_new_kind_is_built_and_asked_for(house: Path) -> None:
    (house / "story.txt").write_text(STORY, "utf8")
    run(house, "kg", "build", "story.txt", "--store", "store")
    (house / "audits.rq").write_text(
        "PREFIX cg: <https://w3id.org/civicgraph/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        "SELECT ?who ?day { ?audit a cg:Audit ; cg:patient/skos:prefLabel ?who ; cg:dateEDTF ?day ; a cg:Decision }",
        "utf8",
    )
    rows = run(house, "kg", "query", "audits.rq", "--store", "store", "--format", "csv").split()[1:]
    assert " ".join(rows) == "Ghana Dockers Union,2024-05-03"
    assert "shapes" in run(house, "kg", "check", "--store", "store")


def test_its_examples_and_its_terms_are_tested_as_all_are(house: Path) -> None:
    chosen = ("-k", "Audit or audit or scheme or shared or unknown or context")
    files = ("tests/test_ontology.py", "tests/facts/test_patterns.py")
    told = run(house, "pytest", "-q", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml"), *files, *chosen)
    assert "passed" in told
