"""What the endpoint can do, as SPARQL 1.1 Service Description: a CONSTRUCT whose answer it is (pure)."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.terms import iri

FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip
PROLOGUE = """\
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX formats: <http://www.w3.org/ns/formats/>
"""
ENDPOINT = """\
  {endpoint} a sd:Service ;
    sd:endpoint {endpoint} ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat {formats} ;
    sd:defaultDataset {dataset} .
  {dataset} a sd:Dataset ; sd:defaultGraph {union} .
  {union} a sd:Graph, void:Dataset .
"""
GRAPH = """\
  {dataset} sd:namedGraph {node} .
  {node} a sd:NamedGraph ; sd:name {graph} ; sd:graph {graph} .
  {graph} a sd:Graph, void:Dataset .
"""


def description_query(address: str, graphs: Iterable[tuple[str, str]]) -> str:
    """A CONSTRUCT of the description. `address` is the endpoint's, `graphs` are names and IRIs of the named graphs."""
    endpoint, dataset, union = (iri(address + part) for part in ("", "#dataset", "#union"))
    formats = ", ".join(f"formats:{name}" for name in FORMATS)
    parts = [ENDPOINT.format(endpoint=endpoint, formats=formats, dataset=dataset, union=union)]
    for name, graph in graphs:
        parts.append(GRAPH.format(dataset=dataset, node=iri(f"{address}#{name}"), graph=iri(graph)))
    return f"{PROLOGUE}CONSTRUCT {{\n{''.join(parts)}}} WHERE {{}}\n"
