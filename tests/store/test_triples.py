from __future__ import annotations

from kg.store.rows import Term
from kg.store.triples import triples

TEXT = b"""<x:a> <x:p> <x:b> .
_:n <x:p> "caf\\u00E9"@fr .
<x:a> <x:p> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .
"""


def test_terms_of_all_kinds() -> None:
    first, second, third = triples(TEXT)
    assert first == (Term("iri", "x:a"), Term("iri", "x:p"), Term("iri", "x:b"))
    assert (second[0].kind, second[2].value, second[2].language) == ("blank", "café", "fr")
    assert third[2] == Term("literal", "5", "http://www.w3.org/2001/XMLSchema#integer")
