"""Whole articles: lists, tables, voices, sources, stable ids."""

from __future__ import annotations

import re

import pytest

from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.events import read_events
from kg.facts.model import Event
from kg.mentions import analysis
from kg.mentions.timex.article import article_dates

pytestmark = pytest.mark.model
Block = tuple[str, str]


def read(blocks: list[Block], names: dict[str, str], published: str = "2024-09-01", heading: str = "") -> list[Event]:
    """Events of an article of (paragraph kind, text); `names` gives the class of each name in it."""
    text, paragraphs = "", []
    for kind, words in blocks:
        paragraphs.append(Paragraph(len(text), len(text) + len(words), kind, heading))  # type: ignore[arg-type]
        text += words + "\n"
    article = Article("d#1", 1, "", "", 0, len(text), tuple(paragraphs), published, work="w")
    document = Document("d", "", "d.txt", text, (article,))
    references = [Reference(m.start(), m.end(), f"{cls}:{name}", cls)
                  for name, cls in names.items() for m in re.finditer(re.escape(name), text)]  # fmt: skip
    sentences = analysis.sentences(document, next(analysis.parse([document])))
    linked = [LinkedSentence(s, tuple(r for r in references if s.start <= r.start < s.end)) for s in sentences]
    iso = {"Fiji": "FJ", "Samoa": "WS"}
    entities = {
        f"{cls}:{name}": Entity(f"{cls}:{name}", cls, name, iso=iso.get(name, "")) for name, cls in names.items()
    }
    return read_events(
        linked, entities, article_dates([(i, s.text) for i, s in enumerate(sentences)], published=published)
    )


def brief(events: list[Event]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(e.kind, e.date.edtf if e.date else "", e.agent) for e in events]


def test_an_item_takes_the_date_of_its_label() -> None:
    events = read(
        [
            ("item", "7 May: Ann Lee, a nurse, held a single picket at Liberty Square."),
            ("item", "9 May: Bo Wu picketed City Hall."),
        ],
        {"Ann Lee": "Person", "Bo Wu": "Person", "Liberty Square": "Place", "City Hall": "GovernmentBody"},
    )
    assert brief(events) == [("Picket", "2024-05-07", ("Person:Ann Lee",)), ("Picket", "2024-05-09", ("Person:Bo Wu",))]
    assert events[0].place == "Place:Liberty Square"


def test_an_item_without_a_verb_tells_what_the_list_is_about() -> None:
    events = read(
        [("item", "12 May: Ann Lee, alone in front of the palace.")], {"Ann Lee": "Person"}, heading="Pickets so far"
    )
    assert brief(events) == [("Picket", "2024-05-12", ("Person:Ann Lee",))]


TABLE = {"Fiji": "Country", "Samoa": "Country", "River Convention": "Treaty", "Reef Covenant": "Treaty"}


def test_a_glued_table_gives_an_action_per_cell_and_skips_short_rows() -> None:
    events = read(
        [
            ("row", "TreatiesFijiSamoa"),
            ("row", "River ConventionAccessionRatification"),
            ("row", "Reef CovenantSigned"),
        ],
        TABLE,
    )
    assert [(e.action, e.agent, e.patient) for e in events] == [
        ("accession", ("Country:Fiji",), ("Treaty:River Convention",)),
        ("ratification", ("Country:Samoa",), ("Treaty:River Convention",)),
    ]
    assert [v.quote for v in events[0].evidence] == ["River ConventionAccessionRatification", "TreatiesFijiSamoa"]


def test_a_voice_with_a_label_is_a_statement() -> None:
    events = read(
        [("text", 'Ann Lee, 24, Suva: "I am proud of Fiji today."')], {"Ann Lee": "Person", "Fiji": "Country"}
    )
    assert [(e.kind, e.agent, e.patient) for e in events] == [("Statement", ("Person:Ann Lee",), ("Country:Fiji",))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Daily Sun reported that Ann Lee was arrested on May 3.", "MediaOutlet:Daily Sun"),
        ("According to Daily Sun, Ann Lee was arrested on May 3.", "MediaOutlet:Daily Sun"),
        ("Daily Sun wrote that Bo Wu said Ann Lee was arrested on May 3.", "MediaOutlet:Daily Sun"),
        ("Ann Lee was arrested on May 3.", ""),
    ],
)
def test_the_outermost_source_is_kept(text: str, source: str) -> None:
    events = read([("text", text)], {"Daily Sun": "MediaOutlet", "Ann Lee": "Person", "Bo Wu": "Person"})
    assert [e.source for e in events if e.kind == "Detention"] == [source]


def test_negated_events_are_kept_and_marked() -> None:
    events = read([("text", "Ann Lee was not arrested.")], {"Ann Lee": "Person"})
    assert [(e.kind, e.polarity) for e in events] == [("Detention", False)]


def test_the_same_article_gives_the_same_ids() -> None:
    blocks = [("text", "Ann Lee was arrested on May 3. On May 4 Bo Wu was fined 50 euros.")]
    names = {"Ann Lee": "Person", "Bo Wu": "Person"}
    first, second = read(blocks, names), read(blocks, names)
    assert first == second
    assert len({e.id for e in first}) == len(first) == 2


def test_the_quote_is_the_document_at_the_offsets() -> None:
    events = read([("text", "It rained. Ann Lee was arrested on May 3.")], {"Ann Lee": "Person"})
    assert events[0].evidence[0].quote == "Ann Lee was arrested on May 3."


def test_a_number_in_two_words_is_read_whole() -> None:
    names = {"Lima": "Place"}
    told = read(
        [("text", "Twenty-six teachers were murdered in Lima in 2024. Six nurses were murdered in Lima in 2023.")],
        names,
    )
    assert [e.count for e in told if e.kind == "Killing"] == [26, 6]


@pytest.mark.parametrize(
    ("text", "kind", "dated"),
    [
        ("The Rights Office founded a panel and on May 3, Ann Lee was arrested.", "Foundation", None),
        ("The Rights Office founded a panel on May 3.", "Foundation", "2024-05-03"),
        ("On May 3 police arrested Ann Lee after she was charged with fraud.", "Charge", None),
        ("On May 3 police arrested Ann Lee after she was charged with fraud.", "Detention", "2024-05-03"),
        ("On May 3 Ann Lee was arrested after police had shot Bo Wu.", "Detention", "2024-05-03"),
        ("On May 3 Ann Lee appealed after her conviction for fraud.", "Conviction", None),
    ],
)
def test_a_day_is_not_that_of_what_came_before(text: str, kind: str, dated: str | None) -> None:
    names = {"The Rights Office": "GovernmentBody", "Ann Lee": "Person", "Bo Wu": "Person"}
    told = [e for e in read([("text", text)], names) if e.kind == kind]
    assert [e.date.edtf if e.date else None for e in told[:1]] in ([dated], [])


def test_what_was_counted_does_not_date_the_words() -> None:
    names = {"Ann Lee": "Person"}
    for text, dated in (("According to Ann Lee, ten crimes were recorded in 2019.", False),
                        ("According to Ann Lee, ten crimes were recorded this year.", True),
                        ("Ann Lee said in 2019 that ten crimes were recorded.", True)):  # fmt: skip
        told = [e for e in read([("text", text)], names) if e.kind == "Statement"]
        assert [e.date is not None and e.date.edtf in ("2019", "2024") for e in told] == [dated]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The Rights Office announced that it would look into the claim.", False),
        ("Ann Lee denies it.", False),
        ("Ann Lee said that a violation of the law was found.", False),
        ("Ann Lee said that it would harm the poor.", True),
    ],
)
def test_it_is_the_bill_only_where_it_can_be(text: str, about: bool) -> None:
    names = {"The Rights Office": "GovernmentBody", "Ann Lee": "Person", "Reef Bill": "Bill"}
    told = read([("text", f"Bo Wu wrote the Reef Bill. {text}")], names)
    assert [bool(e.patient) for e in told if e.kind == "Statement"][-1:] == [about]


@pytest.mark.parametrize(("text", "count"), [
    ("Ann Lee was shot four times in Suva.", None),
    ("Ann Lee was detained four times in Suva.", 4),
])  # fmt: skip
def test_several_blows_are_one_deed(text: str, count: int | None) -> None:
    assert [e.count for e in read([("text", text)], {"Ann Lee": "Person", "Suva": "Place"})] == [count]
