"""The ontology is linted like code: every term is explained, placed, mapped, shaped and used, and none is unknown."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Literal, URIRef
from rdflib.term import Node

from kg.graph.vocabulary import CG, classes, families, kinds, local, properties, shapes_graph, superclasses, vocabulary
from kg.graph.vocabulary import terms as defined
from kg.resources import data_folder

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = data_folder("ontology")
QUERIES = sorted(data_folder("queries").glob("*.rq"))
LANGUAGES = ("en", "ru")
# Properties that no other vocabulary has an idea of.
OURS_ALONE = {
    "action", "amountWithheld", "confidence", "count", "dateStated", "differsIn", "former", "mode", "pageDate",
    "polarity", "precision", "rule", "suspended", "threshold", "truncated",
}  # fmt: skip
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
IN_CODE = re.compile(r'\bcg\("(\w+)"\)|(?<![\w/])cg:(\w+)|\bCG\.(\w+)')
IN_QUERY = re.compile(r"(?<![\w/])cg:([A-Za-z]\w*)")


def words(name: str, predicate: URIRef) -> dict[str, str]:
    found = vocabulary().objects(CG[name], predicate)
    return {str(text.language): str(text) for text in found if isinstance(text, Literal)}


@cache
def in_shapes() -> frozenset[str]:
    return frozenset(filter(None, (local(term) for triple in shapes_graph() for term in triple)))


@cache
def in_queries() -> frozenset[str]:
    """Terms in the bodies of the saved queries; what a comment says does not count."""
    bodies = (re.sub(r"(?m)^\s*#.*$", "", path.read_text(encoding="utf8")) for path in QUERIES)
    return frozenset(name for body in bodies for name in IN_QUERY.findall(body))


@pytest.mark.parametrize("name", sorted(defined()))
@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment], ids=["label", "comment"])
def test_every_term_is_explained(name: str, predicate: URIRef) -> None:
    texts = words(name, predicate)
    assert set(texts) == set(LANGUAGES)
    assert len(list(vocabulary().objects(CG[name], predicate))) == len(LANGUAGES)
    assert all(text and text == text.strip() for text in texts.values())
    assert CYRILLIC.search(texts["ru"])
    assert not CYRILLIC.search(texts["en"])
    if predicate == RDFS.comment:
        assert all(text.endswith((".", ").")) for text in texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_share_a_label(language: str) -> None:
    labels = Counter(words(name, RDFS.label)[language].casefold() for name in defined())
    assert [label for label, number in labels.items() if number > 1] == []


def test_everything_of_ours_is_defined() -> None:
    mentioned = {local(term) for triple in vocabulary() for term in triple if isinstance(term, URIRef)} - {""}
    assert mentioned - defined() == set()


def test_names_are_written_by_the_rule() -> None:
    assert [name for name in properties() if not name[0].islower()] == []
    assert [name for name in defined() - properties() if not name[0].isupper()] == []


@pytest.mark.parametrize("name", sorted(classes()))
def test_every_class_has_one_parent_and_a_mapping(name: str) -> None:
    graph = vocabulary()
    parents = [p for p in graph.objects(CG[name], RDFS.subClassOf) if isinstance(p, URIRef)]
    assert len(parents) == 1
    assert superclasses(name) >= {name}
    assert mapped(name) or local(parents[0]) in families() | {"Event"}, "an own idea stands below a mapped one"


@pytest.mark.parametrize("name", sorted(properties()))
def test_every_property_has_a_place_and_a_mapping(name: str) -> None:
    graph = vocabulary()
    assert list(graph.objects(CG[name], RDFS.subPropertyOf)) or list(graph.objects(CG[name], RDFS.domain))
    assert mapped(name) != (name in OURS_ALONE), "map the property, or list it as ours alone"


def mapped(name: str) -> bool:
    """Whether a term points into another vocabulary."""
    ways = (SKOS.closeMatch, SKOS.exactMatch, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso)
    return any(not local(term) for way in ways for term in vocabulary().objects(CG[name], way))


def test_terms_above_ours_are_declared() -> None:
    graph = vocabulary()
    above = {p for way in (RDFS.subClassOf, RDFS.subPropertyOf) for p in graph.objects(None, way)}
    assert [str(p) for p in above if (p, RDF.type, None) not in graph] == []


def test_kinds_are_concepts_in_the_same_place() -> None:
    graph = vocabulary()
    for kind in kinds():
        above = {local(broader) for broader in graph.objects(CG[kind], SKOS.broader)} or {"Event"}
        assert above == {local(parent) for parent in graph.objects(CG[kind], RDFS.subClassOf)}
    for name in kinds() | families():
        assert words(name, SKOS.prefLabel) == words(name, RDFS.label)


def test_the_statuses_of_events_are_disjoint() -> None:
    graph = vocabulary()
    groups = [set(graph.items(members)) for members in graph.objects(None, OWL.members)]
    statuses = set(graph.subjects(SKOS.inScheme, CG.Statuses))
    assert len(statuses) == 6
    assert statuses in groups


@pytest.mark.parametrize("scheme", ["Modes", "Statuses", "SanctionTypes", "EventKinds"])
def test_schemes_have_top_concepts_with_labels(scheme: str) -> None:
    graph = vocabulary()
    concepts = set(graph.subjects(SKOS.inScheme, CG[scheme]))
    assert concepts
    assert set(graph.subjects(SKOS.topConceptOf, CG[scheme])) <= concepts
    for concept in concepts:
        assert set(words(local(concept), SKOS.prefLabel)) == set(LANGUAGES)


def test_the_types_of_sanction_are_those_of_the_shape() -> None:
    graph = vocabulary()
    types = graph.subjects(SKOS.inScheme, CG.SanctionTypes)
    notations = {str(notation) for concept in types for notation in graph.objects(concept, SKOS.notation)}
    assert allowed("sanctionType") == notations


def test_the_modes_are_those_of_the_shape() -> None:
    assert allowed("mode") == {str(mode) for mode in vocabulary().subjects(SKOS.inScheme, CG.Modes)}


def allowed(name: str) -> set[str]:
    """The values that a shape allows for a property."""
    shapes = shapes_graph()
    lists = [choices for rule in shapes.subjects(SH.path, CG[name]) for choices in shapes.objects(rule, SH["in"])]
    return {str(value) for choices in lists for value in shapes.items(choices)}


def test_every_class_has_a_shape() -> None:
    targets = {local(target) for target in shapes_graph().objects(None, SH.targetClass)}
    assert classes() - targets == set()


def test_every_shape_says_what_is_wrong() -> None:
    shapes = shapes_graph()
    silent = [
        str(shapes.value(rule, SH.path)) for rule in shapes.objects(None, SH.property)
        if (rule, SH.message, None) not in shapes and on_a_shape(rule)
    ]  # fmt: skip
    assert silent == []


def on_a_shape(rule: Node) -> bool:
    """Whether a property shape hangs on a named shape; parts of an sh:or speak through the whole."""
    return any(isinstance(shape, URIRef) for shape in shapes_graph().subjects(SH.property, rule))


def test_the_context_names_every_class_and_property() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf8"))["@context"]
    targets = {entry["@id"] if isinstance(entry, dict) else entry for entry in context.values() if entry != 1.1}
    ours = {target.removeprefix("cg:") for target in targets if target.startswith("cg:")}
    assert classes() | properties() <= ours <= defined()


@pytest.mark.parametrize("folder", ["kg", "server"])
def test_code_uses_no_unknown_term(folder: str) -> None:
    unknown = {
        f"{path.relative_to(ROOT)}: cg:{name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for found in IN_CODE.findall(path.read_text(encoding="utf8"))
        for name in found
        if name and name not in defined()
    }
    assert unknown == set()


def test_shapes_use_no_unknown_term() -> None:
    assert in_shapes() - defined() == set()


def test_queries_use_no_unknown_term() -> None:
    assert in_queries() - defined() == set()


def test_every_class_is_asked_for() -> None:
    """By name, or through a class above or below it, once there are saved queries at all."""
    asked = in_queries() & classes()
    covered = {name for name in classes() if superclasses(name) & asked}
    covered |= {above for name in asked for above in superclasses(name)}
    assert not QUERIES or classes() - covered == set()
