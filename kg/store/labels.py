"""Names of things, indexed for search: a SQLite file beside the graph, with the trigrams of the folded names.

A scan of all names takes a second where this takes a millisecond, and it finds nothing that is spelt otherwise.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rapidfuzz import fuzz

from kg.names import fold, plain
from kg.store.narrowest import narrowest

Row = tuple[str, str, str, int, str]
Rank = tuple[float, bool, int, int]
BAR = 72.0
"""Likeness (0 to 100) below which a name is no answer. "Petrva" finds "Petrova" (92), not "Peter" (73 of a part)."""
CANDIDATES = 400
ENOUGH = 10
"""So many names that hold what is asked for, and no misspelt ones are looked for."""
NAMES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing ?name WHERE { ?thing skos:prefLabel|skos:altLabel|rdfs:label ?name }
"""
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
TOPS = """
PREFIX cg: <https://w3id.org/civicgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?class ?top WHERE {
  ?class rdfs:subClassOf* ?top .
  VALUES ?top {
    cg:Actor cg:Person cg:Organization cg:LegalResource cg:Petition cg:Place cg:ReportedEvent cg:Event cg:Document
  }
}
"""
DEPTHS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?class (COUNT(DISTINCT ?above) AS ?depth) WHERE { ?class rdfs:subClassOf+ ?above } GROUP BY ?class
"""
TIES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?thing (COUNT(*) AS ?ties) WHERE { ?claim rdf:object ?thing } GROUP BY ?thing
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing with the spelling that was found, its most telling class (an IRI), and how alike it is, 0 to 100."""

    thing: str
    name: str
    cls: str
    score: float


def folded(name: str) -> str:
    """What is compared: letters brought together across transliterations, digits kept.

    >>> folded("Law No. 71 on Kyrgyz Assemblies")
    'lau no 71 on kirgiz asemblies'
    """
    return " ".join(word if word.isdigit() else fold(word) for word in plain(name).split())


def write_labels(store: ox.Store, path: Path) -> int:
    """Index every name in a loaded store; returns how many there are."""
    # Told of most first: then the first that SQLite comes upon are those to show.
    rows = sorted(_named(store), key=lambda row: (-row[4], len(row[1]), row))
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE name (id INTEGER PRIMARY KEY, thing, name, class, tops, ties INTEGER, folded)")
        base.execute("CREATE VIRTUAL TABLE grams USING fts5(folded, content='', tokenize='trigram')")
        base.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?)", ((i, *row) for i, row in enumerate(rows)))
        base.execute("INSERT INTO grams (rowid, folded) SELECT id, folded FROM name")
        base.execute("CREATE INDEX start ON name (folded)")
        base.commit()
    return len(rows)


def _named(store: ox.Store) -> Iterator[tuple[str, str, str, str, int, str]]:
    ties = {row[0].value: int(row[1].value) for row in _select(store, TIES)}
    depths = {row[0].value: int(row[1].value) for row in _select(store, DEPTHS)}
    above: dict[ox.NamedNode, set[str]] = defaultdict(set)
    for cls, top in _select(store, TOPS):
        above[cls].add(top.value.rsplit("#", 1)[-1])
    # One look for each class: asked for all at once, Oxigraph goes through the claims first.
    classes_of: dict[object, set[ox.NamedNode]] = defaultdict(set)
    for cls in above:
        for quad in store.quads_for_pattern(None, TYPE, cls):
            classes_of[quad.subject].add(cls)
    for thing, text in {(thing, name.value) for thing, name in _select(store, NAMES) if thing in classes_of}:
        classes = classes_of[thing]
        yield (
            thing.value,
            text,
            narrowest({one.value: depths.get(one.value, 0) for one in classes}),
            " ".join(sorted({top for one in classes for top in above[one]})),
            ties.get(thing.value, 0),
            folded(text),
        )


def _select(store: ox.Store, text: str) -> Iterable[tuple[ox.NamedNode, ...]]:
    found = store.query(text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return (tuple(row) for row in found)


def find_labels(path: Path, words: str, top: str = "", most: int = 200) -> list[Found]:
    """Things whose names are like the words, the likest first; `top` is a class above theirs ("Person"), "" for all.

    Without words, those of the class that are told of most.
    """
    asked = folded(words)
    if words.strip() and not asked:
        return []
    exact = plain(words)
    with closing(sqlite3.connect(f"file:{path.absolute()}?mode=ro&immutable=1", uri=True)) as base:
        best: dict[str, tuple[Rank, Found]] = {}
        for rows in _candidates(base, asked, f" {top} " if top else "", most):
            _rank(rows, asked, exact, best)
            if len(best) >= ENOUGH:
                break
    return [one for _, one in sorted(best.values(), key=lambda pair: pair[0], reverse=True)][:most]


def _rank(rows: Iterable[Row], asked: str, exact: str, best: dict[str, tuple[Rank, Found]]) -> None:
    """Keep of each thing the name that is likest, with what it is ordered by."""
    for thing, name, cls, ties, likely in rows:
        score = likeness(asked, likely) if asked else 100.0
        if score < BAR:
            continue
        rank = (score, plain(name) == exact, ties, -len(name))
        if thing not in best or rank > best[thing][0]:
            best[thing] = (rank, Found(thing, name, cls, score))


def likeness(asked: str, likely: str) -> float:
    """How alike two folded names are, 0 to 100: whole words that begin alike count most, then likeness of letters.

    >>> likeness("petrova", "maria petrova") > likeness("petrova", "petrovka street") > likeness("petrova", "peter")
    True
    """
    if asked == likely:
        return 100.0
    wanted, there = asked.split(), likely.split()
    if all(any(word.startswith(w) for word in there) for w in wanted):
        whole = all(w in there for w in wanted)
        return (95.0 if whole else 90.0) + 4.0 * len(asked) / max(len(asked), len(likely))
    words = [max((fuzz.ratio(w, word) for word in there), default=0.0) for w in wanted]
    return 0.9 * min(sum(words) / len(words), fuzz.token_sort_ratio(asked, likely) + 25) if words else 0.0


def _candidates(base: sqlite3.Connection, asked: str, top: str, most: int) -> Iterator[Iterable[Row]]:
    """Names by one way after the other, the cheapest first: that hold all that is asked for, all its letters by
    threes, and some of these."""
    columns = "name.thing, name.name, name.class, name.ties, name.folded"
    kind = "(? = '' OR instr(' ' || name.tops || ' ', ?))"
    some = max(CANDIDATES // 4, 2 * most)
    spelt = f"SELECT {columns} FROM name WHERE folded GLOB ? AND {kind} ORDER BY id LIMIT ?"
    if len(asked) < 3:
        yield base.execute(spelt, (asked + "*", top, top, some))
        return
    holding = f"SELECT {columns} FROM grams JOIN name ON name.id = grams.rowid WHERE grams MATCH ? AND {kind} ORDER BY "
    by_ties = f"{holding} grams.rowid LIMIT ?"
    # What is spelt just so first: it may be told of less than all that have it as a part of their names.
    yield [*base.execute(spelt, (asked, top, top, some)), *base.execute(by_ties, (f'"{asked}"', top, top, some))]
    grams = sorted({f'"{word[i : i + 3]}"' for word in asked.split() for i in range(len(word) - 2)})
    if grams:
        yield base.execute(by_ties, (" AND ".join(grams), top, top, CANDIDATES))
        yield base.execute(f"{holding} rank LIMIT ?", (" OR ".join(grams), top, top, CANDIDATES))
