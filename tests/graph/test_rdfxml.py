import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph.rdfxml import clean, rdfxml
from kg.graph.terms import literal


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_well_formed_and_comes_back(text: str) -> None:
    body = "".join(rdfxml([("<urn:s>", "<https://example.org/p>", literal(text))]))
    (found,) = ox.parse(body.encode(), ox.RdfFormat.RDF_XML)
    assert found.object.value == clean(text)


def test_other_namespaces_and_blank_nodes() -> None:
    triples = [("_:b", "<https://example.org/a/p>", "_:c"), ("_:b", "<https://example.org/a#q>", literal("x", "en"))]
    assert len(rdflib.Graph().parse(data="".join(rdfxml(triples)), format="xml")) == 2


def test_a_property_without_a_name() -> None:
    with pytest.raises(UsageError, match=r"https://example.org/1"):
        list(rdfxml([("<urn:s>", "<https://example.org/1>", "<urn:o>")]))
