import pytest

from kg.facts.model import Event
from kg.graph.events import duration
from kg.graph.quads import Knowledge, build_quads
from kg.graph.terms import cg, name, read_lines, text_of, words


@pytest.mark.parametrize(
    ("text", "value", "datatype"),
    [
        ("P10D", "P10D", True),
        ("P2W", "P14D", True),
        ("P1Y6M", "P1Y6M", True),
        ("PT40H", "PT40H", True),
        ("P", "P", False),
        ("P1DT", "P1DT", False),
        ("ten days", "ten days", False),
    ],
)
def test_durations(text: str, value: str, datatype: bool) -> None:
    assert text_of(duration(text)) == value
    assert duration(text).endswith("XMLSchema#duration>") is datatype


def test_a_petition_in_an_event_is_its_petition(here, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    launch = Event("e", "PetitionLaunch", here.says("petition"), "launch", patient=("Petition:open the square",))
    built = build_quads(Knowledge(knowledge.documents, knowledge.entities, [], [launch]))
    assert sum(f"{cg('petition')} <" in row and "graph/world" in row for row in built.nquads.decode().splitlines()) == 1


def test_every_part_of_an_event_has_the_sentences_that_name_it(knowledge: Knowledge) -> None:
    quads = list(read_lines(build_quads(knowledge).nquads.decode().splitlines(), "built"))
    (claim,) = {s for s, p, o, _ in quads if p == name("rdf:object") and o == words("disturbing the peace")}
    (sentence,) = {o for s, p, o, _ in quads if s == claim and p == cg("evidence")}
    assert any(s == sentence and "disturbing the peace" in o for s, p, o, _ in quads if p == cg("quote"))
