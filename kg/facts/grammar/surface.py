"""Verbs of chronologies that the tagger takes for nouns: "14 March: Police in Lima arrest Ann Lee, a teacher".

The parser has seen few texts told in the present. Where an entry's word is the present of a trigger and stands after a
noun and before a name or an article, its clause is read off the surface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.grammar.clauses import Clause
from kg.facts.grammar.inflect import words
from kg.facts.scene import Scene

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEFORE = NOUNS | {"CD"}
AFTER = frozenset({"NNP", "NNPS", "DT", "PRP$", "CD", "PRP"})
LEADS = words("to for over on after with in at under against from during before")


def looks_verbal(token: Token, scene: Scene) -> bool:
    """Whether a word tagged as a noun may be an entry's verb in the present."""
    first, last = scene.span.start, scene.span.end
    if token.tag_ not in NOUNS or token.is_title or not first < token.i < last - 1:
        return False
    before, after = token.nbor(-1), token.nbor(1)
    named = before.tag_ in BEFORE and before.tag_ != "CD"
    return named and after.tag_ in AFTER and not _has_verb(scene, token)


def _has_verb(scene: Scene, token: Token) -> bool:
    """A finite verb before the word is the entry's own."""
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.dep_ == "ROOT" for t in scene.span if t.i < token.i)


def surface_clause(token: Token, scene: Scene) -> Clause:
    """What stands before the word did it, what follows up to a preposition had it done, the rest is led by those."""
    end = next((t.i for t in scene.span if t.i > token.i and t.text in (";", ":")), scene.span.end)
    roles: dict[str, list[Token]] = {"subject": _heads(scene, _start(scene, token), token.i)[:1]}
    leads = [t for t in scene.span if token.i < t.i < end and t.lower_ in LEADS]
    stop = next((t.i for t in leads if not _inside_a_name(t, scene)), end)
    roles["object"] = _heads(scene, token.i + 1, stop)
    for lead in leads:
        roles.setdefault(f"prep:{lead.lower_}", []).extend(_heads(scene, lead.i + 1, min(lead.i + 8, end))[:1])
    found = {edge: tuple(dict.fromkeys(tokens)) for edge, tokens in roles.items() if tokens}
    return Clause(token, token, "active", found, end)


def _start(scene: Scene, token: Token) -> int:
    """Where the entry's own words begin: behind its label."""
    signs = [t.i for t in scene.span if t.i < token.i and t.text in (":", "–", "—")]
    return signs[-1] + 1 if signs else scene.span.start


def _inside_a_name(token: Token, scene: Scene) -> bool:
    return bool(scene.at(token))


def _heads(scene: Scene, start: int, end: int) -> list[Token]:
    """The words that stand for the names in a stretch of a sentence, else its first noun."""
    named = [t for r in scene.within(start, end) if (t := scene.token_of(r)) is not None]
    plain = [t for t in scene.span if start <= t.i < end and t.tag_ in NOUNS]
    return named or plain[:1]
