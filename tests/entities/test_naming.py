"""What an entity is called."""

from __future__ import annotations

import pytest

from kg.entities.handles import Handle
from kg.entities.naming import best_name
from kg.entities.seen import Seen


@pytest.mark.parametrize(
    ("cls", "forms", "name"),
    [
        ("Person", [("Mensah", "lexicon"), ("Ama Mensah", "given-name")], "Ama Mensah"),
        (
            "GovernmentBody",
            [("Ministry of Water", "head"), ("Ministry of Water and Forests", "head")],
            "Ministry of Water and Forests",
        ),
        (
            "Bill",
            [("bill charging whoever sings in a street", "described-norm"), ("Street Noise Bill", "titled-bill")],
            "Street Noise Bill",
        ),
        ("InternationalOrganization", [("Office of the World", "head"), ("OW", "gazetteer")], "OW"),
        ("Person", [("Zorka Djeric", "given-name"), ("Zorka Đerić", "given-name")], "Zorka Đerić"),
        ("Person", [("Zorka Đ", "given-name"), ("Zorka Ana Djeric", "given-name")], "Zorka Ana Djeric"),
        ("CivilSocietyOrganization", [("Zhena Initsiativa", "head"), ("Žena Iniciativa", "head")], "Žena Iniciativa"),
    ],
)
def test_the_best_name(seen_of, cls: str, forms: list[tuple[str, str]], name: str) -> None:
    seen = [Seen("doc", *seen_of(form, form, cls, rule), Handle(cls, form, form)) for form, rule in forms]
    assert best_name(seen) == best_name(seen[::-1]) == name
