"""From parsed sentences to typed mentions: every finder's candidates, a vote over the corpus, then one reading per span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.mentions import bodies, citations, described, gazetteer
from kg.mentions.classify import candidates
from kg.mentions.known import KnownNames, known_names
from kg.mentions.model import Mention, Sentence
from kg.mentions.overlap import choose
from kg.mentions.places import composed_places
from kg.mentions.runs import runs
from kg.mentions.titles import titles
from kg.mentions.votes import WEIGHTS, classes, key

DOMAIN = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|media|news|kz|kg|uz|ru|ge|am|az|by|ua|md|tj|tm|af|rs|pl|hu|ro|bg|"
                    r"tv|fm|ke|ng|za|in|lk|np|ph|id|my|th|vn|co|pe|mx|br|ar|cl|tn|eg|ma|tr|ir|mn|cn|hk|eu|uk|de|fr|it|es)\b", re.IGNORECASE)  # fmt: skip
FIXED = frozenset({"gazetteer", "demonym", "domain", "description", "provision", "code", "constitution", "titled-law", "titled-bill",
                   "titled-treaty", "titled-policy", "concept", "petition-title", "petition", "described-norm", "place-tail",
                   "age-line", "row-treaty"})  # fmt: skip
AGE_LINE = re.compile(r"^[“\"]?(?P<name>[A-Z][\w’'-]+), (?:aged )?\d{2}(?:,|\b)")


def find_mentions(corpus: Mapping[str, Sequence[Sentence]]) -> dict[str, list[list[Mention]]]:
    """The mentions of every sentence (in order, not overlapping), per document; rejected candidates are left out."""
    found = {d: [list(_candidates(s)) for s in sentences] for d, sentences in corpus.items()}
    decided = classes(m for per in found.values() for ms in per for m in ms)
    lexicons = {d: known_names((m for ms in per for m in ms), decided) for d, per in found.items()}
    return {
        d: [_settle(s, ms, decided, lexicons[d]) for s, ms in zip(corpus[d], per, strict=True)] for d, per in found.items()
    }


def _candidates(sentence: Sentence) -> Iterator[Mention]:
    yield from gazetteer.find(sentence)
    yield from citations.find(sentence)
    yield from described.find(sentence)
    yield from bodies.find(sentence)
    yield from composed_places(sentence)
    yield from _domains(sentence)
    offices = titles(sentence.span)
    taken = [False] * len(sentence.span)
    for title in offices:
        taken[title.start : title.end] = [True] * (title.end - title.start)
    for run in runs(sentence.span, taken):
        yield from candidates(sentence, run, offices)


def _domains(sentence: Sentence) -> Iterator[Mention]:
    for m in DOMAIN.finditer(sentence.text):
        a = sentence.start + m.start()
        yield Mention(a, a + len(m[0]), m[0], "MediaOutlet", m[0], "domain")
    age = AGE_LINE.match(sentence.text)
    if age:
        a = sentence.start + age.start("name")
        yield Mention(a, a + len(age["name"]), age["name"], "Person", age["name"], "age-line", {"protected": True})


def _settle(sentence: Sentence, found: list[Mention], decided: Mapping[str, str], lexicon: KnownNames) -> list[Mention]:
    """One reading per span: candidates in their decided class, and known names that no finder saw here."""
    typed = [t for m in found if (t := _typed(m, decided))]
    typed += lexicon.find(sentence)
    return choose(typed, WEIGHTS)


def _typed(m: Mention, decided: Mapping[str, str]) -> Mention | None:
    if m.rule in FIXED:
        return m
    cls = decided.get(key(m.text))
    return replace(m, cls=cls) if cls else None
