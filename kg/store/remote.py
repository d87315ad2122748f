"""A View over the SPARQL endpoint of another store (Oxigraph's server, Virtuoso, Fuseki …) that holds our graphs.

What is refused here is refused before anything is sent. Rows are asked for as JSON and triples as N-Triples, and
written in the wished format here, so that an answer looks the same from every store.
"""

from __future__ import annotations

import io
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox

from kg.errors import QueryError, QueryLimit, StoreError
from kg.sparql import first_word, is_distinct
from kg.store.base import MEDIA_TYPES, Answer, Question, Stream, never, whole
from kg.store.oxigraph import BINDINGS, MOST_BODY, write_graph
from kg.store.questions import Prepared, check_xml, prepare

LIMITS = {408: "time", 429: "busy", 502: "busy", 503: "busy", 504: "time", 507: "memory"}
"""What a status of the other store means for a query; 502 is a proxy's word for it."""
ROWS = MEDIA_TYPES["json"]
TRIPLES = MEDIA_TYPES["ntriples"]
XSD = "http://www.w3.org/2001/XMLSchema#"
GRACE = 1.0
"""Seconds beyond a query's time in which the other store may say so itself."""


class RemoteView:
    """Answers from the endpoint at `url`. `graphs` are the IRIs of our graphs in it."""

    def __init__(self, url: str, graphs: Sequence[str], timeout: float = 10.0, most: int = MOST_BODY) -> None:
        """Nothing is sent yet."""
        self.url, self.graphs, self.timeout, self.most = url, tuple(graphs), timeout, most

    def answer(self, question: Question) -> Answer:
        """Answer within the limits. Raises QueryError, QueryRefused, QueryLimit, or StoreError when nobody answers."""
        prepared = prepare(question)
        is_graph = first_word(prepared.tokens) in ("CONSTRUCT", "DESCRIBE")
        body = self._fetched(self._fields(prepared), TRIPLES if is_graph else ROWS, self._seconds(question))
        try:
            return _graph(body, question) if is_graph else _rows(body, question, is_distinct(prepared.tokens))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.url}: the answer is not what was asked for ({error})") from error

    def stream(self, question: Question, left: Callable[[], bool] = never) -> Stream:  # noqa: ARG002
        """The answer in one piece: it has to be read before it can be written in another format."""
        return whole(self.answer(question))

    def close(self) -> None:
        """Connections are closed after each question."""

    def _seconds(self, question: Question) -> float:
        return self.timeout if question.timeout is None else min(question.timeout, self.timeout)

    def _fields(self, prepared: Prepared) -> list[tuple[str, str]]:
        """The form to send. Our graphs are named one by one: a default graph of all is not the same everywhere."""
        question = prepared.question
        base = f"BASE <{question.base_iri}>\n" if question.base_iri else ""
        default, named = question.default_graphs, question.named_graphs
        if default is None and named is None and not prepared.own_dataset:
            default = named = self.graphs
        fields = [("query", base + question.text)]
        fields += [("default-graph-uri", iri) for iri in default or ()]
        return fields + [("named-graph-uri", iri) for iri in named or ()]

    def _fetched(self, fields: list[tuple[str, str]], accept: str, seconds: float) -> bytes:
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(self.url, urlencode(fields).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=seconds + GRACE) as response:
                body: bytes = response.read(self.most + 1)
        except urllib.error.HTTPError as error:
            with error:
                raise self._explained(error, seconds) from error
        except TimeoutError as error:
            raise QueryLimit(f"the query took longer than {seconds:g} s; narrow it", "time") from error
        except (OSError, urllib.error.URLError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise QueryLimit(f"the query took longer than {seconds:g} s; narrow it", "time") from error
            raise StoreError(f"{self.url}: the store does not answer ({getattr(error, 'reason', error)})") from error
        if len(body) > self.most:
            raise QueryLimit(f"the answer is larger than {self.most:,} bytes; add a LIMIT", "size")
        return body

    def _explained(self, error: urllib.error.HTTPError, seconds: float) -> QueryError | QueryLimit | StoreError:
        """What a refusal means."""
        said = " ".join(error.read(2000).decode("utf8", "replace").split())[:300]
        if error.code in LIMITS:
            return QueryLimit(
                f"the store stopped the query within {seconds:g} s ({said or error.reason})", LIMITS[error.code]
            )
        if error.code == 400:
            return QueryError(said or "the store takes the query for malformed")
        return StoreError(f"{self.url}: the store answers {error.code} ({said or error.reason})")


def _rows(body: bytes, question: Question, distinct: bool) -> Answer:
    results = ox.parse_query_results(_told_plainly(body, distinct), ox.QueryResultsFormat.JSON)
    out = io.BytesIO()
    results.serialize(out, BINDINGS[question.bindings])
    text = out.getvalue()
    kind = "boolean" if isinstance(results, ox.QueryBoolean) else "bindings"
    return Answer(kind, question.bindings, check_xml(text) if question.bindings == "xml" else text)  # type: ignore[arg-type]


def _told_plainly(body: bytes, distinct: bool) -> bytes:
    """The JSON of today's standard from that of its drafts, which Virtuoso speaks, with values as XSD spells them.

    Of rows that have to be `distinct` the first is kept: Virtuoso repeats some that hold long texts.
    """
    found: dict[str, Any] = json.loads(body)
    results: dict[str, Any] = found.get("results", {})
    for cell in (cell for row in results.get("bindings", []) for cell in row.values()):
        if cell.get("type") == "typed-literal":
            cell["type"] = "literal"
        spelled = SPELLED.get(cell.get("datatype", ""))
        if spelled is not None:
            cell["value"] = spelled(cell["value"])
    if distinct and "bindings" in results:
        results["bindings"] = list({json.dumps(row, sort_keys=True): row for row in results["bindings"]}.values())
    return json.dumps(found).encode()


def _truth(value: str) -> str:
    return {"1": "true", "0": "false"}.get(value, value)


def _duration(value: str) -> str:
    """A duration as XSD writes it, from the bare months ("204") or seconds ("864000.0") that Virtuoso makes of it.

    >>> _duration("204"), _duration("18"), _duration("864000.0"), _duration("5400.0"), _duration("P10D")
    ('P17Y', 'P1Y6M', 'P10D', 'PT1H30M', 'P10D')
    """
    sign, number = value[: value.startswith("-")], value.removeprefix("-").partition(".")[0]
    if not number.isdecimal():
        return value
    if "." not in value:
        years, months = divmod(int(number), 12)
        return sign + "P" + (f"{years}Y" if years else "") + (f"{months}M" if months or not years else "")
    minutes, seconds = divmod(int(number), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    clock = [(hours, "H"), (minutes, "M"), (seconds, "S")]
    time = "".join(f"{count}{unit}" for count, unit in clock if count)
    return sign + "P" + (f"{days}D" if days or not time else "") + (f"T{time}" if time else "")


SPELLED: dict[str, Callable[[str], str]] = {f"{XSD}boolean": _truth, f"{XSD}duration": _duration}


def _graph(body: bytes, question: Question) -> Answer:
    out = io.BytesIO()
    triples = (quad.triple for quad in ox.parse(body, ox.RdfFormat.N_TRIPLES))
    write_graph(triples, question, out)
    text = out.getvalue()
    return Answer("graph", question.graph, check_xml(text) if question.graph == "rdfxml" else text)


def find_base(url: str, timeout: float = 10.0) -> str:
    """The base IRI of the graph that a store holds, from its own description. Raises StoreError when there is none."""
    view = RemoteView(url, (), timeout)
    body = view._fetched([("query", BASE_QUERY)], ROWS, timeout)
    spaces = [row["space"]["value"] for row in json.loads(body)["results"]["bindings"]]
    if len(spaces) != 1:
        raise StoreError(f"{url}: holds {len(spaces)} graphs of ours; publish one with `civicgraph publish --to`")
    return str(spaces[0]).removesuffix("id/")


BASE_QUERY = """\
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
SELECT DISTINCT ?space { GRAPH ?graph { ?dataset a dcat:Dataset ; void:uriSpace ?space } }
"""
