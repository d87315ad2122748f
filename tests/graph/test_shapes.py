"""Each shape lets a valid graph pass and catches the graph that breaks it."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.graph.shapes import violations
from kg.graph.terms import NAMESPACES

VALID = """
<d> a cg:Document ; rdfs:label "Bulletin"@en ; dcterms:identifier "d" ;
    cg:sha256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" .
<d-1> a cg:Article ; rdfs:label "News"@en ; cg:inDocument <d> ; cg:truncated false ; cg:start 0 ; cg:end 900 .
<s> a cg:Sentence ; cg:inArticle <d-1> ; cg:start 10 ; cg:end 60 ; cg:quote "A Lima court fined the editor 900 soles." .
<pe> a cg:Country ; skos:prefLabel "Peru"@en ; skos:notation "PE" .
<lima> a cg:Place ; skos:prefLabel "Lima"@en ; cg:country <pe> .
<court> a cg:Court ; skos:prefLabel "Lima court"@en , "суд Лимы"@ru ; cg:country <pe> .
<editor> a cg:Person ; skos:prefLabel "Rosa Example"@en ; cg:nationality <pe> .
<law> a cg:Law ; skos:prefLabel "Press Law"@en ; cg:jurisdiction <pe> .
<article-5> a cg:LawProvision ; skos:prefLabel "Article 5"@en ; cg:provisionOf <law> .
<petition> a cg:Petition ; skos:prefLabel "Repeal the Press Law"@en ; cg:signatures 1200 ; cg:threshold 1000 .
<job> a cg:Position ; rdfs:label "Rosa Example, editor"@en ; cg:holder <editor> ; cg:title "editor"@en .
<e> a cg:Event , cg:Conviction ; cg:kind cg:Conviction ; rdfs:label "Conviction"@en ; cg:agent <court> ;
    cg:patient <editor> ; cg:place <lima> ; cg:country <pe> ; cg:law <article-5> ; cg:sanction <fine> ;
    cg:precision "day" ; cg:earliest "2024-03-01"^^xsd:date ; cg:latest "2024-03-01"^^xsd:date ;
    cg:dateEDTF "2024-03-01"^^edtf:EDTF .
<fine> a cg:Sanction ; cg:sanctionType "fine" ; cg:amount 900.0 ; cg:currency "PEN" .
<a> a cg:AllegedEvent ; cg:kind cg:Torture ; rdfs:label "Alleged torture"@en .
<c> a cg:Claim ; rdf:subject <e> ; rdf:predicate cg:patient ; rdf:object <editor> ; cg:mode cg:Asserted ;
    cg:polarity true ; cg:evidence <s> ; cg:rule "fined" ; cg:confidence 0.9 ; prov:wasGeneratedBy <run> .
"""
EVENT = 'a cg:Event , cg:Rally ; rdfs:label "Rally"@en ; cg:kind cg:Rally'
CLAIM = "a cg:Claim ; rdf:subject <e> ; rdf:predicate cg:agent ; rdf:object <court> ; prov:wasGeneratedBy <run>"
WHOLE = f'{CLAIM} ; cg:polarity true ; cg:rule "r" ; cg:evidence <s>'

# What is added to the valid graph, and words of the violations that it must give.
BROKEN: dict[str, tuple[str, str]] = {
    "no label": ("<x> a cg:Company .", "preferred label"),
    "two labels in one language": ('<x> a cg:Bill ; skos:prefLabel "A"@en , "B"@en .', "preferred label"),
    "a label without language": ('<x> a cg:Treaty ; skos:prefLabel "A" .', "preferred label"),
    "a long country code": ('<x> a cg:Country ; skos:prefLabel "X"@en ; skos:notation "PER" .', "ISO 3166-1"),
    "citizen of a city": ('<x> a cg:Person ; skos:prefLabel "X"@en ; cg:nationality <lima> .', "cg:nationality"),
    "provision of two": ("<law2> a cg:Law ; skos:prefLabel 'L'@en . <article-5> cg:provisionOf <law2> .", "one law"),
    "a negative count": ("<petition> cg:signatures -1 .", "not below 0"),
    "an event without a kind": ('<x> a cg:Event ; rdfs:label "X"@en .', "exactly one kind"),
    "a kind that is none": ('<x> a cg:Event ; rdfs:label "X"@en ; cg:kind cg:Person .', "concept of cg:EventKinds"),
    "class against kind": ("<e> a cg:Killing .", "must agree"),
    "an allegation of a kind": ("<a> a cg:Torture .", "only what happened"),
    "earliest alone": (f'<x> {EVENT} ; cg:earliest "2024-01-01"^^xsd:date .', "both cg:earliest and cg:latest"),
    "latest alone": (f'<x> {EVENT} ; cg:latest "2024-01-01"^^xsd:date .', "both cg:earliest and cg:latest"),
    "reversed": (f'<x> {EVENT} ; cg:earliest "2024-02-01"^^xsd:date ; cg:latest "2024-01-31"^^xsd:date .', "not after"),
    "a month as a day": (f'<x> {EVENT} ; cg:earliest "2024-02" ; cg:latest "2024-02" .', "one full date"),
    "an unknown precision": ('<e> cg:precision "moment" .', "cg:precision"),
    "attendance backwards": (f"<x> {EVENT} ; cg:attendanceMin 20 ; cg:attendanceMax 10 .", "not above"),
    "a place that is a person": (f"<x> {EVENT} ; cg:place <editor> .", "cg:place must be"),
    "no such treaty action": (
        "<x> a cg:Event , cg:TreatyAction ; rdfs:label 'X'@en ; cg:kind cg:TreatyAction ; cg:action 'burning' .",
        "signature, ratification or accession",
    ),
    "a fine without amount": ('<x> a cg:Sanction ; cg:sanctionType "fine" .', "a fine has an amount"),
    "an unknown sanction": ('<x> a cg:Sanction ; cg:sanctionType "exile" .', "cg:SanctionTypes"),
    "weeks are no duration": ('<fine> cg:duration "P2W" .', "xsd:duration"),
    "a currency in words": ('<fine> cg:currency "soles" .', "ISO 4217"),
    "a position without holder": ('<x> a cg:Position ; rdfs:label "X"@en .', "exactly one holder"),
    "a document without hash": ('<x> a cg:Document ; rdfs:label "X"@en ; dcterms:identifier "x" .', "SHA-256"),
    "an article in no document": ('<x> a cg:Article ; rdfs:label "X"@en ; cg:truncated true .', "one document"),
    "a sentence in no article": ("<x> a cg:Sentence ; cg:start 1 ; cg:end 2 .", "one article"),
    "an empty sentence": ("<x> a cg:Sentence ; cg:inArticle <d-1> ; cg:start 5 ; cg:end 5 .", "start"),
    "a claim unproven": (f'<x> {CLAIM} ; cg:mode cg:Asserted ; cg:polarity true ; cg:rule "r" .', "one sentence"),
    "a claim of two triples": (f"<x> {WHOLE} ; cg:mode cg:Asserted ; rdf:object <editor> .", "exactly one object"),
    "a claim without mode": (f"<x> {WHOLE} .", "exactly one mode"),
    "an unknown mode": (f"<x> {WHOLE} ; cg:mode cg:Killing .", "exactly one mode"),
    "attributed to nobody": (f"<x> {WHOLE} ; cg:mode cg:Attributed .", "has a source"),
    "certainty above one": ("<c> cg:confidence 1.5 .", "between 0 and 1"),
}
PASSES: dict[str, str] = {
    "as it is": "",
    "the fine's amount is withheld": '<x> a cg:Sanction ; cg:sanctionType "fine" ; cg:amountWithheld true .',
    "prison has no amount": '<x> a cg:Sanction ; cg:sanctionType "imprisonment" ; cg:duration "P10D"^^xsd:duration .',
    "an event without a date": f"<x> {EVENT} .",
    "attributed with a source": f"<x> {WHOLE} ; cg:mode cg:Attributed ; cg:attributedTo <editor> .",
    "alleged without a source": f"<x> {WHOLE} ; cg:mode cg:Alleged .",
    "a sentence without its words": "<x> a cg:Sentence ; cg:inArticle <d-1> ; cg:start 1 ; cg:end 9 .",
    "a treaty action": "<x> a cg:Event , cg:TreatyAction ; rdfs:label 'X'@en ; cg:kind cg:TreatyAction ; "
    "cg:action 'accession' .",
}


def graph(turtle: str) -> Graph:
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in NAMESPACES.items())
    return Graph().parse(data=f"@base <https://example.org/id/> .\n{prefixes}{turtle}", format="turtle")


@pytest.mark.parametrize("more", PASSES.values(), ids=PASSES.keys())
def test_a_valid_graph_passes(more: str) -> None:
    assert violations(graph(VALID + more)) == []


@pytest.mark.parametrize(("more", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_graph_is_told(more: str, words: str) -> None:
    found = violations(graph(VALID + more))
    assert any(words in line for line in found), found
    assert all("\n" not in line and line.startswith("https://example.org/id/") for line in found)


def test_the_data_stays_as_it_is() -> None:
    data = graph(VALID)
    before = set(data)
    violations(data)
    assert set(data) == before


def test_a_line_names_node_and_value() -> None:
    [line] = violations(graph(VALID + "<editor> cg:nationality <lima> ."))
    assert line == (
        "https://example.org/id/editor: cg:nationality must be a cg:Country "
        "(cg:nationality https://example.org/id/lima)"
    )
