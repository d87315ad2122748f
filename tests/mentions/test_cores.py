"""The words that a form cannot do without: read from the form, looked for in the sentence."""

from __future__ import annotations

import re

import pytest

from kg.mentions.body_forms import FORMS as BODIES
from kg.mentions.cores import core, holds
from kg.mentions.norms.citation_forms import FORMS as CITATIONS


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (r"[Aa] (?P<core>courts?|tribunal[ -])s", ("court", "tribunal")),
        (r"[Pp](?P<core>olice)\b", ("olice",)),
        (r"(?P<core>U\.N\.|border guards?)", ("U", "border guard")),
        (r"(?:a|b)", ()),
    ],
)
def test_core_is_the_plain_beginning_of_each_choice(form: str, words: tuple[str, ...]) -> None:
    assert core(form) == words


def test_a_core_without_a_plain_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="plain letter"):
        core(r"(?P<core>court|[Tt]ribunal)")


def test_a_form_without_a_core_is_tried_everywhere() -> None:
    assert holds("She left.", ())
    assert holds("A court sat.", ("court",))
    assert not holds("She left.", ("court",))


def test_every_core_stands_in_what_its_form_finds() -> None:
    forms = [form for _, form in BODIES] + [form for _, _, form in CITATIONS]
    sentences = [
        "A Kumasi court and the Kisumu police asked the interior ministry of Peru under Article 3 of the Roads Act.",
        "Lima’s city hall and the mayor’s office cited the Bill on Water, the Ports Strategy 2030 and Decree 14.",
    ]
    found = [(form, m) for form in forms for text in sentences for m in re.finditer(form, text)]
    assert len(found) > 10
    assert all(holds(m[0], core(form.pattern)) for form, m in found)
