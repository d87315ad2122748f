"""What people do: from the first page to a proof, search with a slip, a form, the editor, the explorer, no scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.bench.explorer import drawing

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_from_home_to_a_proof_in_three_clicks(page: Page) -> None:
    page.goto("/")
    page.locator(".events a").first.click()
    quote = page.locator("figure.proof blockquote").first
    expect(quote).to_be_visible()
    words = quote.inner_text()
    page.locator("figure.proof figcaption a").first.click()
    expect(page).to_have_url(re.compile(r"/documents/.+#"))
    expect(page.locator("main")).to_contain_text(words[:60])


def test_a_misspelt_name_is_suggested_and_found(page: Page) -> None:
    page.goto("/")
    field = page.locator("main input[type=search]")
    field.fill("Gvinjila")
    expect(page.locator("main .suggestions li").first).to_contain_text("injilia")
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.locator("h1")).to_contain_text("injilia")


def test_escape_closes_the_suggestions(page: Page) -> None:
    page.goto("/")
    field = page.locator("main input[type=search]")
    field.fill("Tbilisi")
    expect(page.locator("main .suggestions")).to_be_visible()
    field.press("Escape")
    expect(page.locator("main .suggestions")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_saved_query_with_parameters(page: Page) -> None:
    page.goto("/queries/who-was-convicted-of-what")
    page.locator("main form button").last.click()
    expect(page.locator("main table")).to_be_visible()


def test_the_editor_shows_where_a_query_is_wrong(page: Page) -> None:
    page.goto("/query")
    editor = page.locator(".editor .cm-content")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("SELECT ?s WHERE {\n  ?s ?p \n}")
    page.locator("form.console button").click()
    expect(page.locator(".problem")).to_contain_text("line")
    expect(page.locator(".editor .cm-lint-marker-error")).to_be_visible()


def test_the_editor_completes_terms_in_use(page: Page) -> None:
    page.goto("/query")
    page.locator(".editor .cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("SELECT * WHERE { ?s a ")
    page.keyboard.type("cg:Convic")
    expect(page.locator(".editor .cm-tooltip-autocomplete li").first).to_contain_text("cg:Conviction")
    page.wait_for_timeout(200)  # the editor's list takes no key for its first 75 ms, so that nothing is taken by haste
    page.keyboard.press("Enter")
    page.keyboard.insert_text(" }")
    expect(page.locator(".editor .cm-content")).to_contain_text("PREFIX cg:")
    page.locator("form.console button").click()
    expect(page.locator("main table")).to_be_visible()


def test_the_explorer_opens_ties_and_shows_their_sentences(page: Page) -> None:
    page.goto("/explore")
    page.locator("#add input").fill("Gvinjilia")
    page.locator("#add .suggestions li").first.wait_for()
    page.locator("#add input").press("ArrowDown")
    page.locator("#add input").press("Enter")
    page.locator("#list button").first.click()
    page.locator("#panel li button").first.click()
    expect(page.locator("#ties button").first).to_be_visible()
    assert "nodes=" in page.url
    page.locator("#ties button").first.click()
    expect(page.locator("#panel blockquote").first).not_to_be_empty()
    before = page.locator("#list button").count()
    page.locator("[data-do=undo]").click()
    assert page.locator("#list button").count() < before


def test_the_explorer_finds_a_way_and_gives_it_away(page: Page) -> None:
    page.goto("/explore")
    for name in ("Gvinjilia", "Tbilisi"):
        page.locator("#add input").fill(name)
        page.locator("#add .suggestions li").first.wait_for()
        page.locator("#add input").press("ArrowDown")
        page.locator("#add input").press("Enter")
        page.locator("#list button", has_text=name[2:6]).first.wait_for()
    page.locator("#way button").click()
    expect(page.locator("#way-status")).to_have_text(re.compile(r"^\d+ ties?$"))
    assert page.evaluate("civicgraph.cy.edges('.way').length") > 0
    with page.expect_download() as waited:
        page.locator("[data-file=graphml]").click()
    assert waited.value.suggested_filename == "civicgraph.graphml"
    link = page.url
    page.goto("/")
    page.goto(link)
    assert page.locator("#list button").count() >= 2


def test_the_explorer_by_keyboard_alone(page: Page) -> None:
    page.goto("/explore?nodes=person%2Fkhatia-ghvinjilia")
    page.locator("#ties button").first.wait_for()
    page.locator("#list button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()
    for _step in range(4):  # past the name, Hide, Pin and Close its ties, to the first relation
        page.keyboard.press("Tab")
    relation = page.locator("#panel li button").first
    page.keyboard.press("Tab")
    expect(relation).to_be_focused()
    expect(relation).to_have_attribute("aria-expanded", "true")
    many = page.locator("#list button").count()
    page.keyboard.press("Enter")
    expect(relation).to_have_attribute("aria-expanded", "false")
    assert page.locator("#list button").count() < many
    page.keyboard.press("Enter")
    expect(relation).to_have_attribute("aria-expanded", "true")
    assert page.locator("#list button").count() == many
    tie = page.locator("#ties button").last
    tie.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()
    expect(page.locator("#panel blockquote").first).not_to_be_empty()


def test_the_explorer_arranges_filters_and_empties(page: Page) -> None:
    page.goto("/explore?nodes=person%2Fkhatia-ghvinjilia")
    page.locator("#ties button").first.wait_for()
    places = "JSON.stringify(civicgraph.cy.nodes().map((node) => node.position()))"
    for shape in ("circle", "rings", "tree"):
        before = page.evaluate(places)
        page.locator("[data-do=shape]").select_option(shape)
        assert page.evaluate(places) != before
    page.locator("[data-do=family]").select_option("Place")
    assert page.evaluate("civicgraph.cy.nodes('.filtered').length") > 0
    page.locator("[data-do=clear]").click()
    expect(page.locator("#list")).to_contain_text("Nothing on the canvas yet")
    page.locator("[data-do=undo]").click()
    assert page.locator("#list button").count() > 1


def test_the_views_of_an_answer_are_switched(page: Page) -> None:
    page.goto("/queries/where-things-happen")
    for name, shown in (("Chart", "svg.chart"), ("Map", "svg.map"), ("Table", "main table")):
        page.locator("main .tabs a", has_text=name).click()
        expect(page.locator("main .tabs a[aria-current]")).to_have_text(name)
        expect(page.locator(f"main {shown}" if shown[0] == "s" else shown).first).to_be_visible()
    page.goto("/query?query=SELECT+?place+?lat+?long+{VALUES(?place+?lat+?long){('A'+1.5+2.5)}}")
    page.locator("main .tabs a", has_text="Map").click()
    expect(page.locator("main svg.map circle")).to_have_count(1)


def test_modes_are_told_wherever_something_is_not_asserted(page: Page) -> None:
    page.goto("/boards/cases")
    expect(page.locator("main td .chip.planned").first).to_be_visible()
    page.goto("/queries/said-but-not-asserted")
    expect(page.locator("main td .chip").first).to_be_visible()
    page.goto("/search?q=trial")
    expect(page.locator("main .results .chip.planned").first).to_be_visible()
    page.goto("/page/person/khatia-ghvinjilia")
    expect(page.locator("main")).to_contain_text("An allegation or a charge is not a fact")
    expect(page.locator("section.said .chip.planned").first).to_be_visible()


def test_the_explorer_draws_many_things(page: Page) -> None:
    page.goto("/explore")
    page.wait_for_function("() => window.civicgraph")
    page.evaluate("(drawn) => civicgraph.add(drawn)", drawing(250, 400))
    assert page.locator("#list button").count() == 250
    corners = "new Set(civicgraph.cy.nodes().map((node) => Object.values(node.position()).map(Math.round).join())).size"
    assert page.evaluate(corners) > 200, "things lie upon each other"


def test_an_answer_is_drawn_and_shown_on_another_site(page: Page) -> None:
    page.goto("/queries/actors-that-share-events")
    page.locator(".network canvas").first.wait_for()
    page.locator("main summary", has_text="another site").click()
    frame = re.search(r'src="([^"]+)"', page.locator("main details pre").first.inner_text())
    assert frame is not None
    page.goto(frame[1])
    page.locator(".network canvas").first.wait_for()
    page.locator("footer a").click()
    expect(page.locator("main table")).to_be_visible()


@pytest.mark.parametrize("context", ["no scripts"], indirect=True)
@pytest.mark.parametrize(
    "path", ["/", "/search?q=Tbilisi", "/queries", "/query", "/explore", "/map", "/documents", "/downloads", "/about"]
)
def test_pages_read_without_scripts(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).not_to_be_empty()


@pytest.mark.parametrize("context", ["no scripts"], indirect=True)
def test_a_query_is_asked_without_scripts(page: Page) -> None:
    page.goto("/query")
    page.locator("form.console button").click()
    expect(page.locator("main table")).to_be_visible()
