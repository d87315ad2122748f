"""The time that a paragraph has reached, and which events take it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.dates import parse_edtf
from kg.documents.model import Article, Document, Paragraph
from kg.entities.model import LinkedSentence
from kg.facts.dating.placed import placed_in_time
from kg.facts.dating.settings import Setting, settings, tense_of
from kg.facts.grammar.clauses import clause_of
from kg.facts.model import Event, Evidence
from kg.facts.scene import Scene
from kg.mentions import analysis
from kg.mentions.timex.article import article_dates

MAY = parse_edtf("2024-05-03")
APRIL = parse_edtf("2024-04-01")
EVENT = Event("", "Detention", (Evidence("d", 1, 60, 90, "y" * 30),), "t/t", tense="past")


def scenes(text: str) -> list[Scene]:
    blocks = text.split("\n")
    starts = [sum(len(b) + 1 for b in blocks[:k]) for k in range(len(blocks))]
    paragraphs = tuple(Paragraph(s, s + len(b)) for s, b in zip(starts, blocks, strict=True))
    article = Article("d#1", 1, "", "", 0, len(text), paragraphs, "2024-09-01", work="w")
    document = Document("d", "", "d.txt", text, (article,))
    found = analysis.sentences(document, next(analysis.parse([document])))
    dates = article_dates([(n, s.text) for n, s in enumerate(found)], published="2024-09-01")
    return [Scene(LinkedSentence(s, ()), {}, dates.of(n)) for n, s in enumerate(found)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("On May 3, students marched. Police held ten of them.", "2024-05-03"),
        ("Students marched on Friday. It rained. Police held ten of them.", "2024-08-30"),
        ("A march planned for May 3 was banned. Ten came all the same.", "2024-05-03"),
        ("The mayor, who resigned on May 3, banned the march. Ten came all the same.", None),
        ("The court will sit on May 3. Ten came.", None),
        ("The trial is set for October 3. Ten came.", None),
        ("On May 3 a court lifted the ban that the mayor had issued in March. Ten came.", "2024-05-03"),
        ("They had met on May 3. Ten came.", None),
        ("It has been closed since May 3. Ten came.", None),
        ("On May 3, students marched.\nPolice held ten of them.", None),
        ("On May 3, students marched. It rained. The sun came. The wind rose. Police held ten of them.", None),
    ],
)
def test_a_paragraph_reaches_a_date(text: str, before: str | None) -> None:
    here = scenes(text)
    found = settings(here, {}, parse_edtf("2024-09-01"))[here[-1].linked.sentence.start].before
    assert (found.edtf if found else None) == before


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("They had beaten Ann and robbed Bo.", "robbed", "anterior"),
        ("Ann was later fined.", "fined", "later"),
        ("Police arrested Ann.", "arrested", "past"),
        ("Ann was arrested.", "arrested", "past"),
        ("Ann had been arrested.", "arrested", "anterior"),
        ("Ann has been arrested.", "arrested", "perfect"),
        ("Ann, who was arrested, left.", "arrested", "aside"),
        ("Ann will be arrested.", "arrested", ""),
        ("Police arrest Ann.", "arrest", ""),
    ],
)
def test_tenses(text: str, word: str, tense: str) -> None:
    (scene,) = scenes(text)
    assert tense_of(clause_of(next(t for t in scene.span if t.lower_ == word))) == tense


@pytest.mark.parametrize(
    ("event", "setting", "date"),
    [
        (EVENT, Setting(), None),
        (EVENT, Setting(before=MAY), "2024-05-03"),
        (EVENT, Setting(here=APRIL, before=MAY), "2024-04-01"),
        (EVENT, Setting(entry=MAY), "2024-05-03"),
        (replace(EVENT, date=APRIL), Setting(before=MAY), "2024-04-01"),
        (replace(EVENT, tense="anterior"), Setting(before=MAY), "../2024-05-03"),
        (replace(EVENT, tense="perfect"), Setting(before=MAY), None),
        (replace(EVENT, tense="aside"), Setting(before=MAY), None),
        (replace(EVENT, tense=""), Setting(before=MAY), None),
        (replace(EVENT, tense=""), Setting(entry=MAY), "2024-05-03"),
        (replace(EVENT, status="planned"), Setting(before=MAY), None),
        (replace(EVENT, kind="TreatyAction"), Setting(before=MAY), None),
        (replace(EVENT, kind="Statement"), Setting(before=MAY), None),
        (replace(EVENT, kind="Refusal"), Setting(before=APRIL, planned=MAY), "../2024-05-03"),
    ],
)
def test_an_event_takes_the_time_that_its_tense_allows(event: Event, setting: Setting, date: str | None) -> None:
    (told,) = placed_in_time([event], {60: setting})
    assert (told.date.edtf if told.date else None) == date


NOW = parse_edtf("2024-09-01", rule="byline")
REFUSED = replace(EVENT, kind="Appeal", status="refused", date=MAY)


@pytest.mark.parametrize(
    ("event", "setting", "date"),
    [
        (replace(EVENT, tense="later"), Setting(here=MAY), "2024-05-03/2024-09-01"),
        (replace(EVENT, tense="later"), Setting(), None),
        (replace(EVENT, kind="Appeal", tense="perfect"), Setting(before=MAY), "2024-05-03/2024-09-01"),
        (replace(EVENT, kind="Picket", tense="perfect"), Setting(before=MAY), None),
        (replace(EVENT, kind="Assault"), Setting(last=MAY), "2024-05-03"),
        (replace(EVENT, kind="Appointment"), Setting(last=MAY), None),
        (replace(EVENT, kind="Approval", tense="perfect"), Setting(), "../2024-09-01"),
        (replace(EVENT, kind="Assault", tense="aside"), Setting(before=MAY), "2024-05-03"),
        (replace(EVENT, kind="Appointment", tense="aside"), Setting(before=MAY), None),
        (replace(EVENT, tense="anterior"), Setting(then=MAY), "../2024-05-03"),
        (replace(EVENT, kind="Refusal"), Setting(session=MAY), "2024-05-03"),
        (replace(EVENT, kind="PetitionThreshold"), Setting(), None),
        (replace(EVENT, kind="Rally", status="refused"), Setting(planned=MAY), "2024-05-03"),
        (replace(EVENT, kind="Rally", status="planned"), Setting(planned=MAY), None),
        (replace(EVENT, tense="anterior", hearsay=True), Setting(before=MAY), "2024-05-03"),
        (replace(EVENT, tense="anterior"), Setting(before=MAY), "../2024-05-03"),
        (replace(EVENT, tense="anterior"), Setting(around=APRIL, before=MAY), "../2024-04-01"),
        (replace(REFUSED, evidence=(Evidence("d", 1, 60, 90, "declined to hear the appeal"),)), Setting(), None),
        (REFUSED, Setting(), "2024-05-03"),
        (replace(EVENT, tense="apart"), Setting(here=MAY, before=APRIL), "2024-04-01"),
        (replace(EVENT, kind="Appeal", tense="leading"), Setting(here=MAY, before=APRIL), "2024-04-01/2024-05-03"),
        (replace(EVENT, kind="Appeal", tense="leading"), Setting(here=MAY), None),
        (replace(EVENT, kind="Appeal", tense="leading"), Setting(here=APRIL, before=MAY), None),
    ],
)
def test_the_tense_tells_on_which_side_of_the_story_an_event_lies(
    event: Event, setting: Setting, date: str | None
) -> None:
    (placed,) = placed_in_time([event], {60: setting}, NOW)
    assert (placed.date.edtf if placed.date else None) == date


def test_who_was_held_was_beaten_between_the_arrest_and_the_hearing() -> None:
    held = replace(EVENT, date=APRIL, patient=("Person:a",))
    beaten = replace(EVENT, kind="Torture", tense="anterior", patient=("Person:a",))
    other = replace(beaten, patient=("Person:b",))
    told = placed_in_time([held, beaten, other], {60: Setting(before=MAY)}, NOW)
    assert [e.date.edtf for e in told if e.date] == ["2024-04-01", "2024-04-01/2024-05-03", "../2024-05-03"]


def test_a_verdict_is_not_of_the_day_of_the_crime() -> None:
    verdict = replace(EVENT, kind="Conviction", date=MAY)
    crime = replace(EVENT, kind="Killing", date=APRIL)
    cleared = replace(EVENT, kind="Release")
    told = placed_in_time([verdict, crime, cleared], {60: Setting(before=APRIL)}, NOW)
    assert [e.date.edtf for e in told if e.date] == ["2024-05-03", "2024-04-01", "2024-05-03"]
    told = placed_in_time([replace(crime, kind="Detention"), cleared], {60: Setting(before=APRIL)}, NOW)
    assert [e.date.edtf for e in told if e.date] == ["2024-04-01", "2024-04-01"]


def test_what_becomes_of_a_petition_is_not_of_the_day_of_its_launch() -> None:
    launch = replace(EVENT, kind="PetitionLaunch", date=APRIL)
    answer = replace(EVENT, kind="PetitionDecision")
    _, told = placed_in_time([launch, answer], {60: Setting(before=APRIL)}, NOW)
    assert told.date is None
    _, told = placed_in_time([launch, answer], {60: Setting(here=MAY, before=APRIL)}, NOW)
    assert told.date is not None


def test_what_a_report_says_of_other_times_has_no_day() -> None:
    words = "The letter said that nurses had been beaten in other towns."
    beaten = replace(EVENT, kind="Assault", tense="anterior", hearsay=True, evidence=(Evidence("d", 1, 60, 90, words),))
    (told,) = placed_in_time([beaten], {60: Setting(before=MAY)}, NOW)
    assert told.date is None
