"""The command line as its users meet it: exit codes, one-line errors, outputs that other programs read."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import networkx
import pytest
import rdflib
from click.testing import CliRunner, Result

from kg.cli import main

pytestmark = pytest.mark.model
TEXT = "A court in Nairobi fined Grace Otieno 20,000 shillings on 3 May 2023. She paid the fine.\n"


def run(*args: object, stdin: str | None = None) -> Result:
    """One call of the command line in this process."""
    return CliRunner().invoke(main, [str(a) for a in args], input=stdin)


def test_help_begins_with_what_it_does() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "sentence it was read from" in result.output
    assert all(
        command in result.output for command in ("build", "serve", "query", "export", "check", "evaluate", "publish")
    )


def test_version() -> None:
    assert "civicgraph, version 0.1.0" in run("--version").output


def test_build_then_build_again(tmp_path: Path) -> None:
    (tmp_path / "fine.txt").write_text(TEXT, "utf8")
    first = run("build", tmp_path / "fine.txt", "--store", tmp_path / "store")
    assert (first.exit_code, first.output.split(":")[0]) == (0, "Built")
    again = run("build", tmp_path / "fine.txt", "--store", tmp_path / "store")
    assert again.output.startswith("Nothing has changed")


def test_unknown_keys_of_a_meta_file_are_noted_and_one_is_one(tmp_path: Path) -> None:
    (tmp_path / "fine.txt").write_text(TEXT, "utf8")
    (tmp_path / "fine.meta.json").write_text('{"title": "A Fine", "autor": "nobody"}', "utf8")
    for _ in range(2):  # what has not changed is noted again
        told = run("build", tmp_path / "fine.txt", "--store", tmp_path / "store").output
        assert "1 document," in told
        assert 'fine.meta.json: "autor" not used; known are title' in told
        assert "Skipped" not in told
    empty = run("query", "people-in-custody", "country=FR", "--store", tmp_path / "store")
    assert (empty.exit_code, empty.stdout, empty.stderr) == (0, "", "no rows\n")
    assert "No pair is left to decide." in run("review", "ask", "--who", "Ann", "--store", tmp_path / "store").output


def test_build_as_json(tmp_path: Path) -> None:
    (tmp_path / "fine.txt").write_text(TEXT, "utf8")
    (tmp_path / "odd.xyz").write_text(TEXT, "utf8")
    report = json.loads(run("build", tmp_path, "--store", tmp_path / "store", "--json").output)
    assert report["counts"]["documents"] == 1
    assert [Path(s["path"]).name for s in report["skipped"]] == ["odd.xyz"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("build", "no-such-folder"), 2, "no such file or folder"),
        (("query", "--store", "no-such-store", "who-was-convicted-of-what"), 1, "civicgraph build"),
        (("export", "--store", "no-such-store", "--out", "x.ttl"), 1, "civicgraph build"),
        (("check", "--store", "no-such-store"), 1, "civicgraph build"),
        (("serve", "--store", "no-such-store"), 1, "civicgraph build"),
        (("build", "--base-iri", "not an iri", "."), 2, "base"),
    ],
)
def test_errors_are_one_line_with_a_remedy(args: tuple[str, ...], code: int, words: str, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "kg", *args], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    assert result.returncode == code
    assert len(result.stderr.splitlines()) == 1
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "table"])
def test_a_saved_query_in_every_format(sample_store: Path, form: str) -> None:
    result = run("query", "who-was-convicted-of-what", "--store", sample_store, "--format", form)
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3 or form == "json"


def test_a_query_from_a_file_and_from_standard_input(sample_store: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    (tmp_path / "count.rq").write_text(text, "utf8")
    by_file = run("query", tmp_path / "count.rq", "--store", sample_store, "--format", "csv")
    by_pipe = run("query", "-", "--store", sample_store, "--format", "csv", stdin=text)
    assert by_file.output == by_pipe.output
    assert int(by_file.output.split()[1]) > 10_000


def test_parameters_are_bound(sample_store: Path) -> None:
    args = ("query", "people-in-custody", "since=2024-01-01", "--store", sample_store, "--format", "csv")
    assert run(*args).exit_code == 0
    wrong = run("query", "people-in-custody", "since=yesterday", "--store", sample_store)
    assert (wrong.exit_code, "since" in wrong.output) == (2, True)


def test_a_construct_gives_turtle(sample_store: Path) -> None:
    query = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 7"
    result = run("query", "-", "--store", sample_store, "--format", "turtle", stdin=query)
    assert len(rdflib.Graph().parse(data=result.output, format="turtle")) == 7


def test_a_select_is_no_turtle(sample_store: Path) -> None:
    result = run("query", "who-was-convicted-of-what", "--store", sample_store, "--format", "turtle")
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)


def test_updates_and_service_are_refused(sample_store: Path) -> None:
    for text in ("DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"):
        result = run("query", "-", "--store", sample_store, stdin=text)
        assert result.exit_code == 2
        assert len(result.output.splitlines()) == 1


def test_turtle_loads_in_both_engines(sample_store: Path, tmp_path: Path) -> None:
    import pyoxigraph as ox

    out = tmp_path / "graph.ttl"
    assert run("export", "--store", sample_store, "--format", "turtle", "--claims", "--out", out).exit_code == 0
    store = ox.Store()
    store.bulk_load(path=str(out), format=ox.RdfFormat.TURTLE)
    assert len(rdflib.Graph().parse(out)) == len(store) > 10_000


def test_graphml_loads_in_networkx(sample_store: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph.graphml"
    assert run("export", "--store", sample_store, "--format", "graphml", "--out", out).exit_code == 0
    assert networkx.read_graphml(out).number_of_nodes() > 100


def test_records_and_their_evaluation(sample_store: Path, tmp_path: Path) -> None:
    gold = Path(__file__).parent / "corpus" / "sample-gold"
    assert run("export", "--store", sample_store, "--format", "records", "--out", tmp_path / "out").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "out").glob("*.jsonl")) == sorted(p.name for p in gold.glob("*.jsonl"))
    result = run("evaluate", "--store", sample_store, "--gold", gold, "--json")
    assert result.exit_code == 0
    assert json.loads(result.output)


def test_check_is_sound(sample_store: Path) -> None:
    result = run("check", "--store", sample_store, "--missed")
    assert result.exit_code == 0, result.output


def test_serve_answers_and_stops(sample_store: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", "--store", str(sample_store), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        body = urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10).read()
        assert body
        second = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert second.returncode == 2
        assert len(second.stderr.splitlines()) == 1
        assert str(port) in second.stderr
    finally:
        process.terminate()
        started = time.monotonic()
        process.communicate(timeout=15)
    assert time.monotonic() - started < 15
    assert process.returncode == 0
