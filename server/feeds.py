"""Atom feeds: /feed/<path> has the sentences that speak of a thing, /feed/queries/<name> the rows of a query."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, Response, request
from werkzeug.urls import iri_to_uri

from kg.saved import QUOTE, SavedQuery
from kg.store.rows import Term, rows
from server import pages
from server.atom import MEDIA_TYPE, Entry, Feed, atom, moment
from server.catalogue import gettext as _
from server.catalogue import language, say
from server.facts import local, manner
from server.front import STABLE
from server.happenings import happening
from server.labels import Labels, labels_of_rows
from server.links import href, is_path
from server.pages import outgoing_name
from server.problems import RequestError
from server.protocol import read_fields
from server.signposts import page_address
from server.site import Row, site
from server.tables import LABEL, heading

blueprint = Blueprint("feeds", __name__)
MOST = 100
DAYS = ("published", "earliest", "date", "from", "year")
"""The columns that tell when a row is of, the best first."""
HIDDEN = ("type", "label", "prefLabel", "altLabel", "earliest", "latest", "precision", "dateStated")
NAMED = 3


@blueprint.route("/feed/<path:path>")
def thing(path: str) -> Response:
    """What articles say of a thing, sentence by sentence, the articles that came last first."""
    if not is_path(path):
        raise RequestError("there is no such address", 404)
    iri = site().iris.of(path)[1:-1]
    found = site().ask("feed-of", thing=iri)
    if not found and not site().ask("stated-of", thing=iri):
        raise RequestError("nothing is known of %(thing)s", 404, thing=path)
    labels = labels_of_rows([*found, {"thing": Term("iri", iri)}])
    groups = [list(group) for _key, group in groupby(found, key=lambda row: row["sentence"])]
    entries = [entry for entry in (_sentence(group, labels) for group in groups) if entry][:MOST]
    name = labels.name(iri)
    subtitle = _("What documents say of %(name)s, each with its sentence", name=name)
    return _sent(Feed(_own(path), f"{name} · civicgraph", subtitle, page_address(path), _itself(), language(), entries))


@blueprint.route("/feed/queries/<name>")
def saved(name: str) -> Response:
    """The rows of a saved query; values as for the query itself."""
    query = site().queries.get(name)
    if query is None:
        raise RequestError("there is no saved query %(name)s", 404, name=name)
    values = dict(read_fields(request.query_string))
    found = rows(site().view, site().asking(query, values))
    found = sorted(found, key=lambda row: moment(_day(row)), reverse=True)[:MOST]
    labels = labels_of_rows(found)
    asked = "?" + request.query_string.decode("latin-1") if request.query_string else ""
    page = f"{request.url_root}queries/{name}{asked}"
    entries = [_row(query, row, labels, page) for row in found]
    own = _own(f"queries/{name}{asked}")
    return _sent(
        Feed(own, f"{say(query.title)} · civicgraph", say(query.question), page, _itself(), language(), entries)
    )


def _sentence(group: Sequence[Row], labels: Labels) -> Entry | None:
    """What one sentence says; None when it says nothing but names."""
    told = [row for row in group if pages.local(row["predicate"].value) not in HIDDEN]
    if not told:
        return None
    first = told[0]
    names = list(dict.fromkeys(labels.name(row["subject"].value) for row in told))
    manners = list(dict.fromkeys(filter(None, (_manner(row) for row in told))))
    lines = dict.fromkeys(_line(row, labels) for row in told)
    quote = first["quote"].value if "quote" in first else ""
    link = href(first["sentence"], site().settings.base) or "/"
    title = "; ".join(names[:2]) + (f" ({', '.join(map(say, manners))})" if manners else "")
    day = first["issued"].value if "issued" in first else ""
    via = iri_to_uri(first["article"].value)
    return Entry(iri_to_uri(first["sentence"].value), title, _absolute(link), day, quote, list(lines), manners, via)


def _line(row: Row, labels: Labels) -> str:
    """One statement in words, with its manner and who says so."""
    name = outgoing_name(row["predicate"].value, labels.name)
    parts = [f"{labels.name(row['subject'].value)} — {name}: {labels.show(row['object']).text}"]
    how = _manner(row)
    parts += [f"({say(how)})"] if how else []
    parts += [f"{_('according to')} {labels.show(row['speaker']).text}"] if "speaker" in row else []
    return " ".join(parts)


def _manner(row: Row) -> str:
    return manner(local(row["mode"]), row["polarity"].value == "true")


def _row(query: SavedQuery, row: Row, labels: Labels, page: str) -> Entry:
    """A row: its names as title, its first thing as link, all its columns as text."""
    shown = {
        name: _shown(row, name, labels) for name in row if not (name.endswith(LABEL) and name[: -len(LABEL)] in row)
    }
    things = [name for name in shown if f"{name}{LABEL}" in row or row[name].value in labels.names]
    things = [name for name in things if name == "event"] or things  # its name tells who, what and when
    title = ", ".join([shown[name] for name in things][:NAMED]) or ", ".join(list(shown.values())[:NAMED])
    link = next((link for name in things if (link := href(row[name], site().settings.base))), None)
    lines = [f"{say(heading(name))}: {text}" for name, text in shown.items() if name != QUOTE]
    quote = row[QUOTE].value if QUOTE in row else ""
    own = uuid5(NAMESPACE_URL, _identity(query, row)).urn
    return Entry(own, title or say(query.title), _absolute(link) if link else page, _day(row), quote, lines)


def _day(row: Row) -> str:
    """When a row is of, "" if none of its columns tells."""
    return next((row[name].value for name in DAYS if name in row), "")


def _shown(row: Row, name: str, labels: Labels) -> str:
    label = row.get(f"{name}{LABEL}")
    if label is None:
        return labels.show(row[name]).text
    return happening(label.value) if "/id/event/" in row[name].value else label.value


def _identity(query: SavedQuery, row: Mapping[str, Term]) -> str:
    """The same for the same row of the same query, on every server of the graph."""
    cells = {name: [term.kind, term.value, term.datatype, term.language] for name, term in row.items()}
    return f"{site().settings.base}queries/{query.name} {json.dumps(cells, sort_keys=True)}"


def _sent(feed: Feed) -> Response:
    request.environ[STABLE] = True
    return Response(atom(feed), content_type=f"{MEDIA_TYPE}; charset=utf-8")


def _own(path: str) -> str:
    """The id of a feed: the same wherever the graph is served."""
    return iri_to_uri(f"{site().settings.base}feed/{path}")


def _itself() -> str:
    return iri_to_uri(request.url)


def _absolute(link: str) -> str:
    return iri_to_uri(request.url_root.rstrip("/") + link if link.startswith("/") else link)
