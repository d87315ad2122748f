"""Positions: who is what, where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.known import by_name, first
from kg.facts.linked import ORGANISATIONS, POSSESSIVE, View, of_class, state_key, token_range
from kg.facts.model import Fact
from kg.facts.relations.anaphora import meant_body
from kg.facts.relations.benches import bench_of, force_of, hall_of, list_end, listed_under, shared
from kg.facts.relations.holders import holders, left_behind, members, people, telling
from kg.facts.relations.named import read_named_to_head
from kg.facts.relations.posts import Post, joined, posts, town_of
from kg.facts.relations.said import as_told, predicate_verb
from kg.facts.relations.words import word_list
from kg.mentions.titles import SHORT
from kg.names import plain, words

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

LINKS = frozenset({"of", "at", "from", "with", "for", "in", "on", "to"})
BETWEEN = ("", *POSSESSIVE, "’s former", "'s former", "former")
JOINABLE = ORGANISATIONS - {"GovernmentBody", "Court", "Legislature"}
# A word of the chamber's name that tells whose it is.
SIGNS = {"senator": "senat", "deputy": "deput", "representative": "representat"}
UNITED_NATIONS = ("United Nations", "UN")

DOUBTED = frozenset(
    {"alleged", "supposed", "purported", "suspected", "presumed", "self-styled", "so-called", "would-be"}
)


def read_positions(view: View) -> Iterator[Fact]:
    """The positions of the people whom a sentence names; `object` is "" where the text gives no body."""
    found = posts(view.scene)
    held = _paired(view, found, holders(view.scene, found))
    bodies = _bodies(view, [*found, *(p for p in held if p not in found)])
    for post, references in held.items():
        former = post.former or left_behind(view.scene, post)
        if _is_none(post) or (not bodies[post] and post.text.lower() in word_list("nothing-alone")):
            continue
        for person in references:
            body = bodies[post] if bodies[post] != person.entity else ""
            fact = Fact(person.entity, "position", body, view.proof, "post", title=post.text, former=former)
            yield from _told(view, post, fact)
    yield from read_named_to_head(view)
    titled = {(r.entity, bodies[post]) for post, references in held.items() for r in references}
    for person, body_reference in members(view.scene):
        if body_reference.cls in JOINABLE and (person.entity, body_reference.entity) not in titled:
            yield Fact(person.entity, "position", body_reference.entity, view.proof, "of-body")


def _is_none(post: Post) -> bool:
    """Whether the words are no post: an author of a bill, a refugee, a critic of a government (not of films); or one
    that the text doubts ("the alleged founder")."""
    word = post.text.lower().split()[0]
    if word in DOUBTED:
        return True
    critic = _word(post) == "critic" and word not in word_list("arts")
    return critic or post.text.lower() in word_list("none") or _word(post) in word_list("none")


def _paired(view: View, found: list[Post], held: dict[Post, list[Reference]]) -> dict[Post, list[Reference]]:
    """ "a journalist and student" is one description of what somebody does, not two posts."""
    pairs = {one: other for one, other in joined(view.span, found) if _one_title(view, one, other)}
    pairs = {one: other for one, other in pairs.items() if held.get(one) and held.get(one) == held.get(other)}
    made = {p: replace(p, text=f"{p.text} and {pairs[p].text}") if p in pairs else p for p in held}
    return {made[p]: references for p, references in held.items() if p not in pairs.values()}


def _one_title(view: View, one: Post, other: Post) -> bool:
    both = one.kind == other.kind == "profession" and view.span[one.end : other.start].text == "and"
    return both and not (_is_none(one) or _is_none(other))


def _told(view: View, post: Post, fact: Fact) -> Iterator[Fact]:
    """The fact as its "is" or "was appointed" tells it; titles and appositions tell it outright."""
    verb = predicate_verb(view.span[post.head]) if telling(view.scene, post, fact.subject) else None
    told = as_told(fact, verb, view) if verb is not None else fact
    if told is not None:
        yield told


def _bodies(view: View, found: list[Post]) -> dict[Post, str]:
    """The body of each post; "deputy head and spokesman of X" share theirs, professions keep to themselves."""
    bodies = {post: _body(view, post) for post in found}
    for one, other in joined(view.span, found):
        if not bodies[one] and "profession" not in (one.kind, other.kind):
            bodies[one] = bodies[other]
    bodies |= shared(view, found, bodies)
    return {post: body or _elsewhere(view, post) for post, body in bodies.items()}


def _elsewhere(view: View, post: Post) -> str:
    return (
        _behind(view, post)
        or _employer(view, post)
        or listed_under(view, post)
        or force_of(view, post)
        or _seat(view, post)
    )


def _behind(view: View, post: Post) -> str:
    """ "Colonel Ana Soto of the Border Guard", "Senator Ana Soto (Rural Dawn)": the body stands behind the name."""
    span = view.span
    for start, first_end, _ in people(view.scene):
        if not 0 <= start - post.end <= 1:
            continue
        end = first_end if span[first_end : first_end + 1].text == "(" else list_end(view, first_end)
        if span[end : end + 1].text in ("of", "("):
            bracketed = span[end].text == "("
            found = (r for t in span[end + 1 : end + 4 - bracketed] for r in view.scene.at(t))
            towns = {"Place"} if _word(post) in ("mayor", "governor") else set()
            wanted = {"PoliticalParty"} if bracketed else ORGANISATIONS | towns
            return next((r.entity for r in found if r.cls in wanted), "")
    return ""


def _employer(view: View, post: Post) -> str:
    """ "works for X as a lawyer"."""
    head = view.span[post.head]
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "as" else None
    if verb is None or verb.lemma_ not in ("work", "serve"):
        return ""
    objects = (o for c in verb.children if c.lower_ in ("for", "at", "with", "in") for o in c.children)
    return next((r.entity for o in objects for r in view.scene.at(o) if r.cls in ORGANISATIONS), "")


def _body(view: View, post: Post) -> str:
    return _of(view, post) or _owner(view, post) or _anaphor(view, post)


def _of(view: View, post: Post) -> str:
    """ "co-founder of X", "activist from the X movement", "president of Kenya", "head of the company"."""
    span = view.span
    if post.end >= len(span) or span[post.end].lower_ not in LINKS:
        return ""
    for k in range(post.end + 1, min(len(span), post.end + 8)):
        token = span[k]
        if token.text in ",;:()" or (token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "acl")):
            return ""
        reference = next(iter(view.scene.at(token)), None)
        if reference and _holds(reference, post):
            return reference.entity
        if reference and reference.cls in ("Place", "Person"):
            return ""
        named = _described(view, k) or bench_of(view, token)
        if named:
            return named
    return ""


def _holds(reference: Reference, post: Post) -> bool:
    return reference.cls in ORGANISATIONS or (reference.cls == "Country" and post.kind != "profession")


def _owner(view: View, post: Post) -> str:
    """ "X’s leader", "X co-founder", "Kenya’s president", "the Kenyan president"; the state may stand in the title."""
    for reference in reversed(view.linked.references):
        start, end = token_range(view.linked, reference)
        state = reference.cls == "Country" and post.kind == "state"
        inside = post.start <= start and end <= post.head and state
        before = end <= post.start and view.span[end : post.start].text in BETWEEN
        if inside or (before and (state or (reference.cls in ORGANISATIONS and reference.how == "name"))):
            return reference.entity
    return ""


def _anaphor(view: View, post: Post) -> str:
    """ "its director", "the company’s director": the body that the sentence or the one before named."""
    span = view.span
    head = span[post.head]
    owner = next((c for c in head.children if c.dep_ == "poss"), None) or next(
        (c for t in span[post.start : post.head] for c in t.children if c.dep_ == "poss"), None
    )
    if owner is None:
        return ""
    if owner.lower_ in ("its", "their", "whose"):
        return _one_body(view, view.before(view.linked.sentence.offset + owner.idx, ORGANISATIONS), owner, post)
    return _described(view, owner.i - span.start)


def _one_body(view: View, key: str, owner: Token, post: Post) -> str:
    """ "Police sealed the office. Its director …", "the court jailed its director": it is some other body's."""
    if not key or owner.lower_ != "its":
        return key
    body = view.entities[key]
    judged = body.cls == "Court" and _word(post) not in word_list("judges") | word_list("of-courts")
    return "" if judged or body.name.lower().startswith("police") else key


def _described(view: View, k: int) -> str:
    """The body that the noun at `k` refers to, as the entities room or the sentences before tell."""
    reference = next((r for r in view.scene.at(view.span[k]) if r.cls in ORGANISATIONS), None)
    return reference.entity if reference else meant_body(view.span[k], view)


def _word(post: Post) -> str:
    return post.text.split()[-1].lower()


def _seat(view: View, post: Post) -> str:
    """Where an office is held whose body the phrase leaves out: a chamber, court or ministry, the UN, the state."""
    last = SHORT.get(_word(post), _word(post))
    if (
        last in word_list("legislators")
        or _word(post) == "rep."
        or post.text.lower().endswith(("member of parliament", "member of congress"))
    ):
        return _chamber(view, last) or state_key(view.entities, view.state)
    if last in word_list("judges"):
        return view.latest(("Court",)) or state_key(view.entities, view.state)
    if any(word in post.text.lower() for word in word_list("mandated")):
        return _united_nations(view)
    if _word(post) in ("mayor", "governor") and (hall := hall_of(view, _word(post))):
        return hall
    if post.kind == "state" and " of " in post.text and (town := town_of(view.scene, post)):
        return town  # "mayor of Lamu"
    if post.kind == "state" and not ({*post.text.lower().split()} & word_list("local") or _ranked(post)):
        return _ministry(view, post) or state_key(view.entities, view.state)
    return ""


def _ranked(post: Post) -> bool:
    """ "Sergeant Ana Soto", "the police captain Ali Noor": a rank, of a force that is not told."""
    *before, rank = post.text.lower().replace("-", " ").split()
    return rank in word_list("ranks") and {*before} <= word_list("ranked")


def _chamber(view: View, word: str) -> str:
    """The chamber that senators, or deputies, sit in: the one of their kind, else the one named last."""
    sign = SIGNS.get(word, "")
    here = [r.entity for x in (*view.earlier, view.linked) for r in of_class(x, ["Legislature"])]
    whole = [key for key in here if "committee" not in view.entities[key].name.lower()]
    own = (key for key in reversed(whole) if sign and sign in view.entities[key].name.lower())
    return next(own, "") or (whole[-1] if whole else "")


def _united_nations(view: View) -> str:
    known = by_name(view.entities, "InternationalOrganization")
    return first(view.entities, (e for name in UNITED_NATIONS for e in known.get(name, ())))


def _ministry(view: View, post: Post) -> str:
    """The ministry that the article names with the minister's portfolio."""
    portfolio = words(post.text) - words("minister deputy vice former prime first acting")
    if not portfolio or "minister" not in plain(post.text).split():
        return ""
    bodies = (r for linked in (*view.earlier, view.linked) for r in linked.references if r.cls == "GovernmentBody")
    return next((r.entity for r in bodies if portfolio <= words(view.entities[r.entity].name)
                 and "ministry" in words(view.entities[r.entity].name)), "")  # fmt: skip
