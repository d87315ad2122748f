"""Where the grammar gives a verb no date: the one date of its sentence that nothing separates from it (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.clauses import Clause, is_verbal
from kg.facts.dating import holder_of
from kg.facts.scene import Scene
from kg.mentions.timex_model import Dated

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

APART = frozenset(
    {"who", "which", "that", "whom", "whose", "when", "where", "after", "before", "since", "until", "although",
     "because", "while", "as", "if", "but", "though", ";", ":", "(", ")", "–", "—", "“", "”", '"', "«", "»"}
)  # fmt: skip
PLAIN = ("day", "month", "year")
OPENING = 3  # words


def nearby(clause: Clause, scene: Scene) -> Dated | None:
    """ "In June they came, saw and fined …": the date before the verb, or right after it, if there is but one."""
    verb = clause.verb
    if verb is None or verb.dep_ in ("relcl", "acl", "amod", "advcl"):
        return None
    near = [d for d in scene.dates if _touches(scene.tokens(d), verb, scene)]
    return near[0] if len(near) == 1 and _is_plain(near[0]) and not _inside(near[0], scene) else None


def _is_plain(dated: Dated) -> bool:
    return dated.modifier == "" and dated.side == "" and dated.date.precision in PLAIN


def _inside(dated: Dated, scene: Scene) -> bool:
    """Whether a date stands in a relative clause or hangs on a participle: it is theirs."""
    holder = holder_of(dated, scene)
    while holder is not None:
        if holder.dep_ in ("relcl", "acl"):
            return True
        holder = holder.head if holder.dep_ == "conj" else None
    return False


def _touches(tokens: list[Token], verb: Token, scene: Scene) -> bool:
    if not tokens:
        return False
    first, last = tokens[0], tokens[-1]
    if last.i < verb.i:
        own = any(c.dep_.startswith("nsubj") for c in verb.children)
        shared = verb.dep_ == "ROOT" or not own or first.i - scene.span.start < OPENING
        dated = {t.i for d in scene.dates for t in scene.tokens(d)}
        return shared and not any(t.lower_ in APART or t.i in dated for t in verb.doc[last.i + 1 : verb.i])
    between = list(verb.doc[verb.i + 1 : first.i])
    apart = any((t.lower_ in APART and t.tag_ != "DT") or t.is_punct or is_verbal(t) for t in between)
    return first.i > verb.i and not apart
