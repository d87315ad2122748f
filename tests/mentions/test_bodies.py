"""Bodies by description; the tables show what is found, whose it is, and what is none."""

from __future__ import annotations

import pytest

from kg.mentions import bodies


@pytest.mark.parametrize(
    ("text", "found", "cls", "country"),
    [
        ("A Kumasi court jailed the farmer.", "Kumasi court", "Court", ""),
        ("He appealed to a court in Gyumri.", "court in Gyumri", "Court", ""),
        ("Peru’s supreme court struck it down.", "Peru’s supreme court", "Court", "PE"),
        ("On Monday an appeal court freed her.", "appeal court", "Court", ""),
        ("Nepali courts are slow.", "Nepali courts", "Court", "NP"),
        ("Kisumu police opened fire.", "Kisumu police", "GovernmentBody", ""),
        ("Chilean police opened fire.", "Chilean police", "GovernmentBody", "CL"),
        ("Kenya's foreign ministry objected.", "foreign ministry", "GovernmentBody", "KE"),
        ("The Polish media regulator objected.", "media regulator", "GovernmentBody", "PL"),
        ("The country’s electoral commission objected.", "electoral commission", "GovernmentBody", ""),
        ("The divers’ and cooks’ union is on strike.", "divers’ and cooks’ union", "CivilSocietyOrganization", ""),
        ("The street vendors’ union objected.", "street vendors’ union", "CivilSocietyOrganization", ""),
        ("The district administration office shut.", "district administration office", "GovernmentBody", ""),
        ("The fishermen’s union objected.", "fishermen’s union", "CivilSocietyOrganization", ""),
        ("Kenyan prosecutors objected.", "Kenyan prosecutors", "GovernmentBody", "KE"),
        ("The Sarawak state legislature met.", "Sarawak state legislature", "Legislature", ""),
        ("Peru’s bar association objected.", "bar association", "CivilSocietyOrganization", "PE"),
        ("Police in Lahore declined to comment.", "Police in Lahore", "GovernmentBody", ""),
        ("Moldovan authorities reacted.", "Moldovan authorities", "GovernmentBody", "MD"),
        ("Ghana’s government said no.", "Ghana’s government", "GovernmentBody", "GH"),
        ("Rebel-led Malian government troops", "Rebel-led Malian government", "GovernmentBody", "ML"),
        ("the government of Bolivia has resigned", "government of Bolivia", "GovernmentBody", "BO"),
        ("the parliament of Mongolia voted", "parliament of Mongolia", "Legislature", "MN"),
        ("The tax authorities came twice.", "tax authorities", "GovernmentBody", ""),
        ("Our government mentions little else.", "Our government", "GovernmentBody", ""),
        ("The mayor’s office refused.", "mayor’s office", "GovernmentBody", ""),
        ("The prosecutor's office in Lublin will appeal.", "prosecutor's office in Lublin", "GovernmentBody", ""),
        ("Mayor Ana Ruiz's office said so.", "Mayor Ana Ruiz's office", "GovernmentBody", ""),
        ("A review commission will meet.", "review commission", "GovernmentBody", ""),
        ("The provincial assembly voted.", "provincial assembly", "Legislature", ""),
        ("The home ministry denied it.", "home ministry", "GovernmentBody", ""),
        ("The ministry of justice denied it.", "ministry of justice", "GovernmentBody", ""),
        (
            "The interior ministry’s river crime directorate denied it.",
            "interior ministry’s river crime directorate",
            "GovernmentBody",
            "",
        ),
        ("The anti-smuggling agency denied it.", "anti-smuggling agency", "GovernmentBody", ""),
        ("Kisumu regional administration denied it.", "Kisumu regional administration", "GovernmentBody", ""),
        ("Kisumu police command said so.", "Kisumu police command", "GovernmentBody", ""),
        ("The Sandiganbayan freed him.", "Sandiganbayan", "Court", ""),
        ("The cabinet met at night.", "cabinet", "GovernmentBody", ""),
        ("the military and security services fired", "military and security services", "GovernmentBody", ""),
        ("The Attorney General has appealed.", "Attorney General", "GovernmentBody", ""),
        ("Prosecutors said the file was lost.", "Prosecutors", "GovernmentBody", ""),
        ("On Friday the Senate voted.", "Senate", "Legislature", ""),
        ("The upper house of parliament voted.", "upper house of parliament", "Legislature", ""),
    ],
)
def test_a_body_is_found_by_its_description(blank, text: str, found: str, cls: str, country: str) -> None:
    got = {(m.text, m.cls, m.facts.get("country", "")) for m in bodies.find(blank(text))}
    assert (found, cls, country) in got if found else not got


@pytest.mark.parametrize(
    "text",
    [
        "The farmer courted the widow.",
        "They called it a matter of authority.",
        "He has a good government job.",
        "the Attorney General, Amina Wako, spoke",
        "The General said nothing.",
    ],
)
def test_other_words_are_no_bodies(blank, text: str) -> None:
    assert [m.text for m in bodies.find(blank(text)) if m.text not in {"government"}] == []


def test_a_noun_that_only_qualifies_is_no_body(tagged) -> None:
    station = [
        ("The", "DET", "det", 2),
        ("police", "NN", "compound", 2),
        ("station", "NN", "nsubj", 3),
        ("burned", "VERB", "ROOT", 3),
    ]
    force = [("The", "DET", "det", 1), ("police", "NN", "nsubj", 2), ("came", "VERB", "ROOT", 2)]
    assert list(bodies.find(tagged(station))) == []
    assert [m.text for m in bodies.find(tagged(force))] == ["police"]


def test_a_capital_that_acts_is_its_government(tagged) -> None:
    acts = [("Lima", "NNP", "nsubj", 1), ("rejected", "VERB", "ROOT", 1), ("it", "PRON", "dobj", 1)]
    is_there = [("Lima", "NNP", "nsubj", 1), ("sleeps", "VERB", "ROOT", 1)]
    sentence = tagged(acts)
    sentence.span[1].lemma_ = "reject"
    assert [(m.text, m.facts["country"]) for m in bodies.find(sentence)] == [("Lima", "PE")]
    assert list(bodies.find(tagged(is_there))) == []
