"""Punishments in the words of a verdict: types, measures, several of one sentence, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.model import Sanction
from kg.facts.punishments.read import pieces, sanctions


def told(text: str, kind: str = "imprisonment", country: str = "") -> list[str]:
    """Each punishment as "type measure"."""
    return [f"{s.type} {s.duration or (f'{s.amount:.0f} {s.currency}' if s.amount else '')}".strip()
            for s in sanctions(text, kind, country)]  # fmt: skip


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    sanctions(text, "imprisonment", "KE")


PARTS = ("to two years in prison", "and", ",", "a fine of", "5,000", "euros", "suspended", "for", "(", "banned", "from",
         "life", "or", "between", "6 months")  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=14))
def test_no_order_of_its_words_breaks_it(words: list[str]) -> None:
    text = " ".join(words)
    sanctions(text, "imprisonment", "KE")
    assert "".join(pieces(text)).split() == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sentenced him to ten days in jail", ["detention P10D"]),
        ("sentenced to seven years in prison", ["imprisonment P7Y"]),
        ("sentenced in absentia to ten years", ["imprisonment P10Y"]),
        ("sentenced to one year and six months in prison", ["imprisonment P1Y6M"]),
        ("sentenced to 4½ years", ["imprisonment P4Y6M"]),
        ("sentenced to between 10 and 12 years' imprisonment", ["imprisonment P10Y"]),
        ("sentenced to terms ranging from three to eight years", ["imprisonment P3Y"]),
        ("sentenced on charges of fraud to nine years in a penal colony", ["imprisonment P9Y"]),
        ("sentenced to 15 days of administrative arrest", ["detention P15D"]),
        ("sentenced to eighteen months with hard labour", ["imprisonment P18M"]),
        ("sentenced to life behind bars", ["life"]),
        ("jailed for life with a minimum of 22 years", ["life"]),
        ("sentenced to death", ["other"]),
        ("sentenced to a two-year suspended sentence", ["suspendedSentence P2Y"]),
        ("sentenced to 18 months in prison, suspended for three years", ["suspendedSentence P18M"]),
        ("given 30 days, suspended", ["suspendedSentence P30D"]),
        ("a three-year conditional sentence", ["suspendedSentence P3Y"]),
        ("sentenced to five years in prison, two of them suspended, for graft", ["imprisonment P5Y"]),
        ("sentenced to four years in prison with one year suspended", ["imprisonment P4Y"]),
        ("sentenced to six months' house arrest with an electronic tag", ["restrictedFreedom P6M"]),
        ("sentenced to two years' probation", ["restrictedFreedom P2Y"]),
        ("sentenced to 80 days of community service", ["other P80D"]),
        ("sentenced to one year of correctional labour", ["other P1Y"]),
        ("sentenced to three years' imprisonment and deportation", ["imprisonment P3Y", "other"]),
        ("sentenced to 74 lashes and a two-year travel ban", ["other", "restrictedFreedom P2Y"]),
        ("banned from leaving the country for five years", ["restrictedFreedom P5Y"]),
        ("banned for life from practising law", ["activityBan"]),
        ("to three years in prison and banned from teaching for five years", ["imprisonment P3Y", "activityBan P5Y"]),
        ("a two-year suspended term, 80 days of community service and a fine of 60,000 soles",
         ["suspendedSentence P2Y", "other P80D", "fine 60000 PEN"]),
        ("to seven years' imprisonment, to be followed by three years of probation",
         ["imprisonment P7Y", "restrictedFreedom P3Y"]),
        ("to 20 months in prison (12 of them suspended) and a 3,000-euro fine", ["imprisonment P20M", "fine 3000 EUR"]),
        ("to a year in prison and ordered to pay 38,000 dollars in damages", ["imprisonment P1Y", "other 38000 USD"]),
        ("to a fine of 200 million dong and deprived of the right to vote for two years",
         ["fine 200000000 VND", "activityBan P2Y"]),
    ],
)  # fmt: skip
def test_punishments_of_a_sentence(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("fined 20,000 shillings", "KE", ["fine 20000 KES"]),
        ("fined 10,300 soles (about US$2,700)", "PE", ["fine 10300 PEN"]),
        ("fined 30 monthly calculation indices", "", ["fine 30"]),
        ("fined 40 times the minimum wage", "", ["fine 40"]),
        ("fined for a post", "", ["fine"]),
        ("fined 5,000 rand or six months in jail", "", ["fine 5000 ZAR"]),
        ("fined 5,000 rand or, in default, six months in jail", "", ["fine 5000 ZAR"]),
        ("fined 20,000 baht and put under house arrest for 60 days", "", ["fine 20000 THB", "restrictedFreedom P60D"]),
        ("fined $900 and had its licence suspended for six months", "", ["fine 900 USD", "activityBan P6M"]),
        ("fined for failing to serve 20 days of community service", "", ["fine"]),
    ],
)  # fmt: skip
def test_fines(text: str, country: str, expected: list[str]) -> None:
    assert told(text, "fine", country) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jailed for breaching probation", []),
        ("jailed for eight days for violating house arrest", ["detention P8D"]),
        ("sentenced to six years for beating a man to death", ["imprisonment P6Y"]),
        ("jailed for two years for calling for a life sentence for the minister", ["imprisonment P2Y"]),
        ("sentenced to three years in jail after two years in pretrial detention", ["imprisonment P3Y"]),
        ("served eight months of a two-year prison sentence", ["imprisonment P2Y"]),
        ("given ten days to appeal", []),
        ("facing up to twelve years in prison", []),
    ],
)
def test_what_the_words_of_a_verdict_say_beside_the_punishment(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_without_a_verdict_a_length_of_time_is_no_punishment() -> None:
    assert sanctions("spoke for two years", "") == []
    assert sanctions("sentenced to a suspended term of one month", "imprisonment") == [
        Sanction("suspendedSentence", "P1M", suspended=True)
    ]
