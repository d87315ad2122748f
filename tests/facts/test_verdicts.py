"""Who got which punishment: several people, sentences that follow, remarks in brackets, and verdicts that are none."""

import pytest

from tests.facts.marked import read
from tests.facts.test_patterns import told


def verdicts(text: str) -> set[tuple[str, str, str]]:
    """Kind, patients and punishments of each event that has a punishment."""
    events, names = read(text)
    return {
        (e.kind, ", ".join(told(e, names, "patient")), "; ".join(s.strip() for s in told(e, names, "sanctions")))
        for e in events
        if e.polarity and e.sanctions and e.status == "occurred"
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Kofi Amoah|Person], [Ama Danso|Person] and [Yaw Badu|Person] were sentenced on Friday to eight, six "
         "and three years in prison respectively.",
         {("Conviction", "Kofi Amoah", "imprisonment P8Y"), ("Conviction", "Ama Danso", "imprisonment P6Y"),
          ("Conviction", "Yaw Badu", "imprisonment P3Y")}),
        ("[Amel Tra|Person] and [Hedi Jaz|Person] received four years and a suspended term of 30 months respectively.",
         {("Conviction", "Amel Tra", "imprisonment P4Y"), ("Conviction", "Hedi Jaz", "suspendedSentence P30M")}),
        ("[A Lima judge|Court] fined [Rosa Qui|Person] 3,000 soles and [Juan Poma|Person] 5,000 soles on May 3.",
         {("Conviction", "Rosa Qui", "fine 3000 PEN"), ("Conviction", "Juan Poma", "fine 5000 PEN")}),
        ("[Lena Brand|Person] got four years, her co-defendant [Uwe Kass|Person] two.",
         {("Conviction", "Lena Brand", "imprisonment P4Y"), ("Conviction", "Uwe Kass", "imprisonment P2Y")}),
        ("Courts convicted [Ann Lee|Person] (eight months) and [Bo Wu|Person] (18 months, suspended) on Monday.",
         {("Conviction", "Ann Lee", "imprisonment P8M"), ("Conviction", "Bo Wu", "suspendedSentence P18M")}),
        ("On May 3 a judge acquitted [Ann Lee|Person] but convicted her driver, [Bo Wu|Person], and fined "
         "[him|Person=Ann Lee] 300 dollars.", {("Conviction", "Bo Wu", "fine 300 USD")}),
        ("[A Moscow court|Court] on 9 July sentenced the writer [Ann Lee|Person] to eight years in a penal colony and "
         "barred [her|Person=Ann Lee] from administering websites for four years.",
         {("Conviction", "Ann Lee", "imprisonment P8Y; activityBan P4Y")}),
        ("Last year 14 activists were fined, and one, [Gor Manuk|Person], was jailed for 10 days.",
         {("Conviction", "", "fine"), ("Conviction", "Gor Manuk", "detention P10D")}),
        ("[Ann Lee|Person] got three years, [Bo Wu|Person] four and their driver one.",
         {("Conviction", "Ann Lee", "imprisonment P3Y"), ("Conviction", "Bo Wu", "imprisonment P4Y")}),
        ("[Ann Lee|Person] was sentenced to ten years, [Bo Wu|Person] to seven and [Cy Ng|Person] to a year on June 3.",
         {("Conviction", "Ann Lee", "imprisonment P10Y"), ("Conviction", "Bo Wu", "imprisonment P7Y"),
          ("Conviction", "Cy Ng", "imprisonment P1Y")}),
        ("The judge handed down a sentence of 12 years to [Ann Lee|Person] on June 3.",
         {("Conviction", "Ann Lee", "imprisonment P12Y")}),
        ("The twelve-year prison term handed to [Ann Lee|Person] on June 3 shocked teachers.",
         {("Conviction", "Ann Lee", "imprisonment P12Y")}),
        ("The ombudsman imposed a €20,000 penalty on [Reef Press|Company] on June 3.",
         {("Conviction", "Reef Press", "fine 20000 EUR")}),
        ("[Ann Lee|Person] was fined €500 and ordered to pay €1,500 in legal costs on June 3.",
         {("Conviction", "Ann Lee", "fine 500 EUR; other 1500 EUR")}),
        ("[A Suva court|Court] found [Ann Lee|Person] guilty on June 3 and gave [her|Person=Ann Lee] 11 months and 20 "
         "days in prison, a sentence which it suspended on condition of good behaviour for five years.",
         {("Conviction", "Ann Lee", "suspendedSentence P11M20D")}),
        ("[A Suva court|Court] fined [her|Person=Ann Lee] 78,640 yen the next day and jailed [Bo Wu|Person] for ten "
         "days.",
         {("Conviction", "Ann Lee", "fine 78640 JPY"), ("Conviction", "Bo Wu", "detention P10D")}),
        ("On May 3 a judge fined [Ann Lee|Person] 500 yen and jailed two friends for ten days.",
         {("Conviction", "Ann Lee", "fine 500 JPY"), ("Conviction", "", "detention P10D")}),
        ("[Ann Lee|Person] was convicted of libel on June 3 and faces up to five years in prison.", set()),
        ("Unless [she|Person=Ann Lee] pays the fine, [Ann Lee|Person] will be jailed for 30 days.", set()),
        ("[Ann Lee|Person] was sentenced to pay a fine of 500 yen on June 3.",
         {("Conviction", "Ann Lee", "fine 500 JPY")}),
        ("A fine of 30,000 baht was imposed on [Ann Lee|Person] on Friday.",
         {("Conviction", "Ann Lee", "fine 30000 THB")}),
        ("[Ann Lee|Person] was remanded in custody for two months on Monday.",
         {("Detention", "Ann Lee", "detention P2M")}),
        ("[A Minsk court|Court] put [Ann Lee|Person] under house arrest for two months on Friday.",
         {("Detention", "Ann Lee", "restrictedFreedom P2M")}),
        ("[The regulator|GovernmentBody] suspended [Radio Sun|MediaOutlet] for three months in May.",
         {("Censorship", "Radio Sun", "activityBan P3M")}),
        ("On Friday [a Minsk court|Court] banned [Ann Lee|Person] from leaving the country for three years.",
         {("OtherEvent", "Ann Lee", "restrictedFreedom P3Y")}),
    ],
)  # fmt: skip
def test_each_person_has_the_punishment_that_the_sentence_tells(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert verdicts(text) == expected


@pytest.mark.model
def test_a_sentence_upheld_was_passed_before_that_day() -> None:
    events, _ = read("On 3 May 2024 [a Suva court|Court] upheld [Jo Wikk|Person]'s eight-year sentence.")
    assert [e.date for e in events if e.kind == "Conviction" and e.sanctions] == [None]


@pytest.mark.model
def test_those_named_out_of_a_count_are_one_each() -> None:
    events, _ = read("Five teachers were jailed on May 3: [Ann Lee|Person] for two years and [Bo Wu|Person] for three.")
    assert {(len(e.patient), e.count) for e in events if e.sanctions} == {(1, None)}


@pytest.mark.model
def test_whoever_is_fined_and_to_be_deported_has_one_verdict() -> None:
    events, _ = read(
        "[Jo Wikk|Person] was fined 9,000 lira on May 3 and is to be deported once the verdict becomes final."
    )
    assert [(e.kind, [s.type for s in e.sanctions]) for e in events] == [("Conviction", ["fine", "other"])]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Police arrested 74 people in [Suva|Place] and a further 19 in [Labasa|Place] on May 3.",
         {("Suva", 74), ("Labasa", 19)}),
        ("Police detained 12 people in [Suva|Place], eight in [Labasa|Place] and two in [Nadi|Place] on May 3.",
         {("Suva", 12), ("Labasa", 8), ("Nadi", 2)}),
        ("Police arrested 74 people in [Suva|Place] on May 3 and 19 officers were hurt in [Labasa|Place].",
         {("Suva", 74)}),
    ],
)  # fmt: skip
def test_so_many_here_and_so_many_there(text: str, counts: set[tuple[str, int]]) -> None:
    events, names = read(text)
    assert {(told(e, names, "place"), e.count) for e in events if e.kind == "Detention"} == counts


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The court did not jail [Ann Lee|Person] on Friday.",
        "If convicted, [Ann Lee|Person] would be fined 20,000 dinars.",
        "Prosecutors want [Ann Lee|Person] jailed for three years.",
        "[The union|CivilSocietyOrganization] said that [Ann Lee|Person] should be sentenced to ten years.",
        "[Ann Lee|Person] denied that she had been fined.",
        "[Ann Lee|Person] faces up to twelve years in prison.",
        "[Ann Lee|Person] was given ten days to appeal.",
        "The maximum sentence for [Ann Lee|Person] is ten years.",
        "[Ann Lee|Person] got six months of paid leave.",
        "[Radio Sun|MediaOutlet] suspended its programme for three months.",
        "[Ann Lee|Person] was held at the station for two hours on Friday.",
        "Judge [Ann Lee|Person] imposed a sentence of two years on Friday.",
        "Prosecutors had sought a two-year sentence for [Ann Lee|Person] on Friday.",
    ],
)
def test_what_is_no_punishment_gives_none(text: str) -> None:
    assert verdicts(text) == set()
