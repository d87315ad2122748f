"""The quads of one thing are found in a sorted file wherever they stand in it."""

from __future__ import annotations

from pathlib import Path

from kg.store.lookup import quads_of


def test_each_thing_is_found_and_nothing_else(tmp_path: Path) -> None:
    things = [f"<x:{number:04}{'é' * (number % 7)}>" for number in range(200)]
    lines = sorted(
        f'{thing} <x:p{at}> "{"long " * (at * 9)}" <x:g> .\n'
        for number, thing in enumerate(things)
        for at in range(number % 4)
    )
    file = tmp_path / "graph.nq"
    file.write_text("".join(lines), "utf8")
    for number, thing in enumerate(things):
        assert [(s, p) for s, p, _, _ in quads_of(file, thing)] == [(thing, f"<x:p{at}>") for at in range(number % 4)]
    assert list(quads_of(file, "<x:>")) == list(quads_of(file, "<z:>")) == []


def test_an_empty_file_has_none(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(b"")
    assert list(quads_of(tmp_path / "graph.nq", "<x:a>")) == []
