"""The language of a page: who chooses it, what depends on it, and that every text is there in each language."""

from __future__ import annotations

import html
import json
import re

import pytest
from babel.messages.checkers import python_format
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import DictLoader, nodes

from kg.graph.labels import OPENINGS
from server import messages
from server.catalogue import translations
from server.language import LANGUAGES, choose_language
from tests.server.wrapped import unwrapped

OTHERS = [name for name in LANGUAGES if name != "en"]
PAGES = ["/", "/queries", "/query", "/explore", "/documents", "/timeline", "/boards/petitions", "/disagreements",
         "/about", "/downloads", "/search?q=a", "/page/person/mutale-zimba", "/queries/fines-and-amounts?format=html",
         "/nowhere", "/ontology", "/documents/lusaka-verdicts"]  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_every_text_is_translated_and_none_is_left_over(name: str) -> None:
    again = "run python -m server.messages and fill in what it lists"
    assert messages.missing(name) == [], again
    assert messages.gone(name) == [], again


@pytest.mark.parametrize("name", OTHERS)
def test_translations_fill_in_what_their_text_does(name: str) -> None:
    known = messages.read(name)
    for message in known:
        if message.id:
            forms = (message.id, message.string) if isinstance(message.id, str) else (message.id[1], *message.string)
            names = [set(re.findall(r"%\((\w+)\)s|\{(\w+)\}", form)) for form in forms]
            assert all(one == names[0] for one in names), message.id
            assert all(re.findall(r"<[^>]+>", form) == re.findall(r"<[^>]+>", forms[0]) for form in forms), message.id
            if message.python_format:
                python_format(known, message)


@pytest.mark.parametrize("template", sorted(path.name for path in (messages.HERE / "templates").glob("*.*")))
def test_every_text_of_a_template_is_wrapped(app: Flask, template: str) -> None:
    assert unwrapped(app, template) == []


def test_a_text_that_is_not_wrapped_is_found(app: Flask) -> None:
    faulty = """<p title="A title" class="quiet">Some <b>words</b>
      {{ "more" if True else _("fine") }} <code>x yz</code></p>
      {% if True %}<input placeholder="{{ 'Type here' }}" value="{{ 'as it is' }}">SPARQL{% endif %}{{ _("fine") }}"""
    loader = DictLoader({"faulty.html": faulty})
    found = unwrapped(app, "faulty.html", loader)
    assert found == ["A title", "Some", "words", "more", "Type here"]


def test_scripts_find_their_words_in_a_russian_page(client: FlaskClient) -> None:
    page = client.get("/explore?lang=ru", headers={"Accept": "text/html"}).text
    words = json.loads(html.unescape(re.findall(r'data-words="([^"]*)"', page)[0]))
    assert words["Hide"] == "Скрыть"
    assert words["{count} tie"] == ["{count} связь", "{count} связи", "{count} связей"]
    assert "data-words" not in client.get("/explore?lang=en", headers={"Accept": "text/html"}).text


def test_only_texts_of_templates_are_said_unescaped(app: Flask) -> None:
    for path in (messages.HERE / "templates").glob("*.*"):
        for call in app.jinja_env.parse(path.read_text("utf8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext", "pgettext"):
                assert isinstance(call.args[0], nodes.Const), f"{path.name}:{call.lineno} says what it does not know"


@pytest.mark.parametrize(
    ("query", "cookie", "accepted", "language"),
    [
        ("", "", "", "en"),
        ("", "", "ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("", "", "de,fr;q=0.9", "en"),
        ("", "", "en;q=0.5, ru;q=0.7", "ru"),
        ("", "lang=ru", "en", "ru"),
        ("", "other=1; lang=xx", "ru", "ru"),
        ("", "lang=\x00;;=", "ru", "ru"),
        ("lang=en", "lang=ru", "ru", "en"),
        ("a=1&lang=ru&b=2", "", "en", "ru"),
        ("lang=klingon", "", "", "en"),
    ],
)
def test_the_address_wins_over_the_cookie_and_that_over_the_browser(
    query: str, cookie: str, accepted: str, language: str
) -> None:
    asked = {"QUERY_STRING": query, "HTTP_COOKIE": cookie, "HTTP_ACCEPT_LANGUAGE": accepted}
    choice = choose_language(asked)
    assert choice.language == language
    assert "lang=" not in choice.query
    assert choice.named == (f"lang={language}" in query)


@pytest.mark.parametrize("path", PAGES)
def test_pages_speak_russian(client: FlaskClient, path: str) -> None:
    response = client.get(f"{path}{'&' if '?' in path else '?'}lang=ru", headers={"Accept": "text/html"})
    assert response.headers["Content-Language"] == "ru"
    assert {"Cookie", "Accept-Language"} <= set(response.vary)
    assert '<html lang="ru">' in response.text
    assert 'hreflang="x-default"' in response.text
    assert response.headers["Set-Cookie"].startswith("lang=ru; Path=/;")
    assert not re.findall(r"Skip to the content|Search names|Read the sentence", response.text)


def test_a_choice_is_remembered_and_can_be_taken_back(client: FlaskClient) -> None:
    client.get("/?lang=ru")
    assert '<html lang="ru">' in client.get("/queries", headers={"Accept": "text/html"}).text
    client.get("/?lang=en")
    assert '<html lang="en">' in client.get("/queries", headers={"Accept": "text/html", "Accept-Language": "ru"}).text


def test_what_is_kept_is_kept_for_each_language(client: FlaskClient) -> None:
    path = "/queries/fines-and-amounts?format=csv"
    plain, russian = client.get(path), client.get(f"{path}&lang=ru")
    assert plain.data == russian.data
    assert "Set-Cookie" in russian.headers
    assert plain.headers["ETag"] != russian.headers["ETag"]
    assert "Set-Cookie" not in client.get(path).headers  # now from the cookie, and from what is kept


def test_data_do_not_depend_on_the_language(client: FlaskClient) -> None:
    for path in ("/queries/fines-and-amounts?format=csv", "/data/country/zm.ttl", "/download/graph.ttl"):
        assert "Cookie" not in client.get(path).vary, path


def test_the_wish_for_a_language_is_no_parameter_of_a_query(client: FlaskClient) -> None:
    assert client.get("/queries/fines-and-amounts?lang=ru&format=json").status_code == 200
    assert client.get("/sparql?lang=ru&query=ASK{}").json["boolean"] is True


def test_links_to_the_other_language_keep_the_question(client: FlaskClient) -> None:
    text = client.get("/search?q=%D0%B0%26b&lang=ru", headers={"Accept": "text/html"}).text
    assert '<a href="/search?q=%D0%B0%26b&amp;lang=en" lang="en" hreflang="en">English</a>' in text
    hostile = client.get("/search?q=%22%3E%3Cscript%3E&x=\"'<", headers={"Accept": "text/html"}).text
    assert "<script>" not in hostile


def test_names_of_classes_and_properties_are_the_ontologys(client: FlaskClient) -> None:
    text = client.get("/page/person/mutale-zimba?lang=ru", headers={"Accept": "text/html"}).text
    assert ">человек</a>" in text
    assert "<h1>Mutale Zimba</h1>" in text  # names stay as they were read
    found = client.get("/suggest?q=Mutale", headers={"Accept-Language": "ru"})
    assert found.json[0]["class"] == "человек"
    assert "Accept-Language" in found.vary


def test_errors_are_said_in_russian_for_people_and_in_english_for_programs(client: FlaskClient) -> None:
    page = client.get("/queries/none-such?lang=ru", headers={"Accept": "text/html"})
    assert "<h1>Не найдено</h1>" in page.text
    assert "нет готового вопроса none-such" in page.text
    problem = client.get("/queries/none-such?lang=ru", headers={"Accept": "application/json"})
    assert problem.json["detail"] == "there is no saved query none-such"
    wrong = client.get("/query?query=SELECT+*+{?s&lang=ru", headers={"Accept": "text/html"})
    assert "нигде не закрывается" in wrong.text


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 год"), (3, "3 года"), (5, "5 лет"), (11, "11 лет"), (21, "21 год"), (102, "102 года")]
)
def test_russian_counts_in_three_forms(number: int, said: str) -> None:
    assert translations("ru").ungettext("%(n)s year", "%(n)s years", number) % {"n": number} == said


def test_numbers_and_days_are_written_as_in_russia(app: Flask) -> None:
    from server.catalogue import in_language
    from server.days import day
    from server.values import duration, grouped

    with app.test_request_context("/search?q=a", environ_overrides={"civicgraph.language": "ru"}):
        assert grouped("12450.5") == "12\N{NO-BREAK SPACE}450,5"
        assert duration("P2Y1M") == "2 года 1 месяц"
        assert [day(one) for one in ("2024-05-03", "2024-05", "2024", "2024-22", "../2024-05")] == [
            "3 мая 2024", "май 2024", "2024", "лето 2024", "до мая 2024",
        ]  # fmt: skip
        assert in_language("en") == "/search?q=a&lang=en"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Conviction of Ann Lee, 2025-02-28", "Осуждение: Ann Lee, 28 февр. 2025"),
        ("Planned enactment of Harbour Act", "Принятие закона (планируется): Harbour Act"),
        ("Denied planned rally by Ann Lee", "Митинг (отрицается, планируется): Ann Lee"),
        ("Statement by Port Watch about Harbour Act, 2024-05", "Заявление: Port Watch — Harbour Act, май 2024"),
        ("Detention of Ann Lee, Bo Ray and 3 more (5)", "Задержание: Ann Lee, Bo Ray и ещё 3 (5)"),
        ("Ratification of Sea Treaty", "Ратификация: Sea Treaty"),
        ("Event in Lusaka", "Событие, Lusaka"),
        ("Election", "Выборы"),
        ("Custody of Ann Lee from 2025-02-28", "Под стражей: Ann Lee, с 28 февр. 2025"),
        ("The Long March of Sea Lions", "The Long March of Sea Lions"),
        ("What happened to Mutale Zimba, 2023-05", "Что произошло: Mutale Zimba, май 2023"),
        ("What Lusaka Court did", "Что сделано: Lusaka Court"),
    ],
)
def test_events_are_named_in_each_language_with_the_names_as_they_are(app: Flask, name: str, said: str) -> None:
    from server.happenings import happening

    with app.test_request_context("/", environ_overrides={"civicgraph.language": "ru"}):
        assert happening(name) == said
    with app.test_request_context("/"):
        shown = happening(name)
        assert shown[:20] == name[:20]
        assert not re.search(r"\d-\d", shown), "days are written as people do"


@pytest.mark.parametrize("word", OPENINGS)
def test_how_an_event_stands_to_reality_is_said_in_the_language_of_the_page(app: Flask, word: str) -> None:
    from server.happenings import happening

    with app.test_request_context("/", environ_overrides={"civicgraph.language": "ru"}):
        assert re.fullmatch(r"Задержание \([а-я ]+\): Ann Lee", happening(f"{word} detention of Ann Lee"))
