from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.meta import edtf, meta_path, read_meta, unknown_keys
from kg.errors import SourceError


def beside(folder: Path, content: str) -> Path:
    path = folder / "report.final.pdf"
    meta_path(path).write_text(content, encoding="utf8")
    return path


def test_fields_are_read(tmp_path: Path) -> None:
    path = beside(tmp_path, '{"title": " A Dry Year ", "published": "2024-05-01T10:00:00Z", "url": null}')
    assert meta_path(path).name == "report.final.meta.json"
    assert read_meta(path) == {"title": "A Dry Year", "published": "2024-05-01"}


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_meta(tmp_path / "report.pdf") == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"title": 3}', '"title" is not a string'),
        ('{"published": "May 2024"}', "\"published\" is not a date: 'May 2024'"),
        ("\0", "binary"),
    ],
)
def test_faults_name_the_meta_file(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_meta(beside(tmp_path, content))
    assert "report.final.meta.json" in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024", "2024"), ("2024-05", "2024-05"), ("2024-05-01 10:00", "2024-05-01"), (" ", "")],
)
def test_edtf(value: str, expected: str) -> None:
    assert edtf(value, "x") == expected


def test_unknown_keys_are_named_and_the_known_ones_used(tmp_path: Path) -> None:
    path = beside(tmp_path, '{"titel": "A", "title": "B", "autor": 3}')
    assert read_meta(path) == {"title": "B"}
    told = unknown_keys(path)
    assert "report.final.meta.json" in told
    assert '"autor", "titel" not used; known are title, published, url, publisher, language' in told
    assert unknown_keys(tmp_path / "report.pdf") == ""


@pytest.mark.parametrize("content", ['{"title": "A"}', "{", "[]"])
def test_nothing_is_said_of_known_keys_and_of_what_the_reader_refuses(tmp_path: Path, content: str) -> None:
    assert unknown_keys(beside(tmp_path, content)) == ""
