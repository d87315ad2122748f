"""How a capitalised run goes on: further capitals, hyphens, possessives, and the small words inside names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.gazetteer import REGIONS
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

LINKS = frozenset({"of", "for", "on", "to", "against", "under"})
PARTICLES = frozenset({
    "al", "el", "de", "da", "di", "van", "von", "der", "den", "del", "la", "bin", "ibn", "ben", "du", "dos", "do",
    "das", "ag", "ould", "und", "y", "na", "kwa", "ya", "wa", "za", "cha", "es", "ve", "və", "va", "et", "les", "des",
    "sur", "le", "dar", "ul", "pour", "para", "por", "ng", "mga", "sa", "dan", "untuk",
    "bint", "binti", "binte", "mint", "uld", "ter", "ten", "af", "abu", "um",
    "los", "las", "e", "dei", "della", "pro", "contra", "con", "com", "sin", "sem",
})  # fmt: skip
# The Arabic article and its forms before the letters of the sun: "Yusuf as-Sayed", "Nur ad-Din".
ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "at", "az", "ul", "ud"})
# Words of descent behind a name in Turkic tongues, written small: "Aigul Bekbolot kyzy".
DESCENT = frozenset(
    {"kyzy", "kizi", "qizi", "gyzy", "uulu", "uly", "oglu", "oghli", "ogli", "ogly", "oghlu", "qızı", "oğlu"}
)
# Plurals without an s whose possessive belongs to the name: "Women’s March".
MOST_DIGITS = 3
COUNTED = frozenset({"of", "%", "per", "-", "–", "/", "were", "died", "are"})
PLURALS = frozenset({"Women", "Children", "Men", "People", "Youth", "Peoples"})
HYPHENS = frozenset("-–")
ACTS = frozenset({"Law", "Act", "Code", "Convention", "Declaration", "Plan", "Strategy", "Concept"})
# Heads before which "Trade and Industry" is one portfolio.
PORTFOLIO_HEADS = frozenset({
    "Ministry", "Party", "Department", "Committee", "Commission", "Agency", "Bureau", "Union", "Directorate",
    "Service", "Authority",
    "Council", "Board", "Division", "Unit", "Inspectorate", "Secretariat", "Administration", "Office", "Squad",
    "Forces",
})  # fmt: skip
# "Nurses and Midwives Union"
GUILDS = frozenset({"Union", "Association", "Council", "Federation", "Syndicate", "Guild", "League", "Society"})
# Heads before which two causes make one name: "Reform and Dignity Party".
CAUSES = frozenset({"Party", "League", "Front"})
FORCES = frozenset({"police", "government", "army", "authorities", "ministry", "parliament"})
HOUSES = frozenset({"Theatre", "Theater", "Museum", "School", "Academy", "College", "Centre", "Center", "Institute"})
# Common nouns that show the names before them to be one: "the ruling Order and Work party".
NAMED_ONE = frozenset({"party", "movement", "bloc", "coalition", "alliance"})
# Places whose names go on after "of": "Palace of Culture".
PLACES_OF = frozenset({
    "Palace", "Museum", "Church", "Cathedral", "University", "Hotel", "Gulf", "Bay", "Academy", "Tower", "Temple",
    "House", "Isle", "Monument", "Voice", "Sisters",
})  # fmt: skip
CITED = frozenset({"Section", "Sections", "Article", "Articles", "Chapter", "Rule"})
CHAMBERS = frozenset({"House", "Senate", "Parliament", "Congress", "Assembly", "Representatives", "Deputies"})
# Second parts of adjectives, not of names: "Nairobi-based".
COMPOUNDED = frozenset({
    "based", "listed",
    "led", "backed", "born", "run", "owned", "wide", "style", "era", "area", "language", "registered",
    "trained", "funded", "controlled", "speaking", "sponsored", "made", "linked",
})  # fmt: skip
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
COURTS = frozenset({"Court", "Tribunal", "Chamber", "Magistracy", "Senate"})
ADJECTIVE = ("al", "ic", "ive", "ary", "an", "ous")


def is_cap(token: Token) -> bool:
    """Whether a token is written with a capital (or is an abbreviation such as "St.")."""
    text = token.text
    return (text[:1].isupper() and any(c.isalpha() for c in text) and not text.endswith((".", ":"))) or _abbreviation(
        text
    )


def _abbreviation(text: str) -> bool:
    return len(text) <= 5 and text.endswith(".") and text[:1].isupper() and text[:-1].replace(".", "").isalpha()


def step(span: Span, start: int, i: int, taken: Sequence[bool]) -> int:
    """How many tokens the run that began at `start` takes next at i: a word, or a link and a word; 0 ends it."""
    token = span[i]
    if taken[i]:
        return 0
    if is_cap(token):
        return 0 if token.text in lexicon().calendar and _dated(span, i) else 1
    if _nickname(span, start, i, taken):
        return 4
    glued = not span[i - 1].whitespace_
    if token.text in HYPHENS and glued and not token.whitespace_ and i + 1 < len(span):
        return 0 if span[i + 1].text in COMPOUNDED else 2
    if _numeral(span, i):
        return 1
    if ORDINAL.match(token.text) and numbered_court(span, i, taken):
        return 2
    if token.tag_ == "POS" or token.text in {"’", "'"}:
        if _next_cap(span, i + 1, taken):
            return 2 if _own_possessive(span, start, i) else 0
        return _second_owner(span, start, i, taken)
    if token.text in ARTICLES and i + 2 < len(span) and span[i + 1].text == "-" and is_cap(span[i + 2]):
        return 3
    if token.text.lower() in PARTICLES and len(span[i - 1].text) > 1:
        if _next_cap(span, i + 1, taken):
            return 2
        if i + 1 < len(span) and span[i + 1].text in PARTICLES and _next_cap(span, i + 2, taken):
            return 3  # "de la"
        if span[i + 1 : i + 2].text in ARTICLES and span[i + 2 : i + 3].text == "-" and _next_cap(span, i + 3, taken):
            return 4  # "bint al-Mansur"
    if token.text in DESCENT and i - start >= 1 and span[i - 1].text[:1].isupper():
        return 1
    return _link(span, start, i, taken)


def _nickname(span: Span, start: int, i: int, taken: Sequence[bool]) -> bool:
    """'Rodrigo "Digo" Salas': what stands in quotes between a given name and a surname."""
    if span[i].text not in {'"', "“"} or i + 3 >= len(span) or i - start > 2 or any(taken[i : i + 4]):
        return False
    return (
        is_cap(span[i + 1])
        and span[i + 2].text in {'"', "”"}
        and is_cap(span[i + 3])
        and bool(span[start].ent_type_ == "PERSON" or authorities.given_name_gender(span[start].text))
    )


def _numeral(span: Span, i: int) -> bool:
    """The number of "Channel 9" and "Kollektif 44": behind a name that is no place, date or article, and no count."""
    text, before = span[i].text, span[i - 1].text
    if not text.isdigit() or len(text) > MOST_DIGITS or before in lexicon().calendar or before in lexicon().never:
        return False
    after = span[i + 1] if i + 1 < len(span) else None
    counts = (after is not None and after.pos_ in {"NOUN", "ADJ", "NUM", "PROPN"}) or (
        after is not None and after.text in COUNTED
    )
    return (
        not counts and not authorities.country_by_name(before) and span[i - 1].ent_type_ not in {"GPE", "LOC", "DATE"}
    )


def numbered_court(span: Span, i: int, taken: Sequence[bool]) -> bool:
    """Whether the ordinal at i is a court's number: "the Adana 2nd Administrative Court", "the 9th Penal Chamber"."""
    return any(t.text in COURTS for t in _caps(span, i + 1, taken))


def _dated(span: Span, i: int) -> bool:
    """Whether a month or weekday at i is a date rather than a word of the name."""
    return i + 1 >= len(span) or not is_cap(span[i + 1])


def _own_possessive(span: Span, start: int, i: int) -> bool:
    """Whether a possessive belongs to the name: "Nurses’ Union", "Women’s March", "Prosecutor’s Office"."""
    owner = span[start:i].text
    if authorities.country_by_name(owner):
        return False
    last = span[i - 1].text
    if last in PLURALS:
        return True
    if last in lexicon().office_holders:
        return span[i + 1].text in {"Office", "Court", "Courts", "Chambers"}
    bare = span[i].text in {"’", "'"}
    return bare and last.endswith("s") and not authorities.name_shape(last) and _headed_ahead(span, i + 1)


def _second_owner(span: Span, start: int, i: int, taken: Sequence[bool]) -> int:
    """ "Cooks’ and Waiters’ Union": two trades own one body."""
    if i - start != 1 or not span[start].text.endswith("s") or i + 4 >= len(span) or span[i + 1].text != "and":
        return 0
    second = _next_cap(span, i + 2, taken) and span[i + 2].text.endswith("s") and span[i + 3].text in {"’", "'"}
    return 5 if second and _next_cap(span, i + 4, taken) and _headed_ahead(span, i + 4) else 0


def _headed_ahead(span: Span, i: int) -> bool:
    """Whether the capitalised words from i hold a word that names a body."""
    lex = lexicon()
    return any(t.text in lex.heads and lex.heads[t.text] != "Place" for t in _caps(span, i, [False] * len(span)))


def _link(span: Span, start: int, i: int, taken: Sequence[bool]) -> int:
    """Links that join words of one name: of/for/on after a head word, and/comma inside what such a link began."""
    words = [t.text for t in span[start:i]]
    headed, text, tail = _headed(words), span[i].text, any(w in LINKS for w in words)
    if (
        text == "of"
        and lexicon().heads.get(words[-1]) == "Company"
        and authorities.country_by_name(span[i + 1 : i + 2].text)
    ):
        return 0  # "Brightwater Holdings of Mauritius"
    if (text == "for" and words[-1] in CHAMBERS) or (text in {"on", "to", "under"} and _of_trade(words[-1])):
        return 0  # "member of the Lower House for Tema", "the offices of Delta Minerals on Main Street"
    if text in LINKS and (headed or (text == "of" and words[-1] in PLACES_OF)):
        return _linked(span, i, taken)
    if text == "in" and tail and headed:
        return _in_region(span, i, taken)
    if text in {"and", "&"} and _next_cap(span, i + 1, taken):
        return (
            2
            if _joins(words, [t.text for t in _caps(span, i + 1, taken)], tail and headed, _after_caps(span, i + 1))
            else 0
        )
    if text == "," and tail and headed and span[i - 1].text.endswith(ADJECTIVE) and _next_cap(span, i + 1, taken):
        return 2
    return 0


def _of_trade(word: str) -> bool:
    return lexicon().heads.get(word) in {"Company", "MediaOutlet"}


def _headed(words: Sequence[str]) -> bool:
    heads = lexicon().heads
    return words[0] in lexicon().bands or any((w in heads and heads[w] != "Place") or w in ACTS for w in words)


def _linked(span: Span, i: int, taken: Sequence[bool]) -> int:
    skip = 2 if i + 1 < len(span) and span[i + 1].text == "the" else 1
    there = _next_cap(span, i + skip, taken) and span[i + skip].text not in lexicon().calendar | CITED
    if skip == 2 and (_after_caps(span, i + skip) in FORCES or _last_cap(span, i + skip) in {"Police", "Army", "Navy"}):
        return 0  # "the Special Unit of the Delta police": the unit's name ends before its police
    return skip + 1 if there else 0


def _in_region(span: Span, i: int, taken: Sequence[bool]) -> int:
    """ "… for Security and Co-operation in Europe": the region that a body is for is part of its name."""
    if i + 4 < len(span) and span[i + 1].text == "the" and span[i + 3].text == "(" and is_cap(span[i + 2]):
        short = span[i + 4].text  # "… for Media Freedom in the Horn (AMFH)"
        return 3 if short.isupper() and short[-1] == span[i + 2].text[0] and not any(taken[i : i + 3]) else 0
    for width in (2, 1):
        if i + width < len(span) and not any(taken[i : i + width + 1]) and span[i + 1 : i + 1 + width].text in REGIONS:
            return width + 1
    return 0


def _joins(words: Sequence[str], rest: Sequence[str], in_tail: bool, after: str) -> bool:
    """Whether "and" is inside a name: "… of Trade and Industry", "Trade and Industry Ministry"."""
    lex = lexicon()
    if in_tail:
        return not (rest[-1] in lex.heads and len(rest) > 1) and not authorities.country_by_name(" ".join(rest))
    if after in NAMED_ONE and len(rest) <= 2 and len(words) <= 2:
        return True
    if rest[-1] in GUILDS and len(words) == 1 and words[-1].endswith("s") and rest[0].endswith("s"):
        return True
    if rest[-1] in CAUSES and len(words) == 1 and len(rest) == 2:
        lone = words[0]
        named = authorities.country_by_name(lone) or authorities.given_name_gender(lone) or lone.isupper()
        return not named and lone not in lex.heads and rest[0] not in lex.heads
    if rest[-1] in HOUSES:
        return words[-1] in lex.arts and any(w in lex.arts for w in rest[:-1])
    return rest[-1] in PORTFOLIO_HEADS and words[-1] in lex.portfolio


def _after_caps(span: Span, i: int) -> str:
    while i < len(span) and is_cap(span[i]):
        i += 1
    return str(span[i].text) if i < len(span) else ""


def _last_cap(span: Span, i: int) -> str:
    """The last of the capitalised words from token i, "" where only one stands there."""
    last = i
    while last + 1 < len(span) and is_cap(span[last + 1]):
        last += 1
    return str(span[last].text) if last > i else ""


def _caps(span: Span, i: int, taken: Sequence[bool]) -> Iterator[Token]:
    """The capitalised words in a row from token i."""
    while i < len(span) and is_cap(span[i]) and not taken[i]:
        yield span[i]
        i += 1


def _next_cap(span: Span, i: int, taken: Sequence[bool]) -> bool:
    return i < len(span) and is_cap(span[i]) and not taken[i] and span[i].pos_ not in {"PRON", "DET"}
