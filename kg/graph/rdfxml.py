"""RDF/XML, sorted and always well-formed (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from kg.errors import UsageError
from kg.graph.terms import NAMESPACES, Term, Triple, is_iri, text_of, value_of

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)


def clean(text: str) -> str:
    """Text without the control characters that XML 1.0 cannot hold; each becomes U+FFFD."""
    return NOT_IN_XML.sub("\ufffd", text)


def rdfxml(triples: Iterable[Triple]) -> Iterator[str]:
    """One graph as RDF/XML. Raises UsageError for a property whose IRI no XML name can end."""
    ordered = sorted(triples)
    prefixes = _prefixes({predicate for _, predicate, _ in ordered})
    declared = "".join(f"\n  xmlns:{prefix}={quoteattr(space)}" for space, prefix in sorted(prefixes.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    for subject, group in groupby(ordered, key=lambda triple: triple[0]):
        yield f"<rdf:Description {_reference(subject, 'rdf:about')}>\n"
        for _, predicate, value in group:
            space, local = _split(predicate)
            yield _property(f"{prefixes[space]}:{local}", value)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _split(predicate: Term) -> tuple[str, str]:
    text = text_of(predicate)
    found = NAME.search(text)
    if not found:
        raise UsageError(f"property {text} has no RDF/XML name; export another format")
    return text[: found.start()], found[0]


def _prefixes(predicates: set[Term]) -> dict[str, str]:
    """Namespace to prefix, for all that is needed."""
    known = {namespace: prefix for prefix, namespace in NAMESPACES.items()}
    needed = sorted({_split(predicate)[0] for predicate in predicates} | {NAMESPACES["rdf"]})
    return {space: known.get(space, f"ns{number}") for number, space in enumerate(needed)}


def _reference(term: Term, attribute: str) -> str:
    if is_iri(term):
        return f"{attribute}={quoteattr(text_of(term))}"
    return f"rdf:nodeID={quoteattr(text_of(term))}"


def _property(tag: str, value: Term) -> str:
    if not value.startswith('"'):
        return f"  <{tag} {_reference(value, 'rdf:resource')}/>\n"
    literal = value_of(value)
    about = f" xml:lang={quoteattr(literal.language)}" if literal.language else ""
    about = f" rdf:datatype={quoteattr(literal.datatype)}" if literal.datatype else about
    # A bare carriage return would be read back as a line feed.
    return f"  <{tag}{about}>{escape(clean(literal.text), {chr(13): '&#13;'})}</{tag}>\n"
