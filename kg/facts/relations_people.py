"""People's positions, nationality and relatives, read from titles, appositions and possessives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.entities.model import Entity, LinkedSentence, Reference
from kg.facts.linked import ORGANISATIONS, evidence, state_key, token_range
from kg.facts.model import Fact
from kg.mentions.people import KIN
from kg.mentions.titles import PAST, Title, titles

if TYPE_CHECKING:
    from spacy.tokens import Span

LINKS = frozenset({"of", "at", "from", "with", "for", "in", "on"})
BETWEEN = frozenset({",", "a", "an", "the", "another", "and", "is", "was", "who", "became", "as", "one", "”", "“", "-", "(", "now", "also"})
HEADING_VERBS = frozenset({"heads", "leads", "led", "headed", "chairs", "founded", "runs", "edits", "represents"})
VERB_TITLES = {"heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair", "founded": "founder",
               "runs": "head", "edits": "editor", "represents": "representative"}  # fmt: skip


def read_people(linked: LinkedSentence, entities: Mapping[str, Entity], state: str) -> Iterator[Fact]:
    """Positions, nationality and relatives of the people of one sentence; `state` is what the article is about."""
    span = linked.sentence.span
    placed = [(*token_range(linked, r), r) for r in linked.references]
    people = [p for p in placed if p[2].cls == "Person" and p[2].how == "name"]
    for title in titles(span):
        for person in _holders(span, title, people):
            yield from _position(linked, title, person, placed, entities, state)
    yield from _headed(linked, placed)
    yield from _relatives(linked, placed)
    yield from _citizens(linked, placed)


Placed = tuple[int, int, Reference]


def _holders(span: Span, title: Title, people: Sequence[Placed]) -> list[Placed]:
    """Who bears a title: the name right after it (and its conjuncts, for a plural), else the name it stands behind."""
    after = [p for p in people if 0 <= p[0] - title.end <= 1 and span[title.end : p[0]].text in {"", ",", "“"}]
    if after:
        return _with_conjuncts(span, after[0], people) if span[title.head].text.endswith("s") else after
    before = [p for p in people if p[1] < title.start + 1 and _connects(span, p[1], title.start)]
    return before[-1:]


def _with_conjuncts(span: Span, first: Placed, people: Sequence[Placed]) -> list[Placed]:
    found = [first]
    for person in people:
        if person[0] > found[-1][1] and span[found[-1][1] : person[0]].text in {"and", ",", ", and"}:
            found.append(person)
    return found


def _connects(span: Span, start: int, end: int) -> bool:
    """Whether only words of an apposition or of "is a" stand between a name and a title."""
    gap = span[start:end]
    if not 1 <= len(gap) <= 9 or gap[0].text not in {",", "is", "was", "became", "(", "who", "has", "as"}:
        return False
    return all(t.lower_ in BETWEEN | PAST or t.pos_ in {"ADJ", "NUM", "ADV"} or t.dep_ in {"compound", "amod", "nmod", "poss", "case"}
               or t.ent_type_ in {"ORG", "NORP", "GPE"} or t.pos_ == "PROPN" for t in gap)  # fmt: skip


def _position(
    linked: LinkedSentence, title: Title, person: Placed, placed: Sequence[Placed], entities: Mapping[str, Entity], state: str
) -> Iterator[Fact]:  # fmt: skip
    span = linked.sentence.span
    words = [t for t in span[title.start : title.end] if t.lower_ not in PAST]
    while words and words[0].text in {"-", "the", "’s", "'s"}:
        words = words[1:]
    text = span.doc[words[0].i : words[-1].i + 1].text if words else span[title.head].text
    text = text[:-1] if span[title.head].text.endswith("s") and text.endswith("s") and span[title.head].tag_ == "NNS" else text
    organisation = _organisation(span, title, placed, person[2])
    if not organisation and title.office.kind == "state":
        organisation = _state(span, title, placed) or state_key(entities, state)
    if not organisation and title.office.kind == "organisation":
        return
    yield Fact(person[2].entity, "position", organisation, evidence(linked), "title", title=text, former=title.former)


def _organisation(span: Span, title: Title, placed: Sequence[Placed], person: Reference) -> str:
    """The body a title belongs to: "co-founder of X", "activist from the X movement", "X’s leader", "X co-founder"."""
    for start, _, r in placed:
        gap = span[title.end : start] if start >= title.end else None
        if r.cls in ORGANISATIONS | {"Country"} and gap is not None and 1 <= len(gap) <= 6 and r.entity != person.entity:
            if gap[0].lower_ in LINKS and all(t.pos_ not in {"VERB", "AUX", "PUNCT"} or t.text in "-’'" for t in gap):
                return r.entity if r.how != "adjective" else ""
    for _, end, r in reversed(placed):
        gap = span[end : title.start] if end <= title.start else None
        if r.cls in ORGANISATIONS and gap is not None and gap.text in {"", "’s", "'s", "’", "'"}:
            return r.entity
    return ""


def _state(span: Span, title: Title, placed: Sequence[Placed]) -> str:
    """The state of an office: "Kenya’s president", "Kenyan President", "President of Kenya"."""
    for start, end, r in placed:
        if r.cls != "Country":
            continue
        before = end <= title.start and span[end : title.start].text in {"", "’s", "'s", "’"}
        inside = title.start <= start < title.end
        after = start >= title.end and span[title.end : start].text in {"of", "of the", "for"}
        if before or inside or after:
            return r.entity
    return ""


def _headed(linked: LinkedSentence, placed: Sequence[Placed]) -> Iterator[Fact]:
    """"X, who heads Y", "X led Y"."""
    span = linked.sentence.span
    for k, token in enumerate(span):
        if token.text not in HEADING_VERBS:
            continue
        people = [p for p in placed if p[2].cls == "Person" and p[1] <= k and k - p[1] <= 4]
        bodies = [p for p in placed if p[2].cls in ORGANISATIONS and 0 < p[0] - k <= 3]
        if people and bodies:
            title = VERB_TITLES[token.text]
            yield Fact(people[-1][2].entity, "position", bodies[0][2].entity, evidence(linked), "heads", title=title)


def _relatives(linked: LinkedSentence, placed: Sequence[Placed]) -> Iterator[Fact]:
    """"his wife, Y", "Y, daughter of X", "X’s brother Y": the subject is the relative of the object."""
    span = linked.sentence.span
    people = [p for p in placed if p[2].cls == "Person"]
    for k, token in enumerate(span):
        if token.lower_ not in KIN - {"lawyer"}:
            continue
        relative = _relative(span, k, people)
        other = _of_whom(span, k, people)
        if relative and other and relative != other:
            yield Fact(relative, "relative", other, evidence(linked), "kin", title=token.lower_)


def _relative(span: Span, k: int, people: Sequence[Placed]) -> str:
    named = [p for p in people if p[2].how == "name"]
    after = next((p for p in named if 0 < p[0] - k <= 2 and span[k + 1 : p[0]].text in {"", ","}), None)
    before = next((p for p in named if 0 < k - p[1] <= 3 and span[p[1]].text == ","), None)
    chosen = after or before
    return chosen[2].entity if chosen else ""


def _of_whom(span: Span, k: int, people: Sequence[Placed]) -> str:
    possessor = next((p for p in people if p[1] <= k and span[p[1] : k].text in {"", "’s", "'s", "’", "’s former", "former"}), None)
    genitive = next((p for p in people if 0 < p[0] - k <= 7 and span[k + 1].text == "of"), None) if k + 1 < len(span) else None
    chosen = possessor or genitive
    return chosen[2].entity if chosen else ""


def _citizens(linked: LinkedSentence, placed: Sequence[Placed]) -> Iterator[Fact]:
    """"X, a citizen of Y", "the Kenyan activist X"."""
    span = linked.sentence.span
    for start, end, r in placed:
        if r.cls != "Country":
            continue
        citizen = span[max(0, start - 3) : start].text.lower().endswith(("citizen of", "national of", "citizens of"))
        for p_start, p_end, person in placed:
            if person.cls != "Person" or person.how != "name":
                continue
            if citizen and 0 < start - p_end <= 6 and span[p_end].text == ",":
                yield Fact(person.entity, "nationality", r.entity, evidence(linked), "citizen-of")
            adjective = r.how == "adjective" and _profession_between(span, end, p_start, p_end, start)
            if adjective:
                yield Fact(person.entity, "nationality", r.entity, evidence(linked), "adjective")


PROFESSIONS = frozenset({"activist", "journalist", "blogger", "citizen", "national", "lawyer", "writer", "poet", "student", "dissident"})


def _profession_between(span: Span, end: int, p_start: int, p_end: int, start: int) -> bool:
    """"Kenyan journalist X" or "X, an independent Kenyan journalist"."""
    before = span[end:p_start] if end <= p_start else None
    after = span[p_end:start] if p_end <= start else None
    if before is not None and 1 <= len(before) <= 3:
        return before[-1].text in PROFESSIONS and all(t.pos_ in {"ADJ", "NOUN"} for t in before)
    if after is not None and 1 <= len(after) <= 4 and after[0].text == "," and end < len(span):
        return span[end].text in PROFESSIONS or (end + 1 < len(span) and span[end + 1].text in PROFESSIONS)
    return False
