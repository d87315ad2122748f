"""Every format is read back by somebody else's reader."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import StoreError, UsageError
from kg.graph.export import FORMATS, export
from kg.graph.quads import Extras, Knowledge, build_quads
from kg.graph.records import write_records
from kg.graph.shapes import violations
from kg.graph.terms import cg, read_lines
from kg.graph.vocabulary import ontology_files
from tests.graph.viewers import faults

GRAPHS = {
    "turtle": (ox.RdfFormat.TURTLE, "turtle"),
    "ntriples": (ox.RdfFormat.N_TRIPLES, "nt"),
    "jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
    "rdfxml": (ox.RdfFormat.RDF_XML, "xml"),
}
DATASETS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}
Snapshot = tuple[Path, Path]


@pytest.fixture
def snapshot(knowledge: Knowledge, tmp_path: Path) -> Snapshot:
    graph, records = tmp_path / "graph.nq", tmp_path / "records"
    graph.write_bytes(build_quads(knowledge, extras=Extras(ontology=ontology_files())).nquads)
    records.mkdir()
    written = write_records(knowledge.documents, knowledge.entities, knowledge.facts, knowledge.events)
    for document, text in written.items():
        (records / f"{document}.jsonl").write_text(text, encoding="utf8")
    return graph, records


def triples(graph: Path, *names: str) -> set[tuple[str, str, str]]:
    quads = read_lines(graph.read_text(encoding="utf8").splitlines(), "graph")
    return {quad[:3] for quad in quads if quad[3].rsplit("/", 1)[-1].strip(">") in names}


@pytest.mark.parametrize("claims", [False, True])
@pytest.mark.parametrize("format", GRAPHS)
def test_one_graph_is_the_same_to_every_reader(format: str, claims: bool, snapshot: Snapshot, tmp_path: Path) -> None:
    out, (oxigraph, rdf) = tmp_path / "out", GRAPHS[format]
    export(*snapshot, format, out, claims=claims)
    wanted = triples(snapshot[0], *(("world", "claims", "documents") if claims else ("world",)))
    wanted |= {triple for triple in triples(snapshot[0], "ontology") if "/id/" in triple[0]}
    assert any("wgs84" in predicate for _, predicate, _ in wanted)
    store = {(str(t.subject), str(t.predicate), str(t.object)) for t in ox.parse(path=str(out), format=oxigraph)}
    expected = ox.parse("".join(f"{' '.join(t)} .\n" for t in wanted).encode(), ox.RdfFormat.N_TRIPLES)
    assert store == {(str(t.subject), str(t.predicate), str(t.object)) for t in expected}
    assert len(rdflib.Graph().parse(out, format=rdf)) == len(wanted)


@pytest.mark.parametrize("format", DATASETS)
def test_datasets_hold_every_graph(format: str, snapshot: Snapshot, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(*snapshot, format, out)
    graph = snapshot[0].read_bytes()
    found, wanted = (ox.Dataset(ox.parse(*args)) for args in ((out.read_bytes(), DATASETS[format]),
                                                                (graph, ox.RdfFormat.N_QUADS)))  # fmt: skip
    for dataset in (found, wanted):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert found == wanted
    if format == "nquads":
        assert out.read_bytes() == graph


@pytest.mark.parametrize("claims", [False, True])
@pytest.mark.parametrize(("format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks(format: str, read, claims: bool, snapshot: Snapshot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    export(*snapshot, format, out, claims=claims)
    assert faults(format, out.read_bytes()) == []
    network = read(out)
    modes = {data["mode"] for _, _, data in network.edges(data=True)}
    told = {"Asserted", "Attributed", "Alleged", "Proposed", "not Asserted", "Hypothetical", "Uncertain"}
    assert modes == (told if claims else {"Asserted"})
    by_iri = {data.get("iri", node): data for node, data in network.nodes(data=True)}
    petition = by_iri["https://w3id.org/civicgraph/id/petition/open-the-square"]
    assert (petition["class"], petition["signatures"]) == ("Petition", 1250)
    assert {data.get("class") for _, data in network.nodes(data=True)} >= {"Person", "Conviction", "Country"}
    assert ("AllegedEvent" in {data["class"] for _, data in network.nodes(data=True)}) is claims
    assert {"agent", "patient", "country"} <= {data["predicate"] for _, _, data in network.edges(data=True)}


def test_tables(snapshot: Snapshot, tmp_path: Path) -> None:
    export(*snapshot, "csv", tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} >= {"Person.csv", "Conviction.csv", "Position.csv"}
    text = (tmp_path / "tables" / "Person.csv").read_bytes().decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header[:2] == ["id", "prefLabel"]
    assert [row[1] for row in rows] == ["Jaan Kask", "Maarja Tamm", "Peeter Saar"]
    assert text.count("\r\n") == len(rows) + 1


def test_records(snapshot: Snapshot, tmp_path: Path) -> None:
    export(*snapshot, "records", tmp_path / "out")
    name = "tartu news.jsonl"
    assert (tmp_path / "out" / name).read_bytes() == (snapshot[1] / name).read_bytes()


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"graphml", "gexf"}))
def test_quotes_can_be_left_out(format: str, snapshot: Snapshot, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(*snapshot, format, out, claims=True, quotes=False)
    written = "".join(p.read_text("utf8") for p in (sorted(out.iterdir()) if out.is_dir() else [out]))
    assert "Prosecutors accuse" not in written
    assert "Maarja Tamm" in written
    if format == "records":
        spans = [span for row in written.splitlines() for span in json.loads(row)["evidence"]]
        assert {tuple(span) for span in spans} == {("start", "end")}


@pytest.mark.parametrize("format", FORMATS)
def test_two_exports_are_equal(format: str, snapshot: Snapshot, tmp_path: Path) -> None:
    written = []
    for out in (tmp_path / "one", tmp_path / "two"):
        export(*snapshot, format, out, claims=True)
        files = sorted(out.iterdir()) if out.is_dir() else [out]
        written.append([(path.name if out.is_dir() else "", path.read_bytes()) for path in files])
    assert written[0] == written[1]


def test_the_exported_graph_is_valid(snapshot: Snapshot) -> None:
    union = rdflib.Graph()
    union.parse(data="".join(f"{' '.join(t)} .\n" for t in triples(
        snapshot[0], "world", "claims", "documents", "ontology", "dataset", "review")), format="nt")  # fmt: skip
    assert violations(union) == []


def test_unknown_format(snapshot: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown format 'doc'; choose one of turtle"):
        export(*snapshot, "doc", tmp_path / "out")


@pytest.mark.parametrize("format", ["turtle", "records"])
def test_no_snapshot(format: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="build the graph first"):
        export(tmp_path / "none.nq", tmp_path / "none", format, tmp_path / "out")


def test_a_damaged_snapshot_leaves_nothing_behind(snapshot: Snapshot, tmp_path: Path) -> None:
    snapshot[0].write_text("rubbish\n")
    with pytest.raises(StoreError, match=r"graph\.nq, line 1"):
        export(*snapshot, "turtle", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_empty_graph(snapshot: Snapshot, tmp_path: Path) -> None:
    snapshot[0].write_text("")
    export(*snapshot, "turtle", tmp_path / "out")
    assert (tmp_path / "out").read_text() == ""


def test_alleged_kinds_are_in_no_plain_export(snapshot: Snapshot, tmp_path: Path) -> None:
    export(*snapshot, "ntriples", tmp_path / "out")
    assert cg("Assault") not in (tmp_path / "out").read_text()
