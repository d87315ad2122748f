"""Atom feeds: by the rules of RFC 4287, with hostile names as text, and no allegation told as a fact."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from flask.testing import FlaskClient
from lxml import etree

from server.atom import Entry, Feed, atom, moment

ATOM = "{http://www.w3.org/2005/Atom}"
FEED_MAY = {"author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle",
            "title", "updated", "entry"}  # fmt: skip
ENTRY_MAY = {"author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary",
             "title", "updated"}  # fmt: skip
ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+")
PATHS = ["/feed/person/mutale-zimba", "/feed/country/zm", "/feed/queries/who-was-convicted-of-what",
         "/feed/queries/documents-and-their-yield", "/feed/queries/petition-life-cycle",
         "/feed/queries/fines-and-amounts?lang=ru"]  # fmt: skip


def checked(body: bytes) -> etree._Element:
    """The feed, after the rules that a schema and the text of RFC 4287 give."""
    root = etree.fromstring(body)
    assert root.tag == f"{ATOM}feed"
    assert_once(root, "id", "title", "updated")
    assert root.find(f"{ATOM}author/{ATOM}name").text  # 4.1.1: one for all entries
    assert {child.tag.removeprefix(ATOM) for child in root} <= FEED_MAY
    assert len(root.findall(f"{ATOM}link[@rel='self']")) == 1
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        assert_once(entry, "id", "title", "updated", "content")
        assert {child.tag.removeprefix(ATOM) for child in entry} <= ENTRY_MAY
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert entry.find(f"{ATOM}content").get("type") == "html"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    for link in root.iter(f"{ATOM}link"):
        assert ABSOLUTE.fullmatch(link.get("href")), link.get("href")
    for place in root.iter(f"{ATOM}id"):
        assert ABSOLUTE.fullmatch(place.text), place.text
    for when in root.iter(f"{ATOM}updated"):
        assert datetime.fromisoformat(when.text).tzinfo
    newest = max((entry.findtext(f"{ATOM}updated") for entry in entries), default=None)
    assert newest in (None, root.findtext(f"{ATOM}updated"))
    return root


def assert_once(node: etree._Element, *names: str) -> None:
    for name in names:
        assert len(node.findall(f"{ATOM}{name}")) == 1, name


@pytest.mark.parametrize("path", PATHS)
def test_feeds_are_valid(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.mimetype == "application/atom+xml"
    root = checked(response.data)
    assert root.findall(f"{ATOM}entry")
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"http://localhost{path.split('?')[0]}"


def test_an_entry_is_a_sentence_with_what_it_says(client: FlaskClient) -> None:
    root = checked(client.get("/feed/person/mutale-zimba").data)
    text = "".join(entry.findtext(f"{ATOM}content") for entry in root.iter(f"{ATOM}entry"))
    assert "<blockquote>" in text
    assert "Conviction of Mutale Zimba" in text
    link = root.find(f"{ATOM}entry/{ATOM}link[@rel='alternate']").get("href")
    assert client.get(link.removeprefix("http://localhost")).status_code == 303


def test_what_is_only_alleged_says_so(client: FlaskClient) -> None:
    root = checked(client.get("/feed/person/joseph-banda").data)
    entries = [entry for entry in root.iter(f"{ATOM}entry") if "attack" in entry.findtext(f"{ATOM}title").lower()]
    assert entries
    for entry in entries:
        assert "(alleged)" in entry.findtext(f"{ATOM}title")
        assert entry.find(f"{ATOM}category").get("term") == "alleged"
        assert "(alleged)" in entry.findtext(f"{ATOM}content")


def test_values_of_a_query_are_taken_and_checked(client: FlaskClient) -> None:
    base = "/feed/queries/who-was-convicted-of-what"
    assert client.get(f"{base}?since=2099-01-01").data.count(b"<entry>") == 0
    checked(client.get(f"{base}?since=2099-01-01").data)
    assert client.get(f"{base}?since=tomorrow").status_code == 400
    assert client.get("/feed/queries/none-such").status_code == 404
    assert client.get("/feed/person/nobody-at-all").status_code == 404


def test_feeds_are_announced_and_kept(client: FlaskClient) -> None:
    page = client.get("/page/person/mutale-zimba", headers={"Accept": "text/html"}).text
    assert 'type="application/atom+xml" title="Mutale Zimba" href="/feed/person/mutale-zimba"' in page
    page = client.get("/queries/fines-and-amounts?since=2020-01-01", headers={"Accept": "text/html"}).text
    assert 'href="/feed/queries/fines-and-amounts?since=2020-01-01"' in page
    first = client.get("/feed/country/zm")
    assert client.get("/feed/country/zm", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_hostile_text_stays_text() -> None:
    bad = Entry("urn:x", "<b>&\x00\ud800", "http://e/?a=\"'", "", "<script>\x0b", ["</li><script>"], ["\x1b"])
    root = checked(atom(Feed("urn:f", "&lt;\x01", "]]>", "http://e/", "http://e/f", "en", [bad])))
    assert "<script>" not in root.findtext(f".//{ATOM}content")
    assert root.findtext(f"{ATOM}entry/{ATOM}title").startswith("<b>&")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024", "2024-01-01"),
        ("2024-05", "2024-05-01"),
        ("2024-05-03~", "2024-05-03"),
        ("2024-22", "2024-01-01"),
        ("../2024-05-03", "2024-05-03"),
        ("somewhen", "1970-01-01"),
    ],
)
def test_days_are_moments(day: str, said: str) -> None:
    assert moment(day) == f"{said}T00:00:00Z"
