"""Posts in a sentence: offices, functions and professions with the words that belong to them, listed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.facts.relations.words import word_list
from kg.facts.scene import Scene
from kg.mentions.lexicon import lexicon
from kg.mentions.titles import PAST, Title, titles

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

# "24-year-old", and what is left of "Nigerian-born".
AGED = re.compile(r"^(?:[\w-]*?-?year-old |old |(?:born|based|trained|turned) )+")
EDGES = frozenset({"-", "the", "’s", "'s", "’", "'", "a", "an", ","})
# How few there are of them is no part of their title: "the only member of the board to vote against it".
ALONE = frozenset({"only", "sole", "lone"})
JOINTS = frozenset({"and", ",", "a", "an", "the", "also", "then", "now", "former"})
TOPIC_LIMIT = 22  # tokens that a mandate may run to ("on the promotion and protection of …")


@dataclass(frozen=True, slots=True)
class Post:
    """Tokens `start:end` of the span with the head word at `head`. `kind` is state, organisation or profession.

    `end` is where what belongs to the title ends (a mandate included); `text` is the title in the singular.
    """

    start: int
    end: int
    head: int
    kind: str
    text: str
    former: bool


def posts(scene: Scene) -> list[Post]:
    """The posts of a sentence in order, not overlapping."""
    found: list[Post] = []
    listed = {t.head: t for t in titles(scene.span)}
    inside = {k for t in listed.values() for k in range(t.start, t.end)}
    taken = 0
    for k in range(len(scene.span)):
        free = k not in inside
        post = _listed(scene, listed[k]) if k in listed else _unlisted(scene, k, taken) if free else None
        if post is not None and post.start >= taken:
            found.append(post)
            taken = post.end
    return found


def _listed(scene: Scene, title: Title) -> Post:
    start = _hyphened(scene.span, _capitals(scene, title.start))
    end = max(_mandate(scene, title), _town(scene, title))
    text = _text(scene.span, start, max(end, title.end), title.head)
    retired = scene.span[start].lower_ == "retired"
    text = text.removeprefix("retired ") if retired else text.removeprefix("elected ").removeprefix("then ")
    former = title.former or retired or _past(scene.span, start)
    return Post(start, max(end, title.end), title.head, title.office.kind, text, former)


def _past(span: Span, start: int) -> bool:
    return start > 0 and span[start - 1].lower_ in PAST | {"retired"}


def _capitals(scene: Scene, start: int) -> int:
    """Capitalised words that specify the office ("Cabinet Secretary"), names of bodies left out."""
    span = scene.span
    while start > 0 and span[start - 1].dep_ == "compound" and span[start].text[:1].isupper():
        if not span[start - 1].text[:1].isupper() or scene.at(span[start - 1]) or scene.adjective(span[start - 1]):
            break
        start -= 1
    return start


def _hyphened(span: Span, start: int) -> int:
    """Before "comedian" in "stand-up comedian" stand three tokens that belong to it."""
    while start > 2 and span[start - 2].text == "-" and span[start - 1].text[:1].islower() and _glued(span, start - 2):
        start -= 3
    return start


def _glued(span: Span, hyphen: int) -> bool:
    return not span[hyphen].whitespace_ and not span[hyphen - 1].whitespace_


def _town(scene: Scene, title: Title) -> int:
    """Where "mayor of Lamu" ends: the town is part of such a title, as no body is named."""
    span, i = scene.span, title.end
    if title.office.kind != "state" or span[i : i + 1].text != "of":
        return i
    town = next((k for k in (i + 1, i + 2) if k < len(span) and any(r.cls == "Place" for r in scene.at(span[k]))), None)
    if town is None:
        return i
    end = town
    while end < len(span) and any(r.cls == "Place" for r in scene.at(span[end])):
        end += 1
    return end


def town_of(scene: Scene, post: Post) -> str:
    """The place of "mayor of Lamu", "" where the title names none."""
    places = (r for t in scene.span[post.head + 1 : post.end] for r in scene.at(t) if r.cls == "Place")
    return next((r.entity for r in places), "")


def _mandate(scene: Scene, title: Title) -> int:
    """Where "… on the rights of migrants" ends, for offices that are told apart by what they are for."""
    span, i = scene.span, title.end
    mandated = span[title.head].lower_ in word_list("mandated") or title.office.word in word_list("mandated")
    portfolio = span[title.head].text[:1].isupper() and i < len(span) and span[i].lower_ == "for"
    if not (mandated or portfolio) or i >= len(span) or span[i].lower_ not in ("on", "for", "of"):
        return title.end
    limit = min(len(span), i + TOPIC_LIMIT)
    stop = next((k for k in range(i, limit) if _stops(scene, span[k])), limit)
    return stop if stop > i + 1 else title.end


def _stops(scene: Scene, token: Token) -> bool:
    verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("pobj", "conj", "compound")
    person = any(r.cls == "Person" for r in scene.at(token))
    return verb or person or token.lower_ in (",", ";", ":", "(", ".", "”", "“", '"', "who", "–", "—")


def _text(span: Span, start: int, end: int, head: int) -> str:
    while start < head and span[start].lower_ in EDGES | PAST | ALONE:
        start += 1
    tail = str(span[head + 1 : end].text)
    text = str(span[start : head + 1].text)
    if span[head].tag_ in ("NNS", "NNPS"):
        text = singular(text)
    text = AGED.sub("", text)
    return f"{text} {tail}".strip()


def singular(noun: str) -> str:
    """The singular of a regular plural: "activists", "deputies", "spokeswomen"."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _unlisted(scene: Scene, k: int, taken: int) -> Post | None:
    """A noun for somebody who does something ("bricklayer", "violinist"), lower case and no name's part."""
    span, token = scene.span, scene.span[k]
    word = singular(token.lower_) if token.tag_ == "NNS" else token.lower_
    if token.tag_ not in ("NN", "NNS") or token.text[:1].isupper() or scene.at(token) or not _agentive(word):
        return None
    if k > 0 and span[k - 1].text == "-":
        return None
    start = k
    while start > taken and _described(span[start - 1], token):
        start -= 1
    former = _past(span, start) or _past(span, start + 1)
    return Post(start, k + 1, k, "profession", _text(span, start, k + 1, k), former)


def _agentive(word: str) -> bool:
    if word in lexicon().kin:
        return False
    ending = word.endswith(lexicon().agent_endings) and len(word) > 4
    return word in word_list("people") or (ending and word not in word_list("no-posts"))


def _described(before: Token, noun: Token) -> bool:
    joined = before.dep_ in ("compound", "amod", "nmod") and (before.head == noun or before.head.head == noun)
    # "the army accused activist Ann Lee of …": after a noun the participle is the verb of the sentence.
    first = before.nbor(-1) if before.i > before.sent.start else None
    if before.tag_ in ("VBN", "VBD") and first and first.pos_ in ("NOUN", "PROPN"):
        return False
    return joined and before.text[:1].islower() and before.lower_ not in word_list("passing")


def plural(span: Span, post: Post) -> bool:
    """Whether several people hold the post together."""
    return span[post.head].tag_ in ("NNS", "NNPS")


def chained(scene: Scene, found: list[Post]) -> Iterator[tuple[Post, Post]]:
    """Neighbours that "of X and" parts: "head of X and member of Y" has one holder, and each post its own body."""
    for one, other in pairwise(found):
        gap = scene.span[one.end : other.start]
        if 3 <= len(gap) <= 12 and gap[0].lower_ in ("of", "at", "for", "in") and _and(gap) and not _acts(scene, gap):
            yield one, other


def _and(gap: Span) -> bool:
    return gap[-1].text in ("and", ",") or gap[-2:].text in ("and a", "and the", "and an", "and former")


def _acts(scene: Scene, gap: Span) -> bool:
    people = any(r.cls == "Person" for t in gap for r in scene.at(t))
    return people or any(t.pos_ in ("VERB", "AUX") and not scene.at(t) for t in gap)


def joined(span: Span, found: list[Post]) -> Iterator[tuple[Post, Post]]:
    """Neighbours that "and" or a comma makes one description: "head of X and member of Y" is none of them."""
    for one, other in pairwise(found):
        gap = span[one.end : other.start]
        if 0 < len(gap) <= 3 and all(t.lower_ in JOINTS for t in gap):
            yield one, other


def goes_on(scene: Scene, post: Post) -> bool:
    """ "According to Ana Soto, the minister promised": the subject of what follows is not the one named before."""
    head, after = scene.span[post.head], scene.span[post.end : post.end + 1]
    led = post.start > 1 and scene.span[post.start - 1].lower_ == "the" and scene.span[post.start - 2].text == ","
    said = any(t.tag_ in ("VBD", "VBZ", "MD") and head.head in (t, t.head) for t in after)
    return led and said and head.dep_ in ("nsubj", "nsubjpass")
