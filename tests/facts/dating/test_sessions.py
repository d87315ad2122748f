"""The day of what is said at a hearing, in a release, by a voice: made-up articles, right and wrong."""

from __future__ import annotations

import pytest

from kg.facts.model import Event
from tests.facts.test_events import read

pytestmark = pytest.mark.model
NAMES = {
    "Ann Lee": "Person",
    "Bo Wu": "Person",
    "Rights Now": "CivilSocietyOrganization",
    "Fiji": "Country",
    "Finance Committee": "Legislature",
    "Suva Court": "Court",
}


def said(text: str, names: dict[str, str] = NAMES) -> list[str]:
    """The dates of the statements of an article published on 1 September 2024, a paragraph per line."""
    events: list[Event] = read([("text", line) for line in text.split("\n")], names)
    return [e.date.edtf if e.date else "" for e in events if e.kind == "Statement"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 3 May the Finance Committee heard witnesses. Ann Lee warned that nobody was safe.", "2024-05-03"),
        ("On 3 May the Finance Committee heard witnesses.\nAnn Lee warned that nobody was safe.", ""),
        ("The Suva Court sat on 3 May.\nAnn Lee told the court that the papers were false.", "2024-05-03"),
        ("The Suva Court sat on 3 May.\nAnn Lee told her lawyer that the papers were false.", ""),
        ("The Suva Court sat on 3 May.\nAnn Lee said later on Facebook that the court was wrong.", ""),
        ("A forum on rights took place in June.\nAt the forum, Ann Lee warned that nobody was safe.", "2024-06"),
        ("A fair took place in June.\nAt the forum, Ann Lee warned that nobody was safe.", ""),
    ],
)
def test_what_is_said_at_a_session(text: str, date: str) -> None:
    assert said(text)[-1] == date


def test_those_who_speak_in_a_release_speak_on_its_day() -> None:
    lead = "Fiji should free the nurses, Rights Now said today.\nThey were held on 3 May.\n"
    assert said(lead + "“It is a farce,” said Ann Lee, director of Rights Now.")[-1] == "2024-09-01"
    assert said(lead + "“It is a farce,” said Bo Wu, a minister.")[-1] == ""


def test_an_appeal_in_the_present_is_of_the_day_of_its_article() -> None:
    assert said("Two nurses are in jail.\nRights Now calls on Fiji to free them.")[-1] == "2024-09-01"
    assert said("Two nurses are in jail.\nRights Now says that Fiji is silent.")[-1] == ""


def test_what_the_first_sentence_has_said_was_said_about_then() -> None:
    assert said("Ann Lee has warned that nobody is safe.")[-1] == "2024-09-01~"
    assert said("Nobody is safe.\nAnn Lee has warned that it may rain.")[-1] == ""


def test_a_voice_speaks_on_the_day_of_the_march_told_before() -> None:
    march = "On 3 May, hundreds marched in Suva.\n"
    assert said(march + "Ann Lee, 24, Suva: “I am proud.”")[-1] == "2024-05-03"
    assert said("Ann Lee, 24, Suva: “I am proud.”\n" + march)[0] == ""


def test_what_an_inquiry_is_about_had_happened_before() -> None:
    events = read([("text", "On 3 May prosecutors opened an inquiry into the murder of Bo Wu.")], NAMES)
    assert [e.date.edtf for e in events if e.kind == "Killing" and e.date] == ["../2024-05-03"]


def test_what_a_court_has_done_it_had_done_when_that_was_said() -> None:
    names = NAMES | {"Suva": "Place"}
    events = read([("text", "The Suva Court has jailed Bo Wu for two years, Ann Lee said on Friday.")], names)
    assert [e.date.edtf for e in events if e.kind == "Conviction" and e.date] == ["../2024-08-30"]
    events = read([("text", "The Suva Court jailed Bo Wu on Monday, Ann Lee said on Friday.")], names)
    assert [e.date.edtf for e in events if e.kind == "Conviction" and e.date] == ["2024-08-26"]


def test_two_sentences_of_one_speech() -> None:
    text = "Rights Now urged Fiji to act. “We wait,” its chair, Ann Lee, said on Friday."
    assert said(text) == ["2024-08-30", "2024-08-30"]
    assert said("Rights Now urged Fiji to act. “We wait,” Bo Wu said on Friday.")[0] == ""


def test_days_next_to_each_other_are_one_stretch() -> None:
    events = read([("text", "Police detained Bo Wu on 16 and 17 May in Suva.")], NAMES)
    assert [e.date.edtf for e in events if e.date] == ["2024-05-16/2024-05-17"]
    events = read([("text", "Police detained Bo Wu on 16 and 19 May in Suva.")], NAMES)
    assert [e.date.edtf for e in events if e.date] == ["2024-05-16"]


def test_a_speech_goes_on() -> None:
    lead = "Fiji must act, Ann Lee told the Finance Committee on 3 May.\n"
    assert said(lead + "Ann Lee warned that nobody was safe.")[-1] == "2024-05-03"
    assert said(lead + "Bo Wu warned that nobody was safe.")[-1] == ""
