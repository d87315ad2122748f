"""Review in the browser, where the server was started with it: /review and below, for whoever has the token.

The token in the printed address becomes a cookie; each form holds a token of its own. Nothing here is ever kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from urllib.parse import quote, unquote

from flask import Blueprint, Response, render_template, request

from kg.errors import CivicgraphError, UsageError
from kg.store.rows import Term
from server import pages
from server.catalogue import mark
from server.desk import FACTS, NAMES, Desk, may_be_judged
from server.differences import Difference, differences, terms_in
from server.facts import local, manner
from server.labels import labels_of, labels_of_rows
from server.links import href
from server.problems import Problem, RequestError, problem_of
from server.sides import side_of
from server.site import Row, site

blueprint = Blueprint("review", __name__, url_prefix="/review")
JUDGE = "civicgraph_judge"
"""The cookie with the name that somebody gave last."""
LONGEST = 2000
SAME = "same-origin"
WORDS = [mark("same"), mark("different"), mark("unsure"), mark("right"), mark("wrong"), mark("withdrawn"),
         mark("replaced"), mark("both"), mark("neither"), mark("give your name; it stands beside what you decide"),
         mark("choose right, wrong or unsure for some fact of the sentence")]  # fmt: skip
"""What is decided, as pages say it."""
SHOWN = 20
"""Pairs on a page."""


def desk() -> Desk:
    """The desk of this server; one without has none of these pages."""
    found = site().desk
    assert found is not None
    return found


@blueprint.before_request
def admit() -> Response | None:
    """Let nobody in but those with the token, and take no form but our own."""
    given = request.args.get("token")
    if given is not None and request.method in ("GET", "HEAD"):
        return _signed_in(given)
    if not desk().admits(request.cookies.get(desk().cookie, "")):
        raise RequestError("open the address that civicgraph serve --review has printed; it holds the token", 403)
    if request.method == "POST" and not (_from_here() and desk().is_own_form(request.form.get("form", ""))):
        raise RequestError("this form was not sent from a page of this server; open the page anew", 403)
    return None


def _signed_in(token: str) -> Response:
    """The same page without the token in its address, and the cookie."""
    if not desk().opens(token):
        raise RequestError("this is not the token of this server; it makes a new one at each start", 403)
    response = _to(quote(request.path))
    _keep(response, desk().cookie, desk().pass_)
    return response


def _to(address: str) -> Response:
    return Response(status=303, headers={"Location": address})


def _keep(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, path="/review", httponly=True, samesite="Strict", secure=request.is_secure)


def _from_here() -> bool:
    """Does the browser say that one of our own pages asks, as far as it says anything?"""
    origin = request.headers.get("Origin", request.host_url.rstrip("/"))
    return (
        origin == request.host_url.rstrip("/") and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    )


@blueprint.route("")
def names(problem: Problem | None = None) -> Response:
    """The pairs of names that nobody has judged."""
    found = desk().questions()
    pairs = [
        {**one.pair, "left": side_of(one.pair["left"], _place), "right": side_of(one.pair["right"], _place)}
        for one in found[:SHOWN]
    ]
    sides = [side for pair in pairs for side in (pair["left"], pair["right"])]
    codes = {_state(side.country) for side in sides if side.country}
    sources = {_document(context.document) for side in sides for context in side.contexts}
    labels = labels_of(Term("iri", one) for one in codes | sources)
    parts: dict[str, object] = {"pairs": pairs, "total": len(found), "verdicts": NAMES}
    parts["state"] = lambda code: labels.name(_state(code))
    parts["source"] = lambda name: labels.name(_document(name))
    return _page("review_names.html", problem, **parts)


@blueprint.route("", methods=["POST"])
def judge_names() -> Response:
    """Write a judgement on two names."""

    def write(who: str, reason: str) -> None:
        verdict = next((one for one in NAMES if one == _field("verdict")), None)
        if verdict is None:
            raise UsageError(f"choose one of {', '.join(NAMES)}")
        desk().judge_names((_field("left"), _field("right")), verdict, _field("class"), who, reason)

    return _written(write, names, f"/review#pair-{_number('place')}")


@blueprint.route("/facts")
def documents() -> Response:
    """The documents whose facts can be judged."""
    return _page("review_documents.html", None, documents=site().ask("documents"))


@blueprint.route("/facts/<path:name>")
def facts(name: str, problem: Problem | None = None) -> Response:
    """What was read from each sentence of a document, to be found right or wrong."""
    iri = site().iris.document(name)[1:-1]
    rows = [row for row in site().ask("claims-of", document=iri) if _is_fact(row)]
    if not site().ask("stated-of", thing=iri):
        raise RequestError(f"there is no document {name}", 404)
    labels = labels_of_rows([*rows, {"document": Term("iri", iri)}])
    sentences = [(sentence, list(group)) for sentence, group in groupby(rows, key=lambda row: row["sentence"])]
    parts: dict[str, object] = {"name": name, "title": labels.name(iri), "sentences": sentences, "labels": labels}
    parts["called"] = lambda predicate: pages.outgoing_name(predicate, labels.name)
    parts["manner_of"] = lambda row: manner(local(row["mode"]), row["polarity"].value == "true")
    return _page("review_facts.html", problem, found=desk().found(), verdicts=FACTS, **parts)


@blueprint.route("/facts/<path:name>", methods=["POST"])
def judge_facts(name: str) -> Response:
    """Write the verdicts that were chosen for the claims of a sentence."""

    def write(who: str, reason: str) -> None:
        chosen = [(claim[6:], one) for claim, value in request.form.items() if claim.startswith("claim-")
                  for one in FACTS if one == value]  # fmt: skip
        if not chosen:
            raise UsageError("choose right, wrong or unsure for some fact of the sentence")
        for claim, verdict in chosen:
            desk().judge_fact(claim, verdict, who, reason)

    place = re.sub(r"[^\w.-]", "", _field("place"))
    return _written(write, lambda problem: facts(name, problem), f"/review/facts/{quote(name)}#{place}")


@blueprint.route("/disagreements")
def disagreements(problem: Problem | None = None) -> Response:
    """What works tell differently, to be decided."""
    found = _once(differences())
    return _page("review_disagreements.html", problem, found=found, labels=labels_of(terms_in(found)),
                 resolved=desk().resolved())  # fmt: skip


@blueprint.route("/disagreements", methods=["POST"])
def judge_disagreement() -> Response:
    """Write a decision on a disagreement."""
    node = _field("disagreement")

    def write(who: str, reason: str) -> None:
        desk().resolve(node, _field("accept"), who, reason)

    return _written(write, disagreements, f"/review/disagreements#d-{quote(node)}")


@blueprint.route("/log")
def log(problem: Problem | None = None) -> Response:
    """Everything that was decided, the latest first, and what can be withdrawn."""
    return _page("review_log.html", problem, entries=desk().log()[::-1])


@blueprint.route("/log", methods=["POST"])
def undo() -> Response:
    """Withdraw what was decided, by a further line of the log."""

    def write(who: str, reason: str) -> None:
        if _field("kind") == "names":
            desk().undo_names((_field("left"), _field("right")), _field("class"), who, reason)
        elif _field("kind") == "fact":
            desk().undo_fact(_field("claim"), who, reason)
        else:
            desk().resolve(_field("disagreement"), "withdrawn", who, reason or "withdrawn")

    return _written(write, log, "/review/log")


def _page(template: str, problem: Problem | None, **parts: object) -> Response:
    latest = next((one for one in reversed(desk().log()) if one.state == "counts"), None)
    shared = {"form_token": desk().form_token, "who": unquote(request.cookies.get(JUDGE, "")), "latest": latest}
    body = render_template(template, problem=problem, **shared, **parts)
    return Response(body, status=problem.status if problem else 200)


def _written(write: Callable[[str, str], None], page: Callable[[Problem], Response], then: str) -> Response:
    """Write to the log and go on; show the page with what is wrong where nothing could be written."""
    who = _field("who")
    try:
        if not who:
            raise UsageError("give your name; it stands beside what you decide")
        write(who, _field("reason"))
    except CivicgraphError as error:
        return page(problem_of(error))
    response = _to(then)
    _keep(response, JUDGE, quote(who))
    return response


def _field(name: str) -> str:
    """A field of the form on one line."""
    return " ".join(request.form.get(name, "").split())[:LONGEST]


def _number(name: str) -> int:
    text = _field(name)
    return int(text) if re.fullmatch("[0-9]{1,6}", text, re.ASCII) else 1


def _is_fact(row: Row) -> bool:
    return may_be_judged(row["subject"].value, row["predicate"].value, row["rules"].value)


def _once(found: Sequence[Difference]) -> list[Difference]:
    """Each disagreement once, however many sentences tell its sides."""
    return list({one.id: one for one in reversed(found)}.values())[::-1]


def _state(code: str) -> str:
    return site().iris.country(code)[1:-1]


def _document(name: str) -> str:
    return site().iris.document(name)[1:-1]


def _place(document: str, start: int, end: int) -> str | None:
    return href(Term("iri", site().iris.sentence(document, start, end)[1:-1]), site().settings.base)
