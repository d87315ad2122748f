"""Typing names by vote over the whole corpus: a name is of one class, however a single sentence may look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.mentions.model import Mention
from kg.names import clean, fold

# What each rule's word is worth. A sure rule decides alone; the model's labels need company.
WEIGHTS: Mapping[str, float] = {
    "gazetteer": 10, "demonym": 10, "domain": 10, "description": 9, "provision": 9, "row-treaty": 9, "quoted": 6.2, "code": 9, "constitution": 9,
    "titled-law": 8, "titled-bill": 8, "titled-treaty": 8.5, "titled-policy": 8, "concept": 8, "petition-title": 9,
    "petition": 7, "described-norm": 7, "head": 6.5, "cue": 6, "title-name": 6, "place-tail": 6, "kin-name": 5,
    "given-name": 5, "surname-shape": 4.5, "person-context": 4, "city": 4.5, "member-of": 4, "media-verb": 2.5,
    "ner-person": 2.6, "city-weak": 1.8, "ner-place": 2, "ner-org": 1.6, "surname-shape-alone": 1, "age-line": 8,
    "lexicon": 3,
}  # fmt: skip
BAR = 2.5
# The same rule may say the same thing of a name this often: a label that the model repeats is no new evidence.
MOST = 2


def classes(mentions: Iterable[Mention]) -> dict[str, str]:
    """Name → its class, for every name whose votes reach the bar; `mentions` are the candidates of the whole corpus."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[tuple[str, str, str]] = Counter()
    for m in mentions:
        once = (key(m.text), m.cls, m.rule)
        seen[once] += 1
        if seen[once] <= MOST:
            votes[once[0]][m.cls] += WEIGHTS[m.rule]
    surnames = _surnames(votes)
    decided = {}
    for name, counts in sorted(votes.items()):
        if " " not in name and fold(name) in surnames and not _sure(counts):
            decided[name] = "Person"
            continue
        cls, weight = max(sorted(counts.items()), key=lambda item: item[1])
        if weight >= BAR:
            decided[name] = cls
    return decided


def key(text: str) -> str:
    """The form under which spellings with and without article or possessive vote together."""
    return clean(text)


def _surnames(votes: Mapping[str, Counter[str]]) -> set[str]:
    """Surnames (folded) of names of two and more words that are surely people."""
    people = (n for n, c in votes.items() if " " in n and c["Person"] >= 4 and c["Person"] >= 0.6 * sum(c.values()))
    return {fold(n.split()[-1]) for n in people}


def _sure(counts: Counter[str]) -> bool:
    return any(weight >= 6 for cls, weight in counts.items() if cls != "Person")
