"""Who holds a post: the name beside it, the other side of an apposition or of "is", "as" and "named"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.grammar.clauses import clause_of, conjuncts, is_passive, is_verbal, subjects
from kg.facts.grammar.misread import speaks_for
from kg.facts.linked import token_range
from kg.facts.relations.posts import Post, chained, goes_on, joined, plural
from kg.facts.relations.words import word_list
from kg.facts.scene import Scene
from kg.mentions.titles import PAST

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

Placed = tuple[int, int, Reference]
BEFORE_NAMES = ("", ",", "“", "(", "called", "named")
BETWEEN = (
    "", "as", "as a", "as an", "as the", "as its", "the", "to be", "to head", "as new", "as acting", "its", "its new",
)  # fmt: skip
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2}
MOST_BETWEEN = 12
OPENING = frozenset({",", "(", "–", "—", "-", ";"})
FILLING = frozenset({",", "until", "recently", "previously", "formerly",
                     "a", "an", "the", "another", "and", "one", "of", "its", "their", "his", "her", "now", "also",
                     "then", "once", "-", "who", "is", "was", "whose", "herself", "himself"})  # fmt: skip


def people(scene: Scene) -> list[Placed]:
    """The people whom the sentence names, each with its token range."""
    every = (*scene.linked.references, *scene.linked.inside)
    named = sorted((r for r in every if r.cls == "Person" and r.how == "name"), key=lambda r: r.start)
    return [(*token_range(scene.linked, r), r) for r in named]


def holders(scene: Scene, found: Sequence[Post]) -> dict[Post, list[Reference]]:
    """The holders of each post; a post that "and" joins to another shares its holders."""
    named = people(scene)
    held = {post: _holders(scene, post, named) for post in found}
    for one, other in (*joined(scene.span, list(found)), *chained(scene, list(found))):
        if held[one] and not held[other]:
            held[other] = held[one]
        elif held[other] and not held[one]:
            held[one] = held[other]
    return {post: references for post, references in held.items() if references}


Way = Callable[[Scene, Post, Sequence[Placed]], list[Reference]]


def _holders(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    if (head := scene.span[post.head]).dep_ == "poss" or speaks_for(
        head
    ):  # "the editor's widow" gives nobody the post of editor
        return []
    named = [p for p in named if p[1] > post.start or not goes_on(scene, post)]
    for way in WAYS:
        references = way(scene, post, named)
        if references:
            return references
    return []


def _right_after(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "Mayor Ana Soto", "the poet, Ana Soto,", "activists Ana Soto and Ali Noor"."""
    first = next((k for k, p in enumerate(named) if 0 <= p[0] - post.end <= 1), None)
    gap = scene.span[post.end : named[first][0]].text if first is not None else None
    if first is None or gap not in BEFORE_NAMES:
        return []
    if gap in ("called", "named") and not plural(scene.span, post) and not _indefinite(scene.span, post):
        return []  # "the mayor named Ana Soto to the board"
    return _with_conjuncts(scene.span, named[first:]) if plural(scene.span, post) else [named[first][2]]


def _indefinite(span: Span, post: Post) -> bool:
    return any(t.lower_ in ("a", "an", "another", "one") for t in span[max(0, post.start - 1) : post.head])


def _with_conjuncts(span: Span, named: Sequence[Placed]) -> list[Reference]:
    found = [named[0]]
    for person in named[1:]:
        if span[found[-1][1] : person[0]].text not in ("and", ",", ", and"):
            break
        found.append(person)
    return [p[2] for p in found]


def _named_to(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "appointed the anthropologist Ana Soto head of X", "named Ana Soto as head": the name stands right before."""
    span = scene.span
    before = next((p for p in reversed(named) if p[1] <= post.start), None)
    if before is None or span[before[1] : post.start].text.lower() not in BETWEEN:
        return []
    lead = [t.lower_ for t in span[max(0, before[0] - 7) : before[0]]]
    return [before[2]] if any(w in word_list("naming") for w in lead) else []


def _listed_after(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "Three members of X were killed: A on 3 March, his widow B in July and C": as many names as are counted."""
    span = scene.span
    colon = next((k for k in range(post.end, len(span)) if span[k].text in (":", "–", "—")), None)
    after = [p for p in named if colon is not None and p[0] > colon]
    counted = next((NUMBERS.get(t.lower_, 0) for t in span[max(0, post.start - 2) : post.start]), 0)
    counted = counted or next((NUMBERS.get(c.lower_, 0) for c in span[post.head].children), 0)
    if not plural(span, post) or counted != len(after) or any(p[0] < post.start for p in named):
        return []
    return [p[2] for p in after]


def _counted(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "Two law students arrested with him in March, A and B, were freed": as many names as are counted."""
    span = scene.span
    number = next((NUMBERS.get(t.lower_, 0) for t in span[max(0, post.start - 2) : post.start]), 0)
    first = next((k for k, p in enumerate(named) if p[0] > post.end), None)
    if (
        not plural(span, post)
        or not number
        or first is None
        or span[named[first][0] - 1].text not in (",", "(", "–", "—")
    ):
        return []
    gap = span[post.end : named[first][0] - 1]
    if len(gap) > MOST_BETWEEN or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in (";", ":") for t in gap):
        return []
    found = _with_conjuncts(span, named[first:])
    return found if len(found) == number else []


def _apposed(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "Ana Soto, a poet and the head of X": an apposition of the name, or one that the name is put to."""
    head = scene.span[post.head]
    first = _first_noun(head)
    if first.dep_ == "appos":
        above = _persons(scene, first.head)
        if above and not _name_between(above[0], post, named):
            return above[:1]
    colon = any(t.text == ":" for t in scene.span[post.end : post.end + 2])
    several = plural(scene.span, post)  # "officers, who took one of them, Ana Soto"
    told = [c.i for c in head.children if several and c.dep_ == "relcl"]
    apposed = [] if colon else [c for c in head.children if c.dep_ == "appos" and all(c.i < t for t in told)]
    return [r for c in apposed for t in conjuncts(c) for r in _persons(scene, t)]


def _first_noun(token: Token) -> Token:
    while token.dep_ in ("conj", "compound") and not is_verbal(token.head) and token.head != token:
        token = token.head
    return token


def _persons(scene: Scene, token: Token) -> list[Reference]:
    return [r for r in scene.at(token) if r.cls == "Person" and r.how != "description"]


def _name_between(reference: Reference, post: Post, named: Sequence[Placed]) -> bool:
    """A nearer name takes the apposition: parsers like to hang it too high."""
    return any(reference.end <= p[2].start and p[1] <= post.start for p in named)


def _put_after(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "a farmer from Lamu, Ana Soto,": the name follows what the post is of."""
    span = scene.span
    if post.end >= len(span) or span[post.end].lower_ not in ("of", "from", "at", "in", "for", "with"):
        return []
    later = [k for k, p in enumerate(named) if p[0] > post.end]
    first = next((k for k in later if span[named[k][0] - 1].text == ","), later[0] if later else None)
    if first is None or not _determined(span, post):
        return []
    gap = span[post.end : named[first][0]]
    if len(gap) > 9 or gap[-1].text != "," or any(is_verbal(t) or t.text in ",;“”()" for t in gap[:-1]):
        return []
    after = span[named[first][1]] if named[first][1] < len(span) else None
    if not plural(span, post) and (after is None or after.text not in ",.;)”"):
        return []
    return _with_conjuncts(span, named[first:]) if plural(span, post) else [named[first][2]]


def _determined(span: Span, post: Post) -> bool:
    before = span[post.start - 1] if post.start else None
    first = before is None or before.lower_ in ("the", "a", "an", "its", "former", "’s", "'s") or before.text in "“(:–—"
    return first or (before is not None and (before.pos_ == "NUM" or before.dep_ in ("amod", "compound", "nummod")))


def _predicated(scene: Scene, post: Post, _named: Sequence[Placed]) -> list[Reference]:
    """ "Ana Soto is a poet", "works as a poet", "was named director", "they made Ana Soto director"."""
    head = _first_noun(scene.span[post.head])
    verb = head.head
    if head.dep_ == "attr" and verb.lemma_ in ("be", "become", "remain", "stay"):
        return _all(scene, subjects(verb))
    if head.dep_ == "nsubj" and verb.lemma_ == "be":
        return [r for c in verb.children if c.dep_ == "attr" for t in conjuncts(c) for r in _persons(scene, t)]
    if head.dep_ == "pobj" and verb.lower_ == "as":
        return _bearers(scene, verb.head)
    if head.dep_ == "dobj" and verb.lower_ in word_list("holding"):
        return _all(scene, subjects(verb))
    if head.dep_ in ("oprd", "dobj", "attr", "ccomp") and verb.lower_ in word_list("appointing"):
        return _all(scene, clause_of(verb).heads("object")) or _all(scene, subjects(verb))
    return []


def _bearers(scene: Scene, verb: Token) -> list[Reference]:
    """Who is what "as" says: whom somebody appoints, else who serves; one succeeds as what the other was."""
    if verb.lower_ in ("immunity", "role", "capacity", "work", "job", "tenure", "career", "mandate", "post", "duties"):
        while not is_verbal(verb) and verb.head != verb:
            verb = verb.head
        return _all(scene, subjects(verb))
    if verb.lower_ in ("succeeded", "succeeds", "succeed", "replaced", "replaces", "replace") and not is_passive(verb):
        return _all(scene, subjects(verb))
    if not is_verbal(verb) or verb.lower_ not in word_list("serving"):
        return []
    if is_passive(verb) or any(c.dep_ == "dobj" for c in verb.children):
        return _all(scene, clause_of(verb).heads("object"))
    return _all(scene, subjects(verb))


def _all(scene: Scene, tokens: Sequence[Token]) -> list[Reference]:
    return list({r.entity: r for t in tokens for r in _persons(scene, t)}.values())


def _set_off(scene: Scene, post: Post, named: Sequence[Placed]) -> list[Reference]:
    """ "Ana Soto, one of the founders", "Ana Soto (the leader": a comma and words of description stand between."""
    span = scene.span
    before = [p for p in named if p[1] <= post.start]
    gap = span[before[-1][1] : post.start] if before else None
    if gap is None or not _describing(scene, gap):
        return []
    if plural(span, post) and "one" not in [t.lower_ for t in gap]:
        return []
    return [before[-1][2]]


def _describing(scene: Scene, gap: Span) -> bool:
    if not 1 <= len(gap) <= 9 or gap[0].text not in OPENING:
        return False
    return all(_fills(scene, t) for t in gap[1:]) and gap.text.strip() != ", and"


def _fills(scene: Scene, token: Token) -> bool:
    loose = token.pos_ in ("ADJ", "NUM", "ADV") or token.dep_ in ("compound", "amod", "nmod", "poss", "case")
    return token.lower_ in FILLING | PAST or loose or bool(scene.at(token)) or token.pos_ == "PROPN"


WAYS: tuple[Way, ...] = (_right_after, _named_to, _listed_after, _counted, _predicated, _apposed, _put_after, _set_off)


def telling(scene: Scene, post: Post, person: str) -> bool:
    """Whether it is a verb that gives this person the post, not a title or an apposition."""
    return any(r.entity == person for r in _predicated(scene, post, ()))


def left_behind(scene: Scene, post: Post) -> bool:
    """Whether the verb over a post says that it is over: "resigned as director", "once served as a judge"."""
    head = _first_noun(scene.span[post.head])
    if head.dep_ == "dobj" and head.head.lower_ in word_list("quitting"):
        return True
    if head.dep_ == "attr" and head.head.lower_ in ("was", "were"):
        return any(c.lower_ in ("until", "till") for c in head.head.children)
    if head.dep_ != "pobj" or head.head.lower_ not in ("as", "from"):
        return False
    verb = head.head.head
    if verb.lower_.startswith("replace") and not is_passive(verb):
        return False
    past = any(c.lower_ in ("once", "previously", "formerly") for c in verb.children)
    return past or verb.lower_ in word_list("leaving")


def members(scene: Scene) -> Iterator[tuple[Reference, Reference]]:
    """ "Ana Soto of the group X", "Ana Soto, from X", "Ana Soto (X)", "X’s Ana Soto": no post is named."""
    span = scene.span
    for start, end, person in people(scene):
        owner = next(
            (r for t in span[max(0, start - 2) : max(0, start - 1)] for r in scene.at(t) if r.how == "name"), None
        )
        if owner is not None and span[start - 1].text in ("’s", "'s"):
            yield person, owner
        of = end + 1 if span[end : end + 1].text == "," else end
        if of > end and span[of : of + 1].text.isdigit() and span[of + 1 : of + 2].text == ",":
            of += 2  # "Ana Soto, 74, of the Harbour Sisters"
        if span[of : of + 1].text not in ("of", "(") and (of == end or span[of : of + 1].text != "from"):
            continue
        body = next((r for t in span[of + 1 : of + 7] for r in scene.at(t) if r.how == "name"), None)
        if body is not None and _near(scene, of, body):
            yield person, body


def _near(scene: Scene, of: int, body: Reference) -> bool:
    start, _ = token_range(scene.linked, body)
    return all(
        (t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADP") or t.tag_ == "VBG") and t.text != ","
        for t in scene.span[of + 1 : start]
    )
