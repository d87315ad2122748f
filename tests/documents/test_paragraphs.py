from __future__ import annotations

from kg.documents.blocks import classify
from kg.documents.model import Paragraph
from kg.documents.paragraphs import paragraphs
from kg.documents.settle import settle


def read(text: str) -> list[tuple[Paragraph, str]]:
    return [(p, text[p.start : p.end]) for p in paragraphs(settle(classify(text)))]


def test_headings_stand_over_their_paragraphs_and_are_never_one() -> None:
    found = read(
        "The miners went home.\n\nWhy They Left\n\nIt was cold.\n\nIt was dark.\n\n**What is next**\n\nNobody knows."
    )
    assert [(p.heading, quote) for p, quote in found] == [
        ("", "The miners went home."),
        ("Why They Left", "It was cold."),
        ("Why They Left", "It was dark."),
        ("What is next", "Nobody knows."),
    ]


def test_items_know_the_sentence_that_introduces_them() -> None:
    text = "It was cold. These pickets were held in May:\n\n• 3 May: Ana Silva.\n• 4 May: Joe Banda.\n\nIt ended."
    found = read(text)
    assert [p.kind for p, _ in found] == ["text", "item", "item", "text"]
    assert found[1][1] == "3 May: Ana Silva."
    assert found[1][0].lead == found[2][0].lead
    lead = found[1][0].lead
    assert lead is not None
    assert text[lead[0] : lead[1]] == "These pickets were held in May:"
    assert found[3][0].lead is None


def test_a_list_without_introduction_has_no_lead() -> None:
    assert read("It was cold.\n\n• Ana Silva went home.")[1][0].lead is None


def test_rows_are_rows() -> None:
    found = read("It was cold.\n\nYear\tHeld\n2021\t4\n\nIt ended.")
    assert [(p.kind, quote) for p, quote in found][1:3] == [("row", "Year\tHeld"), ("row", "2021\t4")]


def test_shortcodes_and_glued_headings_are_cut_out() -> None:
    text = (
        'It was cold. [caption id="a1" width="5"] Image: Ana Silva[/caption] It was dark. Nights in the Mine '
        "The lamps went out."
    )
    assert [(p.heading, quote) for p, quote in read(text)] == [
        ("", "It was cold."),
        ("", "It was dark."),
        ("Nights in the Mine", "The lamps went out."),
    ]


def test_a_dateline_before_the_first_sentence_is_cut_off() -> None:
    assert read("(Lima, May 3, 2022) – It was cold.\n\n(Lima) – It was dark.")[0][1] == "It was cold."


def test_a_link_to_the_rest_is_cut_off() -> None:
    assert [quote for _, quote in read("It was cold and the... Read more")] == ["It was cold and the..."]


def test_a_date_above_text_inside_an_article_is_its_heading() -> None:
    found = read("It was cold.\n\n3 May 2022\n\nThe lamps went out.")
    assert found[1][0].heading == "3 May 2022"


def test_a_sentence_without_its_stop_is_kept_but_a_loose_heading_is_not() -> None:
    long = "The miners told us that they would go back on Monday"
    assert [quote for _, quote in read(f"It was cold.\n\n{long}")] == ["It was cold.", long]
    assert [quote for _, quote in read("It was cold.\n\nMiners Go Back")] == ["It was cold."]
