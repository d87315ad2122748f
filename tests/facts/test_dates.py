"""Which date each event of a text bears, read by the whole pipeline: right dates, and dates that would be false."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.documents.model import Article, Document, Paragraph
from kg.documents.read import read
from kg.mentions.analysis import parse
from kg.pipeline import extract

CASES = yaml.safe_load(Path(__file__).with_name("dates.yaml").read_text(encoding="utf8"))
ON = "2025-06-19"

pytestmark = pytest.mark.model


def document(number: int, text: str, on: str, title: str = "") -> Document:
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append(Paragraph(at, at + len(block)))
        at += len(block) + 2
    work = f"w{number}"
    article = Article(f"{work}#1", 1, title, "", 0, len(text), tuple(blocks), on, work=work)
    return Document(work, "", f"{work}.txt", text, (article,))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The kinds and dates of the events of each case, by its text; every text is a corpus of its own."""
    documents = [document(n, case["text"], case.get("on", ON), case.get("title", "")) for n, case in enumerate(CASES)]
    folder = tmp_path_factory.mktemp("pages")
    for n in (n for n, case in enumerate(CASES) if case.get("page")):
        (folder / f"w{n}.txt").write_text(documents[n].text, encoding="utf8")
        documents[n] = read(folder / f"w{n}.txt")[0]
    parses = list(parse(documents))
    result: dict[str, set[str]] = {}
    for one, parsed in zip(documents, parses, strict=True):
        events = [e for e in extract([one], [parsed]).events if e.polarity]
        result[one.text] = {f"{e.kind}={e.date.edtf.translate({126: None}) if e.date else '-'}" for e in events}
    return result


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_each_event_bears_its_own_date(case: dict[str, object], found: dict[str, set[str]]) -> None:
    here = found[str(case["text"])]
    wanted, false = set(case.get("is", ())), set(case.get("not", ()))  # type: ignore[call-overload]
    assert wanted <= here, here
    assert not false & here, here
