"""No text that reaches the engine can call a service, whatever reading its parser tries."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError, QueryRefused
from kg.sparql import edited, tokens
from kg.store.base import Question
from kg.store.guard import disarm
from kg.store.oxigraph import OxigraphView
from kg.store.questions import prepare

DEAD = "<http://127.0.0.1:9/>"  # the engine refuses this port with OSError when it is about to call it
TRIPLE = "<x:s> <x:p> 'o' ."


def loaded() -> ox.Store:
    store = ox.Store()
    store.load(TRIPLE.encode(), ox.RdfFormat.TURTLE)
    return store


BYPASSES = [
    "PREFIX : <http://127.0.0.1:9/> ASK { {} SERVICE:x { ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:9/> PREFIX SERVICE: <x:> ASK { {} SERVICE:x { ?a ?b ?c } }",
    f"ASK {{ ?s ?p ?o FILTER(?o<=?p||!(?s<?p)) ?s ?p ?o FILTER(?o<?p||1=1)SERVICE#>\n{DEAD} {{ ?a ?b ?c }} }}",
    f"ASK {{ ?s ?p ?o FILTER(1<2)SERVICE#>\n{DEAD} {{ ?a ?b ?c }} }}",
    f"ASK {{ ?s ?p ?o FILTER(1<2&&'>'='>')SERVICE{DEAD} {{ ?a ?b ?c }} FILTER('a'='a') }}",
    f"PREFIX p: <http://h:> ASK {{ ?s ?p ?o OPTIONAL {{ ?s ?p ?o }} GRAPH p:SERVICE{DEAD} {{ ?a ?b ?c }} }}",
    f"ASK {{ ?s ?p ?o SERVICESILENT{DEAD} {{ ?a ?b ?c }} }}",
    f"ASK {{ ?s ?p ?o {{}}service{DEAD} {{ ?a ?b ?c }} }}",
]


@pytest.mark.parametrize("query", BYPASSES)
def test_no_reading_reaches_the_network(query: str) -> None:
    """Refused as SERVICE or as malformed; a StoreError would mean that the engine had begun to connect."""
    with pytest.raises(QueryError):
        OxigraphView(loaded()).answer(Question(query))


def test_some_of_them_would_reach_it_unguarded() -> None:
    with pytest.raises(OSError, match="port 9"):
        loaded().query(BYPASSES[0])


WORDS = ["SERVICE", "service", "Service", "true", "ex:", ":", "ex:aService", "?service", "<x:service#>", "'service'"]
MARKS = [
    "'",
    '"',
    "#",
    "\n",
    "<",
    ">",
    "(",
    ")",
    "{",
    "}",
    " ",
    "?a",
    "&&",
    "=",
    "1",
    ".",
    "@en-service",
    "_:service",
    DEAD,
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=14).map("".join))
def test_what_is_left_of_the_letters_is_harmless(middle: str) -> None:
    text = f"PREFIX ex: <x:> PREFIX : <y:> ASK {{ {middle} }}"
    try:
        prepared = prepare(Question(text))
    except QueryError:
        return
    safe = edited(text, prepared.edits)
    if "service" not in safe.lower():  # then nothing can call, and what does not even read as tokens is no matter
        return
    left = [token for token in tokens(safe) if "service" in token.text.lower()]
    assert {token.kind for token in left} <= {"variable", "language"}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("ASK { 'a service' }", r"ASK { 'a \u0073ervice' }"),
        ("ASK { <x:Service> } # SERVICE", r"ASK { <x:\u0053ervice> } #"),
        ("PREFIX a: <x:y/> ASK { a:b\\-Service }", r"PREFIX a: <x:y/> ASK { <x:y/b-\u0053ervice> }"),
        ("ASK { ?service 'x'@service }", "ASK { ?service 'x'@service }"),
        ("ASK { 'plain' }", "ASK { 'plain' }"),
    ],
)
def test_spelling(text: str, safe: str) -> None:
    assert edited(text, disarm(text, tokens(text))) == safe


def test_the_place_of_a_mistake_is_that_of_the_original() -> None:
    query = "ASK { ?s ?p 'service service', 'service' .\n ?s ?p ?o ?oops . }"
    with pytest.raises(QueryError) as raised:
        OxigraphView(ox.Store()).answer(Question(query))
    assert not isinstance(raised.value, QueryRefused)
    assert raised.value.line == 2
