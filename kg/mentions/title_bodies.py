"""Words of offices that are in a body's name: "Justice Ministry", "Ministry of Justice", "Chief Magistrates Court"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

# Who sits in a court that is called after them: "Chief Magistrates Court".
BENCH = frozenset({"Magistrate", "Judge", "Justice", "Registrar"})


def names_a_body(span: Span, i: int, end: int, profession: bool) -> bool:
    """Whether the words `i:end` are in a body's name: "Justice Ministry", "Ministry of Justice", "Young Lawyers"."""
    if not span[i].text[:1].isupper():
        return False
    heads, after = lexicon().heads, span[end].text if end < len(span) else ""
    if (
        after in heads
        or ((profession or _general_body(span, i, end)) and _headed_ahead(span, end))
        or _seated(span, end)
        or (after in {"’", "'", "’s", "'s"} and end + 1 < len(span) and _headed_ahead(span, _second_owner(span, end)))
    ):
        return True
    plural = (
        span[end - 1].text.endswith("s") and i > 0 and span[i - 1].text[:1].isupper() and span[i - 1].pos_ == "PROPN"
    )
    listed = i > 1 and span[i - 1].text == "and" and span[i - 2].text[:1].isupper() and span[end - 1].text.endswith("s")
    return (
        plural
        or (listed and _headed_before(span, i))
        or (i > 1 and span[i - 1].text in {"of", "for", "on"} and span[i - 2].text in heads)
        or _banded(span, i, end)
        or _in_tail(span, i)
        or _under(span, i)
    )


def _general_body(span: Span, i: int, end: int) -> bool:
    """ "the General Security Directorate": no general, who would have no article before a name."""
    return span[i:end].text == "General" and i > 0 and span[i - 1].lower_ == "the"


def _second_owner(span: Span, end: int) -> int:
    """Where the body's own words begin behind "Judges’ …" or "Judges’ and Clerks’ …"."""
    two = end + 4 < len(span) and span[end + 1].text == "and" and span[end + 3].text in {"’", "'"}
    return end + 4 if two else end + 1


def _seated(span: Span, end: int) -> bool:
    """ "Chief | Magistrates Court", "Chief | Magistrate’s Court": a court that is called after those who sit in it."""
    words = [t.text for t in span[end : end + 3] if t.text not in {"’", "'", "’s", "'s"}]
    return len(words) > 1 and words[0].removesuffix("s") in BENCH and words[1] in lexicon().heads


def _in_tail(span: Span, i: int) -> bool:
    """ "Centre for Rural Justice": an office's word within the capitals that follow a head and its "for"."""
    k = i - 1
    while k > 0 and span[k].text[:1].isupper() and span[k].text not in lexicon().heads:
        k -= 1
    return 0 < k < i - 1 and span[k].text in {"of", "for", "on"} and span[k - 1].text in lexicon().heads


def _banded(span: Span, i: int, end: int) -> bool:
    """ "Lawyers for Clean Courts": people in the plural; at a sentence's start a head must follow."""
    if (
        span[end - 1].text not in lexicon().bands
        or end + 1 >= len(span)
        or span[end].text not in {"for", "and", "Without", "Against"}
    ):
        return False
    if span[end].text == "and":
        return i > 0 and _headed_ahead(span, end + 1)
    return i > 0 or span[end].text != "for" or _headed_ahead(span, end + 1)


def _headed_before(span: Span, i: int) -> bool:
    """Whether the capitals before hold "Office for …": "Federal Office for Migration and Refugees"."""
    return any(t.text in lexicon().heads for t in span[max(0, i - 6) : i])


def _headed_ahead(span: Span, i: int) -> bool:
    """Whether capitals follow that end in a body's head word: "Refugee Welcome Committee"."""
    while i < len(span) and span[i].text[:1].isupper() and span[i].text not in lexicon().heads:
        i += 1
    return i < len(span) and span[i].text in lexicon().heads


def _under(span: Span, i: int) -> bool:
    """ "Commission under the President", "Office of the Attorney General": the office tells whose body it is."""
    if i < 2 or span[i - 1].text != "the":
        return False
    return span[i - 2].text == "under" or (i > 2 and span[i - 2].text == "of" and span[i - 3].text in lexicon().heads)
