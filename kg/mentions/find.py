"""From parsed sentences to typed mentions: all finders' candidates, a vote over the corpus, one reading per span."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from kg.mentions import bodies, domains, gazetteer, quoted, voices
from kg.mentions.acronyms import acronym_classes
from kg.mentions.anchors import Anchors
from kg.mentions.classify import candidates
from kg.mentions.known import KnownNames, known_names
from kg.mentions.model import Mention, Sentence
from kg.mentions.norms import citations, described, provisions
from kg.mentions.norms import phrases as norm_phrases
from kg.mentions.overlap import choose
from kg.mentions.petitions import addresses
from kg.mentions.petitions import fields as petition_fields
from kg.mentions.petitions import find as petitions
from kg.mentions.petitions import titles as petition_titles
from kg.mentions.places import composed_places
from kg.mentions.runs import runs
from kg.mentions.surnames import surname_of_somebody
from kg.mentions.titles import titles
from kg.mentions.votes import FIXED, WEIGHTS, classes, common_words, key

FINDERS = (
    gazetteer.find, citations.find, provisions.find, described.find, petitions.find, bodies.find, composed_places,
    petition_fields.find, addresses.find, domains.find, voices.find, quoted.find, norm_phrases.find,
)  # fmt: skip

# Descriptions so long that they hold names of their own.
HOLDERS = frozenset({"described-norm", "petition"})
TREATY_WITH = " with "  # "Agreement with Chad on the Return of Pilgrims" names the other side
AMENDING = ("amendment", "changes", "Amendment")
WINGS = ("wing", "branch", "league")
Candidates: TypeAlias = list[list[Mention]]
Each: TypeAlias = Callable[
    [Callable[[Sequence[Sentence]], Candidates], Sequence[Sequence[Sentence]]], Iterable[Candidates]
]


def find_mentions(corpus: Mapping[str, Sequence[Sentence]], each: Each = map) -> dict[str, list[list[Mention]]]:
    """The mentions of every sentence (in order, not overlapping), per document; rejected candidates are left out.

    `each` does as `map` does, for what is read from one document without a look at the others.
    """
    order = sorted(corpus)
    found = dict(zip(order, each(_read, [corpus[d] for d in order]), strict=True))
    decided = classes((m for per in found.values() for ms in per for m in ms), common_words(corpus.values()))
    return {d: _document(corpus[d], found[d], decided) for d in corpus}


def _document(
    sentences: Sequence[Sentence], found: Sequence[list[Mention]], decided: Mapping[str, str]
) -> list[list[Mention]]:
    """The mentions of one document: its acronyms are of the class of what they stand for."""
    acronyms = acronym_classes(sentences, found, decided)
    here = {**decided, **acronyms}
    names = known_names((m for ms in found for m in ms), here, acronyms)
    anchors = Anchors()
    own = [[m for m in ms if not _elsewhere(m, acronyms)] for ms in found]
    return [anchors.tie(s, _settle(s, ms, here, names)) for s, ms in zip(sentences, own, strict=True)]


def _elsewhere(m: Mention, acronyms: Mapping[str, str]) -> bool:
    """Whether a document uses a known acronym for something of its own: "the Coast Press Club (CPC)"."""
    return m.rule == "gazetteer" and acronyms.get(m.text, m.cls) != m.cls


def _read(sentences: Sequence[Sentence]) -> Candidates:
    return [list(_candidates(s)) for s in sentences]


def _candidates(sentence: Sentence) -> Iterator[Mention]:
    yield from petition_titles.find(sentence)
    if petition_titles.is_plain(sentence) or petition_fields.names_nobody(sentence):
        return
    for find in FINDERS:
        yield from find(sentence)
    offices = titles(sentence.span)
    taken = [False] * len(sentence.span)
    for title in offices:
        taken[title.start : title.end] = [True] * (title.end - title.start)
    for run in runs(sentence.span, taken):
        yield from candidates(sentence, run, offices)


def _settle(sentence: Sentence, found: list[Mention], decided: Mapping[str, str], names: KnownNames) -> list[Mention]:
    """One reading per span: candidates in their decided class, and known names that no finder saw here."""
    typed = [t for m in found if (t := _typed(m, decided)) and not surname_of_somebody(sentence, t, names.surnames)]
    read = [*typed, *names.find(sentence)]
    return voices.protect(sentence, [_holding(m, read) for m in choose(read, WEIGHTS)])


def _holding(m: Mention, read: Sequence[Mention]) -> Mention:
    """A description with the names inside it: "a bill by Senator Ann Lee to amend the Penal Code" holds two."""
    norm = m.rule in HOLDERS or (m.rule == "titled-treaty" and TREATY_WITH in m.text)
    committee = m.cls == "Legislature" and any(w in m.text for w in ("ommittee of", "ommission"))
    mission = m.cls == "InternationalOrganization" and m.rule == "description"
    if not norm and not committee and not mission and not str(m.facts.get("body", "")).endswith(WINGS):
        return m
    inside = [n for n in read if m.start <= n.start and n.end <= m.end and n.text != m.text]
    amending = m.text.startswith(AMENDING)
    alike = {m.cls, "Country"} if mission else {m.cls}
    inside = [n for n in inside if (amending or n.cls not in (m.cls, "Petition") if norm else n.cls in alike)]
    held = tuple(n for n in choose(inside, WEIGHTS) if not n.facts.get("adjective"))
    return replace(m, facts={**m.facts, "held": held}) if held else m


def _typed(m: Mention, decided: Mapping[str, str]) -> Mention | None:
    if m.rule in FIXED:
        party = m.rule == "titled-treaty" and decided.get(key(m.text)) == "PoliticalParty"
        return replace(m, cls="PoliticalParty", rule="apposition") if party else m
    cls = decided.get(key(m.text))
    return replace(m, cls=cls) if cls else None
