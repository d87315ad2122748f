"""Is a graph valid? Runs the SHACL shapes and tells each violation in one line."""

from __future__ import annotations

from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kg.graph.vocabulary import local, shapes_graph, vocabulary


def violations(data: Graph) -> list[str]:
    """Every broken shape, as `<node>: <what is wrong> (<property> <value>)`, sorted; empty if the graph is valid.

    `data` is the union of all graphs, or any part that holds the classes of what it refers to. The ontology is
    added where it is missing; `data` itself stays as it is.
    """
    import pyshacl  # here, since it loads much that no other command needs

    union = Graph()
    union += data
    union += vocabulary()
    _, results, _ = pyshacl.validate(union, shacl_graph=shapes_graph(), inference="none", inplace=True)
    return sorted({_line(results, result) for result in results.subjects(RDF.type, SH.ValidationResult)})


def _line(results: Graph, result: Node) -> str:
    """One result. What is wrong comes first from the shape's own message."""
    node = results.value(result, SH.focusNode)
    message = min(map(str, results.objects(result, SH.resultMessage)), default="breaks a shape")
    found = [_shown(results.value(result, part)) for part in (SH.resultPath, SH.value)]
    detail = " ".join(part for part in found if part and part != str(node))
    return " ".join(f"{node}: {message} ({detail})".split()) if detail else f"{node}: {message}"


def _shown(term: Node | None) -> str:
    """A term of ours as a prefixed name, any other as it is; nothing for a blank node (a path of several steps)."""
    if term is None or isinstance(term, BNode):
        return ""
    return f"cg:{local(term)}" if local(term) else str(term)
