"""Petitions with and without titles."""

from __future__ import annotations

import pytest

from kg.mentions.petitions import find as petitions

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The petition “Keep Our Ferry Running” has 900 names.", ["Keep Our Ferry Running"]),
        (
            "A petition against the toll, “Free the Bridge Now,” had failed.",
            ["Free the Bridge Now", "petition against the toll"],
        ),
        ("The petition is new. “Water Is Not Oil” was launched in June.", ["Water Is Not Oil"]),
        ("“Water Is Not Oil” was launched in June.", []),
        ("Nurses wrote a petition demanding a ban on night shifts.", ["petition demanding a ban on night shifts"]),
        ("A petition by beekeepers against a quarry closed on Monday.", ["petition by beekeepers against a quarry"]),
        ("A petition with 9,000 signatures was carried in.", ["petition with 9,000 signatures"]),
        ("They sent a petition with 9,000 signatures to the Senate.", ["petition with 9,000 signatures"]),
        ("The ministry must consider a petition with 9,000 signatures.", []),
        ("Deputies read Petition No. 91/2031 aloud.", ["Petition No. 91/2031"]),
        ("She opened a petition for cheaper ferries on Avaaz.", ["petition for cheaper ferries"]),
        ("They sent a petition to ban ferry tolls to the city council.", ["petition to ban ferry tolls"]),
        ("A petition launched by nurses has 900 names.", ["petition launched by nurses"]),
        ("A petition launched in May has 900 names.", ["petition"]),
        ("A petition passed on Monday.", []),
        ("Nurses sent the mayor a petition on Monday.", ["petition"]),
        ("Nurses sent a petition. A judge heard them on Monday.", []),
        (
            "A petition for parks failed. Their second petition gathered 900 names.",
            ["petition for parks", "second petition"],
        ),
        ("Nurses put up a petition on the platform Sign.org with 900 names.", ["petition"]),
        ("It was the second petition to reach the mark.", []),
        ("Jo Wikk, whose petition for free ferries won 900 signatures, spoke.", ["petition for free ferries"]),
        ("A petition to free Jo Wikk was handed in.", ["petition to free Jo Wikk"]),
        ("Nurses wrote a petition in support of their matron.", ["petition in support of their matron"]),
        ("They began a signature drive against the toll.", ["signature drive against the toll"]),
        ("The salary campaign against the toll began.", []),
        ("A citizens' initiative to lower the fares was signed.", ["citizens' initiative to lower the fares"]),
        ("The government's initiative to lower the fares failed.", []),
        ("The citizens' initiative “Ferries for All” failed.", ["Ferries for All"]),
        ("An online appeal with 900 signatures was sent.", ["online appeal with 900 signatures"]),
        ("An online appeal for calm was read.", []),
        ("An open letter against the toll was read out and signed by nobody.", []),
        ("Nurses carried in a letter with 900 signatures.", ["letter with 900 signatures"]),
        ("A petition titled Give Us Our Ferry Back has 900 names.", ["Give Us Our Ferry Back"]),
        ("An earlier petition, “Ferries Now!”, failed.", ["Ferries Now!"]),
        ("Nurses wrote a petition for rest with 900 names.", ["petition for rest"]),
        ("An earlier petition had failed in May.", ["earlier petition"]),
        ("Nurses carried in a petition with 900 signatures demanding rest.", ["petition with 900 signatures"]),
        ("Collective addresses need 900 names. An address against the toll has 90.", ["address against the toll"]),
        ("She gave an address against the toll.", []),
        ("The judge heard a petition for a stay.", []),
        ("She filed a petition with the High Court to annul the toll.", []),
        ("A petition challenging the toll was filed.", []),
        ("A habeas corpus petition filed by her aunt failed.", []),
        ("He lodged a writ petition against the ferry toll.", []),
        (
            "A rival petition, Ferries for All, which nurses launched, has 90 names.",
            ["Ferries for All", "rival petition"],
        ),
        ("In a petition, Clear Bay Union, which is small, asked for ferries.", ["petition"]),
        (
            "The petition is new. Give Us Our Ferry Back, which carries 9,000 signatures, is long.",
            ["Give Us Our Ferry Back"],
        ),
        ("The petition is new. Clear Bay Movement, which bears 9,000 names, is old.", []),
        ("Give Us Our Ferry Back, which carries 9,000 signatures, is long.", []),
        ("Two petitions failed. The second, against the ferry toll, had 90 names.", ["against the ferry toll"]),
        ("Two bills failed. The second, against the ferry toll, was long.", []),
        ("Some 12,400 people have signed an open letter against the toll.", ["open letter against the toll"]),
        ("An open letter against the toll, signed by 40 scholars, was read.", []),
        (
            "Jo Wikk posted an appeal asking the mayor for ferries on Change.org.",
            ["appeal asking the mayor for ferries"],
        ),
        ("Deputies read E-petition 4417 aloud.", ["E-petition 4417"]),
        ("The petition 4417 people signed failed.", ["petition"]),
        ("The petition failed.", []),
        ("They petitioned the court.", []),
    ],
)
def test_petitions(read, text: str, found: list[str]) -> None:
    assert sorted({m.text for s in read(text) for m in petitions.find(s)}) == sorted(found)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("A petition signed by nurses had asked the city council to open a ward on Monday.", "petition to open a ward"),
        ("Nurses launched a petition in May, asking the council to open a ward.", "petition to open a ward"),
        ("Nurses launched a petition in May. It asks the council to open its ward.", "petition to open the ward"),
        ("Nurses launched a petition in May. They asked the council to open a ward.", ""),
        ("Nurses launched a petition for ferries. It asks the council to open a ward.", ""),
        ("Two petitions failed. The second, against the ferry toll, had 90 names.", "petition against the ferry toll"),
    ],
)
def test_a_petition_is_called_by_what_it_asks(read, text: str, called: str) -> None:
    found = [m.facts.get("called", "") for s in read(text) for m in petitions.find(s)]
    assert [c for c in found if c] == ([called] if called else [])
