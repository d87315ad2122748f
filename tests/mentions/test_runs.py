"""Where capitalised runs begin and end, on hand-tagged words: a capital is a proper noun, the rest is given."""

from __future__ import annotations

import pytest

from kg.mentions.runs import runs

TAGS = {
    "of": "ADP",
    "for": "ADP",
    "in": "ADP",
    "and": "CCONJ",
    "the": "DET",
    "The": "DET",
    "’s": "POS",
    "’": "POS",
    ",": "PUNCT",
    "(": "PUNCT",
}


def found(tagged, text: str) -> list[str]:
    words = text.split()
    tags = [TAGS.get(w, "NNP" if w[:1].isupper() else "VERB") for w in words]
    span = tagged([(w, t, "dep", k) for k, (w, t) in enumerate(zip(words, tags, strict=True))]).span
    return [span[r.start : r.end].text for r in runs(span, [False] * len(span))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("today Ama Mensah left", ["Ama Mensah"]),
        ("today the Ministry of Culture and Tourism left", ["Ministry of Culture and Tourism"]),
        ("today the Culture and Tourism Ministry left", ["Culture and Tourism Ministry"]),
        ("today the Ministry of Water and Amnesty Union left", ["Ministry of Water", "Amnesty Union"]),
        ("today Peru ’s Supreme Court left", ["Peru", "Supreme Court"]),
        ("today the Women ’s March left", ["Women ’s March"]),
        ("today the Vendors ’ Alliance left", ["Vendors ’ Alliance"]),
        ("today the Prosecutor ’s Office left", ["Prosecutor ’s Office"]),
        ("today the National Opera and Ballet Theatre left", ["National Opera and Ballet Theatre"]),
        ("today the Order and Work party left", ["Order and Work"]),
        ("today Ama Mensah and Kofi Addo left", ["Ama Mensah", "Kofi Addo"]),
        ("today the Union for Peace and Safety in Europe left", ["Union for Peace and Safety in Europe"]),
        ("today the Oruro Court in Friday left", ["Oruro Court"]),
        ("today on Monday they left", []),
        ("Several Kenyans left", ["Kenyans"]),
        ("Meanwhile Ama left", ["Ama"]),
    ],
)
def test_runs(tagged, text: str, names: list[str]) -> None:
    assert found(tagged, text) == names


def test_taken_words_are_in_no_run(tagged) -> None:
    span = tagged([("President", "NNP", "dep", 0), ("Ama", "NNP", "dep", 1), ("Mensah", "NNP", "dep", 2)]).span
    assert [(r.start, r.end) for r in runs(span, [True, False, False])] == [(1, 3)]
