"""Names that quotes, exclamation marks or small words bound, typed by the noun beside them."""

from __future__ import annotations

import pytest

from kg.mentions import quoted


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("registration to “Rise, Albania,” an opposition group, again", "Rise, Albania", "PoliticalParty"),
        ("the outlet “Night Ferry” wrote", "Night Ferry", "MediaOutlet"),
        ("“Bread and Roses” union members", "Bread and Roses", "CivilSocietyOrganization"),
        ("from the Hola, Vecinos! youth movement", "Hola, Vecinos!", "CivilSocietyOrganization"),
        ("the fishers’ union Mend the Nets", "Mend the Nets", "CivilSocietyOrganization"),
        ("the institute Memoria de Todos", "Memoria de Todos", "CivilSocietyOrganization"),
        ("They shouted “Down with fees” at the union", "", ""),
        ("he called it “a tragedy” and left", "", ""),
        ("the group Amal and Noor", "", ""),
        ("the union in Lagos and Accra", "", ""),
    ],
)
def test_quoted_names(blank, text: str, name: str, cls: str) -> None:
    found = [(m.text, m.cls) for m in quoted.find(blank(text))]
    assert found == ([(name, cls)] if name else [])
