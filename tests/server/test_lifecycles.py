"""Life cycles as JSON: in the order of time, with everybody who acted, and the gaps by name."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.rows import Term
from server import Site, create_app
from server.boards import BOARDS, histories_of
from server.lifecycles import as_json
from server.site import EXTENSION

BASE = "https://w3id.org/civicgraph/id/"


def asked(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    found: list[dict[str, Any]] = answer.get_json()["lifecycles"]
    return found


@pytest.mark.parametrize("kind", BOARDS)
def test_each_kind_has_them(client: FlaskClient, kind: str) -> None:
    assert all(one["steps"] and one["label"] for one in asked(client, f"/lifecycles/{kind}"))


def test_a_petition_from_launch_to_decision(client: FlaskClient) -> None:
    (one,) = asked(client, f"/lifecycles/petitions?which={BASE}petition/clean-rivers-for-pokhara")
    steps = [(step["step"], step["date"], step["status"]) for step in one["steps"]]
    assert steps == [
        ("petition launch", "2023-03-04", "told"),
        ("petition threshold", "2023-05-20", "told"),
        ("petition review", "2023-06-01", "told"),
        ("petition decision", "2023-07", "told"),
    ]
    assert (one["signatures"], one["threshold"], one["gaps"], one["notYet"]) == ("12450", "10000", [], [])
    assert [actor["label"] for actor in one["steps"][0]["actors"]] == ["Sita Gurung"]
    assert one["steps"][0]["quote"].startswith("On 4 March 2023")


def test_a_case_names_its_gaps(client: FlaskClient) -> None:
    (one,) = asked(client, f"/lifecycles/cases?who={BASE}person/mutale-zimba")
    assert [step["step"] for step in one["steps"]] == ["detention", "charge", "conviction"]
    assert (one["gaps"], one["notYet"]) == (["trial"], ["appeal", "release"])


def test_a_release_makes_nobody_convicted(client: FlaskClient) -> None:
    (one,) = asked(client, f"/lifecycles/cases?who={BASE}person/chanda-phiri")
    assert one["gaps"] == ["trial"]  # before a conviction that is told; no detention and no appeal is presumed
    answer = client.get(f"/queries/case-life-cycle?who={BASE}person/chanda-phiri&format=tsv").text
    assert '"appeal"@en\t"not told"' in answer


def test_what_is_not_asserted_says_so(client: FlaskClient) -> None:
    (one,) = asked(client, f"/lifecycles/laws?which={BASE}law/np/environment-act")
    assert [(step["step"], step["status"]) for step in one["steps"]] == [
        ("adopted", "told"), ("signed", "told"), ("in force", "planned"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "status"),
    [("/lifecycles/nothing", 404), ("/lifecycles/petitions?colour=red", 400), ("/lifecycles/petitions?which=a+b", 400)],
)
def test_what_is_wrong_is_told(client: FlaskClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_server_without_the_query_has_none(app: Flask) -> None:
    bare = create_app(Site(app.extensions[EXTENSION].view))
    assert asked(bare.test_client(), "/lifecycles/petitions") == []


def test_time_orders_what_steps_do_not() -> None:
    def row(order: int, event: str, day: str = "") -> dict[str, Term]:
        values = {
            "law": "a",
            "order": str(order),
            "step": f"s{order}",
            "status": "told",
            "event": event,
            "earliest": day,
        }
        return {name: Term("literal", value) for name, value in values.items() if value}

    (history,) = histories_of([row(1, "late", "2024-05-01"), row(2, "undated"), row(3, "early", "2024-01-01")])
    assert [step["event"] for step in as_json(history)["steps"]] == ["undated", "early", "late"]
