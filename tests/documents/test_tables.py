from __future__ import annotations

import pytest

from kg.documents.tables import table_lines

GLUED = ["TreatiesChadMaliNiger", "Convention on SlaveryAccessionRatificationSigned", "Protocol on MinesSignedSigned"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Year\tCases", "2021\t4"], [0, 1]),
        (["Year | Cases", "---|---", "2021 | 4"], [0, 1, 2]),
        (["Year     Cases", "2021     4", "2022     9"], [0, 1, 2]),
        (["Year\tHeld\tFreed"], [0]),
        (["A sentence stands here.", *GLUED, "Another one ends it."], [1, 2, 3]),
        (["A Heading", *GLUED], [1, 2, 3]),
        (["The post was on YouTube.", "WhatsApp was down.", "LinkedIn too."], []),
        (["One line | with a bar"], []),
        (GLUED[:2], []),
        (["Freedom of Speech", "Courts", "Prisons"], []),
        ([], []),
    ],
)
def test_table_lines(lines: list[str], rows: list[int]) -> None:
    assert sorted(table_lines(lines)) == rows
