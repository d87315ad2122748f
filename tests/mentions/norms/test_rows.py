"""First cells of treaty tables, with cells apart or glued."""

from __future__ import annotations

import pytest

from kg.mentions.norms.rows import first_cell


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Protocol on Water and HealthSignedRatification", "row", "Protocol on Water and Health"),
        ("Charter of Local Languages | Signed | Ratified", "row", "Charter of Local Languages"),
        ("Charter of Local Languages\tSigned", "row", "Charter of Local Languages"),
        ("Total numberAccession", "row", ""),
        ("Protocol on Water and HealthSigned", "text", ""),
    ],
)
def test_the_first_cell_of_a_row(blank, text: str, kind: str, name: str) -> None:
    found = first_cell(blank(text, kind=kind))
    assert (found.text if found else "") == name
