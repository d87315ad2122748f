"""Bodies named by description: "an Almaty court", "Kenyan police", "the authorities", "the mayor’s office"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.body_forms import FORMS
from kg.mentions.cores import core, holds
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import is_modifier, last_token, owner_facts, part, state

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

BODY = "(?P<body>"
ASKED = frozenset({
    "asked", "asks", "urged", "urges", "urging", "called", "calls", "calling", "pressed", "warned", "told", "ordered",
    "accused", "reminded", "asking",
})  # fmt: skip
NOT_OWNERS = frozenset({
    "The", "In", "On", "But", "An", "A", "When", "After", "As", "And", "If", "While", "At", "By", "For", "Since",
    "This", "That", "These", "From", "To", "With", "Under", "Before",
})  # fmt: skip


def find(sentence: Sentence) -> Iterator[Mention]:
    """Described bodies; `owner` in the facts names the place or state that the description ties them to."""
    text = sentence.text
    for cls, form, tail, words in _forms():
        for m in form.finditer(text) if holds(text, words) and tail.search(text) else ():
            found = _mention(sentence, m, cls)
            if found and (m.groupdict().get("in") or not is_modifier(last_token(sentence, m.end("body")))):
                yield found
    yield from _capitals(sentence)


@cache
def _forms() -> list[tuple[str, re.Pattern[str], re.Pattern[str], tuple[str, ...]]]:
    """The forms, each with how it ends: an owner may stand anywhere, so that the words behind it are sought first, and
    before them those that it cannot do without."""
    ends = ((cls, form, form.pattern[form.pattern.index(BODY) :]) for cls, form in FORMS)
    return [(cls, form, re.compile(end), core(end)) for cls, form, end in ends]


def _mention(sentence: Sentence, m: re.Match[str], cls: str) -> Mention | None:
    groups, body = m.groupdict(), m["body"].lower()
    named = groups.get("owner") or groups.get("in") or groups.get("whose") or ""
    owner, of = ((named, state(named)) if groups.get("in") else _owner(named)) if named else ("", None)
    if (named and not owner) or (groups.get("whose") and not of):
        return None
    start = m.end("owner") - len(owner) if groups.get("owner") else m.start("body")
    end = m.end("in") if groups.get("in") else m.end("body")
    facts: dict[str, object] = {"body": body.removeprefix("our ")}
    facts |= owner_facts(of) or ({"owner": owner} if owner else {})
    made = cls if cls != "?" else ("Legislature" if body == "parliament" else "GovernmentBody")
    return part(sentence, start, sentence.text[start:end], made, "description", facts)


def _owner(text: str) -> tuple[str, authorities.Country | None]:
    """The owner without what the sentence's start put before it, and the state it is: "Rebel-led Malian" is Mali."""
    words = text.split()
    while words and (words[0] in NOT_OWNERS | lexicon().calendar or words[0] in lexicon().starters):
        words = words[1:]
    for k in range(len(words)):
        of = state(" ".join(words[k:]))
        if of:
            led = k and words[k - 1].endswith(("-led", "-backed", "-run"))
            return " ".join(words[k - 1 :] if led else words[k:]), of
    return " ".join(words), None


@lru_cache(maxsize=1)
def _by_capital() -> Mapping[str, authorities.Country]:
    return {c.capital: c for c in reversed(authorities.countries()) if c.capital and not c.former}


def _addressed(token: Token) -> bool:
    """ "urged Lima to", "called on Quito", "pressure from Lima": states are asked and pressed, not towns."""
    if token.dep_ == "dobj":
        return token.head.lower_ in ASKED and any(c.dep_ in {"xcomp", "ccomp"} for c in token.head.children)
    above = token.head
    pressed = above.lower_ == "from" and above.head.lower_ in {"pressure", "criticism", "condemnation", "approval"}
    return token.dep_ == "pobj" and (pressed or (above.lower_ in {"on", "upon"} and above.head.lower_ in ASKED))


def _capitals(sentence: Sentence) -> Iterator[Mention]:
    """A capital that acts stands for its government: "Lima accused …", "… said, according to Quito"."""
    for token in sentence.span:
        acts = token.dep_ == "nsubj" and token.head.lemma_ in lexicon().acting_verbs
        if not token.text[:1].isupper() or not (acts or _addressed(token)):
            continue
        of = _by_capital().get(token.text)
        if of and token.n_lefts == 0:
            facts = {"body": "government"} | owner_facts(of)
            yield part(
                sentence, token.idx + sentence.offset - sentence.start, token.text, "GovernmentBody", "capital", facts
            )
