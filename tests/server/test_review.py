"""Review in the browser: who may, what is written (the same log as from the command line), and what is refused."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kg.cli import main
from kg.errors import UsageError
from kg.resources import data_folder
from kg.saved import load
from kg.store.oxigraph import OxigraphView
from kg.store.snapshots import open_snapshot
from server import Site, create_app
from server.desk import Desk
from server.serve import serve
from server.sides import marked

pytestmark = pytest.mark.model
PAGES = ("/review", "/review/facts", "/review/facts/kenya-editor-killing", "/review/disagreements", "/review/log")
OWN = "http://localhost"
Headers = dict[str, str] | None
EVIL = '<img src=x onerror="alert(1)">'


@pytest.fixture(scope="module")
def view(sample_store: Path) -> OxigraphView:
    return OxigraphView.load(open_snapshot(sample_store).graph, most=1 << 26)


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A store of its own with the sample's graph."""
    shutil.copy(sample_store / "current", tmp_path)
    (tmp_path / "builds").symlink_to(sample_store / "builds")
    return tmp_path


@pytest.fixture
def desk(store: Path) -> Desk:
    return Desk(store)


@pytest.fixture
def stranger(view: OxigraphView, desk: Desk) -> FlaskClient:
    """Somebody without the token."""
    app = create_app(Site(view, load(data_folder("queries")), desk=desk))
    app.testing = True
    return app.test_client()


@pytest.fixture
def judge(stranger: FlaskClient, desk: Desk) -> FlaskClient:
    """Somebody who has opened the printed address."""
    assert stranger.get(f"/review?token={desk.token}").status_code == 303
    return stranger


def lines(store: Path) -> list[dict[str, str]]:
    log = store / "judgements.jsonl"
    return [json.loads(line) for line in log.read_text("utf8").splitlines()] if log.is_file() else []


def send(
    judge: FlaskClient, desk: Desk, path: str, headers: dict[str, str] | None = None, **fields: str
) -> TestResponse:
    form = {"form": desk.form_token, "who": "Ann", "reason": "one bench"} | fields
    return judge.post(path, data=form, headers=headers)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_site_gets(stranger: FlaskClient, desk: Desk) -> None:
    response = stranger.get(f"/review/facts?token={desk.token}")
    assert (response.status_code, response.headers["Location"]) == (303, "/review/facts")
    cookie = response.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/review"} <= set(cookie.split("; "))
    assert desk.token not in cookie
    assert desk.form_token not in cookie


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_for_who_has_the_token_and_are_never_kept(stranger: FlaskClient, desk: Desk, path: str) -> None:
    for address in (path, f"{path}?token=wrong", f"{path}?token="):
        refused = stranger.get(address)
        assert refused.status_code == 403
        assert "Set-Cookie" not in refused.headers
        assert desk.form_token not in refused.text
    stranger.set_cookie(desk.cookie, desk.token, path="/review")
    assert stranger.get(path).status_code == 403
    stranger.get(f"/review?token={desk.token}")
    page = stranger.get(path)
    assert page.status_code == 200
    for response in (refused, page):
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in response.headers
        assert "ETag" not in response.headers


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_it_is_off_unless_asked_for(client: FlaskClient, method: str) -> None:
    for path in (*PAGES, "/review?token="):
        assert client.open(path, method=method).status_code == 404
    for path in ("/", "/documents/lusaka-verdicts", "/disagreements"):
        assert "/review" not in client.get(path).text


def test_another_stores_endpoint_has_none() -> None:
    with pytest.raises(UsageError, match="give --review with the folder"):
        serve("http://127.0.0.1:9/query", review=True)


def test_a_pair_is_judged_and_withdrawn_as_from_the_command_line(judge: FlaskClient, desk: Desk, store: Path) -> None:
    page = judge.get("/review").text
    many = page.count('<article class="versus names"')
    assert many > 1
    assert f"{many} pairs to decide" in page
    assert "<mark>High Court in Mombasa</mark>" in page
    names = {name: hidden(page, name) for name in ("left", "right", "class")}
    response = send(judge, desk, "/review", verdict="different", place="1", **names)
    assert (response.status_code, response.headers["Location"]) == (303, "/review#pair-1")
    after = judge.get("/review").text
    assert after.count('<article class="versus names"') == many - 1
    assert 'value="Ann"' in after  # the name is remembered
    send(judge, desk, "/review/log", kind="names", **names)
    assert f"{many} pairs to decide" in judge.get("/review").text

    given = ["--who", "Ann", "--reason", "one bench", "--store", str(store)]
    both = [names["left"], names["right"]]
    for command in (["decide", *both, "different"], ["undo", *both]):
        assert CliRunner().invoke(main, ["review", *command, *given]).exit_code == 0
    told = [{key: value for key, value in line.items() if key != "when"} for line in lines(store)]
    assert told[:2] == told[2:]
    assert judge.get("/review/log").text.count("withdrawn") >= 2


def test_facts_are_found_right_or_wrong(judge: FlaskClient, desk: Desk, store: Path) -> None:
    path = PAGES[2]
    assert f'href="{path}"' in judge.get("/documents/kenya-editor-killing").text
    page = judge.get(path).text
    claims = re.findall(r'name="claim-([0-9a-f]+)" value="wrong"', page)
    assert len(claims) > 20
    chosen = {f"claim-{claims[0]}": "wrong", f"claim-{claims[1]}": "right", "claim-none": "", "place": "a-1"}
    response = send(judge, desk, path, **chosen)
    assert response.headers["Location"] == f"{path}#a-1"
    assert [(line["kind"], line["claim"], line["verdict"]) for line in lines(store)] == [
        ("fact", claims[0], "wrong"),
        ("fact", claims[1], "right"),
    ]
    assert re.search(r'<span class="chip">wrong</span>\s+says Ann: one bench', judge.get(path).text)
    assert send(judge, desk, "/review/log", kind="fact", claim=claims[0]).status_code == 303
    assert [line["verdict"] for line in lines(store)] == ["wrong", "right", "withdrawn"]
    assert judge.get("/review/facts/nothing").status_code == 404


def test_a_disagreement_is_decided_and_reopened(judge: FlaskClient, desk: Desk, store: Path) -> None:
    page = judge.get("/review/disagreements").text
    node, side = hidden(page, "disagreement"), hidden(page, "accept")
    assert send(judge, desk, "/review/disagreements", disagreement=node, accept=side).status_code == 303
    assert "Ann has decided: the first is right. one bench" in judge.get("/review/disagreements").text
    assert send(judge, desk, "/review/log", kind="disagreement", disagreement=node).status_code == 303
    assert "has decided" not in judge.get("/review/disagreements").text
    assert [line["accepted"] for line in lines(store)] == [side, "withdrawn"]


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [
        ("/review", {"verdict": "perhaps", "left": "High Court", "right": "High Court"}, "choose one of same"),
        ("/review", {"verdict": "same", "left": "Nobody Atall", "right": "High Court"}, "knows no thing called"),
        ("/review", {"verdict": "same", "left": "High Court", "right": "Tbilisi court", "who": " "}, "give your name"),
        (PAGES[2], {}, "choose right, wrong or unsure"),
        (PAGES[2], {"claim-0": "wrong"}, "no claim 0"),
        ("/review/disagreements", {"disagreement": "0", "accept": "both"}, "no disagreement 0"),
        ("/review/log", {"kind": "fact", "claim": "0"}, "no verdict on 0 stands"),
        ("/review/log", {"kind": "disagreement", "disagreement": "0"}, "no disagreement 0"),
    ],
)
def test_what_cannot_be_written_is_told(
    judge: FlaskClient, desk: Desk, store: Path, path: str, fields: dict[str, str], told: str
) -> None:
    response = send(judge, desk, path, **fields)
    assert response.status_code == 400
    assert told in response.text
    assert lines(store) == []


@pytest.mark.parametrize(
    ("headers", "form"),
    [
        ({"Origin": "http://evil.example"}, None),
        ({"Origin": "null"}, None),
        ({"Origin": OWN, "Sec-Fetch-Site": "same-site"}, None),
        ({"Sec-Fetch-Site": "cross-site"}, None),
        ({"Origin": OWN, "Sec-Fetch-Site": "same-origin"}, "wrong"),
        ({}, ""),
    ],
)
def test_forms_of_others_are_refused(
    judge: FlaskClient, desk: Desk, store: Path, headers: dict[str, str], form: str | None
) -> None:
    fields = {"left": "High Court", "right": "High Court in Mombasa", "verdict": "same"}
    if form is not None:
        fields["form"] = form
    for path in ("/review", PAGES[2], "/review/disagreements", "/review/log"):
        assert send(judge, desk, path, headers, **fields).status_code == 403
    assert lines(store) == []


def test_forms_need_the_cookie_and_the_token_is_no_way_around(stranger: FlaskClient, desk: Desk, store: Path) -> None:
    fields = {"left": "High Court", "right": "High Court in Mombasa", "verdict": "same"}
    for path in ("/review", f"/review?token={desk.token}"):
        assert send(stranger, desk, path, **fields).status_code == 403
    assert lines(store) == []


def test_own_forms_are_taken_with_what_browsers_say(judge: FlaskClient, desk: Desk, store: Path) -> None:
    fields = {"left": "High Court", "right": "High Court in Mombasa", "verdict": "unsure"}
    headers = {"Origin": OWN, "Sec-Fetch-Site": "same-origin"}
    assert send(judge, desk, "/review", headers, **fields).status_code == 303
    assert len(lines(store)) == 1


def test_markup_is_shown_as_text(judge: FlaskClient, desk: Desk) -> None:
    fields = {"left": "High Court", "right": "High Court in Mombasa", "verdict": "same", "who": EVIL, "reason": EVIL}
    assert send(judge, desk, "/review", **fields).status_code == 303
    for path in PAGES:
        page = judge.get(path).text
        assert EVIL not in page
        assert "&lt;img src=x" in page
    wrong = send(judge, desk, "/review", left=EVIL, right="High Court", verdict="same")
    assert wrong.status_code == 400
    assert EVIL not in wrong.text


def test_spellings_are_marked_whole_and_the_longest_first() -> None:
    assert marked("A <b> of\nAnn  Lee, and Anna.", ["Ann", "Ann Lee"]) == (
        ("A <b> of\n", False),
        ("Ann  Lee", True),
        (", and Anna.", False),
    )
    assert marked("(A+) said", ["A+"]) == (("(", False), ("A+", True), (") said", False))
    assert marked("Nobody", [""]) == (("Nobody", False),)
