"""Punishments shared out among several people."""

from kg.facts.model import Sanction
from kg.facts.punishments.shares import shares


def _shares(
    text: str, names: list[str], first: tuple[str, ...] = (), kind: str = "imprisonment"
) -> dict[tuple[str, ...], list[str]]:
    people = [(text.index(name), name) for name in names]
    return {keys: [f"{s.type} {s.duration}".strip() for s in found]
            for keys, found in shares(text, people, first, kind, "")}  # fmt: skip


def test_each_has_his_own_term() -> None:
    text = "sentenced Ali Noor to life imprisonment and Bo Wu to 30 years in prison"
    assert _shares(text, ["Ali Noor", "Bo Wu"]) == {("Ali Noor",): ["life"], ("Bo Wu",): ["imprisonment P30Y"]}


def test_the_unit_of_the_second_term_may_be_left_out() -> None:
    text = "banned Ali Noor from holding office for three years and Bo Wu from holding office for five"
    assert _shares(text, ["Ali Noor", "Bo Wu"], kind="activityBan") == {
        ("Ali Noor",): ["activityBan P3Y"],
        ("Bo Wu",): ["activityBan P5Y"],
    }


def test_one_term_for_all_is_not_split() -> None:
    text = "sentenced Ali Noor and Bo Wu to seven years in prison each"
    assert list(_shares(text, ["Ali Noor", "Bo Wu"]).values()) == [["imprisonment P7Y"]]


def test_those_before_the_trigger_have_the_first_term() -> None:
    text = "was jailed for life and Bo Wu for 35 years"
    assert _shares(text, ["Bo Wu"], ("Ali Noor",)) == {("Ali Noor",): ["life"], ("Bo Wu",): ["imprisonment P35Y"]}
    assert Sanction("life") in shares(text, [(text.index("Bo"), "Bo Wu")], ("Ali Noor",), "imprisonment", "")[0][1]
