"""The figures are those of the reference scorer, and each way to be right or wrong counts once."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.scoring.figures import Score
from kg.scoring.score import score

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "corpus" / "sample-gold"
SHARED = ROOT.parent / "shared"
Record = dict[str, Any]

TEXT = "A Tartu court fined Maarja Tamm. Tamm leads Vaba Linn."
FINED = {"start": 0, "end": 32, "quote": TEXT[:32]}
LEADS = {"start": 33, "end": 54, "quote": TEXT[33:]}


def entity(cls: str, name: str, *aliases: str) -> Record:
    return {"kind": "entity", "class": cls, "name": name, "aliases": list(aliases), "evidence": [FINED]}


def relation(subject: str, predicate: str, value: str, **more: object) -> Record:
    evidence = [LEADS]
    told = {"subject": subject, "predicate": predicate, "object": value}
    return {"kind": "relation", **told, "evidence": evidence, **more}


def event(cls: str, **more: object) -> Record:
    return {"kind": "event", "class": cls, "evidence": [FINED], **more}


PEOPLE = [
    entity("Person", "Maarja Tamm", "Tamm"),
    entity("Court", "Tartu court"),
    entity("CivilSocietyOrganization", "Vaba Linn"),
]


def compared(gold: list[Record], found: list[Record]) -> Score:
    return score({"page": gold}, {"page": found}, {"page": TEXT})


def figure(result: Score, name: str) -> tuple[int, int, int]:
    one = result.figures[name]
    return one.right, one.wrong, one.missed


@pytest.mark.parametrize(
    ("found", "name", "expected"),
    [
        (PEOPLE, "entities, exact class", (3, 0, 0)),
        (PEOPLE[:2], "entities", (2, 0, 1)),
        ([entity("Person", "TAMM")], "entity Actor", (1, 0, 2)),
        ([entity("Person", "Maarja Tam")], "entities", (1, 0, 2)),
        ([entity("Person", "Jaan Kask")], "entities", (0, 1, 3)),
        ([entity("Company", "Vaba Linn")], "entities, exact class", (0, 1, 3)),
        ([entity("Company", "Vaba Linn")], "entities", (1, 0, 2)),
        ([entity("Company", "Vaba Linn")], "class Company", (0, 1, 0)),
        ([entity("Company", "Vaba Linn")], "class CivilSocietyOrganization", (0, 0, 1)),
        ([entity("Place", "Vaba Linn")], "entities", (0, 1, 3)),
        ([entity("Nonsense", "Vaba Linn")], "entity ?", (0, 1, 0)),
        ([*PEOPLE, PEOPLE[0]], "entities", (3, 1, 0)),
        ([], "entities", (0, 0, 3)),
    ],
)
def test_entities(found: list[Record], name: str, expected: tuple[int, int, int]) -> None:
    assert figure(compared(PEOPLE, found), name) == expected


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (relation("Maarja Tamm", "memberOf", "Vaba Linn"), relation("Tamm", "memberOf", "vaba linn"), True),
        (relation("Maarja Tamm", "memberOf", "Vaba Linn"), relation("Tamm", "supports", "Vaba Linn"), False),
        (relation("Maarja Tamm", "memberOf", "Vaba Linn"), relation("Tamm", "memberOf", "Tartu court"), False),
        (relation("Maarja Tamm", "memberOf", "Vaba Linn"), relation("Kask", "memberOf", "Vaba Linn"), False),
        (relation("Maarja Tamm", "position", "", title="poet"), relation("Tamm", "position", "", title="Poet"), True),
        (relation("Maarja Tamm", "position", "", title="poet"), relation("Tamm", "position", "", title="baker"), False),
        (relation("Maarja Tamm", "position", "Vaba Linn", title="a"), relation("Tamm", "position", "Vaba Linn"), True),
        (relation("Maarja Tamm", "concerns", "open the big square"), relation("Tamm", "concerns", "the square"), False),
        (relation("Maarja Tamm", "concerns", "the open square"), relation("Tamm", "concerns", "a closed road"), False),
        (relation("Maarja Tamm", "concerns", "open the square"), relation("Tamm", "concerns", "the square"), True),
    ],
)
def test_relations(gold: Record, found: Record, right: bool) -> None:
    result = compared([*PEOPLE, gold], [*PEOPLE, found])
    assert figure(result, "relations") == (right, not right, not right)
    assert [one[2] for one in result.verdicts] == [right]


CONVICTION = event("Conviction", agent=["Tartu court"], patient=["Maarja Tamm"], date="2021-05", place="Tartu")


@pytest.mark.parametrize(
    ("found", "name", "expected"),
    [
        (event("Conviction", agent="Tartu court", patient="Tamm"), "events", (1, 0, 0)),
        (event("Conviction", agent="Tartu court", patient="Tamm"), "event arguments", (2, 0, 1)),
        (event("Conviction", patient=["Vaba Linn"]), "event arguments", (0, 1, 3)),
        (event("Charge"), "events", (0, 1, 1)),
        (event("Charge"), "events, family", (1, 0, 0)),
        (event("Charge"), "kind Charge", (0, 1, 0)),
        (event("Rally"), "events, family", (0, 1, 1)),
        (event("Rally", agent=["Tamm", "Vaba Linn"]), "event arguments, all events", (0, 2, 2)),
        (event("Conviction", date="2021-05-03"), "event dates", (1, 0, 0)),
        (event("Conviction", date="2021-05~"), "event dates", (1, 0, 0)),
        (event("Conviction", date="2021"), "event dates", (0, 1, 1)),
        (event("Conviction"), "event dates", (0, 0, 1)),
        (event("Conviction", evidence=[LEADS]), "events", (0, 1, 1)),
        (event("Conviction", evidence=[LEADS], patient=["Tamm"], date="2021-05-03"), "events", (1, 0, 0)),
        (event("Conviction", sanction={"type": "fine", "amount": 200}), "sanctions", (0, 1, 0)),
        (event("Conviction", evidence=[FINED, {**LEADS, "quote": "No."}]), "evidence is verbatim", (4, 1, 0)),
        (event("Conviction", evidence=[]), "evidence is verbatim", (3, 1, 0)),
    ],
)
def test_events(found: Record, name: str, expected: tuple[int, int, int]) -> None:
    assert figure(compared([*PEOPLE, CONVICTION], [*PEOPLE, found]), name) == expected


def test_a_document_without_records_is_missed_whole() -> None:
    result = score({"page": [*PEOPLE, CONVICTION]}, {"another": PEOPLE})
    assert figure(result, "all facts") == (0, 0, 3 + 1 + 2)
    assert [(one.fault, one.about) for one in result.misses][-1] == ("missed event", "Conviction")


def records(folder: Path) -> dict[str, list[Record]]:
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
        for path in sorted(folder.glob("*.jsonl"))
    }


def perturbed(gold: dict[str, list[Record]], seed: int) -> dict[str, list[Record]]:
    """Records with every kind of fault: lost, doubled, of another class, misspelt, misdated, misplaced, incomplete."""
    chance = random.Random(seed)
    found: dict[str, list[Record]] = {}
    for document, whole in gold.items():
        if chance.random() < 0.1:
            continue
        kept = [one for one in whole if chance.random() < 0.85]
        classes = [one["class"] for one in kept if "class" in one]
        found[document] = [change({**one}, classes, chance) for one in [*kept, *chance.sample(kept, len(kept) // 10)]]
    return found


def change(record: Record, classes: list[str], chance: random.Random) -> Record:
    """One record, with some chance of each fault."""
    for field in list(record):
        if field not in {"kind", "evidence", "name", "id"} and chance.random() < 0.07:
            del record[field]
    if "class" in record and chance.random() < 0.2:
        record["class"] = chance.choice([*classes, "Nonsense"])
    for field in ("name", "subject", "object", "place", "title", "date"):
        if field in record and chance.random() < 0.2:
            record[field] = record[field][: chance.randint(3, 12)]
    for role in ("agent", "patient"):
        if record.get(role) and chance.random() < 0.3:
            record[role] = chance.choice([record[role][0], [*record[role], "Nobody Known"], []])
    if chance.random() < 0.1:
        record["evidence"] = [{**e, "start": e["start"] + 200, "end": e["end"] + 200} for e in record["evidence"]]
    return record


@pytest.mark.parametrize("source", ["sample", "seeds"])
@pytest.mark.parametrize("seed", range(3))
def test_every_figure_is_the_reference_scorers(seeds: Path, tmp_path: Path, source: str, seed: int) -> None:
    folder, documents = (GOLD, None) if source == "sample" else (SHARED / "gold", seeds)
    gold = records(folder)
    found = perturbed(gold, seed) if seed else gold
    for document, listed in found.items():
        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in listed)
        (tmp_path / f"{document}.jsonl").write_text(text, encoding="utf8")
    options = ["--docs", str(documents)] if documents else []
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(folder), str(tmp_path), "--json", *options]
    reference = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    texts = {d: (documents / f"{d}.txt").read_bytes().decode("utf8") for d in gold} if documents else None
    ours = score(gold, found, texts).figures
    own = {name: one for name, one in ours.items() if name.split()[0] not in {"class", "predicate", "kind"}}
    assert {name: (one.right, one.wrong, one.missed) for name, one in own.items()} == {
        name: (one["tp"], one["fp"], one["fn"]) for name, one in reference.items()
    }
    for name, one in reference.items():
        measured = [round(value, 4) for value in (ours[name].precision, ours[name].recall, ours[name].f1)]
        assert measured == [one["precision"], one["recall"], one["f1"]], name
