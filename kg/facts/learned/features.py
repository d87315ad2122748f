"""What the model looks at when it asks whether a word tells of an event (pure).

A feature is a short text. The letters before "=" name its sort: w the word, d its tie to the word above, h that word,
k the kinds of the patterns that the word may start, e what stands at its edges (classes and lemmas), n its neighbours,
b the other words of the sentence and s the classes named in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause, governor, is_verbal
from kg.facts.match import patterns_at
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


class Around:
    """A sentence as the features of each of its words see it, looked at once: classes named, lemmas, content words."""

    def __init__(self, scene: Scene) -> None:
        """Look at the whole sentence."""
        self.scene = scene
        self.shared = frozenset({f"dated={bool(scene.dates)}", *(f"s={r.cls}" for r in scene.linked.references)})
        self._lemmas: dict[int, str] = {}
        self._content = Counter(self.lemma(t) for t in scene.span if t.pos_ in CONTENT)

    def lemma(self, token: Token) -> str:
        """The lemma; of numbers and of names what they are: who it was says nothing of what the next one does."""
        found = self._lemmas.get(token.i)
        if found is None:
            found = self._lemmas[token.i] = _lemma(token, self.scene)
        return found

    def others(self, token: Token) -> Iterator[str]:
        """The lemmas of the other content words."""
        own = self.lemma(token) if token.pos_ in CONTENT else None
        return (lemma for lemma, times in self._content.items() if times > 1 or lemma != own)


def features(token: Token, clause: Clause, around: Around) -> set[str]:
    """All features of a word, whose clause this is, in its sentence."""
    word = word_of(token)
    kinds = {p.kind for p in patterns_at(token)}
    found = {f"w={word}", f"p={word[0]}", f"t={token.tag_}", f"d={token.dep_}", f"v={clause.voice}", f"nk={len(kinds)}"}
    found |= {f"k={kind}" for kind in kinds}
    found.add(f"suf={word[0]}{word[-3:]}")
    found.update(_above(token, word, clause, around))
    found.update(_edges(clause, around, word))
    found |= {f"c={c.dep_}|{c.lower_}" for c in token.children if c.dep_ in PARTS}
    found.update(_nearest(token, word, around))
    found |= {f"b={lemma}" for lemma in around.others(token)}
    return found | around.shared


def _lemma(token: Token, scene: Scene) -> str:
    if token.like_num:
        return "0"
    if token.pos_ == "PROPN" and (token.ent_type_ in NAMED or any(r.cls in NAMED for r in scene.at(token))):
        return token.ent_type_ or "PERSON"
    return token.lemma_.lower()


def _above(token: Token, word: str, clause: Clause, around: Around) -> Iterator[str]:
    """The word it hangs on, the verb that carries it and the verb that governs it."""
    head = token.head
    if head is not token:
        yield from (
            f"h={around.lemma(head)}",
            f"dh={token.dep_}|{around.lemma(head)}",
            f"wh={word}|{token.dep_}|{around.lemma(head)}",
        )
    if clause.verb is not None and clause.verb is not token:
        yield from (f"lv={around.lemma(clause.verb)}", f"wlv={word}|{around.lemma(clause.verb)}")
    over = governor(token)
    if over is not None:
        yield f"g={around.lemma(over)}"


def _edges(clause: Clause, around: Around, word: str) -> Iterator[str]:
    """What stands at each edge: class and lemma, alone and with the word."""
    for edge, tokens in clause.roles.items():
        yield f"we={word}|{edge}"
        if edge.startswith("prt:"):
            continue
        for token in tokens[:2]:
            cls, lemma = _class(token, around.scene), around.lemma(token)
            yield from (f"ec={edge}|{cls}", f"el={edge}|{lemma}", f"wec={word}|{edge}|{cls}")
            yield f"wel={word}|{edge}|{lemma}"


def _class(token: Token, scene: Scene) -> str:
    references = scene.at(token)
    return references[0].cls if references else token.ent_type_


def _nearest(token: Token, word: str, around: Around) -> Iterator[str]:
    """The two words before and after it."""
    tokens = token.doc.tokens
    for distance in (-2, -1, 1, 2):
        place = token.i + distance
        if 0 <= place < len(tokens):
            yield f"n{distance}={around.lemma(tokens[place])}"
            if abs(distance) == 1:
                yield f"wn{distance}={word}|{around.lemma(tokens[place])}"
    if token.i == token.sent.start:
        yield "first"
