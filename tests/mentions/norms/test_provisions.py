"""Articles and sections, singly and in lists, with the law that the sentence names."""

from __future__ import annotations

import pytest

from kg.mentions.norms import provisions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under Article 14 of the Press Act", [("Article 14", "Article 14", "Press Act")]),
        ("under article 90-2 (theft) of the Criminal Code", [("article 90-2", "Article 90-2", "Criminal Code")]),
        (
            "Articles 3, 7 and 12 of the Law on Seed Banks",
            [
                ("Articles 3", "Article 3", "Law on Seed Banks"),
                ("7", "Article 7", "Law on Seed Banks"),
                ("12", "Article 12", "Law on Seed Banks"),
            ],
        ),
        ("Section 8(b) is worse", [("Section 8(b)", "Section 8(b)", None)]),
        ("Clause 9 of the Ferries Bill", [("Clause 9", "Clause 9", "Ferries Bill")]),
        ("Section 302 of the QPC", [("QPC", "QPC", None), ("Section 302", "Section 302", "QPC")]),
        ("Section 3 of Chapter 9 of the Docks Act", [("Section 3", "Section 3", "Docks Act")]),
        ("Rule 7 is strange", []),
        ("paragraph 7 of the letter", []),
        ("Article 5 percent", []),
        ("an article about 12 people", []),
    ],
)
def test_provisions(blank, text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [(m.text, m.name, m.facts.get("part_of")) for m in provisions.find(blank(text))] == found
