"""What "it", "the draft", "the company" and "the three countries" mean, where the entities room left them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.linked import View, of_class
from kg.facts.relations.words import word_map

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

PRONOUNS = frozenset({"it", "its", "this"})
PLAIN = frozenset({
    "the", "this", "that", "new", "same", "proposed", "controversial", "draft", "disputed", "decree", "both", "-",
})  # fmt: skip
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def meant_norm(token: Token, view: View, classes: frozenset[str]) -> str:
    """The law, bill or petition that a pronoun or a bare noun takes up, "" if it names one itself or means none."""
    if view.scene.at(token):
        return ""
    at = view.linked.sentence.offset + token.idx
    if token.lower_ in PRONOUNS:
        norms = classes & frozenset(word_map("norms").get("it", ()))
        here = _in_sentence(view, at, norms)
        taken_up = token.i == view.span.start or token.dep_ in ("dobj", "pobj")
        return here or (view.topic(norms) or _sole(view, token, norms) if taken_up else "")
    wanted = classes & frozenset(word_map("norms").get(token.lower_, ()))
    any_such = "Petition" in wanted and _any_petition(token, view)
    return view.before(at, wanted) if wanted and (any_such or not _described(token)) else ""


def _sole(view: View, token: Token, classes: frozenset[str]) -> str:
    """ "a march against it", "denounced it": the one bill, law or petition of the sentence before."""
    sided = token.dep_ == "pobj" and token.head.lower_ in ("against", "for", "of", "to", "about", "over", "on", "with")
    if not view.earlier or not (sided or token.dep_ == "dobj"):
        return ""
    found = {r.entity for r in of_class(view.earlier[-1], classes - {"Law"})}
    return found.pop() if len(found) == 1 else ""


def _any_petition(token: Token, view: View) -> bool:
    """ "must debate a petition": the rule for petitions is told for the one at hand."""
    bare = not any(t.dep_ in ("prep", "relcl", "acl") for t in token.rights) and token.lower_ == "petition"
    indefinite = all(t.lower_ in ("a", "any", "such", "-", "e") for t in token.lefts)
    return bare and indefinite and any(t.tag_ == "MD" or t.lower_ in ("has", "have", "obliges") for t in view.span)


def _described(noun: Token) -> bool:
    """Whether the words at a noun say which one it is: then it takes up nothing."""
    after = any(t.dep_ in ("prep", "relcl", "acl") for t in noun.rights)
    return after or any(t.lower_ not in PLAIN for t in noun.lefts)


def _in_sentence(view: View, at: int, classes: frozenset[str]) -> str:
    found = [r.entity for r in of_class(view.linked, classes) if r.end <= at]
    return found[-1] if found else ""


def meant_body(token: Token, view: View) -> str:
    """The body that "the company" or "the group" takes up, "" if the noun is not definite or says more."""
    classes = word_map("bodies").get(token.lower_, ())
    definite = any(t.lower_ in ("the", "this", "that") for t in token.lefts)
    specified = any(t.dep_ in ("prep", "relcl", "acl", "appos") for t in token.rights)
    if not classes or not definite or specified:
        return ""
    return view.before(view.linked.sentence.offset + token.idx, classes)


def meant_states(token: Token, view: View) -> list[str]:
    """As many states as "the three countries" counts, the last ones that the article named."""
    if token.lower_ not in ("countries", "states", "nations"):
        return []
    number = next((NUMBERS[c.lower_] for c in token.children if c.lower_ in NUMBERS), 0)
    named: dict[str, None] = {}
    for linked in (view.linked, *reversed(view.earlier)):
        for r in reversed(list(of_class(linked, ["Country"]))):
            named.setdefault(r.entity)
        if len(named) >= number:
            break
    return sorted(named) if number and len(named) == number else []
