import csv
import io

from kg.graph.tables import most_special, tables
from kg.graph.terms import cg, literal, name

TYPE = name("rdf:type")


def test_an_event_is_listed_by_its_kind() -> None:
    assert most_special([cg("Event"), cg("Assault")]) == cg("Assault")
    assert most_special([cg("Rally"), cg("Event")]) == cg("Rally")
    assert most_special([cg("Event")]) == cg("Event")


def test_awkward_cells_come_back() -> None:
    told = 'a "quoted", split\nline'
    rows = [("<urn:a>", TYPE, cg("Law")), ("<urn:a>", cg("title"), literal(told)), ("<urn:a>", cg("title"), '"=1+1"')]
    (table,) = tables(rows).values()
    assert list(csv.reader(io.StringIO(table, newline=""))) == [["id", "title"], ["urn:a", f"=1+1 | {told}"]]


def test_what_has_no_class_has_no_table() -> None:
    assert tables([("<urn:a>", cg("title"), literal("x"))]) == {}
