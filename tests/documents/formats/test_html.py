from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.read import read
from kg.errors import SourceError

PAGE = """<!DOCTYPE html><html lang="es-PE"><head><title>Court frees two miners | Lake Herald</title>
<meta property="og:site_name" content="Lake Herald">
<meta property="article:published_time" content="2022-05-03T10:00:00Z">
<script>var x = "not text";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Court frees two miners</h1>
<p>A court in Lima on Tuesday freed two miners, <a href="/u">the union</a> said. The judge <b>ruled</b> that they had
been held without a charge for ninety days, and that the police must return what they had taken.</p>
<h2>Why they were held</h2>
<p>The miners had stopped a train in March, after the company closed the only road to their village.</p>
<ul><li>3 March: the train was stopped.</li><li>5 March: the miners were charged.</li></ul>
<table><tr><th>Year</th><th>Held</th></tr><tr><td>2021</td><td>4</td></tr></table>
<p>The ministry did not answer a letter that this newspaper had sent to it.</p></article>
<footer>Copyright 2022</footer></body></html>"""


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "mine.html"
    path.write_text(PAGE, encoding="utf8")
    (document,) = read(path)
    assert (document.title, document.published) == ("Court frees two miners", "2022-05-03")
    assert (document.publisher, document.language) == ("Lake Herald", "es")
    (article,) = document.articles
    found = [(p.kind, p.heading, document.text[p.start : p.end]) for p in article.paragraphs]
    assert [(kind, heading) for kind, heading, _ in found] == [
        ("text", ""),
        ("text", "Why they were held"),
        ("item", "Why they were held"),
        ("item", "Why they were held"),
        ("row", "Why they were held"),
        ("row", "Why they were held"),
        ("text", "Why they were held"),
    ]
    assert found[0][2].startswith("A court in Lima on Tuesday freed two miners, the union said. The judge ruled")
    assert found[2][2] == "3 March: the train was stopped."
    assert found[5][2] == "2021\t4"


@pytest.mark.parametrize(
    ("data", "message"), [(b"\x89PNG\0\0\0", "binary file"), (b"<html><body></body></html>", "no article text")]
)
def test_faults(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message):
        read(path)
