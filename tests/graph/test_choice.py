"""One event told by two articles: one node, all its claims, and one date, place and number in the world."""

from __future__ import annotations

from dataclasses import replace

from kg.dates import parse_edtf
from kg.facts.across.identity import identify
from kg.facts.model import Event, Sanction
from kg.graph.choice import SINGLE
from kg.graph.quads import Knowledge, build_quads
from kg.graph.terms import Triple, cg, name, read_lines, text_of

from .conftest import Page, entities, page

FINED = "A Tartu court fined Maarja Tamm 200 euros"


def two_pages() -> tuple[Page, Page]:
    return page("first", "w1"), page("second", "w2")


def told(here: Page, **changes: object) -> Event:
    fine = Event(
        f"e-{here.document.id}", "Conviction", here.says("fine"), "conviction.fined",
        patient=("Person:maarja tamm",), date=parse_edtf("2021-05-03"), sanctions=(Sanction("fine"),),
    )  # fmt: skip
    return replace(fine, **changes)  # type: ignore[arg-type]


def built(*events: Event) -> dict[str, set[Triple]]:
    first, second = two_pages()
    documents = [first.document, second.document]
    both = [replace(e, names={k: [*v, *f.names[k]] for k, v in e.names.items()})
            for e, f in zip(entities(first), entities(second), strict=True)]  # fmt: skip
    graph = build_quads(Knowledge(documents, both, [], events, {}, identify(events, documents)))
    found: dict[str, set[Triple]] = {}
    for s, p, o, g in read_lines(graph.nquads.decode().splitlines(), "built"):
        found.setdefault(text_of(g).rsplit("/", 1)[-1], set()).add((s, p, o))
    return found


def values(triples: set[Triple], predicate: str) -> set[str]:
    return {text_of(o) for _, p, o in triples if p == name(predicate)}


def test_one_node_with_the_claims_of_both() -> None:
    first, second = two_pages()
    graphs = built(told(first), told(second, date=parse_edtf("2021-05"), charge="noise"))
    events = {s for s, p, o in graphs["world"] if (p, o) == (name("rdf:type"), cg("Conviction"))}
    assert len(events) == 1
    claims = {s for s, p, o in graphs["claims"] if p == name("rdf:subject") and o in events}
    kinds = {s for s, p, o in graphs["claims"] if (p, o) == (name("rdf:predicate"), cg("kind"))}
    assert len(claims & kinds) == 2
    assert values(graphs["world"], "cg:dateEDTF") == {"2021-05-03"}
    assert values(graphs["world"], "cg:charge") == {"noise"}
    said = {s for s, p, o in graphs["claims"] if (p, o) == (name("rdf:predicate"), cg("dateEDTF"))}
    assert len(said) == 2


def test_a_bare_fine_is_the_one_with_a_sum() -> None:
    first, second = two_pages()
    graphs = built(told(first), told(second, sanctions=(Sanction("fine", amount=200.0, currency="EUR"),)))
    sanctions = {s for s, p, o in graphs["world"] if (p, o) == (name("rdf:type"), cg("Sanction"))}
    assert len(sanctions) == 1
    assert values(graphs["world"], "cg:amountWithheld") == set()


def test_what_one_asserts_and_the_other_only_hears_is_asserted() -> None:
    first, second = two_pages()
    graphs = built(told(first), told(second, source="Person:jaan kask"))
    assert len({s for s, p, o in graphs["world"] if (p, o) == (name("rdf:type"), cg("Conviction"))}) == 1
    assert not [1 for s, p, o in graphs["claims"] if (p, o) == (name("rdf:type"), cg("ReportedEvent"))]


def test_no_event_of_the_world_has_two_of_what_there_is_one_of() -> None:
    first, second = two_pages()
    graphs = built(told(first, count=2, place="Place:tartu"), told(second, count=3, date=parse_edtf("2021")))
    pairs = [(s, p) for s, p, _ in graphs["world"] if p in SINGLE]
    assert len(pairs) == len(set(pairs))
    assert values(graphs["world"], "cg:count") == {"2"}


def test_of_two_sums_the_world_has_the_first_and_the_claims_both() -> None:
    first, second = two_pages()
    euros = [(Sanction("fine", amount=n, currency="EUR"),) for n in (200.0, 300.0)]
    graphs = built(told(first, sanctions=euros[0]), told(second, sanctions=euros[1]))
    assert values(graphs["world"], "cg:amount") == {"200"}
    assert len([1 for _, p, _ in graphs["world"] if p == cg("sanctionType")]) == 1
    said = {s for s, p, o in graphs["claims"] if (p, o) == (name("rdf:predicate"), cg("amount"))}
    assert len(said) == 2
