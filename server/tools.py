"""What programs that speak the Model Context Protocol may ask (`server.tool_server`): five questions, answered as plain
values, each fact with its sentence and what is only said kept apart. They run within the application's context."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from kg.errors import UsageError
from kg.store.base import Answer, Question
from kg.store.rows import Term, columns, table
from server.facts import Said, local, statements
from server.labels import Labels, labels_of
from server.links import ONTOLOGY, is_path, path_of
from server.search import KNOWN, find
from server.site import site

MOST = 1000
"""Rows, things or statements that one answer holds at most."""
MOST_TEXT = 200_000
"""Characters of a graph that one answer holds at most."""
Told = dict[str, Any]


def search_entities(words: str, class_name: str = "", limit: int = 10) -> Told:
    """People, organisations, laws, petitions, places, events and documents whose names or spellings are like the words
    (slips and transliterations are forgiven), the likest first. class_name narrows to one of: Person, Organization,
    LegalResource, Petition, Place, Event, ReportedEvent, Document. Use the returned id with describe and evidence_for.
    """
    if class_name and class_name not in KNOWN:
        raise UsageError(f"class_name is one of {', '.join(sorted(KNOWN))}, or nothing")
    found = find(" ".join(words.split())[:200], class_name, _most(limit)) if words.strip() or class_name else []
    labels = labels_of(Term("iri", iri) for one in found for iri in (one.thing, one.cls))
    listed = [
        {
            "id": _short(one.thing), "name": labels.name(one.thing), "matched": one.name, "class": labels.name(one.cls),
            "likeness": round(one.score, 1),
        }
        for one in found
    ]  # fmt: skip
    return {"found": listed}


def describe(thing: str) -> Told:
    """What the documents say of one thing and of others in which it takes part. thing is an id that search_entities
    returned (such as person/ann-lee) or a whole IRI. "facts" and "takes_part_in" are asserted by a document;
    "only_said" is alleged, planned, denied, reported by somebody or uncertain, and must never be told as a fact. Each
    statement has one of its sentences; evidence_for has all of them.
    """
    iri = _thing(thing)
    said, with_it = _said(iri)
    stated = site().ask("stated-of", thing=iri)
    if not stated and not said:
        raise UsageError(f"nothing is known of {thing}; look for its id with search_entities")
    labels = _labels(iri, [*said, *with_it])
    asserted = [one for one in with_it if one.asserted]
    only_said = [_statement(one, labels) for one in said if not one.asserted]
    only_said += [_statement(one, labels, inverse=True) for one in with_it if not one.asserted]
    return {
        "id": _short(iri),
        "name": labels.name(iri),
        "classes": sorted({local(row["object"]) for row in stated if row["predicate"].value.endswith("#type")}),
        "facts": [_statement(one, labels) for one in said if one.asserted][:MOST],
        "takes_part_in": [_statement(one, labels, inverse=True) for one in asserted][:MOST],
        "only_said": only_said[:MOST],
    }


def run_saved_query(name: str, parameters: dict[str, str] | None = None, limit: int = 100) -> Told:
    """The answer of one of the saved queries below. Parameters are texts, days such as 2024-03-31, or ids of things."""
    query = site().queries.get(name)
    if query is None:
        raise UsageError(f"there is no saved query {name}; there are {', '.join(site().queries)}")
    iris = {param.name for param in query.params.values() if param.type == "iri"}
    given = {
        key: _thing(value) if key in iris and _is_id(value) else value for key, value in (parameters or {}).items()
    }
    text = site().asking(query, given)
    return _answered(site().view.answer(Question(text)), limit)


def sparql(query: str, limit: int = 100) -> Told:
    """The answer of a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE). The graph can only be read, SERVICE is
    refused. Prefixes have to be declared: cg: is <https://w3id.org/civicgraph/ontology#>. Ask for types such as
    cg:Conviction to get facts, for cg:Claim (rdf:subject, rdf:predicate, rdf:object, cg:mode, cg:polarity,
    cg:evidence/cg:quote) to get what was said. Events have cg:agent, cg:patient, cg:kind, cg:dateEDTF, cg:country.
    """
    return _answered(site().view.answer(Question(query)), limit)


def evidence_for(thing: str, property: str = "", value: str = "") -> Told:
    """Every sentence that says something of a thing, word for word, with its document, how it is said (mode, denied,
    speaker) and the measured precision of the rule that read it. thing is an id or IRI; property (such as patient)
    and value (an id, an IRI or words) narrow it to one statement.
    """
    iri = _thing(thing)
    said, _ = _said(iri)
    labels = _labels(iri, said)
    values = {value, _thing(value)} if _is_id(value) else {value}
    chosen = [
        one
        for one in said
        if property in ("", one.predicate, local(Term("iri", one.predicate)))
        and (not value or values & {one.other.value, labels.show(one.other).text})
    ]
    return {"id": _short(iri), "name": labels.name(iri), "statements": [_proven(one, labels) for one in chosen][:MOST]}


def saved_queries() -> str:
    """The saved queries, one in a line: name, question, parameters."""
    lines = []
    for query in site().queries.values():
        params = ", ".join(f"{one.name}{' (needed)' if one.required else ''}" for one in query.params.values())
        lines.append(f"- {query.name}: {query.question}{f' [{params}]' if params else ''}")
    return "\n".join(lines)


def _answered(answer: Answer, limit: int) -> Told:
    """The rows of an answer, at most `limit` of them; a graph whole, since half a graph would be taken for one."""
    if answer.kind == "boolean":
        return {"boolean": json.loads(answer.body)["boolean"]}
    if answer.kind == "graph":
        text = answer.body.decode()
        if len(text) > MOST_TEXT:
            raise UsageError(f"the graph has {len(text):,} characters; ask for less, at most {MOST_TEXT:,}")
        return {"turtle": text}
    found = table(answer)
    shown = [{name: term.value for name, term in row.items()} for row in found[: _most(limit)]]
    return {"columns": columns(answer), "rows": shown, "total": len(found), "cut": len(found) > len(shown)}


def _said(iri: str) -> tuple[list[Said], list[Said]]:
    return (
        statements(site().ask("said-of", thing=iri), "object"),
        statements(site().ask("said-with", thing=iri), "subject"),
    )


def _labels(iri: str, said: Iterable[Said]) -> Labels:
    terms: list[Term | None] = [Term("iri", iri)]
    for one in said:
        terms += [Term("iri", one.predicate), one.other, one.speaker]
        terms += [Term("iri", proof.document) for proof in one.proofs]
    return labels_of(terms)


def _statement(one: Said, labels: Labels, *, inverse: bool = False) -> Told:
    other: Told = {"subject" if inverse else "value": labels.show(one.other).text}
    if one.other.kind == "iri":
        other["id"] = _short(one.other.value)
    if one.manner:
        other["manner"] = one.manner
    if one.speaker is not None:
        other["speaker"] = labels.show(one.speaker).text
    quote = next((proof.quote for proof in one.proofs if proof.quote), None)
    return {"property": local(Term("iri", one.predicate)), **other, "sentence": quote, "sentences": len(one.proofs)}


def _proven(one: Said, labels: Labels) -> Told:
    proofs = [
        {
            "quote": proof.quote, "article": proof.article_title, "document": labels.name(proof.document),
            "place": _short(proof.sentence), "precision": proof.confidence,
        }
        for proof in one.proofs
    ]  # fmt: skip
    return {**_statement(one, labels), "asserted": one.asserted, "sentences": proofs}


def _thing(text: str) -> str:
    """The IRI of a thing from its id or IRI. Raises UsageError for what is neither."""
    iri = site().iris.of(unquote(text))[1:-1] if _is_id(text) else text
    if path_of(iri, site().settings.base) is None:
        raise UsageError(f"{text[:200] or 'nothing'} is no thing of this graph; look for its id with search_entities")
    return iri


def _is_id(text: str) -> bool:
    return is_path(text) and ":" not in text


def _short(iri: str) -> str:
    """The id of a thing; a term of the ontology or of the web stays what it is."""
    return path_of(iri, site().settings.base) or iri.removeprefix(ONTOLOGY)


def _most(limit: int) -> int:
    return max(1, min(limit, MOST))
