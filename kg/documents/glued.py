"""Sub-headings that a page has glued into its paragraphs, found by their case and by what begins after them (pure).

"… were freed. Limits on Reporting In May 2023, the ministry …": the run of Title Case words at a sentence's start ends
where a capitalised function word, or a quoted sentence, begins the next. Names stay: "The Daily Voice of Accra spoke",
"Deputy Mayor and Harbour Minister", "the newspaper The Standard", "Law On Assemblies". The word lists are in
headings.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.documents.wording import core, is_capital, title_case, vocabulary

MOST_TOKENS = 14
_TOKEN = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$|[.!?][“]$")
_QUOTE = '“"«'
_QUOTED_HEADING = re.compile(r"([“\"«])([^“”\"«»]{8,120})[”\"»]\s+(?=[A-Z])")
_QUOTED_SENTENCE = re.compile(r"[“\"«]([A-Z’'\w][^“”\"«»]{15,}?)[”\"»]")


@dataclass(frozen=True, slots=True)
class Cut:
    """A heading inside a paragraph: it stands in `[start, end)`, the text goes on at `resume`.

    `signature` tells that it is no heading but the name of who has just spoken, which stays in the text.
    """

    start: int
    end: int
    resume: int
    signature: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the signs that touch it; `word` is lower case without them."""

    start: int
    end: int
    text: str
    word: str


def glued_headings(text: str) -> list[Cut]:
    """All headings glued into one paragraph, in order, with offsets into it."""
    tokens = [Token(m.start(), m.end(), m.group(), core(m.group()).lower()) for m in _TOKEN.finditer(text)]
    cuts: list[Cut] = []
    for index, token in enumerate(tokens):
        if (cuts and token.start < cuts[-1].resume) or not _starts(tokens, index):
            continue
        cut = _quoted(text, tokens, index) or _question(tokens, index) or _run(text, tokens, index)
        if cut:
            cuts.append(cut)
    return cuts


def _starts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence may start at this token."""
    if index == 0:
        return True
    before = tokens[index - 1]
    return bool(_SENTENCE_END.search(before.text)) and before.text.lower() not in vocabulary("abbreviations")


def _quoted(text: str, tokens: Sequence[Token], index: int) -> Cut | None:
    """As in “We Want Our River Back” Many of the …"""
    match = _QUOTED_HEADING.match(text, tokens[index].start)
    if match is None or match[2][-1] in ".!?,;" or not title_case(match[2]) or len(match[2].split()) < 3:
        return None
    after = next(i for i, token in enumerate(tokens) if token.start >= match.end())
    return Cut(match.start(), match.end(2) + 1, match.end()) if _opens(tokens, after, long=True) else None


def _question(tokens: Sequence[Token], index: int) -> Cut | None:
    """As in A Deal Without Trust: Who Will Pay? The government …"""
    for i in range(index, min(index + MOST_TOKENS + 2, len(tokens) - 1)):
        if not _fits(tokens[i]) and not tokens[i].text.endswith("?"):
            return None
        if tokens[i].text.endswith("?"):
            inside = tokens[index : i + 1]
            fits = all(map(_fits, inside)) and _weight(inside) >= 4 and is_capital(core(tokens[i + 1].text))
            return Cut(tokens[index].start, tokens[i].end, tokens[i + 1].start) if fits else None
    return None


def _run(text: str, tokens: Sequence[Token], index: int) -> Cut | None:
    """Title Case words up to a capitalised opener; or a short plain phrase up to an unmistakable one."""
    for i in range(index + 1, min(index + MOST_TOKENS, len(tokens))):
        inside = tokens[index:i]
        if (
            inside[-1].text[-1] in ".,;!?"
            or inside[-1].text[0] in _QUOTE
            or (i - index == 1 and inside[0].text[-1] == ":")
        ):
            return None
        if _is_heading(inside, tokens, i, text) or _is_phrase(inside, tokens, i):
            return Cut(inside[0].start, inside[-1].end, tokens[i].start)
        if _is_signature(inside, tokens, i):
            return Cut(inside[0].start, inside[-1].end, tokens[i].start, signature=True)
    return None


def _is_heading(inside: Sequence[Token], tokens: Sequence[Token], i: int, text: str) -> bool:
    weight, last, opener = _weight(inside), inside[-1].word, tokens[i]
    if not all(map(_fits, inside)) or last in vocabulary("connectors") or _only_calendar(inside):
        return False
    single = len(inside) == 1 and last in vocabulary("singles")
    if weight < 2 and not single:
        return False
    named = last in vocabulary("name_heads")
    if opener.text[0] in _QUOTE:
        return not named and weight + len(inside) > 3 and _quotes_sentence(text, opener.start)
    if named and opener.word in vocabulary("openers.preposition"):
        return False
    if inside[0].word in vocabulary("openers.preposition") and opener.word == "the":
        return False
    return _opens(tokens, i, long=weight >= 4)


def _is_phrase(inside: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """As in "EU reaction On 4 May": a capital, plain words, then a date, "According to" or "There are"."""
    plain = [t for t in inside if t.text[0].islower() and t.word not in vocabulary("connectors")]
    if not plain or len(inside) > 4 or not inside[0].text[0].isupper() or inside[-1].word in vocabulary("connectors"):
        return False
    if not all(t.text.replace("’", "").replace("'", "").replace("-", "").isalnum() for t in inside) or _opener_class(
        inside[0].word
    ):
        return False
    after = tokens[i + 1].word if i + 1 < len(tokens) else ""
    kind = _opener_class(tokens[i].word) if tokens[i].text[0].isupper() else ""
    dated = kind == "preposition" and (after in vocabulary("calendar") or after[:1].isdigit())
    return (
        dated
        or (kind == "according" and after == "to")
        or (tokens[i].word == "there" and after in ("is", "are", "was", "were"))
    )


def _is_signature(inside: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """As in "Accra trader I think …": a place, a trade, and then the next voice."""
    if len(inside) != 2 or i + 1 >= len(tokens) or _opener_class(inside[0].word) or not inside[1].text.isalpha():
        return False
    trade = (
        inside[0].text[0].isupper()
        and inside[1].text.islower()
        and inside[1].word.endswith(tuple(vocabulary("trade_endings")))
    )
    after = tokens[i + 1].text
    return trade and (
        (tokens[i].text == "I" and after in vocabulary("said_i")) or (tokens[i].text == "In" and after in ("my", "our"))
    )


def _opens(tokens: Sequence[Token], i: int, *, long: bool) -> bool:
    """Whether a sentence begins at token i; `long` headings may be followed by "The" and a name."""
    word, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not word.text[0].isupper() or word.text[-1] in ".!?:":
        return False
    if len(word.text) > 1 and word.text.isupper() and tokens[i - 1].text.isupper():
        return False  # a heading in capitals goes on: "STRIKE IN PRISON"
    kind, lower = _opener_class(word.word), after.text[0].islower() or after.text[0].isdigit()
    calendar = after.word in vocabulary("calendar")
    if kind == "determiner":
        return after.word not in vocabulary("the_names") and (lower or long)
    if kind == "preposition":
        return lower or calendar or any(t.text.endswith(",") for t in tokens[i + 1 : i + 7])
    if kind == "according":
        return after.word == "to"
    return kind == "conjunction" or (kind == "plain" and (lower or calendar))


def _opener_class(word: str) -> str:
    for kind in ("determiner", "preposition", "conjunction", "according", "plain"):
        if word in vocabulary(f"openers.{kind}"):
            return kind
    return ""


def _fits(token: Token) -> bool:
    """Whether a token may stand in a Title Case heading."""
    return token.word in vocabulary("connectors") or token.text in ("-", "–", "—", "&") or is_capital(core(token.text))


def _weight(inside: Sequence[Token]) -> int:
    """How many words carry a capital because it is a heading."""
    return sum(t.word not in vocabulary("connectors") and is_capital(core(t.text)) for t in inside)


def _only_calendar(inside: Sequence[Token]) -> bool:
    plain = vocabulary("calendar") | vocabulary("relative") | vocabulary("connectors")
    return all(t.word in plain or t.word.isdigit() for t in inside)


def _quotes_sentence(text: str, start: int) -> bool:
    """Whether a quotation is a sentence, not a name: five words or more, mostly lower case, with a sign in it."""
    match = _QUOTED_SENTENCE.match(text, start)
    if match is None or (match[1][-1] not in ".,!?…" and ", " not in match[1]):
        return False
    inner = match[1].split()
    return len(inner) >= 5 and sum(w[0].islower() for w in inner) >= 0.6 * len(inner)
