from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.read import read
from kg.documents.remarks import is_foreign, remarks

ENGLISH = "The court in Lima fined the lawyer on Monday for a post that was read by many of the people in the town.\n"


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (ENGLISH, False),
        ("Ann Lee, lawyer", False),  # too short to tell
        (
            "El Congreso aprobó el jueves una ley que obliga a las asociaciones a registrarse ante él.",
            True,
        ),
        (
            "Суд в Лиме в понедельник оштрафовал адвоката за запись, которую прочли многие жители города и области.",
            True,
        ),
        ("", False),
    ],
)
def test_another_language_is_noticed(text: str, foreign: bool) -> None:
    assert is_foreign(text) is foreign


def test_each_remark_names_the_file_and_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf8")
    (tmp_path / "a.meta.json").write_text('{"titel": "A"}', encoding="utf8")
    (tmp_path / "a.txt.meta.json").write_text("{}", encoding="utf8")
    (tmp_path / "b.meta.json").write_text("{}", encoding="utf8")
    (tmp_path / "b.txt").write_text(
        "El tribunal multó el lunes a una abogada por un mensaje que publicó allí.\n", "utf8"
    )
    files = (tmp_path / "a.txt",)  # b was not asked for, its meta file is an orphan for nobody
    assert remarks(files, [d for name in ("a.txt", "b.txt") for d in read(tmp_path / name)]) == [
        f'{tmp_path}/a.meta.json: "titel" not used; known are title, published, url, publisher, language',
        f"{tmp_path}/a.txt.meta.json: belongs to no document; that of report.html is report.meta.json",
        f"{tmp_path}/b.txt: does not look like English, and only English is read",
    ]
