"""Every form names what it is, in the groups that `bodies` reads."""

from __future__ import annotations

import pytest

from kg.mentions.body_forms import FORMS


@pytest.mark.parametrize(("cls", "form"), FORMS, ids=range(len(FORMS)))
def test_a_form_has_a_body_and_one_owner_at_most(cls: str, form) -> None:
    assert cls in {"GovernmentBody", "Court", "Legislature", "PoliticalParty", "InternationalOrganization", "?",
                   "CivilSocietyOrganization"}  # fmt: skip
    assert "body" in form.groupindex
    assert set(form.groupindex) <= {"body", "owner", "in", "whose", "core"}
    assert not {"owner", "in"} <= set(form.groupindex)
