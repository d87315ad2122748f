"""People whom a text keeps back: voices signed by a given name, an age or a profession, and those who asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP
from kg.mentions.spans import part
from kg.mentions.titles import is_person_noun

PROTECTED = {"protected": True}
# "Aiko, 24, Kobe: …", "Tomas, law student: …"
AGED = re.compile(rf"^[“\"]?(?P<name>{CAP}), (?:aged )?\d{{2}}(?:[,:]|$)")
TELLING = re.compile(rf"^[“\"]?(?P<name>{CAP}), (?:an? )?[a-z][\w’' -]{{3,40}}(?:, [^:.!?“”]{{2,40}})?: ")
# "A bus driver, 41: …", "A retired nurse: …"
NAMELESS = re.compile(
    r"^[“\"]?An? (?P<name>[a-z][a-z-]+(?: [a-z-]+){0,3})(?:, (?:aged )?\d{2})?(?:, [^:.!?“”]{2,40})?: "
)
# "Plovdiv teacher", a line of its own under what the teacher said
SIGNED = re.compile(rf"^(?P<name>(?P<city>{CAP}(?: {CAP})?) [a-z][a-z-]+(?: [a-z-]+)?)\.?$")


def find(sentence: Sentence) -> Iterator[Mention]:
    """Voices that a sentence opens with or consists of, all protected."""
    for form in (AGED, TELLING):
        m = form.match(sentence.text)
        if m:
            yield part(sentence, m.start("name"), m["name"], "Person", "age-line", PROTECTED)
            return
    nameless = NAMELESS.match(sentence.text)
    signed = SIGNED.match(sentence.text.strip())
    if nameless and _ends_with_person(sentence, nameless["name"]):
        yield part(sentence, nameless.start("name"), nameless["name"], "Person", "voice", PROTECTED)
    elif signed and cities(signed["city"]) and _ends_with_person(sentence, signed["name"]):
        yield part(sentence, sentence.text.index(signed["name"]), signed["name"], "Person", "voice", PROTECTED)


def _ends_with_person(sentence: Sentence, name: str) -> bool:
    last = name.split()[-1]
    return any(t.text == last and is_person_noun(t) for t in sentence.span)


def protect(sentence: Sentence, mentions: Iterable[Mention]) -> list[Mention]:
    """The sentence's mentions, the person before (else after) a word of anonymity marked as protected."""
    found = list(mentions)
    lower = sentence.text.lower()
    at = next((lower.find(words) for words in lexicon().anonymity if words in lower), -1)
    if at < 0:
        return found
    people = [m for m in found if m.cls == "Person"]
    if not people:
        return sorted([*found, *_described(sentence, at, found)], key=lambda m: m.start)
    before = [m for m in people if m.end <= sentence.start + at]
    chosen = before[-1] if before else people[0]
    return [replace(m, facts={**m.facts, **PROTECTED}) if m is chosen else m for m in found]


def _described(sentence: Sentence, at: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """The unnamed person who asked for it: "a former driver, who asked not to be named"."""
    nouns = [t for t in sentence.span if t.idx + sentence.offset < sentence.start + at and is_person_noun(t)]
    for noun in nouns[-1:]:
        start = noun.i
        while start > sentence.span.start and noun.nbor(start - noun.i - 1).dep_ in {"amod", "compound"}:
            start -= 1
        words = sentence.span.doc[start : noun.i + 1]
        a = words.start_char + sentence.offset
        free = all(m.end <= a or a + len(words.text) <= m.start for m in found)
        article = start > sentence.span.start and words[0].nbor(-1).lower_ in {"a", "an", "one", "another"}
        if free and article:
            yield part(sentence, a - sentence.start, words.text, "Person", "voice", PROTECTED)
