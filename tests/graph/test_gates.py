"""Each gate, broken by one quad of a graph that is otherwise whole."""

from collections.abc import Callable

import pytest

from kg.errors import GateError
from kg.graph.gates import check_gates
from kg.graph.quads import Knowledge, build_quads
from kg.graph.terms import Quad, cg, literal, name, read_lines

Breaker = Callable[[list[Quad]], list[Quad]]


@pytest.fixture
def quads(knowledge: Knowledge) -> list[Quad]:
    return list(read_lines(build_quads(knowledge).nquads.decode().splitlines(), "built"))


@pytest.fixture
def texts(knowledge: Knowledge) -> dict[str, str]:
    return {d.id: d.text for d in knowledge.documents}


def without(predicate: str, where: str = "") -> Breaker:
    """Take away the first triple with the property (and of the subjects that say `where`)."""

    def take(quads: list[Quad]) -> list[Quad]:
        among = {quad[0] for quad in quads if where in quad[2]}
        gone = next(quad for quad in quads if quad[1] == name(predicate) and quad[0] in among)
        return [quad for quad in quads if quad != gone]

    return take


def changed(predicate: str, value: str, old: str = "") -> Breaker:
    """Give the property another value wherever it has `old`."""

    def change(quads: list[Quad]) -> list[Quad]:
        return [(s, p, value if p == name(predicate) and old in o else o, g) for s, p, o, g in quads]

    return change


def added(subject: str, predicate: str, value: str) -> Breaker:
    def add(quads: list[Quad]) -> list[Quad]:
        return [*quads, (subject, name(predicate), value, "<https://w3id.org/civicgraph/graph/world>")]

    return add


def late(quads: list[Quad]) -> list[Quad]:
    early, never = (literal(day, datatype="xsd:date") for day in ("2021-05-03", "2031-01-01"))
    claims = {s for s, p, o, _ in quads if p == name("rdf:predicate") and o == cg("earliest")}
    return [
        (s, p, never if o == early and (p == cg("earliest") or (s in claims and p == name("rdf:object"))) else o, g)
        for s, p, o, g in quads
    ]


def test_a_whole_graph_passes(quads: list[Quad], texts: dict[str, str]) -> None:
    assert check_gates(quads, texts, {"Kati"}) == check_gates(quads) > 50


@pytest.mark.parametrize(
    ("broken", "promise"),
    [
        (without("cg:evidence"), "each claim has a sentence"),
        (without("cg:inArticle"), "each claim has a sentence"),
        (changed("cg:quote", literal("They never said that."), "fined Saar"), "each quote is verbatim"),
        (changed("cg:end", literal("99999", datatype="xsd:integer")), "each quote is verbatim"),
        (added("<urn:x>", "cg:agent", "<urn:y>"), "each world triple has a positive asserted claim"),
        (changed("cg:polarity", literal("false", datatype="xsd:boolean")), "each world triple"),
        (changed("cg:mode", cg("Alleged"), "Asserted"), "each world triple"),
        (late, "earliest is not after latest"),
        (changed("rdf:predicate", cg("note"), "amountWithheld"), "a fine has an amount or says so|each world triple"),
        (without("cg:attributedTo"), "what is attributed has a source"),
    ],
)
def test_one_fault_is_found(quads: list[Quad], texts: dict[str, str], broken: Breaker, promise: str) -> None:
    with pytest.raises(GateError, match=promise) as caught:
        check_gates(broken(quads), texts)
    assert "\n" not in str(caught.value)


def test_a_fine_must_say_what_it_says(quads: list[Quad]) -> None:
    silent = [q for q in quads if q[1] != cg("amountWithheld")]
    claims = {s for s, p, o, _ in silent if p == name("rdf:predicate") and o == cg("amountWithheld")}
    with pytest.raises(GateError, match="a fine has an amount"):
        check_gates([q for q in silent if q[0] not in claims])


def test_a_thing_without_a_mention(quads: list[Quad]) -> None:
    typed = {s for s, p, o, _ in quads if p == name("rdf:predicate") and o == name("rdf:type")}
    person = {s for s, p, o, _ in quads if s in typed and p == name("rdf:object") and o == cg("Person")}
    bare = [q for q in quads if q[0] not in person and (q[1], q[2]) != (name("rdf:type"), cg("Person"))]
    with pytest.raises(GateError, match=r"each entity has a mention: \S+ and 2 more"):
        check_gates(bare)


def test_a_protected_name(quads: list[Quad]) -> None:
    with pytest.raises(GateError, match="no protected person is named"):
        check_gates(quads, None, {"maarja tamm"})
