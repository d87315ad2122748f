"""Relatives and nationality: "his wife, X", "X, daughter of Y", "the Kenyan poet X", "a citizen of Peru"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.entities.disjoint import PRONOUNS
from kg.entities.gender import gender_of
from kg.entities.model import Reference
from kg.facts.grammar.clauses import clause_of, conjuncts, subjects
from kg.facts.grammar.phrases import named
from kg.facts.linked import View, of_class, token_range
from kg.facts.model import Fact
from kg.facts.relations.holders import Placed, people
from kg.facts.relations.posts import posts, singular
from kg.facts.relations.said import as_told, predicate_verb
from kg.facts.relations.victims import VICTIMS, victim
from kg.facts.relations.words import word_list
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

PAIRS = frozenset({"brother", "sister", "twin", "sibling", "cousin", "spouse"})
POSSESSIVES = frozenset({"his", "her", "their", "whose"})


def read_kin(view: View) -> Iterator[Fact]:
    """`relative`: the subject is the `title` of the object."""
    for token in view.span:
        word = singular(token.lower_) if token.tag_ == "NNS" else token.lower_
        if word not in lexicon().kin:
            continue
        for relative in _relatives(view, token):
            other = _of_whom(view, token, relative)
            if other and other != relative.entity:
                yield from _told(view, token, Fact(relative.entity, "relative", other, view.proof, "kin", title=word))


def read_pairs(view: View) -> Iterator[Fact]:
    """ "the brothers A and B": each is the other's, told once."""
    for token in view.span:
        word = singular(token.lower_)
        after = [p for p in people(view.scene) if p[0] > token.i - view.span.start]
        if token.tag_ not in ("NNS", "NNPS") or word not in PAIRS or len(after) < 2:
            continue
        near = after[0][0] - (token.i - view.span.start) <= 2
        if near and view.span[after[0][1] : after[1][0]].text == "and":
            yield Fact(after[0][2].entity, "relative", after[1][2].entity, view.proof, "kin", title=word)


def _told(view: View, noun: Token, fact: Fact) -> Iterator[Fact]:
    """The fact as its "is" tells it; an apposition tells it outright."""
    verb = predicate_verb(noun)
    told = as_told(fact, verb, view) if verb is not None else fact
    if told is not None:
        yield told


def _relatives(view: View, kin: Token) -> list[Reference]:
    """Who is the relative: the name after the word, the other side of its apposition, or the subject of "is"."""
    after = [p for p in people(view.scene) if 0 < p[0] - (kin.i - view.span.start) <= 7]
    gap = view.span[kin.i - view.span.start + 1 : after[0][0]] if after else None
    if gap is not None and (gap.text in ("", ",", "(") or _titled(gap)):
        return [after[0][2]]
    if kin.dep_ == "appos":
        return _named(view, kin.head)
    if kin.dep_ == "conj" and kin.head.dep_ == "appos":
        return _named(view, kin.head.head)  # "Ana Soto, a farmer and the sister of Ali Noor"
    if kin.dep_ == "attr":
        return [r for t in subjects(kin.head) for r in _named(view, t)]
    return _set_off(view, kin)


def _titled(gap: Span) -> bool:
    """ ", the journalist " before a name: what the relative is by trade."""
    plain = gap[0].text == "," and len(gap) > 1 and all(t.text.islower() and t.pos_ in ("ADJ", "NOUN") for t in gap[1:])
    article = gap[0].text == "," and len(gap) > 2 and gap[1].lower_ in ("the", "a", "an", "fellow")
    return plain or (article and all(t.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") and t.text != "," for t in gap[2:]))


def _named(view: View, token: Token) -> list[Reference]:
    return [r for r in view.scene.at(token) if r.cls == "Person" and r.how == "name"]


def _set_off(view: View, kin: Token) -> list[Reference]:
    """ "Ana Soto, the wife of": a comma and an article stand between."""
    k = kin.i - view.span.start
    for _, end, reference in reversed(people(view.scene)):
        gap = view.span[end:k]
        if not 1 <= len(gap) <= 5 or gap[0].text not in (",", ";", "—", "–") or any(t.pos_ == "VERB" for t in gap):
            continue
        owned = any(t.dep_ == "poss" and t.head == kin for t in gap)
        if owned or all(t.pos_ in ("DET", "ADJ", "PUNCT", "PRON") for t in gap):
            return [reference]
    return []


def _of_whom(view: View, kin: Token, relative: Reference) -> str:
    owner = next((c for c in kin.children if c.dep_ == "poss"), None)
    if owner is not None and owner.lower_ in POSSESSIVES:
        return _of_pronoun(view, owner, relative)
    of = [o for c in kin.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    for token in (*([owner] if owner is not None else []), *(t for o in of for t in conjuncts(o))):
        found = _person_of(view, token)
        if found:
            return found
    return ""


def _person_of(view: View, token: Token) -> str:
    """The person that a phrase names, puts beside an office, or means by it ("the editor’s widow")."""
    own = [r for r in view.scene.at(token) if r.cls == "Person"]
    if own and own[0].how == "name":
        return own[0].entity
    inside = [t for t in token.subtree if any(r.cls == "Person" and r.how == "name" for r in view.scene.at(t))]
    if inside:
        return view.scene.at(inside[0])[0].entity
    if token.lower_ in VICTIMS:
        return victim(view, token)
    return _holder(view, token.lower_) or (own[0].entity if own else "") or victim(view, token)


def _holder(view: View, word: str) -> str:
    """Whom the article gave the post of this name."""
    from_before = reversed(view.earlier)
    for linked in from_before:
        scene = type(view.scene)(linked, view.entities)
        for post in posts(scene):
            if post.text.lower().split()[-1] == word:
                near = [p for p in people(scene) if 0 <= p[0] - post.end <= 1 or 0 < post.start - p[1] <= 3]
                if near:
                    return near[0][2].entity
    return ""


def _of_pronoun(view: View, owner: Token, relative: Reference) -> str:
    """The pronoun's person, unless that is the relative: then the nearest other person of that gender."""
    at = view.linked.sentence.offset + owner.idx
    named = [r for r in of_class(view.linked, ["Person"]) if r.how == "name" and r.end <= at]
    joined = [r for r in named if r.entity != relative.entity]
    if joined and view.linked.sentence.document.text[joined[-1].end : at].strip() in ("and", ",", ", and"):
        return joined[-1].entity
    resolved = next((r.entity for r in view.scene.at(owner) if r.cls == "Person" and r.entity != relative.entity), "")
    gender = PRONOUNS.get(owner.lower_, "")
    if resolved and gender_of(view.entities[resolved]) in (gender, ""):
        return resolved
    fitting = [r.entity for r in reversed(joined) if gender_of(view.entities[r.entity]) in (gender, "")]
    return fitting[0] if fitting else ""


PAPERS = frozenset({"citizenship", "nationality", "passport"})
HOLDING = frozenset({"hold", "have", "acquire", "obtain", "receive"})


def read_citizens(view: View) -> Iterator[Fact]:
    """`nationality`, only where a demonym stands before what a person is, or "citizen of" says it."""
    for person in people(view.scene):
        for reference in view.linked.references:
            if reference.cls == "Country" and _is_citizen(view, person, reference):
                yield Fact(person[2].entity, "nationality", reference.entity, view.proof, "citizen")


def _is_citizen(view: View, person: Placed, state: Reference) -> bool:
    start, end = token_range(view.linked, state)
    start, end = _first_of_two(view, start), _last_of_two(view, end)
    if state.how == "adjective":
        return _demonym(view, person, start, end) or _of_several(view, person, end) or _has_papers(view, person, end)
    words = [t.lower_ for t in view.span[max(0, start - 3) : start]]
    citizen = bool(words) and words[-1] in ("of", "the") and any(w in word_list("citizens") for w in words)
    return citizen and _is_said_of(view, person, start)


def _first_of_two(view: View, start: int) -> int:
    """Where "France and Togo" begins, for the second of the two in "a national of France and Togo"."""
    if start < 2 or view.span[start - 1].text != "and":
        return start
    other = next((r for r in view.scene.at(view.span[start - 2]) if r.cls == "Country"), None)
    return token_range(view.linked, other)[0] if other is not None and other.how == "name" else start


def _last_of_two(view: View, end: int) -> int:
    """Where "Kenyan and Peruvian citizenship" has its noun, for the first of the two."""
    papers = view.span[end + 2 : end + 3].text in PAPERS
    return end + 2 if papers and view.span[end : end + 1].text in ("and", "-") else end


def _has_papers(view: View, person: Placed, end: int) -> bool:
    """ "X holds Peruvian citizenship", "X, who has a Peruvian passport"."""
    noun = view.span[end] if end < len(view.span) else None
    if noun is None or noun.lower_ not in PAPERS or noun.dep_ != "dobj" or noun.head.lemma_ not in HOLDING:
        return False
    denied = any(c.dep_ == "neg" or c.tag_ == "MD" for c in noun.head.children)
    return not denied and any(person[2] in named(t, view.scene) for t in subjects(noun.head))


def _is_said_of(view: View, person: Placed, start: int) -> bool:
    """ "X, a citizen of Peru" and "X is a citizen of Peru"."""
    noun = next(t for t in reversed(view.span[:start]) if t.lower_ in word_list("citizens"))
    if noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.head.dep_ == "appos"):
        return person[2] in view.scene.at(noun.head if noun.dep_ == "appos" else noun.head.head)
    told = clause_of(noun.head).heads("subject") if noun.dep_ == "attr" else ()
    return any(person[2] in view.scene.at(t) for t in told)


def _demonym(view: View, person: Placed, start: int, end: int) -> bool:
    """ "the Kenyan poet X", "X, an exiled Kenyan poet"; an office of state takes the adjective for itself."""
    span = view.span
    noun = _profession(view, end)
    if noun is None:
        return False
    if noun + 1 == person[0] or (noun + 2 == person[0] and span[noun + 1].text == ","):
        return True
    gap = span[person[1] : start]
    describing = all(t.pos_ in ("DET", "ADJ", "PUNCT", "ADV", "VERB") for t in gap)
    return describing and 1 <= len(gap) <= 4 and gap[0].text == ","


def _of_several(view: View, person: Placed, end: int) -> bool:
    """ "Two Peruvian writers, A and B", "Three Peruvians, A, B and C": each name of the list."""
    noun = end - 1 if view.span[end - 1].tag_ in ("NNPS", "NNS") else _people_after(view, end)
    if noun is None or view.span[noun + 1 : noun + 2].text not in (",", ":"):
        return False
    at = noun + 2
    for first, last, reference in people(view.scene):
        if first < at:
            continue
        if view.span[at:first].text not in ("", "and"):
            return False
        if reference == person[2]:
            return True
        at = last + (view.span[last : last + 1].text == ",")
    return False


def _people_after(view: View, end: int) -> int | None:
    """The plural noun for people that a demonym stands before."""
    for k in range(end, min(len(view.span), end + 4)):
        if view.span[k].tag_ == "NNS":
            return k
        if view.span[k].pos_ not in ("ADJ", "NOUN", "PUNCT"):
            return None
    return None


def _profession(view: View, end: int) -> int | None:
    """The index of the profession that follows a demonym, describing words between."""
    found: Sequence[int] = [p.head for p in posts(view.scene) if p.kind == "profession" and p.start <= end <= p.head]
    if found:
        return found[0]
    words = word_list("citizens")
    return next((k for k in range(end, min(len(view.span), end + 2)) if view.span[k].lower_ in words), None)
