"""Titled laws, treaties and plans, and what only looks like them."""

from __future__ import annotations

import pytest

from kg.mentions.norms import citations


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("Under the Law on Seed Banks, nobody may.", "Law on Seed Banks", "Law"),
        ("the Law on Herders' Commons was read", "Law on Herders' Commons", "Law"),
        ("They invoked the Night Markets Act 2019.", "Night Markets Act 2019", "Law"),
        ("The Right to Rivers Act passed.", "Right to Rivers Act", "Law"),
        ("the Unions (Amendment) Act lapsed", "Unions (Amendment) Act", "Law"),
        ("accused under Decree-Law 71 of", "Decree-Law 71", "Law"),
        ("The Criminal Code of Moldova says", "Criminal Code of Moldova", "Law"),
        ("the Code of Civil Procedure", "Code of Civil Procedure", "Law"),
        ("Article 3 of the constitution", "constitution", "Law"),
        ("the law titled “Quiet Streets for All” is", "Quiet Streets for All", "Law"),
        ("The Street Noise Bill was sent back.", "Street Noise Bill", "Bill"),
        ("senators debated Bill 88/2022 today", "Bill 88/2022", "Bill"),
        ("It signed the Convention on Wetlands in Ramsar", "Convention on Wetlands in Ramsar", "Treaty"),
        ("joined the Kampala Convention", "Kampala Convention", "Treaty"),
        ("the UN Convention on the Rights of Nobody in 2016", "UN Convention on the Rights of Nobody", "Treaty"),
        ("the Marrakesh Protocol of", "Marrakesh Protocol", "Treaty"),
        ("the Strategy for Rural Roads was shelved", "Strategy for Rural Roads", "Policy"),
        (
            "The State Plan to protect the rivers until 2031, it says,",
            "State Plan to protect the rivers until 2031",
            "Policy",
        ),
        ("a National Roadmap was drawn", "National Roadmap", "Policy"),
        ("the concept of a “caring state” again", "caring state", "Policy"),
        ("the new labour code bans it", "labour code", "Law"),
        ("House Bill 7102 would fine skippers", "House Bill 7102", "Bill"),
        ("senators shelved Bill C-919.", "Bill C-919", "Bill"),
        ("draft law No. 4411-VII on ferries", "draft law No. 4411-VII", "Bill"),
        ("Congress approved PL 9913 at night", "PL 9913", "Bill"),
        ("the Draft Law on Ferry Services was shelved", "Draft Law on Ferry Services", "Bill"),
        ("the Ports (Entry, Stay and Exit) (No. 2) Bill lapsed", "Ports (Entry, Stay and Exit) (No. 2) Bill", "Bill"),
        ("held under Republic Act No. 99121 since", "Republic Act No. 99121", "Law"),
        ("held under RA 99121 since", "RA 99121", "Law"),
        ("Law 8114 of 2031 grants", "Law 8114 of 2031", "Law"),
        ("the Ferries, Docks and Piers Act 2031 says", "Ferries, Docks and Piers Act 2031", "Law"),
        ("the Organic Law on Ferries says", "Organic Law on Ferries", "Law"),
        ("the Ferry Licence Rules say", "Ferry Licence Rules", "Law"),
        ("Cabinet approved the Rural Ferry Policy", "Rural Ferry Policy", "Policy"),
        ("Under Delta Vision 2044 ferries", "Delta Vision 2044", "Policy"),
        ("Executive Order 9917 closed", "Executive Order 9917", "Policy"),
        ("Government Resolution No. 991 closed", "Government Resolution No. 991", "Policy"),
        ("the White Paper on Ferries came out", "White Paper on Ferries", "Policy"),
        ("the Action Plan for the Safety of Divers in Maseru", "Action Plan for the Safety of Divers", "Policy"),
    ],
)
def test_a_title_is_found(blank, text: str, name: str, cls: str) -> None:
    assert (name, cls) in {(m.text, m.cls) for m in citations.find(blank(text))}


@pytest.mark.parametrize(
    "text",
    [
        "the Rule of Law is",
        "Martial Law was lifted",
        "the Ministry of Law refused",
        "She studied at the Faculty of Law.",
        "They acted fast.",
        "The Centre for Public Policy Studies met.",
        "He paid the bill 40 days late.",
        "In May the bill, no. 4, was sent.",
    ],
)
def test_other_capitals_are_no_titles(blank, text: str) -> None:
    assert list(citations.find(blank(text))) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("the Labour Code of Ghana", "GH"),
        ("Ghana’s Labour Code", "GH"),
        ("Ghana’s new Labour Code", "GH"),
        ("the Ghanaian Labour Code", "GH"),
        ("the Labour Code", None),
    ],
)
def test_whose_law_it_is(blank, text: str, country: str | None) -> None:
    assert {m.facts.get("country") for m in citations.find(blank(text))} == {country}


def test_a_table_row_is_about_its_first_cell(blank) -> None:
    row = blank("Convention on the Nationality of ShipsAccessionRatification", kind="row")
    assert [(m.text, m.rule) for m in citations.find(row)] == [("Convention on the Nationality of Ships", "row-treaty")]
    assert list(citations.find(blank("HeadersKenyaPeru", kind="row"))) == []
