"""From the head word of a phrase to the entities that the phrase stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.entities.model import Reference
from kg.facts.clauses import Clause, clause_of, conjuncts, governor, is_verbal, subjects
from kg.facts.inflect import words
from kg.facts.patterns import Condition, Pattern, Role
from kg.facts.scene import TEXTS, Scene
from kg.facts.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

# People without a name who stand for the organisation that they belong to ("members of X", "X's delegate").
STAND_INS = words(
    "member members activist activists supporter supporters delegate delegates delegation expert experts "
    "official officials officer officers spokesman spokeswoman spokesperson spokespeople representative "
    "representatives group group_of follower followers employee employees staff leadership leaders "
    "participants volunteers volunteer administration lawyers branch office offices headquarters board "
    "management committee reporters journalists journalist reporter rapporteur rapporteurs observer observers monitor "
    "monitors ministers lawmakers deputies envoy envoys judges judge inspectors prosecutors prosecutor ambassador "
    "ambassadors researchers investigators agents troops soldiers detectives spokespersons councillors justices"
)
TEXT_NOUNS = words("bill law act draft text measure measures amendments legislation petition ordinance decree treaty")
NORM_NOUNS = words("petition petitions bill law draft act decree plan strategy convention covenant declaration")
LINKS = frozenset({"of", "from", "with", "for"})
DEEPEST = 3


def named(token: Token, scene: Scene) -> list[Reference]:
    """The references that a phrase's head stands for: its own, its appositions', else the organisation's."""
    own = scene.at(token)
    if own and own[0].how == "name":
        return own
    if not own and token.dep_ == "appos" and (above := scene.at(token.head)):
        return above
    apposed = [r for c in token.children if c.dep_ == "appos" for t in conjuncts(c) for r in named(t, scene)]
    if apposed or own:
        return apposed or own
    alone = _titled(token, scene) or _cited(token, scene) or _speaker(token, scene) or _by_name(token, scene)
    return alone or list(_stood_for(token, scene, 0))


def _by_name(token: Token, scene: Scene) -> list[Reference]:
    """ "a reporter of the Herald, Ann Lee, was hit": Ann, wherever the parser hung her, not the Herald."""
    if token.tag_ != "NN" or token.lower_ not in STAND_INS:
        return []
    inside = [t for t in token.subtree if t.dep_ == "appos" and t.i > token.i]
    return [r for t in inside for r in scene.at(t) if r.cls == "Person"][:1]


def _cited(token: Token, scene: Scene) -> list[Reference]:
    """ "the petition against the dam “Stop Now”": a norm named further inside its own phrase."""
    if token.lower_ not in NORM_NOUNS:
        return []
    return [r for r in _inside(token, scene) if r.cls in ("Petition", "Bill", "Law", "Policy", "Treaty")][:1]


def _speaker(token: Token, scene: Scene) -> list[Reference]:
    """A pronoun nobody resolved, as the subject of what somebody says, is the speaker ("X said it was …")."""
    clause = token.head
    if token.lower_ not in ("it", "they", "he", "she") or clause.dep_ != "ccomp" or token.dep_ not in SUBJECTS:
        return []
    return [r for t in subjects(clause.head) if t != token for r in named(t, scene)]


def _titled(token: Token, scene: Scene) -> list[Reference]:
    """A name that the parser hung under its title or on the wrong side of it ("activist Ann Lee")."""
    near = [c for c in token.children if c.dep_ in ("compound", "nmod") and abs(c.i - token.i) <= 4]
    return [r for c in near for r in scene.at(c) if r.cls == "Person"]


def _stood_for(token: Token, scene: Scene, depth: int) -> Iterator[Reference]:
    stands_in = token.lower_ in STAND_INS or (depth > 0 and _people(token))
    if not _quantified(token) and (depth == DEEPEST or not stands_in):
        return
    seen: set[int] = set()
    for child in _modifiers(token):
        for reference in scene.at(child) or _stood_for(child, scene, depth + 1):
            if reference.cls not in ("Person", "Place") and reference.start not in seen:
                seen.add(reference.start)
                yield reference


def _people(token: Token) -> bool:
    return token.tag_ == "NNS" or token.lower_ in ("people", "women", "men")


def _quantified(token: Token) -> bool:
    """ "All 25 of the X members", "several of its activists"."""
    return token.pos_ in ("NUM", "DET", "PRON") and any(c.lower_ == "of" for c in token.children)


def _modifiers(token: Token) -> Iterable[Token]:
    for child in token.children:
        if child.dep_ in ("compound", "poss", "nmod", "amod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in LINKS:
            yield from (t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c))


def fill(role: Role, clause: Clause, scene: Scene) -> list[Reference]:
    """The references of a role: the first of its edges that yields any of the allowed classes."""
    for edge in role.edges:
        found = [r for r in at_edge(edge, clause, scene) if r.cls in role.classes]
        if found and edge in ("it", "it-subject"):
            return found[:1]
        if found:
            return list({r.entity: r for r in found}.values())
    return []


def at_edge(edge: str, clause: Clause, scene: Scene) -> list[Reference]:
    """All references at an edge.

    "inside" means anywhere under the trigger, "topic" what is talked about; "it" and "it-subject" the law or petition
    that a pronoun or "the bill" points back to, as the object or the subject.
    """
    if edge == "inside":
        return _inside(clause.trigger, scene)
    if edge == "topic":
        return _topic(clause, scene)
    if edge == "between":
        return _between(clause.trigger, scene)
    if edge == "governor>subject":
        return _over(clause.trigger, scene)
    if edge == "it":
        return _recalled((*clause.heads("object"), *clause.heads("prep:to")), clause, scene)
    if edge == "it-subject":
        above = governor(clause.trigger)
        return _recalled((*clause.heads("subject"), *(subjects(above) if above is not None else ())), clause, scene)
    if edge == "rest":
        return [r for r in scene.linked.references if r not in _inside(clause.trigger, scene) and r.how != "adjective"]
    return [r for token in tokens_at(edge, clause) for r in _personal(token, clause, scene)]


def _recalled(heads: Iterable[Token], clause: Clause, scene: Scene) -> list[Reference]:
    """What "it" or "the bill" may be where nobody resolved it: the texts named before, the last first."""
    pronouns = () if _other_object(clause.trigger) else ("it", "they", "them")
    open_heads = [
        t for t in heads
        if (t.lower_ in pronouns or (t.lower_ in TEXT_NOUNS and _pointed(t)))
        and not any(r.cls in TEXTS for r in named(t, scene))
    ]  # fmt: skip
    if not open_heads:
        return []
    here = [r for r in scene.linked.references if r.cls in TEXTS and _starts_before(r, open_heads[0], scene)]
    return [*reversed(here), *scene.before]


def _other_object(verb: Token) -> bool:
    """ "received the list and filed it": the pronoun is the object of the verb before."""
    return verb.dep_ == "conj" and any(c.dep_ == "dobj" and c.lower_ not in TEXT_NOUNS for c in verb.head.children)


def _starts_before(reference: Reference, token: Token, scene: Scene) -> bool:
    return reference.start < token.idx + scene.linked.sentence.offset


def _pointed(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "these", "its") for c in noun.children)


def _personal(token: Token, clause: Clause, scene: Scene) -> list[Reference]:
    """The references of a phrase; where "who" stands for it, the nearest person around the word it is hung on."""
    found = named(token, scene)
    if token != clause.trigger.head or not any(t.lower_ in ("who", "whom") for t in clause.trigger.lefts):
        return found
    above = token
    while found and found[0].cls != "Person" and above.dep_ in ("pobj", "prep", "appos", "conj", "compound", "poss"):
        above = above.head
        people = [r for r in named(above, scene) if r.cls == "Person"]
        found = people or found
    return found


def tokens_at(edge: str, clause: Clause) -> list[Token]:
    """The head tokens at an edge; ">" leads on from there ("object>of", "comp>object>by", "object>poss")."""
    first, *steps = edge.split(">")
    found = list(_identity(clause.trigger) if first == "identity" else clause.heads(first))
    for step in steps:
        found = [t for token in found for t in _step(token, step)]
    return found


def _step(token: Token, step: str) -> list[Token]:
    if step in ("object", "subject"):
        return list(clause_of(token).heads(step))
    if step == "poss":
        return [c for c in token.children if c.dep_ == "poss"]
    return list(clause_of(token).heads(f"prep:{step}")) + [
        a for c in token.children if c.dep_ in ("acl", "relcl") and step == "by" for a in clause_of(c).heads("subject")
    ]


def _identity(noun: Token) -> list[Token]:
    """The other side of "X is the author of Y"."""
    if noun.dep_ == "attr":
        return subjects(noun.head)
    if noun.dep_ == "nsubj":
        return [t for c in noun.head.children if c.dep_ == "attr" for t in conjuncts(c)]
    return []


def _over(trigger: Token, scene: Scene) -> list[Reference]:
    """The subjects of the verbs over a word, the nearest that has any entity."""
    verb = governor(trigger)
    while verb is not None:
        found = [r for t in subjects(verb) for r in named(t, scene) if t.i != trigger.i]
        agents = [r for c in verb.children if c.dep_ == "agent" for o in c.children for r in named(o, scene)]
        if agents or found:
            return agents or found
        verb = governor(verb)
    return []


def _inside(trigger: Token, scene: Scene) -> list[Reference]:
    tokens = list(trigger.subtree)
    return scene.within(tokens[0].i, tokens[-1].i + 1)


def _topic(clause: Clause, scene: Scene) -> list[Reference]:
    """References after (or in the quotation before) a word of speech, the speakers left out."""
    speakers = {r.entity for t in clause.heads("subject") for r in named(t, scene)}
    content = [c for c in clause.trigger.children if c.dep_ in ("ccomp", "xcomp", "dobj", "prep", "dative", "advcl")]
    found = [r for c in content for r in _inside(c, scene) if r.entity not in speakers]
    return found or _recalled((t for c in content for t in c.subtree), clause, scene)[:1]


def _between(trigger: Token, scene: Scene) -> list[Reference]:
    """References between the verb that governs a small clause and its predicate ("found X and Y guilty")."""
    before = scene.span.doc[scene.span.start : trigger.i]
    verb = next((t for t in reversed(before) if t.lower_ in ("found", "find", "finding", "finds")), None)
    if verb is None:
        return []
    between = scene.within(verb.i + 1, trigger.i)
    if between:
        first = scene.token_of(between[0])
        group = conjuncts(first) if first is not None else []
        return [r for t in group if t.i < trigger.i for r in scene.at(t)] or between[:1]
    from_verb = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return [r for c in from_verb for t in conjuncts(c) for r in named(t, scene)]


def holds(condition: Condition, clause: Clause, scene: Scene) -> bool:
    """Whether one of the words or classes stands at one of the edges."""
    for edge in condition.edges:
        tokens = _words_at(edge, clause)
        if any(t.lower_ in condition.words for t in tokens):
            return True
        if condition.classes and any(r.cls in condition.classes for r in at_edge(edge, clause, scene)):
            return True
    return False


def _words_at(edge: str, clause: Clause) -> list[Token]:
    if edge == "inside":
        return list(clause.trigger.subtree)
    if edge == "near":
        doc = clause.trigger.doc
        return [t for t in doc[max(0, clause.trigger.i - 4) : clause.trigger.i + 5] if t.sent == clause.trigger.sent]
    if edge == "governor":
        return [clause.trigger.head]
    if edge == "verb":
        return [clause.verb] if clause.verb is not None else []
    if edge == "sentence":
        return list(clause.trigger.sent)
    if edge == "aux":
        verb = clause.verb or clause.trigger
        own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        return own or [c for c in verb.head.children if verb.dep_ == "conj" and c.dep_ in ("aux", "auxpass")]
    heads = tokens_at(edge, clause)
    return [t for head in (*heads, *_counted(heads)) for t in (head, *_premodifiers(head))]


def _counted(heads: Iterable[Token]) -> list[Token]:
    """What a quantity is of: "a handful of officials", "dozens of people"."""
    return [t for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]


def _premodifiers(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ in ("compound", "amod", "nmod") and not is_verbal(c)]


def fits(pattern: Pattern, clause: Clause, scene: Scene) -> bool:
    """Whether the conditions of a pattern hold for a clause."""
    return all(holds(c, clause, scene) for c in pattern.where) and not any(
        holds(c, clause, scene) for c in pattern.unless
    )
