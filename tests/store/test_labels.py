"""The index of names: likeness, order, classes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store.labels import find_labels, folded, likeness, write_labels

TURTLE = """
@prefix cg: <https://w3id.org/civicgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
cg:Person rdfs:subClassOf cg:Actor .
cg:Law rdfs:subClassOf cg:LegalResource .
cg:March rdfs:subClassOf cg:Event . cg:Event rdfs:subClassOf cg:ReportedEvent .
<x:1> a cg:Person ; skos:prefLabel "Qairat Jaqsybekov" ; skos:altLabel "Kayrat Zhaksybekov", "Jaqsybekov" .
<x:2> a cg:Person ; skos:prefLabel "Nino Gvinjilia" .
<x:3> a cg:Law ; skos:prefLabel "Law No. 71 on Assemblies" .
<x:4> a cg:March, cg:Event ; rdfs:label "March in Batumi, 2024-05" .
<x:5> a cg:Person ; skos:prefLabel "Jak Syber" .
[] rdf:object <x:2> . [] rdf:object <x:2> . [] rdf:object <x:1> .
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = ox.Store()
    store.load(TURTLE.encode(), format=ox.RdfFormat.TURTLE)
    path = tmp_path_factory.mktemp("labels") / "labels.sqlite"
    assert write_labels(store, path) == 7
    return path


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Kairat Zhaqsybekov", "x:1"),
        ("zhaksybek", "x:1"),
        ("Jaksibekov", "x:1"),
        ("ghvinjilia", "x:2"),
        ("gvinjlia", "x:2"),
        ("law 71", "x:3"),
        ("assemblies", "x:3"),
        ("march batumi", "x:4"),
        ("2024-05", "x:4"),
        ("N", "x:2"),
    ],
)
def test_the_likest_comes_first(index: Path, words: str, first: str) -> None:
    assert find_labels(index, words)[0].thing == first


@pytest.mark.parametrize("words", ["Smith", "Gvinashvili", "law 72", "no such name", "??"])
def test_what_is_unlike_is_not_found(index: Path, words: str) -> None:
    assert [one.name for one in find_labels(index, words) if one.score > 90] == []


def test_by_class_and_by_ties(index: Path) -> None:
    assert [one.thing for one in find_labels(index, "", "Person")][:2] == ["x:2", "x:1"]
    assert [one.thing for one in find_labels(index, "march", "Person")] == []
    (march,) = find_labels(index, "march", "ReportedEvent")
    assert march.cls.endswith("#March")
    assert len(find_labels(index, "", "", 2)) == 2


def test_each_thing_once_with_the_spelling_that_fits(index: Path) -> None:
    first = find_labels(index, "Kayrat Zhaksybekov")[0]
    assert (first.thing, first.name) == ("x:1", "Kayrat Zhaksybekov")


def test_what_is_spelt_just_so_comes_before_what_is_told_of_more_and_misspelt_words_are_found_among_many(
    tmp_path: Path,
) -> None:
    store = ox.Store()
    laws = "".join(
        f'<x:{n}> a cg:Law ; skos:prefLabel "Law {n} of Oruvia" . [] rdf:object <x:{n}> .' for n in range(900)
    )
    names = '<x:state> a cg:Law ; skos:prefLabel "Oruvia" . <x:far> a cg:Person ; skos:prefLabel "Telma Orzuvik" .'
    store.load((TURTLE + laws + names).encode(), format=ox.RdfFormat.TURTLE)
    write_labels(store, tmp_path / "labels.sqlite")
    assert find_labels(tmp_path / "labels.sqlite", "oruvia", most=8)[0].thing == "x:state"
    assert len(find_labels(tmp_path / "labels.sqlite", "of oruvia", most=8)) == 8
    assert find_labels(tmp_path / "labels.sqlite", "Orzuvic", most=8)[0].thing == "x:far"
    assert find_labels(tmp_path / "labels.sqlite", "oruvia 777", most=8)[0].thing == "x:777"


def test_folding_keeps_numbers() -> None:
    assert folded("Article 90-4") != folded("Article 90-5")
    assert likeness(folded("ann lee"), folded("Ann Lee")) == 100
