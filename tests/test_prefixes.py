"""The one list of prefixes."""

from __future__ import annotations

from kg.prefixes import known_prefixes, parse_prefixes


def test_the_list_is_complete_and_unambiguous() -> None:
    known = known_prefixes()
    wanted = "cg rdf rdfs xsd skos dcterms prov foaf org schema sem eli oa geo void dcat edtf cgid"
    assert set(wanted.split()) <= known.keys()
    assert len(set(known.values())) == len(known)
    assert all(space[-1] in "#/" for space in known.values())
    assert known["cg"] == "https://w3id.org/civicgraph/ontology#"


def test_order_is_kept_and_comments_are_not_read() -> None:
    entries = '[ sh:prefix "b" ; sh:namespace "y:#" ], [ sh:prefix "a" ; sh:namespace "x:#" ]'
    turtle = f'# sh:prefix "no"\n<x:> sh:declare {entries} .'
    assert list(parse_prefixes(turtle).items()) == [("b", "y:#"), ("a", "x:#")]
