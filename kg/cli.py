"""The command line. Each command says in a few lines which room it asks; the rooms do the work."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from kg import __version__
from kg.asking import ask, cells, query_text
from kg.build import Report, Request
from kg.build import build as run_build
from kg.check import check as run_check
from kg.cli_review import review
from kg.console import JSON, STORE, Bars, Group, counted, show_table
from kg.errors import UsageError
from kg.evaluate import evaluate as run_evaluate
from kg.graph.export import FORMATS
from kg.graph.export import export as run_export
from kg.graph.iris import DEFAULT_BASE
from kg.publish import publish as run_publish
from kg.resolutions import resolve as run_resolve
from kg.spread import processors
from kg.store.snapshots import open_snapshot


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="civicgraph")
def main() -> None:
    """Read documents into a knowledge graph of actors, laws, petitions and events, in which every fact points to the
    sentence it was read from; serve, ask and export it.

    \b
    Begin with:
      civicgraph build documents/
      civicgraph serve
    """


@main.command(short_help="Read documents and publish the graph.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@STORE
@click.option("--base-iri", default=DEFAULT_BASE, show_default=True, help="What every IRI of the graph begins with.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="NUMBER",
    default=processors,
    show_default="one for each processor",
    help="Processes that read documents, on Linux.",
)
@click.option(
    "--annotations", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Hand-made records to add."
)
@click.option("--no-texts", is_flag=True, help="Keep no document's full text, only the sentences that prove something.")
@JSON
def build(
    paths: tuple[Path, ...],
    store: Path,
    base_iri: str,
    workers: int,
    annotations: Path | None,
    no_texts: bool,
    as_json: bool,
) -> None:
    """Read PATHS (files or folders: .txt .md .html .pdf .docx .jsonl) and publish the graph.

    Files that cannot be read are named and skipped. A second build reads only what changed. When a build fails, the
    former graph stays.

    \b
    Example:
      civicgraph build reports/ news.html --store graph/
    """
    with Bars() as bars:
        report = run_build(Request(paths, store, base_iri, workers, annotations, not no_texts), bars)
    click.echo(json.dumps(report.as_json(), ensure_ascii=False) if as_json else summary(report, store))


def summary(report: Report, store: Path) -> str:
    """What a build did, in a few lines."""
    done = "Nothing has changed" if report.unchanged else "Built"
    counts = ", ".join(counted(n, what) for what, n in report.counts.items())
    skipped = [f"Skipped {s.path}: {s.reason}" for s in report.skipped] + [f"Note: {note}" for note in report.notes]
    return "\n".join(
        [f"{done}: {counts}.", *skipped, f"The graph is in {store}; look at it with: civicgraph serve --store {store}"]
    )


@main.command(short_help="Serve pages, saved queries and the SPARQL endpoint.")
@click.option(
    "--store",
    default=".civicgraph",
    show_default=True,
    help="The graph's folder, or another store's endpoint.",
)
@click.option("--host", help="The address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(1, 65535), metavar="NUMBER", help="The port to listen on.  [default: 8000]")
@click.option(
    "--workers", type=click.IntRange(1, 64), metavar="NUMBER", help="Processes that answer queries.  [default: 4]"
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), metavar="SECONDS", help="Seconds that a query may take.  [default: 10]"
)
@click.option(
    "--memory", type=click.IntRange(64), metavar="MB", help="Megabytes that a query may take.  [default: 2048]"
)
@click.option("--review", is_flag=True, help="Let whoever has the printed address judge names and facts.")
def serve(store: str, host: str | None, port: int | None, review: bool, **limits: float | None) -> None:
    """Serve the graph: pages, saved queries and the SPARQL endpoint. Every flag is also an environment variable
    (CIVICGRAPH_PORT=8080), and there are a few more of those: see the README.

    \b
    Example:
      civicgraph serve --store graph/ --port 8080
    """
    from server.serve import serve as run_server  # a sibling of this file: neither is needed by the other to start

    run_server(store if "://" in store else Path(store), host, port, review=review, **limits)


@main.command(short_help="Answer a language model's questions (Model Context Protocol).")
@STORE
def mcp(store: Path) -> None:
    """Answer on standard input and output by the Model Context Protocol: a program with a language model finds things,
    asks saved queries and SPARQL, and gets the sentence of each fact. The graph can only be read. Needs the extra mcp:
    pip install 'civicgraph[mcp]'.

    \b
    Example, as the command of a client's settings:
      civicgraph mcp --store graph/
    """
    if find_spec("mcp") is None:
        raise UsageError("the package mcp is not installed; install it with: pip install 'civicgraph[mcp]'")
    from server.tool_server import run  # the extra's packages are needed by nothing else

    run(store)


@main.command(short_help="Send the graph to another store.")
@STORE
@click.option("--to", "url", required=True, help="The other store's Graph Store Protocol, as http://host/store.")
@click.option("--user", default="", help="A name to sign in with; the password is CIVICGRAPH_PASSWORD.")
def publish(store: Path, url: str, user: str) -> None:
    """Send the published graph to Oxigraph, Virtuoso, Fuseki or any other store that takes the Graph Store Protocol.
    Each of its graphs replaces the one of that name. What broke off is taken up again where it was.

    \b
    Example:
      civicgraph publish --to http://localhost:7878/store
      civicgraph serve --store http://localhost:7878/query
    """
    sent = run_publish(store, url, user, os.environ.get("CIVICGRAPH_PASSWORD", ""))
    click.echo(f"Sent {counted(sent, 'pieces')} to {url}.")


@main.command(short_help="Ask a saved query, a file, or standard input.")
@click.argument("query")
@click.argument("params", nargs=-1)
@STORE
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "tsv", "turtle"]), default="table", show_default=True
)
@click.option("--timeout", type=float, default=60, show_default=True, help="Seconds after which the query is stopped.")
def query(query: str, params: tuple[str, ...], store: Path, form: str, timeout: float) -> None:
    """Ask a saved QUERY by name, a file of SPARQL, or "-" for standard input. PARAMS are name=value.

    \b
    Examples:
      civicgraph query who-was-convicted-of-what
      civicgraph query my.rq --format csv
      echo 'SELECT * { ?s a ?class } LIMIT 5' | civicgraph query -
    """
    base = str(open_snapshot(store).manifest.get("base", DEFAULT_BASE))
    answer, labels = ask(store, query_text(query, params, base), form, timeout)
    if form == "table" and answer.kind == "bindings":
        columns, rows, quotes = cells(answer, labels, base)
        if rows:
            show_table(columns, rows, quotes)
        else:
            click.echo("no rows", err=True)
    else:
        sys.stdout.buffer.write(answer.body + b"\n" * (not answer.body.endswith(b"\n")))


@main.command(short_help="Write the graph in a format that other tools read.")
@STORE
@click.option("--format", "form", type=click.Choice(FORMATS), default="turtle", show_default=True)
@click.option("--claims", is_flag=True, help="Add the claims and the sentences that prove them.")
@click.option("--no-quotes", is_flag=True, help="Leave the words of sentences out, keep their places.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file; for csv and records a folder.")
def export(store: Path, form: str, claims: bool, no_quotes: bool, out: Path) -> None:
    """Write the graph to a file in one of the formats that other tools read.

    \b
    Example:
      civicgraph export --format graphml --out graph.graphml
    """
    snapshot = open_snapshot(store)
    run_export(snapshot.graph, snapshot.folder / "records", form, out, claims=claims, quotes=not no_quotes)
    click.echo(f"Wrote {out}")


@main.command(short_help="Check files, gates, shapes and coverage.")
@STORE
@click.option("--missed", is_flag=True, help="List the sentences that look like events and gave none.")
@JSON
def check(store: Path, missed: bool, as_json: bool) -> None:
    """Check the published graph: files, gates, SHACL shapes, and how much of the documents it covers.

    \b
    Example:
      civicgraph check --missed
    """
    with Bars() as bars:
        bars.stage("Checking", 1)
        result = run_check(store)
    click.echo(json.dumps(result.as_json(missed), ensure_ascii=False) if as_json else result.as_text(missed))
    sys.exit(0 if result.sound else 3)


@main.command(short_help="Say which side of a disagreement is right, and why.")
@click.argument("disagreement")
@click.option("--accept", "accepted", required=True, help='The claim that is right, "both", "neither" or "withdrawn".')
@click.option("--who", required=True, help="The name of the person who decides.")
@click.option("--reason", required=True, help="Why, in free words.")
@STORE
def resolve(disagreement: str, accepted: str, who: str, reason: str, store: Path) -> None:
    """Record which side of a DISAGREEMENT is right. Both sides stay in the graph; the next build shows the decision.

    \b
    Example:
      civicgraph query disagreements-between-sources
      civicgraph resolve 0f3a… --accept 77be… --who Ann --reason "the court's own record"
    """
    given = run_resolve(store, disagreement, accepted, who=who, reason=reason)
    click.echo(f"Recorded: {given.disagreement} → {given.accepted}. Build again to show it.")


@main.command(short_help="Measure the graph against hand-made records.")
@STORE
@click.option(
    "--gold", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True, help="Hand-made records."
)
@click.option("--misses", is_flag=True, help="List what was missed and what was surplus.")
@JSON
def evaluate(store: Path, gold: Path, misses: bool, as_json: bool) -> None:
    """Measure the graph against hand-made records: precision, recall and F1 per class, with counts.

    \b
    Example:
      civicgraph evaluate --gold tests/corpus/sample-gold
    """
    result = run_evaluate(store, gold)
    click.echo(json.dumps(result.as_json(misses), ensure_ascii=False) if as_json else result.as_text(misses))


main.add_command(review)

if __name__ == "__main__":
    main()
