"""Stances that hang on a condition: "will back the bill only if Article 17 is dropped" (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

MARKS = frozenset({"if", "unless", "provided", "once"})


def is_conditional(verb: Token) -> bool:
    """Whether a clause with "if" hangs on the verb."""
    return condition_of(verb) is not None


def condition_of(verb: Token) -> Token | None:
    """The verb of the clause with "if" that hangs on a verb, None without one."""
    return next(
        (
            c
            for c in verb.children
            if c.dep_ == "advcl" and any(m.lower_ in MARKS and m.dep_ == "mark" for m in c.children)
        ),
        None,
    )
