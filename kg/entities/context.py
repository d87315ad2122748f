"""Which state an article, or a sentence of it, is about: what bare words such as "the government" stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg import authorities
from kg.mentions.geonames import city
from kg.mentions.model import Mention, Sentence

SEATED = frozenset({"GovernmentBody", "Court"})
LARGE = 300_000


@dataclass(frozen=True, slots=True)
class Context:
    """The dominant state (ISO) per article number, and of the document as a whole; "" where none is named."""

    articles: Mapping[int, str]
    document: str

    def of(self, article: int) -> str:
        """The state that article is about."""
        return self.articles.get(article) or self.document


def read_context(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> Context:
    """Count the states named in each article; a name counts two, an adjective or a state's city one, be it in the name
    of a body ("the police in Lusaka", "a Lusaka court") or in the title."""
    per: dict[int, Counter[str]] = defaultdict(Counter)
    for sentence, found in zip(sentences, mentions, strict=True):
        for mention in found:
            iso, weight = _state(mention)
            if iso:
                per[sentence.article.number][iso] += weight
    for article in {s.article for s in sentences}:
        _count_title(article.title, per[article.number])
    total = sum(per.values(), Counter[str]())
    return Context({n: _top(c) for n, c in per.items()}, _top(total))


def _count_title(title: str, counts: Counter[str]) -> None:
    counts[_seat(title)] += 1
    for word in title.replace("’s", "").replace("'s", "").split():
        state = authorities.country_by_name(word.strip(".,:")) or authorities.country_by_adjective(word.strip(".,:"))
        if state:
            counts[state.iso] += 3


def _top(counts: Counter[str]) -> str:
    del counts[""]
    return min(counts, key=lambda iso: (-counts[iso], iso)) if counts else ""


def _state(mention: Mention) -> tuple[str, int]:
    if mention.cls == "Country":
        return str(mention.facts["iso"]), 1 if mention.facts.get("adjective") else 2
    if mention.cls == "Place" and not mention.facts.get("region"):
        found, regions = city(mention.text), authorities.region_states(mention.text)
        if len(regions) == 1:
            return regions[0], 1
        return (found.country, 1) if found and found.population > 30_000 else (str(mention.facts.get("country", "")), 1)
    known = str(mention.facts.get("country", ""))
    return known or (_seat(mention.text) if mention.cls in SEATED else ""), 1


def _seat(text: str) -> str:
    """The state of the large city whose name stands in a title or in the name of a body, "" if there is none."""
    words = [w.strip(".,:").removesuffix("’s").removesuffix("'s") for w in text.split()]
    pairs = (" ".join(two) for two in pairwise(words))
    found = (city(name) for name in (*pairs, *words) if name[:1].isupper())
    return next((one.country for one in found if one is not None and one.population > LARGE), "")
