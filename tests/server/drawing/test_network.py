from __future__ import annotations

from dataclasses import replace

from server.drawing.network import MOST, network_of

A, B = ("x:a", "Ann", "/page/a"), ("x:b", "Bo", None)


def test_ties_are_drawn_once_with_their_ends() -> None:
    drawing = replace(network_of([(A, "knows", B), (A, "knows", B), (B, "knows", A)]), families={"x:a": "Person"})
    assert drawing.as_json() == {
        "nodes": [
            {"iri": "x:a", "name": "Ann", "href": "/page/a", "family": "Person"},
            {"iri": "x:b", "name": "Bo", "href": None, "family": ""},
        ],
        "edges": [
            {"subject": "x:a", "name": "knows", "object": "x:b"},
            {"subject": "x:b", "name": "knows", "object": "x:a"},
        ],
    }


def test_what_there_is_no_room_for_is_counted() -> None:
    assert network_of((A, str(n), B) for n in range(MOST + 7)).left_out == 7
