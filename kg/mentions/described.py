"""Norms and petitions without a title, named by what they do: "a draft law banning masks", "a petition against the dam"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import authorities
from kg.mentions.classify import possessed
from kg.mentions.model import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

NORMS = {"law": "Law", "laws": "Law", "legislation": "Law", "bill": "Bill", "bills": "Bill", "amendment": "Bill", "amendments": "Bill",
         "decree": "Policy", "act": "Law", "ordinance": "Law", "regulation": "Law", "regulations": "Law", "resolution": "Policy",
         "moratorium": "Policy"}  # fmt: skip
DRAFT = frozenset({"draft", "proposed", "planned", "draft-", "prospective", "controversial-"})
PETITION = frozenset({"petition", "petitions", "e-petition"})
LINKS = frozenset({"on", "against", "for", "about", "to", "regarding", "concerning"})
PETITION_LINKS = frozenset({"against", "for", "on", "about", "to", "demanding", "calling", "urging", "seeking", "asking", "opposing"})
STOPS = frozenset({",", ";", ":", "—", "–", "which", "that", "who", "after", "because", "while", "if", "unless", "was", "is",
                   "were", "has", "had", "have", "are", "will", "would", "during", "despite", "since", "as", "when", "(", ")",
                   "saying", "said", "passed", "signed", "adopted", "published", "launched", "gathered", "last", "earlier"})  # fmt: skip
LONGEST = 14
TITLED = re.compile(r"petitions?(?:,? (?:titled|entitled|called|named|dubbed|under the title|with the title))?,? ?[“\"‘](?P<title>[^”\"’]*(?:[’'](?:s|t)\b[^”\"’]*)*)[”\"’]", re.IGNORECASE)
IDLE = re.compile(r"for (?:consideration|review|signature|discussion|signing)|to (?:the|parliament|be)\b")
AMBIGUOUS_ACTS = frozenset({"act", "acts", "resolution", "regulation", "regulations"})


def find(sentence: Sentence) -> Iterator[Mention]:
    """Described norms and petitions of a sentence."""
    for m in TITLED.finditer(sentence.text):
        title = m["title"].strip(" ,.")
        if len(title.split()) >= 3:
            a = sentence.start + m.start("title")
            yield Mention(a, a + len(title), title, "Petition", title, "petition-title")
    for token in sentence.span:
        word = token.lower_
        if word in PETITION:
            yield from _described(sentence, token, "Petition", PETITION_LINKS, "petition")
        elif word in NORMS and token.pos_ in {"NOUN", "PROPN"}:
            yield from _norm(sentence, token, NORMS[word])


def _norm(sentence: Sentence, token: Token, cls: str) -> Iterator[Mention]:
    if cls == "Law" and (_is_draft(token) or _is_proposed(token)):
        cls = "Bill"
    links = {"against", "on", "to"} if token.text.lower() in AMBIGUOUS_ACTS else set(LINKS)
    yield from _described(sentence, token, cls, frozenset(links), "described-norm")


def _is_draft(token: Token) -> bool:
    return any(child.text.lower() in DRAFT for child in token.lefts)


def _is_proposed(token: Token) -> bool:
    verb = token.head if token.dep_ in {"dobj", "nsubjpass", "attr"} else None
    return verb is not None and verb.lemma_ in {"propose", "draft", "consider", "prepare"} and "passed" not in verb.text


def _described(sentence: Sentence, token: Token, cls: str, links: frozenset[str], rule: str) -> Iterator[Mention]:
    doc = token.doc
    start = _left(token, sentence.span.start)
    end = _right(token, links, sentence.span.end)
    qualified = end > token.i + 1 or (cls in {"Law", "Bill"} and _compound(token))
    if not qualified:
        return
    found = doc[start:end]
    name = found.text.strip(" .,")
    country = re.search(r" in (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)$", name)
    state = authorities.country_by_name(country[1]) if country else None
    facts = possessed(sentence.span, start - sentence.span.start)
    if state:
        facts = {"country": state.iso, "owner": state.name}
    a = sentence.offset + found.start_char
    yield Mention(a, a + len(name), name, cls, name, rule, facts)


def _compound(token: Token) -> bool:
    return any(c.dep_ == "compound" and c.text.lower() not in DRAFT and c.text[:1].islower() for c in token.lefts)


def _left(token: Token, limit: int) -> int:
    """Where the description begins: the compound words and quoted or describing words before the noun, no article."""
    start = token.i
    while start > limit:
        before = token.doc[start - 1]
        joined = before.dep_ in {"compound", "amod", "nmod", "punct"} and before.head.i == token.i
        weak = before.text.lower() in {"new", "recent", "the", "a", "an", "updated", "current", "previous", "own", "widely",
                                       "circulated", "online", "controversial", "similar"} or before.text[:1].isupper()  # fmt: skip
        if (not joined and before.text != "-") or weak or before.text in {",", "“", '"', "(", "‘"}:
            break
        start -= 1
    return start


def _right(token: Token, links: frozenset[str], limit: int) -> int:
    """Where it ends: after a link ("on", "banning") up to the first stop word."""
    i = token.i + 1
    if IDLE.match(token.doc[i : min(i + 2, limit)].text):
        return i
    if i >= limit or not (token.doc[i].text.lower() in links or _participle(token.doc[i], token)):
        return i
    if token.doc[i].text == "to" and (i + 1 >= limit or token.doc[i + 1].tag_ != "VB"):
        return i
    end = i + 1
    quoted = False
    while end < limit and end - token.i < LONGEST + 6 * quoted:
        text = token.doc[end].text
        quoted = quoted or text in {"“", '"', "‘"}
        if text in STOPS:
            break
        end += 1
    while end > i + 1 and token.doc[end - 1].pos_ in {"ADP", "CCONJ", "DET", "PUNCT", "PART", "AUX"} and token.doc[end - 1].text not in "”\"’":
        end -= 1
    return end if end > i + 1 else token.i + 1


def _participle(token: Token, noun: Token) -> bool:
    return token.tag_ == "VBG" and token.head.i == noun.i or token.text in {"banning", "prohibiting", "criminalizing",
        "criminalising", "allowing", "requiring", "restricting", "regulating", "strengthening", "limiting"}  # fmt: skip

