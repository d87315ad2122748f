"""The tools as a program with a language model meets them: the real client, over standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from kg.store.writer import Writer

ROOT = Path(__file__).resolve().parent.parent.parent
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
Call = Callable[..., Awaitable[Any]]


@pytest.fixture(scope="module")
def store(quads: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store")
    with Writer(path) as writer:
        writer.write_quads(quads.read_text("utf8").splitlines())
        writer.publish({})
    return path


def talk(store: Path, say: Callable[[Client, Call], Awaitable[None]]) -> None:
    """One conversation with a server of its own process."""
    settings = {"PYTHONPATH": str(ROOT), "CIVICGRAPH_TIMEOUT": "2", "CIVICGRAPH_WORKERS": "2"}
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "kg", "mcp", "--store", str(store)], env=dict(os.environ) | settings
    )

    async def conversation() -> None:
        async with Client(stdio_client(command)) as client:

            async def call(tool: str, **given: object) -> Any:
                result = await client.call_tool(tool, given)
                return result.content[0].text if result.is_error else result.structured_content

            with anyio.fail_after(60):
                await say(client, call)

    anyio.run(conversation)


def test_a_conversation(store: Path) -> None:
    async def say(client: Client, call: Call) -> None:
        tools = {one.name: one for one in (await client.list_tools()).tools}
        assert set(tools) == {"search_entities", "describe", "run_saved_query", "sparql", "evidence_for"}
        assert all(one.annotations and one.annotations.read_only_hint for one in tools.values())
        assert "who-was-convicted-of-what" in (tools["run_saved_query"].description or "")

        found = (await call("search_entities", words="Mutalle Zymba", class_name="Person"))["found"]
        assert found[0] | {"likeness": 0} == {
            "id": "person/mutale-zimba", "name": "Mutale Zimba", "matched": "Mutale Zimba", "class": "person",
            "likeness": 0,
        }  # fmt: skip

        told = await call("describe", thing="person/mutale-zimba")
        assert told["name"] == "Mutale Zimba"
        assert any("Conviction of" in one["subject"] and one["sentence"] for one in told["takes_part_in"])
        assert not any("manner" in one and one["manner"] != "inferred" for one in told["facts"])
        assert all("manner" in one or "speaker" in one for one in told["only_said"])

        proof = await call("evidence_for", thing="person/mutale-zimba", property="prefLabel", value="Mutale Zimba")
        assert [one["value"] for one in proof["statements"]] == ["Mutale Zimba"]
        assert all("Zimba" in one["quote"] for one in proof["statements"][0]["sentences"])

        given = {"country": "country/np", "since": "2020-01-01"}
        rows = await call("run_saved_query", name="who-was-convicted-of-what", parameters=given)
        assert [row["personLabel"] for row in rows["rows"]] == ["Sita Gurung"]

        rows = await call("sparql", query="SELECT ?s { ?s ?p ?o }", limit=3)
        assert (len(rows["rows"]), rows["cut"], rows["columns"]) == (3, True, ["s"])
        assert await call("sparql", query="ASK { ?s ?p ?o }") == {"boolean": True}
        assert "<x:s>" in (await call("sparql", query="CONSTRUCT { <x:s> <x:p> 1 } WHERE {}"))["turtle"]

    talk(store, say)


def test_what_is_wrong_is_said_and_harms_nobody(store: Path) -> None:
    async def say(_client: Client, call: Call) -> None:
        async with anyio.create_task_group() as group:
            late: list[Any] = []

            async def endless() -> None:
                late.append(await call("sparql", query=ENDLESS))

            group.start_soon(endless)
            assert (await call("sparql", query="ASK {}"))["boolean"] is True
            assert not late, "a short question waited for the endless one"
        assert "took longer than 2 s" in late[0]
        for tool, given, reason in (
            ("sparql", {"query": "INSERT DATA { <x:a> <x:b> <x:c> }"}, "only answers"),
            ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}, "SERVICE"),
            ("sparql", {"query": "SELECT * {"}, "line"),
            ("describe", {"thing": "person/nobody-at-all"}, "search_entities"),
            ("describe", {"thing": "person/../../etc"}, "no thing"),
            ("evidence_for", {"thing": "javascript:alert(1)"}, "no thing"),
            ("run_saved_query", {"name": "nonsense"}, "petition-life-cycle"),
            ("run_saved_query", {"name": "events-in-a-period", "parameters": {"since": "x"}}, "a day such as"),
            ("search_entities", {"words": "a", "class_name": "Nonsense"}, "Person"),
        ):
            answer = await call(tool, **given)
            assert isinstance(answer, str), (tool, given)
            assert reason in answer, (tool, given)

    talk(store, say)
