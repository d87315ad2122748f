"""The ontology as code sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph import vocabulary as v


def test_the_files_are_packaged() -> None:
    assert [path.name for path in v.ontology_files()] == ["civicgraph.ttl", "kinds.ttl", "modes.ttl"]
    assert len(v.shapes_graph()) > 0


def test_kinds_and_families() -> None:
    assert len(v.kinds()) == 42
    assert v.families() == {
        "Coercion", "Assembly", "Decision", "Lawmaking", "Petitioning", "Violence", "Politics", "Speech",
    }  # fmt: skip
    assert v.kinds().isdisjoint(v.families())
    assert v.kinds() | v.families() <= v.classes()


@pytest.mark.parametrize(
    ("kind", "family"), [("Killing", "Violence"), ("TreatyAction", "Lawmaking"), ("Disaster", ""), ("Person", "")]
)
def test_family_of(kind: str, family: str) -> None:
    assert v.family_of(kind) == family


@pytest.mark.parametrize(
    ("name", "ancestor", "expected"),
    [
        ("Killing", "Killing", True),
        ("Killing", "Violence", True),
        ("Killing", "Event", True),
        ("Killing", "ReportedEvent", True),
        ("Country", "Place", True),
        ("Court", "Actor", True),
        ("AllegedEvent", "Event", False),
        ("Place", "Country", False),
        ("kind", "Event", False),
        ("NoSuchClass", "NoSuchClass", False),
    ],
)
def test_is_subclass(name: str, ancestor: str, expected: bool) -> None:
    assert v.is_subclass(name, ancestor) is expected


def test_superclasses_are_ours_alone() -> None:
    assert v.superclasses("Court") == {"Court", "Organization", "Actor"}
    assert v.superclasses("nothing") == frozenset()


def test_words_in_both_languages() -> None:
    assert v.label("Petition") == "petition"
    assert v.label("Petition", "ru") == "петиция"
    assert v.comment("Court", "en") == "A court of any instance."


@pytest.mark.parametrize(("name", "language"), [("NoSuchTerm", "en"), ("Petition", "xx")])
def test_words_that_are_missing(name: str, language: str) -> None:
    with pytest.raises(KeyError, match=name):
        v.label(name, language)


@pytest.mark.parametrize(
    ("term", "name"), [(v.CG.kind, "kind"), ("https://example.org/#kind", ""), (None, ""), (v.CG[""], "")]
)
def test_local(term: object, name: str) -> None:
    assert v.local(term) == name


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("cg:Petition a owl:Class", encoding="utf8")
    for path in (broken, tmp_path / "missing.ttl"):
        with pytest.raises(StoreError, match=path.name) as caught:
            v.read_turtle(path)
        assert "\n" not in str(caught.value)
