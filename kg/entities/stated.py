"""What a text itself says is one thing: acronyms, brackets, "known as", the one petition an article is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.entities.handles import Handle
from kg.entities.seen import Seen
from kg.names import clean, fold

Pair = tuple[Handle, Handle]
KNOWN_AS = re.compile(r"\b(?:[Tt]he (?:draft|bill|law|act|measure|legislation)|[Ii]t),? (?:is |was |better |also |officially )*"
                      r"(?:known as|called|dubbed|titled|entitled) (?:the )?[“\"‘]?$")  # fmt: skip
ANOTHER = re.compile(r"\b(?:another|second|third|separate|different|rival|counter-?|previous|earlier|other) $", re.IGNORECASE)


def stated(seen: Sequence[Seen], acronyms: Mapping[str, str]) -> Iterator[Pair]:
    """Pairs of handles that are one thing. `seen` is the whole corpus in order, `acronyms` what they stand for."""
    yield from _acronyms(seen, acronyms)
    by_document: dict[str, list[Seen]] = defaultdict(list)
    for s in seen:
        if not s.inside:
            by_document[s.document].append(s)
    for here in by_document.values():
        yield from _brackets(here)
        yield from _known_as(here)
        yield from _police(here)
        yield from _petitions(here)


def _acronyms(seen: Sequence[Seen], acronyms: Mapping[str, str]) -> Iterator[Pair]:
    """"CPC" and "Coast Press Club"; two names that everybody knows are never one, whatever a text says."""
    full: dict[tuple[str, str], Seen] = {}
    for s in seen:
        full.setdefault((s.handle.cls, fold(clean(s.mention.text))), s)
    for s in seen:
        name = acronyms.get(s.mention.text)
        other = full.get((s.handle.cls, fold(name))) if name else None
        if other and (other.handle.key == s.handle.key or "gazetteer" not in {other.mention.rule} & {s.mention.rule}):
            yield other.handle, s.handle


def _brackets(here: Sequence[Seen]) -> Iterator[Pair]:
    """"Riksdag (the lower chamber of parliament)": a name and what stands in brackets behind it."""
    for left, right in pairwise(here):
        if left.handle.cls != right.handle.cls or left.sentence is not right.sentence or left.handle.cls in {"Person", "Country"}:
            continue
        text, base = left.sentence.text, left.sentence.start
        between = text[left.mention.end - base : right.mention.start - base]
        if re.fullmatch(r" \((?:the )?[“\"]?", between) and text[right.mention.end - base :].lstrip("”\"").startswith(")"):
            yield left.handle, right.handle


def _known_as(here: Sequence[Seen]) -> Iterator[Pair]:
    """"The draft, known as the Noise Bill": the bill that the article described before."""
    last: dict[tuple[str, str], Handle] = {}
    for s in here:
        at = s.sentence.article.id, s.handle.cls
        if s.mention.rule == "described-norm":
            last[at] = s.handle
        before = s.sentence.text[: s.mention.start - s.sentence.start]
        if at in last and s.mention.rule in {"titled-bill", "titled-law"} and KNOWN_AS.search(before):
            yield last[at], s.handle


def _police(here: Sequence[Seen]) -> Iterator[Pair]:
    """"The police" in a document that names one force ("Cebu City Police") are that force."""
    forces = {s.handle for s in here if s.handle.cls == "GovernmentBody" and s.mention.text.endswith(" Police")}
    bare = {s.handle for s in here if s.mention.facts.get("body") == "police" and not s.mention.facts.get("owner")}
    if len(forces) == 1:
        yield from ((next(iter(forces)), b) for b in sorted(bare, key=lambda h: (h.key, h.name)))


def _petitions(here: Sequence[Seen]) -> Iterator[Pair]:
    """An article's petitions are one, unless two have titles of their own or the text speaks of another."""
    by_article: dict[str, list[Seen]] = defaultdict(list)
    for s in here:
        if s.handle.cls == "Petition":
            by_article[s.sentence.article.id].append(s)
    for found in by_article.values():
        titled = [s for s in found if s.mention.rule == "petition-title"]
        first = titled[0] if titled else found[0]
        for s in found:
            if s.mention.rule == "petition" and not _another(s):
                yield first.handle, s.handle


def _another(s: Seen) -> bool:
    return ANOTHER.search(s.sentence.text[: s.mention.start - s.sentence.start]) is not None
