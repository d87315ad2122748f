import pytest

from kg.errors import UsageError
from kg.graph.iris import DEFAULT_BASE, Iris, checked_base, hyphenated

IRIS = Iris(DEFAULT_BASE, {"Person:ann": "person/ann"})


@pytest.mark.parametrize(
    ("text", "base"),
    [("https://example.org/kg", "https://example.org/kg/"), ("http://localhost:8000/", "http://localhost:8000/")],
)
def test_base_ends_in_a_slash(text: str, base: str) -> None:
    assert checked_base(text) == base


@pytest.mark.parametrize("text", ["", "example.org/", "urn:x", "https://example.org/#", "https://exa mple.org/"])
def test_no_base(text: str) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        checked_base(text)


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (IRIS.entity("Person:ann"), "id/person/ann"),
        (IRIS.country("KZ"), "id/country/kz"),
        (IRIS.sentence("a news", 3, 9), "id/sentence/a%20news-3-9"),
        (IRIS.article("ü", 2), "id/article/%C3%BC-2"),
        (IRIS.document("a%b"), "id/document/a%25b"),
        (IRIS.activity("d", "0.1.0"), "id/activity/d-0.1.0"),
        (IRIS.graph("world"), "graph/world"),
    ],
)
def test_paths(made: str, path: str) -> None:
    assert made == f"<{DEFAULT_BASE}{path}>"


def test_events_are_readable_and_stable() -> None:
    event = IRIS.event("PetitionLaunch", "2024-03/2024-05", "x1")
    assert event.startswith(f"<{DEFAULT_BASE}id/event/petition-launch-2024-03-2024-05-")
    assert event == IRIS.event("PetitionLaunch", "2024-03/2024-05", "x1") != IRIS.event("PetitionLaunch", "", "x1")


def test_hyphenated() -> None:
    assert hyphenated("CivilSocietyOrganization") == "civil-society-organization"
