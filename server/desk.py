"""The desk at which people review in the browser: who may sit at it, and the one way from it to the judgement log.

What is decided here is written by the functions of `civicgraph review` and `civicgraph resolve`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from kg import resolutions, review, review_log, verdicts
from kg.graph.judged import is_judged
from kg.graph.review import FactVerdict, Resolution
from kg.review_log import Entry

NAMES: tuple[review.Said, ...] = get_args(review.Said)
FACTS: tuple[verdicts.Found, ...] = get_args(verdicts.Found)


class Desk:
    """Beside one store. Whoever knows `token` may judge; the cookie and the forms hold what is made from it."""

    def __init__(self, store: Path, token: str = "") -> None:
        """Make a token that nobody can guess, unless one is given."""
        self.store, self.token = store, token or secrets.token_urlsafe(24)
        self.cookie = f"civicgraph_review_{self._made('name')[:8]}"  # a host's cookies are sent to all its ports
        self.pass_, self.form_token = self._made("cookie"), self._made("form")
        self._writing = threading.Lock()

    def _made(self, use: str) -> str:
        return hmac.new(self.token.encode(), use.encode(), hashlib.sha256).hexdigest()

    def opens(self, token: str) -> bool:
        """Is it the token?"""
        return _equal(token, self.token)

    def admits(self, cookie: str) -> bool:
        """Is it what the cookie of somebody with the token holds?"""
        return _equal(cookie, self.pass_)

    def is_own_form(self, token: str) -> bool:
        """Was the form on one of our pages?"""
        return _equal(token, self.form_token)

    def questions(self) -> list[review.Question]:
        """The pairs of names that nobody has judged."""
        return review.questions(self.store)

    def log(self) -> list[Entry]:
        """What was decided, oldest first."""
        return review_log.log(self.store)

    def found(self) -> dict[str, FactVerdict]:
        """The verdict that counts on each claim that was judged."""
        every = verdicts.standing(verdicts.load(self.store / resolutions.LOG))
        return {claim: stack[-1] for claim, stack in every.items()}

    def resolved(self) -> dict[str, Resolution]:
        """The decision that counts on each disagreement that was decided."""
        every = resolutions.standing(resolutions.load(self.store / resolutions.LOG))
        return {one.disagreement: one for one in every}

    def judge_names(self, names: Sequence[str], verdict: review.Said, cls: str, who: str, reason: str) -> None:
        """Say whether two names are one thing."""
        with self._writing:
            review.decide(self.store, names[0], names[1], verdict, who=who, reason=reason, cls=cls)

    def judge_fact(self, claim: str, verdict: verdicts.Found, who: str, reason: str) -> None:
        """Say whether a sentence says what was read from it."""
        with self._writing:
            verdicts.judge(self.store, claim, verdict, who=who, reason=reason)

    def resolve(self, disagreement: str, accepted: str, who: str, reason: str) -> None:
        """Say which side of a disagreement is right."""
        with self._writing:
            resolutions.resolve(self.store, disagreement, accepted, who=who, reason=reason)

    def undo_names(self, names: Sequence[str], cls: str, who: str, reason: str) -> None:
        """Withdraw the latest judgement on two names."""
        with self._writing:
            review.undo(self.store, names, who=who, reason=reason, cls=cls)

    def undo_fact(self, claim: str, who: str, reason: str) -> None:
        """Withdraw the latest verdict on a claim."""
        with self._writing:
            verdicts.undo(self.store, claim, who=who, reason=reason)


def may_be_judged(subject: str, predicate: str, rules: str) -> bool:
    """Is a claim, given by IRIs and the lines of its rules, one that people judge?"""
    return is_judged(f"<{subject}>", f"<{predicate}>", rules.split("\n"))


def _equal(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf8", "replace"), wanted.encode())
