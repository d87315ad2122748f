from __future__ import annotations

import pytest

from kg.documents.wording import (
    clean_heading,
    core,
    ends_sentence,
    is_truncated,
    last_sentence,
    more_link,
    norm,
    title_case,
    vocabulary,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court adjourned.", True),
        ("He asked why?”", True),
        ("They had been warned.[12]", True),
        ("The dates are:", False),
        ("Freedom of Assembly", False),
        ("the first of them,", False),
    ],
)
def test_ends_sentence(text: str, expected: bool) -> None:
    assert ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and the deputies then…", True),
        ("and the deputies then...", True),
        ("and the deputies then […]", True),
        ("and the deputies then... Read more", True),
        ("and the deputies left.", False),
        ("He said “…” twice", False),
    ],
)
def test_is_truncated(text: str, expected: bool) -> None:
    assert is_truncated(text) is expected


def test_more_link_needs_a_finished_sentence_before_it() -> None:
    assert more_link("It ended. Read more") == 9
    assert more_link("Pupils must read more") == len("Pupils must read more")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Limits on the Right to Strike", True),
        ("eVisa Rules for Peru", True),
        ("Limits on the right to strike", False),
        ("Background", False),
    ],
)
def test_title_case(text: str, expected: bool) -> None:
    assert title_case(text) is expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("One came. Two stayed: ", "Two stayed: "),
        ("“No.” She left.", "She left."),
        ("Dr. Ama Mensah spoke.", "Dr. Ama Mensah spoke."),
        ("Only one sentence", "Only one sentence"),
    ],
)
def test_last_sentence(text: str, last: str) -> None:
    assert text[last_sentence(text) :] == last


def test_small_ones() -> None:
    assert core("“Freedom”,") == "Freedom"
    assert norm("A  Law—On Media!") == norm("a law on media")
    assert clean_heading("## **V  Results:**") == "V Results"


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert {"on", "no"} <= vocabulary("openers.preposition") | vocabulary("openers.plain")
