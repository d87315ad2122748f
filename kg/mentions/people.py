"""Whether a capitalised run is a person's name, and which words of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.titles import COURTESY, is_person_noun

if TYPE_CHECKING:
    from kg.mentions.runs import Run
    from kg.mentions.tokens import Span, Token

SPEAKING = frozenset({
    "said", "says", "told", "added", "argued", "stated", "noted", "explained", "claimed", "wrote", "warned",
    "recalled", "insisted", "commented", "emphasized", "emphasised", "stressed", "asked", "replied", "believes",
    "thinks", "denied", "admitted", "was", "is", "who", "whose", "has", "had",
})  # fmt: skip
NEAR = frozenset({*lexicon().kin, *lexicon().advocates})
# Surnames that are words of another kind elsewhere.
NAMES_TOO = frozenset({"Islam"})
NOT_INSIDE = frozenset({"of", "for", "on", "to", "and", "against", "in"})
SUFFIXES = frozenset({"MP", "MEP", "QC", "KC", "SC", "MNA", "MLA"})
LONGEST = 5
Weight = tuple[float, str]
NO: Weight = (0, "")


def name_words(span: Span, run: Run) -> tuple[int, int]:
    """The run without courtesy titles in front: token indexes within the span."""
    start = run.start
    ranked = run.end - start > 2
    while start < run.end - 1 and (span[start].text in COURTESY or ((start == 0 or ranked) and _of_trade(span[start]))):
        start += 1
    end = run.end
    while end > start + 2 and span[end - 1].text in SUFFIXES:
        end -= 1
    return start, end


def _of_trade(token: Token) -> bool:
    """ "Freelancer Ann Lee": a common noun of a person that only the sentence's start gives a capital."""
    return token.lower_ in lexicon().people_nouns and not authorities.given_name_gender(token.text)


def person_weight(span: Span, start: int, end: int, *, titled: bool) -> Weight:
    """How strongly the tokens look like a person's name, and the rule that says so; 0 means they do not."""
    words = [t.text for t in span[start:end] if t.text not in '-–"“”']
    if not _can_be_name(span, start, end, words):
        return NO
    return _several(span, start, end, words, titled) if len(words) > 1 else _single(span, start, end, words[0], titled)


def _can_be_name(span: Span, start: int, end: int, words: Sequence[str]) -> bool:
    lex = lexicon()
    named = NAMES_TOO if len(words) > 1 and authorities.given_name_gender(words[0]) else ()
    if not 1 <= len(words) <= LONGEST or any(
        w in lex.heads or (w in lex.never and w not in named) for w in words[1:] or words
    ):
        return False
    if any(t.text in NOT_INSIDE or t.tag_ == "POS" for t in span[start:end]) or any(
        c.isdigit() for w in words for c in w
    ):
        return False
    return len(words) > 1 or not (words[0].isupper() and len(words[0]) < 6)


def _several(span: Span, start: int, end: int, words: Sequence[str], titled: bool) -> Weight:
    ner = _labelled(span, start, end)
    if titled:
        return 6, "title-name"
    if _kin(span, start, end):
        return 5, "kin-name"
    if authorities.given_name_gender(words[0]):
        return 5, "given-name"
    if _shaped(words[-1]):
        return 4.5, "surname-shape"
    if _of_a_trade(span, start):
        return 4, "person-context"
    if _agent(span, start) and span[start].ent_type_ != "ORG":
        return 4, "person-context"
    if _personal_context(span, end) and (ner or span[start].ent_type_ != "ORG"):
        return 4, "person-context"
    if ner:
        return 3, "ner-person"
    return (1, "bare-pair") if len(words) <= 3 and all(t.pos_ == "PROPN" for t in span[start:end]) else NO


def _single(span: Span, start: int, end: int, word: str, titled: bool) -> Weight:
    ner, shaped = _labelled(span, start, end), _shaped(word)
    if titled and (ner or shaped):
        return 6, "title-name"
    if _common(span, start, word):
        return NO
    if _mononym(span, start, end):
        return 4, "mononym"
    if titled:
        return 3, "title-name"
    if ner and start and span[start - 1].text in SPEAKING:
        return 2.6, "ner-person"
    if ner:
        return 1.2, "ner-person-alone"
    return (1, "surname-shape-alone") if shaped else NO


def _labelled(span: Span, start: int, end: int) -> bool:
    return sum(t.ent_type_ == "PERSON" for t in span[start:end]) * 2 >= end - start


def _shaped(word: str) -> bool:
    return authorities.name_shape(word) is not None and len(word) > 4


def _common(span: Span, start: int, word: str) -> bool:
    """Whether a lone capitalised word is a word of the language: an adjective, a plural, a derived noun."""
    return span[start].tag_ in {"JJ", "NNS", "NNPS"} or word.lower().endswith(lexicon().common_endings)


def _mononym(span: Span, start: int, end: int) -> bool:
    """A given name that is all the text tells: "Aiko, a weaver", "her daughter Neema"."""
    before = start - 1 - (start > 1 and span[start - 1].text == ",")
    if before >= 0 and span[before].text.lower() in NEAR:
        return True
    if end + 2 >= len(span) or span[end].text != "," or span[end + 1].text.lower() not in {"a", "an"}:
        return False
    for token in span[end + 2 : end + 9]:
        if is_person_noun(token):
            return True
        if token.pos_ in {"VERB", "PRON", "ADP", "AUX"} or token.text in {",", "."}:
            return False
    return False


def _apposed_person(span: Span, end: int) -> bool:
    """ "Aiko Mori, a 24-year-old basket weaver": the apposition's noun is of a person."""
    if end + 2 >= len(span) or span[end].text != "," or span[end + 1].text.lower() not in {"a", "an"}:
        return False
    for token in span[end + 2 : end + 8]:
        if is_person_noun(token) and token.dep_ not in {"compound", "poss", "nmod", "amod"}:
            return True
        if token.pos_ in {"VERB", "PRON", "ADP", "AUX"} or token.text in {",", "."}:
            return False
    return False


def _kin(span: Span, start: int, end: int) -> bool:
    """A relative's word beside the name: "his wife X", "X’s brother", "her sister, X,", "X, daughter of"."""
    before = span[start - 1].text.lower() if start else ""
    if before == "," and start > 1:
        before = span[start - 2].text.lower() if _labelled(span, start, end) or span[start - 1].whitespace_ else ""
    following = [t.text.lower() for t in span[end : end + 4]]
    possessing = len(following) > 1 and span[end].tag_ == "POS" and following[1] in NEAR
    apposed = (
        len(following) > 2
        and following[0] == ","
        and (following[1] in NEAR or (following[2] in NEAR and following[1] == "the"))
    )
    return before in NEAR or possessing or apposed


def _of_a_trade(span: Span, start: int) -> bool:
    """ "the landowner Heli Joost", "a cattle breeder, Ann Lee": a trade beside the name that no list has."""
    before = start - 1 - (start > 1 and span[start - 1].text == ",")
    token = span[before] if before >= 0 else None
    return (
        token is not None
        and token.tag_ == "NN"
        and token.text.islower()
        and token.text.endswith(lexicon().trade_endings)
    )


def _agent(span: Span, start: int) -> bool:
    """ "chaired by Heli Joost", "edited by Ann Lee": what only people do."""
    return (
        start > 1 and span[start - 1].text == "by" and span[start - 2].text in {"chaired", "headed", "edited", "penned"}
    )


def _personal_context(span: Span, end: int) -> bool:
    """After the name: an age ("Grace Otieno, 34,"), or a word that only a person's name is followed by."""
    if end >= len(span):
        return False
    if span[end].text == "," and end + 1 < len(span) and span[end + 1].text.isdigit() and len(span[end + 1].text) == 2:
        return True
    if _apposed_person(span, end):
        return True
    if span[end].text == "," and end + 1 < len(span) and span[end + 1].text in {"who", "whose"}:
        return True
    return span[end].text in SPEAKING - {"was", "is", "has", "had"}
