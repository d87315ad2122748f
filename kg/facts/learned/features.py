"""What the model looks at when it asks whether a word tells of an event (pure).

A feature is a short text. The letters before "=" name its sort: w the word, d its tie to the word above, h that word,
k the kinds of the patterns that the word may start, e what stands at its edges (classes and lemmas), n its neighbours,
b the other words of the sentence and s the classes named in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, clause_of, governor, is_verbal
from kg.facts.patterns import by_trigger
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

PARTS = frozenset({"det", "aux", "auxpass", "neg", "mark", "advmod"})
NAMED = frozenset({"PERSON", "GPE", "LOC", "NORP", "FAC", "Person", "Place", "Country"})
CONTENT = frozenset({"NOUN", "VERB", "PROPN"})


def word_of(token: Token) -> str:
    """The word as the model knows it, verbs apart from nouns: "V:refuse"."""
    return f"{'V' if is_verbal(token) else 'N'}:{token.lemma_.lower()}"


def may_tell(token: Token) -> bool:
    """Whether it is a verb or a common noun at all."""
    return token.pos_ != "AUX" and (token.pos_ in ("VERB", "NOUN") or is_verbal(token))


def features(token: Token, scene: Scene) -> set[str]:
    """All features of a word in its sentence."""
    word, clause = word_of(token), clause_of(token)
    kinds = _kinds(token)
    found = {f"w={word}", f"p={word[0]}", f"t={token.tag_}", f"d={token.dep_}", f"v={clause.voice}", f"nk={len(kinds)}"}
    found |= {f"k={kind}" for kind in kinds}
    found |= {f"suf={word[0]}{word[-3:]}", f"dated={bool(scene.dates)}"}
    found.update(_above(token, word, clause, scene))
    found.update(_edges(clause, scene, word))
    found |= {f"c={c.dep_}|{c.lower_}" for c in token.children if c.dep_ in PARTS}
    found.update(_around(token, word, scene))
    found |= {f"b={_lemma(t, scene)}" for t in token.sent if t.pos_ in CONTENT and t is not token}
    found |= {f"s={r.cls}" for r in scene.linked.references}
    return found


def _kinds(token: Token) -> set[str]:
    verbal = is_verbal(token)
    return {
        p.kind
        for p in by_trigger().get(token.lower_, ())
        if token.lower_ in p.words or token.lower_ in (p.verbs if verbal else p.nouns)
    }


def _lemma(token: Token, scene: Scene) -> str:
    """The lemma; of numbers and of names what they are, since who it was says nothing of what the next one does."""
    if token.like_num:
        return "0"
    if token.pos_ == "PROPN" and (token.ent_type_ in NAMED or any(r.cls in NAMED for r in scene.at(token))):
        return token.ent_type_ or "PERSON"
    return token.lemma_.lower()


def _above(token: Token, word: str, clause: Clause, scene: Scene) -> Iterator[str]:
    """The word it hangs on, the verb that carries it and the verb that governs it."""
    head = token.head
    if head is not token:
        yield from (
            f"h={_lemma(head, scene)}",
            f"dh={token.dep_}|{_lemma(head, scene)}",
            f"wh={word}|{token.dep_}|{_lemma(head, scene)}",
        )
    if clause.verb is not None and clause.verb is not token:
        yield from (f"lv={_lemma(clause.verb, scene)}", f"wlv={word}|{_lemma(clause.verb, scene)}")
    over = governor(token)
    if over is not None:
        yield f"g={_lemma(over, scene)}"


def _edges(clause: Clause, scene: Scene, word: str) -> Iterator[str]:
    """What stands at each edge: class and lemma, alone and with the word."""
    for edge, tokens in clause.roles.items():
        yield f"we={word}|{edge}"
        if edge.startswith("prt:"):
            continue
        for token in tokens[:2]:
            cls, lemma = _class(token, scene), _lemma(token, scene)
            yield from (f"ec={edge}|{cls}", f"el={edge}|{lemma}", f"wec={word}|{edge}|{cls}")
            yield f"wel={word}|{edge}|{lemma}"


def _class(token: Token, scene: Scene) -> str:
    references = scene.at(token)
    return references[0].cls if references else token.ent_type_


def _around(token: Token, word: str, scene: Scene) -> Iterator[str]:
    """The two words before and after it."""
    tokens = token.doc.tokens
    for distance in (-2, -1, 1, 2):
        place = token.i + distance
        if 0 <= place < len(tokens):
            yield f"n{distance}={_lemma(tokens[place], scene)}"
            if abs(distance) == 1:
                yield f"wn{distance}={word}|{_lemma(tokens[place], scene)}"
    if token.i == token.sent.start:
        yield "first"
