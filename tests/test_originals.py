"""Documents are read again; what moved or changed is told, and quotes are held against the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.read import read
from kg.graph.terms import Quad, Term, cg, integer, literal, name
from kg.inputs import Source, sources
from kg.originals import false_quotes, originals

TEXT = "The court sat in Lima. “Nobody” was fined."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n{"text": "Two.", "id": "own"}\n', encoding="utf8")
    return [tmp_path / "a.txt", tmp_path / "b.jsonl"]


def made(files: list[Path]) -> tuple[Source, ...]:
    return sources(files, [document for path in files for document in read(path)])


def test_all_are_there(files: list[Path]) -> None:
    found = originals(made(files))
    assert found.texts == {"a": TEXT, "b-1": "One.", "own": "Two."}
    assert found.notes == []


def test_what_is_not_as_it_was_is_told(files: list[Path]) -> None:
    before = made(files)
    files[0].unlink()
    files[1].write_text('{"text": "One."}\n', encoding="utf8")
    found = originals(before)
    assert found.texts == {}
    assert found.notes == [
        f"{files[0]} is no longer there: its quotes were not compared",
        f"{files[1]} has changed since the build: its quotes were not compared",
    ]


def test_a_file_that_cannot_be_read_any_more_is_told(files: list[Path]) -> None:
    (one, two) = made(files)
    broken = files[1].with_suffix(".xyz")
    files[1].rename(broken)
    found = originals((one, Source(str(broken), two.mark, two.documents)))
    assert list(found.texts) == ["a"]
    assert "unknown extension" in found.notes[0]


def sentence(start: int, end: int, quote: str, document: str = "a") -> list[Quad]:
    node, article, whole = "<urn:s>", "<urn:article>", "<urn:document>"
    triples: list[tuple[Term, Term, Term]] = [
        (node, cg("inArticle"), article),
        (node, cg("start"), integer(start)),
        (node, cg("end"), integer(end)),
        (node, cg("quote"), literal(quote)),
        (article, cg("inDocument"), whole),
        (whole, name("dcterms:identifier"), literal(document)),
    ]
    return [(*triple, "<urn:graph>") for triple in triples]


@pytest.mark.parametrize(
    ("quads", "false"),
    [
        (sentence(0, 22, TEXT[:22]), []),
        (sentence(23, 42, TEXT[23:]), []),
        (sentence(0, 22, "The court sat in Rome."), ["urn:s"]),
        (sentence(1, 22, TEXT[:22]), ["urn:s"]),
        (sentence(0, 22, "Words of a page that is gone.", "gone"), []),
        ([quad for quad in sentence(0, 22, "") if quad[1] != cg("quote")], []),
        ([], []),
    ],
)
def test_quotes(quads: list[Quad], false: list[str]) -> None:
    assert list(false_quotes(quads, {"a": TEXT})) == false
