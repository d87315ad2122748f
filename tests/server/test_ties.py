"""Shortest ways: found from both ends, never through what is to be avoided, never longer than asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from server.ties import Tie, shortest

# a–b–c–d–e in a row, a–hub–e in two steps, z alone.
TIES = [Tie(*one.split()) for one in ("a p b", "c p b", "c p d", "d p e", "a q hub", "e q hub")]


def step(nodes: Sequence[str]) -> Iterable[Tie]:
    return [tie for tie in TIES if tie.subject in nodes or tie.object in nodes]


def nodes(way: Sequence[Tie], start: str) -> list[str]:
    found = [start]
    for tie in way:
        found.append(tie.other(found[-1]))
    return found


@pytest.mark.parametrize(
    ("start", "end", "hops", "avoided", "way"),
    [
        ("a", "e", 6, "", ["a", "hub", "e"]),
        ("a", "e", 6, "hub", ["a", "b", "c", "d", "e"]),
        ("a", "e", 3, "hub", ["a"]),
        ("a", "c", 2, "", ["a", "b", "c"]),
        ("a", "b", 1, "", ["a", "b"]),
        ("b", "a", 1, "", ["b", "a"]),
        ("a", "z", 6, "", ["a"]),
        ("a", "a", 6, "", ["a"]),
        ("hub", "e", 2, "hub", ["hub", "e"]),
    ],
)
def test_shortest(start: str, end: str, hops: int, avoided: str, way: list[str]) -> None:
    found = shortest(start, end, hops, step, lambda node: node == avoided)
    assert nodes(found, start) == way
