from kg.graph.authority import country_triples
from kg.graph.iris import Iris
from kg.graph.terms import cg, literal, name


def test_states_by_code() -> None:
    found = list(country_triples(["tr", "EE", "", "EE", "ZZ"], Iris("https://example.org/")))
    assert [s.rsplit("/", 1)[-1] for s, p, o in found if o == cg("Country")] == ["ee>", "tr>", "zz>"]
    assert [o for _, p, o in found if p == name("skos:prefLabel")] == [
        literal(text, "en") for text in ("Estonia", "Türkiye", "ZZ")
    ]
    assert all("wikidata.org/entity/Q" in o for _, p, o in found if p == name("skos:exactMatch"))
