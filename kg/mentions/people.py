"""Whether a capitalised run is a person's name, and which words of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.titles import COURTESY

if TYPE_CHECKING:
    from spacy.tokens import Span

    from kg.mentions.runs import Run

SPEAKING = frozenset({"said", "says", "told", "added", "argued", "stated", "noted", "explained", "claimed", "wrote", "warned",
                      "recalled", "insisted", "commented", "emphasized", "emphasised", "stressed", "asked", "replied",
                      "believes", "thinks", "denied", "admitted", "was", "is", "who", "whose", "has", "had"})  # fmt: skip
KIN = frozenset({"brother", "sister", "wife", "husband", "son", "daughter", "mother", "father", "partner", "lawyer", "widow",
                 "cousin", "uncle", "aunt", "nephew", "niece", "spouse", "fiancée", "fiance"})  # fmt: skip


def name_words(span: Span, run: Run) -> tuple[int, int]:
    """The run without courtesy titles in front: token indexes within the span."""
    start = run.start
    while start < run.end - 1 and span[start].text in COURTESY:
        start += 1
    return start, run.end


def person_weight(span: Span, start: int, end: int, *, titled: bool) -> tuple[float, str]:
    """How strongly the tokens look like a person's name, and the rule that says so; 0 means they do not."""
    words = [t.text for t in span[start:end] if t.text not in "-–"]
    if not 1 <= len(words) <= 5 or any(w in lexicon().heads or w in lexicon().never for w in words[1:] or words):
        return 0, ""
    if any(t.text in {"of", "for", "on", "to", "and", "against"} or t.tag_ == "POS" for t in span[start:end]):
        return 0, ""
    if any(c.isdigit() for w in words for c in w) or (len(words) == 1 and words[0].isupper() and len(words[0]) < 6):
        return 0, ""
    return _weigh(span, start, end, words, titled)


def _weigh(span: Span, start: int, end: int, words: list[str], titled: bool) -> tuple[float, str]:
    several = len(words) >= 2
    ner = sum(t.ent_type_ == "PERSON" for t in span[start:end]) * 2 >= end - start
    shaped = authorities.name_shape(words[-1]) is not None and len(words[-1]) > 4
    given = bool(authorities.given_name_gender(words[0])) and several
    if titled:
        return (6 if several or ner or shaped else 3), "title-name"
    if _kin(span, start, end) and (several or ner):
        return 5, "kin-name"
    if given:
        return 5, "given-name"
    if shaped and several:
        return 4.5, "surname-shape"
    if several and _personal_context(span, end) and (ner or span[start].ent_type_ != "ORG"):
        return 4, "person-context"
    if ner:
        return (3 if several else 1.2), "ner-person"
    return (1, "surname-shape-alone") if shaped and not several else (0, "")


def _kin(span: Span, start: int, end: int) -> bool:
    before = span[start - 1].text.lower() if start else ""
    after = span[end + 1].text.lower() if end + 1 < len(span) and span[end].tag_ == "POS" else ""
    return before in KIN or after in KIN


def _personal_context(span: Span, end: int) -> bool:
    """After the name: an age ("Grace Otieno, 34,"), or a word that only a person's name is followed by."""
    if end >= len(span):
        return False
    if span[end].text == "," and end + 1 < len(span) and span[end + 1].text.isdigit() and len(span[end + 1].text) == 2:
        return True
    return span[end].text in SPEAKING - {"was", "is", "has", "had"}
