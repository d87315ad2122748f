"""The world as nodes and edges for graph viewers: GraphML and GEXF by networkx.

It is imported where it is needed: that takes longer than all else that the command line loads.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from kg.graph.rdfxml import clean
from kg.graph.tables import local_name, most_special
from kg.graph.terms import Quad, Term, Triple, cg, is_iri, name, text_of

if TYPE_CHECKING:
    import networkx as nx

TYPE = name("rdf:type")
LABELS = (name("skos:prefLabel"), name("rdfs:label"))
# Property -> attribute of a node, with its type.
ATTRIBUTES: dict[Term, tuple[str, type]] = {
    cg("dateEDTF"): ("date", str),
    cg("earliest"): ("earliest", str),
    cg("latest"): ("latest", str),
    cg("count"): ("count", int),
    cg("charge"): ("charge", str),
    cg("title"): ("title", str),
    cg("signatures"): ("signatures", int),
}
KEY = "networkx_key"
Network: TypeAlias = "nx.MultiDiGraph[str]"
Edge = tuple[Term, Term, Term, str]  # from, to, property, mode ("Asserted", "Alleged", "not Attributed" …)


def network(quads: Iterable[Quad], base: str, *, claims: bool = False) -> Network:
    """Entities and events as nodes with label and class, their properties as edges with predicate and mode.

    With `claims`, what is said but not asserted is there too, and its mode tells it apart.
    """
    import networkx as nx

    by_graph: dict[str, list[Triple]] = defaultdict(list)
    for subject, predicate, value, graph in quads:
        by_graph[local_name(graph)].append((subject, predicate, value))
    edges = {(s, o, p, "Asserted") for s, p, o in by_graph["world"]}
    edges |= set(_said(by_graph["claims"])) if claims else set()
    links = sorted(edge for edge in edges if _is_link(edge, base))
    described = [*by_graph["world"], *by_graph["ontology"], *(by_graph["claims"] if claims else [])]
    things = {s for s, p, _ in by_graph["world"] if p == TYPE}.union(*((s, o) for s, o, _, _ in links))
    viewed: Network = nx.MultiDiGraph()
    for node, attributes in _nodes(described, things):
        viewed.add_node(text_of(node), **attributes)
    for number, (start, end, predicate, mode) in enumerate(links, 1):
        relation = {"predicate": local_name(predicate), "mode": mode}
        viewed.add_edge(text_of(start), text_of(end), key=f"e{number}", **relation)
    return viewed


def _is_link(edge: Edge, base: str) -> bool:
    return edge[1].startswith(f"<{base}id/") and edge[2] != TYPE


def _said(claims: Iterable[Triple]) -> Iterator[Edge]:
    """What claims say that is not asserted, as edges."""
    values: dict[Term, dict[Term, Term]] = defaultdict(dict)
    for claim, predicate, value in claims:
        values[claim][predicate] = value
    for said in values.values():
        mode = said.get(cg("mode"), "")
        if mode:
            how = local_name(mode) if text_of(said[cg("polarity")]) == "true" else f"not {local_name(mode)}"
            if how != "Asserted":
                yield said[name("rdf:subject")], said[name("rdf:object")], said[name("rdf:predicate")], how


def _nodes(described: Iterable[Triple], things: set[Term]) -> Iterator[tuple[Term, dict[str, str | int]]]:
    types: dict[Term, list[Term]] = defaultdict(list)
    found: dict[Term, dict[str, str | int]] = {thing: {} for thing in sorted(things)}
    for subject, predicate, value in sorted(set(described)):
        if subject not in things:
            continue
        if predicate == TYPE and is_iri(value):
            types[subject].append(value)
        elif predicate in LABELS:
            found[subject].setdefault("label", clean(text_of(value)))
        elif predicate in ATTRIBUTES:
            attribute, kind = ATTRIBUTES[predicate]
            found[subject].setdefault(attribute, kind(clean(text_of(value))))
    for thing, attributes in found.items():
        cls = local_name(most_special(types[thing])) if types[thing] else ""
        yield thing, {"label": local_name(thing), "class": cls, **attributes}


def graphml(graph: Network) -> Iterator[str]:
    """The network as GraphML; attribute types are those of the values. A node's id is a name token, as the schema wants
    it, which an IRI is not: that stands in `iri`."""
    import networkx as nx
    from networkx.readwrite.graphml import GraphMLWriter

    tokens = {node: f"n{number}" for number, node in enumerate(graph, 1)}
    written = nx.relabel_nodes(graph, tokens)
    nx.set_node_attributes(written, {token: node for node, token in tokens.items()}, "iri")
    writer = GraphMLWriter(graph=written, encoding="utf-8", prettyprint=True)
    out = io.BytesIO()
    writer.dump(out)
    yield out.getvalue().decode("utf8")


def gexf(graph: Network) -> Iterator[str]:
    """The network as GEXF 1.2, edges labelled by their property; the day of writing, and what networkx adds that the
    schema does not know, is left out."""
    import networkx as nx
    from networkx.readwrite.gexf import GEXFWriter

    written: Network = nx.MultiDiGraph()
    written.add_nodes_from(graph.nodes(data=True))
    for start, end, key, data in graph.edges(keys=True, data=True):
        written.add_edge(start, end, key=key, id=key, label=data["predicate"], **data)
    writer = GEXFWriter(graph=written, encoding="utf-8", prettyprint=True)
    _tidy(writer.xml)
    out = io.BytesIO()
    writer.write(out)
    yield re.sub(r' lastmodifieddate="[^"]*"', "", out.getvalue().decode("utf8"))


def _tidy(document: Element) -> None:
    """Take out the graph's empty name and the edges' keys, which their ids say already."""
    for graph in document.iter("graph"):
        graph.attrib.pop("name", None)
    for listed in document.iter("attributes"):
        for attribute in [one for one in listed if one.get("title") == KEY]:
            listed.remove(attribute)
            for values in document.iter("attvalues"):
                for value in [one for one in values if one.get("for") == attribute.get("id")]:
                    values.remove(value)
