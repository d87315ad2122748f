from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.formats.jsonl import read_jsonl
from kg.errors import SourceError

HERE = Path("wire.jsonl")


def test_a_document_per_line() -> None:
    first = b'\xef\xbb\xbf{"text": "A court sat.", "id": 7, "title": "Court", "other": []}'
    data = first + b'\r\n\n{"text": "It rose.", "published": "2022-05"}\n'
    one, other = read_jsonl(data, HERE)
    assert (one.id, one.title, one.text) == ("7", "Court", "A court sat.")
    assert (other.id, other.published) == ("wire-2", "2022-05")
    assert one.raw != other.raw


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not JSON"),
        ("[]", 'line 2: no "text"'),
        ('{"text": " "}', 'line 2: no "text"'),
        ('{"text": 3}', 'line 2: no "text"'),
        ('{"text": "a", "title": []}', 'line 2: "title" is not a string'),
        ('{"text": "a", "published": "soon"}', 'line 2: "published" is not a date'),
    ],
)
def test_faults_name_the_line(line: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_jsonl(f'{{"text": "a"}}\n{line}\n'.encode(), HERE)
    assert message in str(caught.value)
