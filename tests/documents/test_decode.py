from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.decode import decode
from kg.errors import SourceError

HERE = Path("a.txt")


@given(st.text().filter(lambda text: not any(ord(c) < 32 for c in text)))
def test_text_comes_back_as_stored(text: str) -> None:
    assert decode(text.encode("utf8"), HERE) == text


def test_line_ends_and_the_mark_of_utf8_stay() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\r", HERE) == "\ufeffone\r\ntwo\r"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_needs_its_mark(encoding: str) -> None:
    data = "Șosea și lege".encode(encoding)
    mark = b"\xff\xfe" if encoding.endswith("le") else b"\xfe\xff"
    assert decode(mark + data, HERE) == "Șosea și lege"
    with pytest.raises(SourceError, match="binary"):
        decode(data, HERE)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 closed", "a.txt: not UTF-8 (byte 0xe9 at offset 3); save it as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.txt: is a binary file"),
        (b"\x01\x02\x03abc", "a.txt: is a binary file"),
        (b"text and then \0", "a.txt: is a binary file"),
    ],
)
def test_faults_are_one_line_with_the_remedy(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, HERE)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
