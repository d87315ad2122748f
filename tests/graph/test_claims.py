import pytest

from kg.facts.model import Evidence, Mode
from kg.graph.claims import UNNAMED_SOURCE, Stance, Statement, claim_triples, collect, stance, world_of
from kg.graph.iris import Iris
from kg.graph.terms import cg

TRIPLE = ("<urn:s>", "<urn:p>", "<urn:o>")


def said(start: int = 0, rule: str = "r", article: int = 1, how: Stance | None = None) -> Statement:
    return Statement(TRIPLE, (Evidence("d", article, start, start + 5, "words"),), rule, how or Stance())


@pytest.mark.parametrize(
    ("mode", "polarity", "source", "expected", "asserted"),
    [
        ("Asserted", True, "", Stance(), True),
        ("Asserted", False, "", Stance("Asserted", False), False),
        ("Asserted", True, "<urn:a>", Stance("Attributed", True, "<urn:a>"), False),
        ("Attributed", True, "", Stance("Attributed", True, UNNAMED_SOURCE), False),
        ("Alleged", True, "", Stance("Alleged"), False),
        ("Alleged", True, "<urn:a>", Stance("Alleged", True, "<urn:a>"), False),
        ("Proposed", True, "", Stance("Proposed"), False),
        ("Hypothetical", True, "", Stance("Hypothetical"), False),
    ],
)
def test_stances(mode: Mode, polarity: bool, source: str, expected: Stance, asserted: bool) -> None:
    found = stance(mode, polarity, source)
    assert found == expected
    assert found.asserted is asserted


def test_the_same_statement_of_an_article_is_one_claim() -> None:
    (claim,) = collect([said(), said(20, "q"), said()], Iris())
    assert claim.evidence == {(1, 0, 5), (1, 20, 25)}
    assert claim.rules == {"r", "q"}
    triples = list(claim_triples([claim], Iris(), "1", {"r": 0.81234, "q": 0.5, "z": 1.0}))
    assert [o for _, p, o in triples if p == cg("confidence")] == [
        '"0.8123"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]


def test_articles_and_stances_are_kept_apart() -> None:
    claims = collect([said(), said(article=2), said(how=Stance("Alleged"))], Iris())
    assert len({claim.iri for claim in claims}) == 3
    assert world_of(claims) == {TRIPLE}
    assert world_of(claim for claim in claims if not claim.stance.asserted) == set()


def test_the_base_changes_no_hash() -> None:
    def local(base: str) -> str:
        triple = (f"<{base}id/person/a>", cg("agent"), '"x"')
        statement = Statement(triple, said().evidence, "r", stance("Asserted", True, f"<{base}id/person/b>"))
        return collect([statement], Iris(base))[0].iri.rsplit("/", 1)[-1]

    assert local("https://example.org/") == local("https://w3id.org/civicgraph/")


def test_no_confidence_is_no_triple() -> None:
    assert not [t for t in claim_triples(collect([said()], Iris()), Iris(), "1", {}) if t[1] == cg("confidence")]
