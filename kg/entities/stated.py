"""What a text itself says is one thing: acronyms, brackets, "known as", the one petition an article is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.documents.petitions import PAPER_NUMBER
from kg.entities.handles import Handle
from kg.entities.seen import Seen
from kg.mentions.lexicon import lexicon
from kg.names import clean, fold, words

Pair = tuple[Handle, Handle]
KNOWN_AS = re.compile(
    r"\b(?:[Tt]he (?:draft|bill|law|act|measure|legislation)|[Ii]t),? (?:is |was |better |also |officially )*"
    r"(?:known as|called|dubbed|titled|entitled) (?:the )?[“\"‘]?$"
)
ALSO = re.compile(
    r",? (?:(?:who is|which is|is|was) )?(?:(?:better|also|popularly|commonly|widely|formerly|otherwise) )known "
    r"(?:to [\w ,’']{3,40} )?as (?:the )?[“\"‘]?"
)
# "Petition 164207": the number of the petition whose title stands beside it.
NUMBER = re.compile(PAPER_NUMBER, re.IGNORECASE)
RIVAL = re.compile(
    r"\b(?:another|second|third|separate|different|rival|counter|other)[ -](?:[a-z]+ )?petition,? "
    r"(?:called |titled )?[“\"‘]?$",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"\b(?:an?|two|three|several)(?: [a-z]+)? $", re.IGNORECASE)
ANOTHER = re.compile(
    r"\b(?:another|second|third|fourth|fifth|separate|different|rival|counter-?|previous|earlier|other|latter),? $",
    re.IGNORECASE,
)


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
        yield from _better_known(here)
        yield from _definite(here)
        yield from _police(here)
        yield from _parliament(here)
        yield from _petitions(here)
        yield from _entitled(here)


def _acronyms(seen: Sequence[Seen], acronyms: Mapping[str, str]) -> Iterator[Pair]:
    """ "CPC" and "Coast Press Club"; an acronym that everybody knows keeps its own meaning."""
    full: dict[tuple[str, str], Seen] = {}
    for s in seen:
        full.setdefault((s.handle.cls, fold(clean(s.mention.text))), s)
    for s in seen:
        name = acronyms.get(s.mention.text)
        other = full.get((s.handle.cls, fold(name))) if name else None
        if other and (s.mention.rule != "gazetteer" or _alike(other.handle.name, s.handle.name)):
            yield other.handle, s.handle


def _alike(a: str, b: str) -> bool:
    """Whether two names share most of their words."""
    return len(words(a) & words(b)) * 2 > max(len(words(a)), len(words(b)))


def _brackets(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "Riksdag (the lower chamber of parliament)": a name and what stands in brackets behind it."""
    for left, right in pairwise(here):
        if (
            left.handle.cls != right.handle.cls
            or left.sentence is not right.sentence
            or left.handle.cls in {"Person", "Country"}
        ):
            continue
        text, base = left.sentence.text, left.sentence.start
        between = text[left.mention.end - base : right.mention.start - base]
        if re.fullmatch(r" \((?:the )?[“\"]?", between) and text[right.mention.end - base :].lstrip('”"').startswith(
            ")"
        ):
            yield left.handle, right.handle


def _known_as(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "The draft, known as the Noise Bill": the bill that the article described before."""
    last: dict[tuple[str, str], Handle] = {}
    for s in here:
        at = s.sentence.article.id, s.handle.cls
        if s.mention.rule == "described-norm":
            last[at] = s.handle
        before = s.sentence.text[: s.mention.start - s.sentence.start]
        if at in last and s.mention.rule in {"titled-bill", "titled-law"} and KNOWN_AS.search(before):
            yield last[at], s.handle


def _better_known(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "Delta Rangers, better known as the River Guard": two names of one body."""
    for left, right in pairwise(here):
        same = left.handle.cls == right.handle.cls and left.sentence is right.sentence
        if same and left.handle.cls not in {"Country", "Place", "Person"} and left.handle != right.handle:
            base = left.sentence.start
            if ALSO.fullmatch(left.sentence.text[left.mention.end - base : right.mention.start - base]):
                yield left.handle, right.handle


# Fields of law so much of their own that no other act is called after them.
FIELD = re.compile(
    r"terroris|extremis|cyber|libel|defamation|blasphemy|sedition|treason|espionage|drugs?\b|narcotics|laundering|"
    r"corruption|\btax|immigration|labou?r|election|electoral|bribery|trafficking|citizenship|official secrets"
)


def _definite(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "The assembly bill": the one bill or law that the article has told of, if it is one."""
    told: dict[str, dict[Handle, None]] = {}
    for s in here:
        norms = told.setdefault(s.sentence.article.id, {})
        if s.mention.facts.get("definite") and len(norms) == 1 and not _of_its_own(s, next(iter(norms))):
            yield next(iter(norms)), s.handle
        elif s.handle.cls in {"Law", "Bill"} and s.mention.rule not in {"code", "constitution"}:
            norms[s.handle] = None


def _of_its_own(s: Seen, told: Handle) -> bool:
    """ "The counter-terrorism law" in an article that has told of the Water Users Act: no other act's short name."""
    field = FIELD.search(s.mention.text.lower())
    return field is not None and field[0][:4] not in told.name.lower()


def _police(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "The police" in a document that names one force ("Kumasi City Police") are that force."""
    forces = {s.handle for s in here if s.handle.cls == "GovernmentBody" and s.mention.text.endswith(" Police")}
    bare = {s.handle for s in here if s.mention.facts.get("body") == "police" and not s.mention.facts.get("owner")}
    if len(forces) == 1:
        yield from ((next(iter(forces)), b) for b in sorted(bare, key=lambda h: (h.key, h.name)))


def _parliament(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "Parliament" in a document that names one whole parliament of the state is that one."""
    whole = {
        s.handle
        for s in here
        if s.handle.cls == "Legislature" and s.mention.rule == "gazetteer" and not s.mention.facts["part_of"]
    }
    bare = {s.handle for s in here if s.handle.cls == "Legislature" and s.mention.facts.get("body") == "parliament"}
    for b in sorted(bare, key=lambda h: (h.key, h.name)):
        fitting = [w for w in whole if w.country == b.country]
        if len(fitting) == 1:
            yield fitting[0], b


def _petitions(here: Sequence[Seen]) -> Iterator[Pair]:
    """An article's petitions, or those of a part under a petition's title, are one, unless two have titles of their
    own or the text speaks of another."""
    parts: dict[tuple[str, int], list[Seen]] = defaultdict(list)
    for s in here:
        if s.handle.cls == "Petition":
            parts[s.sentence.article.id, s.sentence.paragraph.titled].append(s)
    for found in parts.values():
        titled = [s for s in found if s.mention.rule == "petition-title" and not (s is not found[0] and _rivals(s))]
        first = titled[0] if titled else found[0]
        for s in found:
            if _of_title(s) or (s.mention.rule == "petition" and (s is found[0] or not _another(s, first))):
                yield first.handle, s.handle


def _entitled(here: Sequence[Seen]) -> Iterator[Pair]:
    """ "A rival petition, Piers for All, …": the title behind a comma is that of the petition before it."""
    for left, right in pairwise(s for s in here if s.handle.cls == "Petition"):
        titles = left.mention.rule == "petition" and right.mention.rule == "petition-title"
        if titles and left.sentence is right.sentence:
            base = left.sentence.start
            if re.fullmatch(r",? [“\"‘]?", left.sentence.text[left.mention.end - base : right.mention.start - base]):
                yield left.handle, right.handle


def _of_title(s: Seen) -> bool:
    """Whether a petition is named in a title, or by its number in the part below one."""
    paragraph = s.sentence.paragraph
    return paragraph.kind == "title" or (paragraph.titled >= 0 and NUMBER.match(s.mention.text) is not None)


def _rivals(s: Seen) -> bool:
    """ "A rival petition, Piers for All": a title that stands beside another petition's."""
    return RIVAL.search(s.sentence.text[: s.mention.start - s.sentence.start]) is not None


def _another(s: Seen, first: Seen) -> bool:
    """Whether a described petition is new: called another, or brought in by "a" with not one word of the first."""
    before = s.sentence.text[: s.mention.start - s.sentence.start]
    if ANOTHER.search(before) or s.mention.text.lower().startswith(("counter", "second ", "rival ")):
        return True
    idle = lexicon().petition_words
    new = INDEFINITE.search(before) is not None
    return new and not (words(s.handle.name) - idle) & (words(first.handle.name) - idle)
