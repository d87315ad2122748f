from __future__ import annotations

from pathlib import Path

from kg.documents.formats.txt import read_txt


def test_nothing_is_changed() -> None:
    text = "\ufeff A \r\n\tB\u00a0\n\n"
    assert read_txt(text.encode("utf8"), Path("a.txt"))[0].text == text
