"""Every form has a rule with a weight and a title to give; none backtracks for ever."""

from __future__ import annotations

from time import process_time

import pytest

from kg.mentions.norms.citation_forms import FORMS
from kg.mentions.votes import FIXED, WEIGHTS

LONG = "Every Great Act Of The Old Sea And " * 60 + "then it rained"


@pytest.mark.parametrize(("rule", "cls", "form"), FORMS, ids=range(len(FORMS)))
def test_a_form_has_a_rule_and_a_name(rule: str, cls: str, form) -> None:
    assert rule in FIXED
    assert rule in WEIGHTS
    assert cls in {"Law", "Bill", "Treaty", "Policy"}
    assert "name" in form.groupindex


@pytest.mark.parametrize("form", [form for _, _, form in FORMS], ids=range(len(FORMS)))
def test_a_form_reads_a_long_line_of_capitals_at_once(form) -> None:
    began = process_time()
    assert isinstance([m["name"] for m in form.finditer(LONG)], list)
    assert process_time() - began < 2
