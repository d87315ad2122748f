"""/static: packed for whoever takes that, named by its content, and nothing from elsewhere."""

from __future__ import annotations

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.files import FOLDER

STYLES = "/static/civicgraph.css"


def test_files_are_packed_for_those_who_take_it(client: FlaskClient) -> None:
    plain, packed = client.get(STYLES), client.get(STYLES, headers={"Accept-Encoding": "gzip"})
    assert plain.data == (FOLDER / "civicgraph.css").read_bytes()
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 3
    assert "Content-Encoding" not in plain.headers
    for response in (plain, packed):
        assert response.content_type == "text/css; charset=utf-8"
        assert "Accept-Encoding" in response.vary
        assert response.headers["Cache-Control"] == "no-cache"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_who_has_a_file_gets_it_no_second_time(client: FlaskClient) -> None:
    tag = client.get(STYLES).headers["ETag"]
    again = client.get(STYLES, headers={"If-None-Match": tag, "Accept-Encoding": "gzip"})
    assert again.status_code == 304
    assert again.data == b""
    assert client.get(STYLES, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("name", ["none.css", "../app.py", "..%2fapp.py", "%2e%2e/app.py", "built", "", "/etc/passwd"])
def test_nothing_else_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_maps_have_land_where_it_is_built(app: Flask) -> None:
    assert app.jinja_env.globals["has_land"] is (FOLDER / "built" / "world.svg").is_file()
