from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.glued import glued_headings


@pytest.mark.parametrize(
    ("text", "heading", "rest"),
    [
        (
            "They were freed. Limits on Reporting In May 2023, the ministry barred them.",
            "Limits on Reporting",
            "In May",
        ),
        (
            "They were freed. Arrests and Fines The governor’s office gave no reason.",
            "Arrests and Fines",
            "The governor",
        ),
        ("They left. Night Raids Late June 3, a Lusaka court met.", "Night Raids", "Late June"),
        (
            "They left. Miners vs the Ministry of Works There are no talks.",
            "Miners vs the Ministry of Works",
            "There are",
        ),
        ("They left. Scope of the Strike According to Banda, it grew.", "Scope of the Strike", "According"),
        ("They left. Life in the Camps As The Lake Herald reported, few stay.", "Life in the Camps", "As The"),
        (
            "They left. Zambia and the Lakes: Building New Ties The Peace Council met.",
            "Zambia and the Lakes: Building New Ties",
            "The Peace",
        ),
        (
            "They left. Hunger in the North “The reserves are, by now, all gone,” Banda said.",
            "Hunger in the North",
            "“The reserves",
        ),
        ('They left. "We Want Water, Not Gold" Many banners said so.', '"We Want Water, Not Gold"', "Many"),
        (
            "They left. Talks at an End: Who Will Pay the Miners? The owners are silent.",
            "Talks at an End: Who Will Pay the Miners?",
            "The owners",
        ),
        ("They left. EU reaction On 4 May, envoys met.", "EU reaction", "On 4 May"),
        ("They left. Background The strike began in March.", "Background", "The strike"),
        ("Understanding the Report A new study tells more.", "Understanding the Report", "A new"),
        ("They left. HUNGER STRIKE IN PRISON On Monday, ten refused food.", "HUNGER STRIKE IN PRISON", "On Monday"),
    ],
)
def test_headings_are_found(text: str, heading: str, rest: str) -> None:
    (cut,) = glued_headings(text)
    assert text[cut.start : cut.end] == heading
    assert text[cut.resume :].startswith(rest)
    assert not cut.signature


@pytest.mark.parametrize(
    "text",
    [
        "It rained. The Herald of Southern Africa spoke with Banda.",
        "It rained. First Deputy Mayor and Harbour Minister of Peru, Ana Silva, agreed.",
        "It rained. Former Police Chief Joe Banda said so.",
        "It rained. The Law On Peaceful Assembly was signed.",
        "It rained. The Republic of Peru Law On Mines applies.",
        "It rained. Kenyan daily The Standard reported it.",
        "It rained. According to The Lake Herald, he left.",
        "It rained. On Thursday The Lake Herald said so.",
        "It rained. Last Monday The Hague court ruled.",
        "It rained. Public Fund “Clean Rivers of the South” sued.",
        "It rained. The National Movement “Water for all of us, now,” sued.",
        "It rained. “Freedom for Peru” Movement leaders left.",
        "It rained. Mining Act, 2015, was amended.",
        "It rained. In March 2023 Two ministers left.",
        "It rained. Black Women In Mining said so.",
        "It rained. World War Two ended there.",
        "It rained. Yesterday I saw her.",
        "It rained. “We will not go back,” Banda said.",
        "It rained. He said Justice For All was a lie.",
        "It rained. What Is to Be Done? asked the deputy.",
        "It rained. U.S. Senator Joe Banda and The Gambia agreed.",
        "",
    ],
)
def test_names_and_sentences_stay(text: str) -> None:
    assert glued_headings(text) == []


def test_a_voice_is_cut_off_after_the_name_of_its_speaker() -> None:
    text = "It costs too much. Accra trader I think it is fair."
    (cut,) = glued_headings(text)
    assert cut.signature
    assert (text[: cut.end], text[cut.resume :]) == ("It costs too much. Accra trader", "I think it is fair.")


@given(
    st.lists(
        st.sampled_from(
            [
                "Limits",
                "on",
                "Reporting",
                "In",
                "May",
                "the",
                "“We”",
                "Who?",
                "ended.",
                "The",
                "I",
                "think",
                "trader",
                "Law",
                ":",
                ",",
                "“",
            ]
        )
    ).map(" ".join)
)
def test_cuts_are_ordered_and_inside(text: str) -> None:
    position = 0
    for cut in glued_headings(text):
        assert position <= cut.start < cut.end <= cut.resume <= len(text)
        position = cut.resume
