from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.ontology import ontology_triples
from kg.graph.terms import line, read_lines

TURTLE = """@prefix ex: <https://example.org/> .
ex:A ex:p [ ex:q "1"^^ex:unit ] , [ ex:q 2 ] ; ex:r "x"@en , "y" ."""


def test_blank_nodes_are_named_after_what_they_hold(tmp_path: Path) -> None:
    one, two = tmp_path / "one.ttl", tmp_path / "two.ttl"
    one.write_text(TURTLE)
    two.write_text(TURTLE.replace(' ex:p [ ex:q "1"^^ex:unit ] ,', ' ex:p [ ex:q "1"^^ex:unit ] , ').strip() + "\n")
    assert list(ontology_triples([one])) == list(ontology_triples([two]))
    assert len(list(ontology_triples([one]))) == 6


def test_terms_fit_into_quads(tmp_path: Path) -> None:
    path = tmp_path / "one.ttl"
    path.write_text(TURTLE)
    quads = [(*triple, "<urn:g>") for triple in ontology_triples([path])]
    assert list(read_lines(map(line, quads), "x")) == quads


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("ex:A ex:p .")
    with pytest.raises(StoreError, match=r"broken\.ttl: cannot be read as Turtle"):
        list(ontology_triples([path]))
