"""Boards of histories with their gaps, and disagreements side by side, from the story's graph."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from kg.store.rows import Term
from server.boards import BOARDS, histories_of


@pytest.mark.parametrize("kind", BOARDS)
def test_each_board_has_its_steps(client: FlaskClient, kind: str) -> None:
    text = client.get(f"/boards/{kind}").text
    assert f"<h1>{BOARDS[kind][0]}, step by step</h1>" in text
    assert f'href="/queries/{BOARDS[kind][1]}?format=json"' in text


def test_a_petition_in_a_row(client: FlaskClient) -> None:
    text = client.get("/boards/petitions").text
    row = re.search(r"<tr><th scope=\"row\">.*?Clean Rivers for Pokhara.*?</tr>", text, re.S)
    assert row is not None
    assert 'class="told"' in row.group()
    assert "signatures" in row.group()


def test_a_verdict_with_two_punishments_is_one_step() -> None:
    row = {"person": Term("iri", "who"), "order": Term("literal", "4"), "event": Term("iri", "verdict")}
    both = [row | {"sanction": Term("literal", code)} for code in ("fine", "imprisonment")]
    (history,) = histories_of([*both, row | {"event": Term("iri", "another")}])
    assert [told["event"].value for told in history.steps[4]] == ["verdict", "another"]


def test_no_such_board(client: FlaskClient) -> None:
    assert client.get("/boards/nothing").status_code == 404


def test_disagreements(client: FlaskClient) -> None:
    text = client.get("/disagreements").text
    assert "Where documents disagree" in text
    count = len(client.get("/queries/disagreements-between-sources?format=csv").text.splitlines()) - 1
    assert text.count('<article class="versus">') == count
    sides = re.findall(r'<figcaption><a href="/page/sentence/[^"]+">[^<]+</a>, on <a href="/page/[^"]+">', text)
    assert len(sides) == 2 * count


def row(law: str, order: int, status: str, **more: str) -> dict[str, Term]:
    values = {"law": law, "order": str(order), "step": f"s{order}", "status": status, **more}
    return {name: Term("literal", value) for name, value in values.items()}


def test_rows_become_histories() -> None:
    found = [
        row("a", 1, "gap"),
        row("a", 2, "told", event="e"),
        row("b", 1, "told", event="f"),
        row("b", 1, "said", event="g"),
    ]
    a, b = histories_of(found)
    assert (a.subject, a.told, sorted(a.steps)) == ("law", 1, [1, 2])
    assert (b.told, len(b.steps[1])) == (1, 2)


def test_a_treaty_has_a_history_for_each_state() -> None:
    found = [{"treaty": Term("iri", "x:t"), **row("", 1, "told", state=state)} for state in ("ke", "ug")]
    assert len(histories_of(found)) == 2
