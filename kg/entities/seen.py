"""Every mention where it stands, with its handle; provisions with their law, and places inside descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.entities.context import Context
from kg.entities.handles import Handle, handle, place_handle
from kg.entities.provisions import Provisions
from kg.mentions.geonames import cities
from kg.mentions.model import Mention, Sentence

# Norms belong to the state that their sentence is about, however many the article names.
BY_SENTENCE = frozenset({"Law", "Bill", "Policy", "LawProvision"})
TITLED = frozenset({"code", "titled-law", "titled-bill", "constitution"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention where it stands, with its handle; `law` is the handle of the law that a provision is of."""

    document: str
    sentence: Sentence
    mention: Mention
    handle: Handle
    law: Handle | None = None
    inside: bool = False


def seen_in(document: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], context: Context) -> list[Seen]:
    """The mentions of a document in order. `inside` marks places named within a longer mention."""
    found: list[Seen] = []
    provisions = Provisions()
    for sentence, here in zip(sentences, mentions, strict=True):
        state = context.of(sentence.article.number)
        handles = {m: handle(m, _state(m, here, state)) for m in here if m.cls != "LawProvision"}
        provisions.note(sentence.article.id, [h for m, h in handles.items() if m.rule in TITLED])
        for mention in here:
            if mention.cls == "LawProvision":
                made, law = provisions.handle(mention, _state(mention, here, state))
                found.append(Seen(document, sentence, mention, made, law))
            else:
                found.append(Seen(document, sentence, mention, handles[mention]))
                found += _inside(document, sentence, mention, state)
    return found


def _state(mention: Mention, here: Sequence[Mention], context: str) -> str:
    """The only state that the sentence names, if it does so before a norm; else the article's."""
    if mention.cls not in BY_SENTENCE:
        return context
    states = {str(m.facts["iso"]) for m in here if m.cls == "Country"}
    before = any(m.cls == "Country" and m.end <= mention.start for m in here)
    return min(states) if len(states) == 1 and before else context


def _inside(document: str, sentence: Sentence, mention: Mention, state: str) -> Iterator[Seen]:
    """The city in "an Accra court": it is named, though the mention is the court's."""
    owner = str(mention.facts.get("owner", ""))
    if mention.rule != "description" or not owner or mention.facts.get("country") or owner not in mention.text:
        return
    behind = mention.text.endswith(f" in {owner}")
    if not behind and not cities(owner):
        return
    start = mention.start + mention.text.index(owner)
    place = Mention(start, start + len(owner), owner, "Place", owner, "inside")
    yield Seen(document, sentence, place, place_handle(owner, state), inside=True)
