"""Typing names by vote over the whole corpus: a name is of one class, however a single sentence may look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from kg import authorities
from kg.mentions.geonames import cities
from kg.mentions.model import Mention, Sentence
from kg.names import clean, fold

# What each rule's word is worth. A sure rule decides alone; the model's labels need company.
WEIGHTS: Mapping[str, float] = {
    "gazetteer": 10.0, "demonym": 10, "domain": 10, "description": 9, "capital": 9, "provision": 9, "row-treaty": 9,
    "region-list": 9, "voice": 9, "quoted-name": 9, "code": 9, "constitution": 9, "titled-law": 8, "titled-bill": 8,
    "titled-treaty": 8.5, "titled-policy": 8, "concept": 8, "house-rules": 8,
    "petition-title": 9, "petition": 7, "described-norm": 7,
    "apposition": 13.5, "actor": 7, "head": 6.5, "cue": 6, "title-name": 6, "place-tail": 6, "kin-name": 5,
    "given-name": 5, "surname-shape": 4.5, "person-context": 4, "mononym": 4, "city": 4.5, "member-of": 4,
    "governed": 3, "media-verb": 2.5, "ner-person": 2.6, "led-in": 2.6, "city-weak": 1.8, "ner-place": 2,
    "ner-org": 1.6, "led": 2.5, "led-weakly": 1.3, "ner-person-alone": 1.2, "surname-shape-alone": 1,
    "bare-pair": 1, "age-line": 8, "lexicon": 3,
}  # fmt: skip
# Rules that know the class of what they find, so that no vote is needed.
FIXED = frozenset({
    "gazetteer", "demonym", "domain", "description", "capital", "provision", "code", "constitution", "titled-law",
    "titled-bill", "titled-treaty", "titled-policy", "concept", "house-rules",
    "petition-title", "petition", "described-norm",
    "place-tail", "region-list", "age-line", "voice", "row-treaty", "quoted-name",
})  # fmt: skip
PARTY_TAILS = frozenset({"Party", "Movement", "Front", "Bloc", "Alliance", "League", "Coalition", "Union"})
BAR = 2.5
# A lone word that the corpus also writes small is a name only if a rule this heavy says so.
UNCOMMON = 6
# A name as heavy as this, and so much of its votes, makes its last word a surname.
PERSON, SHARE = 4, 0.6
# A rule this heavy decides without company.
SURE = 6
# The same rule may say the same thing of a name this often: a label that the model repeats is no new evidence.
MOST = 2


def common_words(documents: Iterable[Sequence[Sentence]]) -> frozenset[str]:
    """The words that the corpus writes small."""
    return frozenset(t.text for sentences in documents for s in sentences for t in s.span if t.text.islower())


def classes(mentions: Iterable[Mention], common: Container[str] = frozenset()) -> dict[str, str]:
    """Name → its class, for every name whose votes reach the bar; `mentions` are the candidates of the whole corpus."""
    votes = _votes(mentions)
    surnames, middles, shorter = _surnames(votes), _middles(votes), _shorter(votes)
    companies = {name.split()[0] for name, c in votes.items() if c["Company"] >= SURE and " " in name}
    decided = {}
    for name, counts in votes.items():
        middle = fold(name) in middles and not _sure(counts)
        cls = "Person" if middle else _decide(name, counts, surnames, companies, common)
        cls = shorter[name] if cls and name in shorter and not _sure(counts) else cls
        if cls:
            decided[name] = cls
    return decided


def _votes(mentions: Iterable[Mention]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[tuple[str, str, str]] = Counter()
    for m in mentions:
        once = (key(m.text), m.cls, m.rule)
        seen[once] += 1
        if seen[once] <= MOST:
            votes[once[0]][m.cls] += WEIGHTS[m.rule]  # type: ignore[assignment]
    return {name: votes[name] for name in sorted(votes)}


def _decide(
    name: str, counts: Counter[str], surnames: Container[str], companies: Container[str], common: Container[str]
) -> str:
    last = fold(name.split()[-1])
    if last in surnames and not _sure(counts) and (" " not in name or counts["Person"]):
        return "Person"
    if name in companies and not _sure(counts):
        return "Company"
    if counts["Treaty"] and counts["PoliticalParty"] >= SURE:
        return "PoliticalParty"  # "the Upland Accord holds nine seats"
    cls, weight = max(sorted(counts.items()), key=lambda item: item[1])
    if " " not in name and name.lower() in common and weight < UNCOMMON:
        return ""
    return cls if weight >= BAR else ""


def key(text: str) -> str:
    """The form under which spellings with and without article or possessive vote together."""
    return clean(text)


def _surnames(votes: Mapping[str, Counter[str]]) -> set[str]:
    """Surnames (folded) of names of two and more words that are surely people."""
    people = (
        n for n, c in votes.items() if " " in n and c["Person"] >= PERSON and c["Person"] >= SHARE * sum(c.values())
    )
    return {fold(n.split()[-1]) for n in people}


def _middles(votes: Mapping[str, Counter[str]]) -> set[str]:
    """First surnames (folded) of people with two: "Quisbert" in "Hernán Quisbert Lobo"."""
    found = set()
    for name, counts in votes.items():
        words = name.split()
        sure = counts["Person"] >= PERSON and counts["Person"] >= SHARE * sum(counts.values())
        if sure and len(words) == 3 and first_of_two(words[1]):
            found.add(fold(words[1]))
    return found


def _shorter(votes: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Parties’ names without their last word: "Delta Loyalty" for "Delta Loyalty Party"."""
    whole = ((n.rpartition(" ")[0], n.rpartition(" ")[2], c) for n, c in votes.items() if n.count(" ") >= 2)
    surely = ((short, last) for short, last, c in whole if SURE <= c["PoliticalParty"] == max(c.values()))
    return {short: "PoliticalParty" for short, last in surely if last in PARTY_TAILS}


def first_of_two(word: str) -> bool:
    """Whether the middle word of a name may be a surname and stand alone: no given name, no town."""
    return len(word) > 3 and not authorities.given_name_gender(word) and not cities(word)


def _sure(counts: Counter[str]) -> bool:
    return any(weight >= SURE for cls, weight in counts.items() if cls != "Person")
