"""Norms without a title, named by what they do: "a draft law banning masks", "an act on water"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mentions.extent import ACTIONS, left_end, right_end, trimmed
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP, MONTHS, TITLE, UPPER
from kg.mentions.spans import owner_facts, part, possessed, state

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NORMS = {
    "law": "Law", "laws": "Law", "legislation": "Law", "bill": "Bill", "bills": "Bill", "amendment": "Bill",
    "amendments": "Bill", "decree": "Policy", "act": "Law", "ordinance": "Law", "regulation": "Law",
    "regulations": "Law",
    "proclamation": "Law", "resolution": "Policy", "moratorium": "Policy", "agreement": "Treaty", "treaty": "Treaty",
    "declaration": "Treaty", "convention": "Treaty",
}  # fmt: skip
# What becomes a norm once it is adopted: a bill only where the text calls it proposed, drafted or planned.
PROPOSALS = frozenset({"ban", "tax", "levy", "reform", "overhaul", "amnesty", "quota", "fee", "ordinance", "code",
                       "rules", "changes", "provision"})  # fmt: skip
# What somebody asks for does not exist yet: "called for a moratorium on mining".
PROMISED = frozenset({"moratorium", "strategy", "plan", "programme", "roadmap", "decree"})
WISHING = frozenset({"ask", "call", "push", "campaign", "plead", "press", "appeal"})
# Orders of a state, and the words before them that tell which they are.
ORDERS = frozenset({"decree", "order"})
ORDERING = frozenset({"curfew", "emergency", "executive", "presidential", "lockdown", "royal", "ministerial", "cabinet",
                      "government", "supreme", "quarantine", "stay-at-home"})  # fmt: skip
MEASURES = frozenset({"measure", "proposal", "initiative", "package", "draft", "legislation", "text", "clause"})
PLANS = frozenset({"strategy", "plan", "programme", "program", "roadmap", "policy", "concept", "agenda"})
NAMING = NORMS.keys() | PROPOSALS | ORDERS | MEASURES | PLANS
OFFICIAL = frozenset({
    "national", "state", "government", "federal", "action", "presidential", "year", "official", "ministerial",
    "regional", "provincial", "municipal",
})  # fmt: skip
RULERS = frozenset({"government", "ministry", "state", "president", "cabinet", "city", "country"})
DRAFT = frozenset({"draft", "proposed", "planned", "prospective"})
LINKS = frozenset({"on", "against", "for", "about", "to", "regarding", "concerning"})
# Nouns that also mean other things, and the links that show the norm.
LINKS_OF = {
    "bill": {*LINKS, "by"}, "amendment": {*LINKS, "by"}, "amendments": {*LINKS, "by"},
    "act": {"against", "on", "to"}, "resolution": {"against", "on", "to"}, "regulation": {"against", "on", "to"},
    "regulations": {"against", "on", "to"}, "agreement": {"with"}, "treaty": {"on", "against"},
    "declaration": {"of", "on"}, "proclamation": {"on", "to"}, "convention": {"on", "against"},
}  # fmt: skip
# What is done with treaties: a declaration is one only where somebody does it.
TREATED = frozenset({"adopt", "sign", "ratify", "join", "accede", "proclaim", "conclude", "approve"})
PROPOSING = frozenset({"propose", "draft", "consider", "prepare"})
# Determiners of norms that need not exist: "any law", "no law".
NONE_AT_ALL = frozenset({"any", "no", "such", "every", "each", "some", "what", "which", "whatever", "other"})
PASSED = frozenset({"adopt", "approve", "pass", "sign", "enact", "introduce", "enter", "promulgate", "take"})
HANDLED = frozenset({
    "propose", "draft", "table", "submit", "reject", "debate", "consider", "oppose", "veto", "withdraw", "prepare",
    "throw", "defeat",
    "discuss", "file", "criticize", "criticise", "back", "support", "vote", "postpone", "publish", "present",
    "initiate",
    "against",
})  # fmt: skip
AMENDED = re.compile(
    rf"\w+ to (?:(?:the|its|their|(?:the )?country[’']s) )?(?:[Aa]rticles? [\d, and-]+ of the )?"
    rf"(?:(?:{CAP} (?:and |of |on |for )?){{1,6}}(?<!and )(?:Act|Law|Code|Constitution|Ordinance)\b(?: (?:on|of|"
    rf"for) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:{MONTHS})\b){TITLE})?"
    rf"|Law on {TITLE}|(?:[a-z]+ ){{0,2}}(?:law|act|constitution|code)\b)"
)
# "…, proposed by four deputies", "passed at third reading an amendment": put forward by somebody, passed by a house.
PUT_FORWARD = re.compile(
    r",? (?:which was |that was )?(?:proposed|tabled|drafted|submitted|introduced|sponsored|moved) (?:\w+ )?by\b"
)
PASSED_AHEAD = re.compile(
    r"\b(?:pass(?:es|ed)|adopt(?:s|ed)|approve[sd]|enact(?:s|ed))(?: (?:at|on|in|by|with) [^,;.]{3,40}?,?)?"
    r" (?:an?|the|its)(?: [a-z]+)? $"
)
# "a petition with 900 signatures demanding that …": what is demanded is not in the name.
LEADS_ON = re.compile(r"(?<=s) (?:demanding|asking|calling|urging|seeking|requesting)$")
IN_STATE = re.compile(rf" in (?:the )?(?P<state>[{UPPER}]\w+(?: [{UPPER}]\w+)?)$")


def find(sentence: Sentence) -> Iterator[Mention]:
    """Described norms of a sentence."""
    for token in sentence.span:
        if token.lower_ not in NAMING or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        lower = token.i == sentence.span.start or _of_nations(token)
        cls = NORMS.get(token.lower_ if lower else token.text) or _plan(token) or _proposal(token) or _measure(token)
        if cls and _exists(token) and _norm_like(token, cls):
            yield from _norm(sentence, token, cls)


def _plan(token: Token) -> str:
    """ "a national strategy on rivers", "the five-year plan for schools": plans of a state."""
    if token.text == "roadmap" and _aimed(token):
        return "Policy"
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.text in ORDERS and (_ordering(token) or (token.text == "order" and following in ACTIONS)):
        return "Policy"
    official = any(t.lower_ in OFFICIAL and t.dep_ in {"amod", "compound", "nmod"} for t in token.lefts)
    official = official or any(t.dep_ == "poss" and t.lower_ in RULERS for t in token.lefts)
    return "Policy" if official and token.text in PLANS and _aimed(token) else ""


def _measure(token: Token) -> str:
    """ "a measure that would …", "a proposal to ban …" in deputies' hands: a bill by any other name."""
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    if token.text in MEASURES and len(following) == 2 and following[0] in {"that", "which"} and following[1] == "would":
        return "Bill"
    handled = token.head.lemma_ in HANDLED | PASSED
    return "Bill" if token.text == "proposal" and following[:1] == ["to"] and handled else ""


def _ordering(token: Token) -> bool:
    return any(t.lower_ in ORDERING and t.dep_ in {"amod", "compound"} for t in token.lefts)


def _proposal(token: Token) -> str:
    """ "a proposed ban on street music", "the planned overhaul of the courts"."""
    after = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    return "Bill" if token.text in PROPOSALS and _is_draft(token) and after in {"on", "of", "for", "to"} else ""


def _aimed(token: Token) -> bool:
    after = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    return after in {"on", "for", "to", "against", "towards", "toward"}


def _exists(token: Token) -> bool:
    """Whether the text speaks of a norm that is or is proposed, not of one that would be, if …"""
    if any(t.lower_ in NONE_AT_ALL for t in token.lefts):
        return False
    head = token.head
    if token.lower_ in PROMISED and head.lower_ == "for" and head.head.lemma_ in WISHING:
        return False
    return not any(
        t.lower_ in {"if", "whether", "unless"} and t.dep_ == "mark" for t in (*head.lefts, *head.head.lefts)
    )


def _norm_like(token: Token, cls: str) -> bool:
    if cls != "Treaty" or _of_nations(token):
        return True
    if token.dep_ == "appos":
        return False
    compound = any(t.dep_ in {"compound", "amod"} for t in token.lefts)
    return token.head.lemma_ in TREATED and (token.text != "agreement" or (compound and _between_states(token)))


def _of_nations(token: Token) -> bool:
    """ "the UN convention against torture": no other kind of paper is called so."""
    named = token.lower_ in {"convention", "protocol", "covenant", "declaration"}
    return named and token.i > 0 and token.nbor(-1).text in {"UN", "U.N.", "Nations", "European", "Geneva", "African"}


def _between_states(token: Token) -> bool:
    """ "… agreement with Tunisia", "with the European Union": not one with a firm or a ministry."""
    after = [t.text for t in token.doc[token.i + 2 : token.i + 6] if t.lower_ != "the"]
    return any(state(" ".join(after[:k])) for k in (1, 2, 3)) or (len(after) > 1 and after[1] in {"Union", "Nations"})


def _norm(sentence: Sentence, token: Token, cls: str) -> Iterator[Mention]:
    amending = _amends(sentence, token)
    if amending:
        yield amending
        return
    if cls == "Law" and (_is_draft(token) or _is_proposed(token)):
        cls = "Bill"
    limit = sentence.span.end
    links = LINKS_OF.get(token.lower_, LINKS | {"of"} if token.text in PROPOSALS - set(NORMS) else LINKS)
    start, end = left_end(token, sentence.span.start), right_end(token, links, limit)
    start -= _of_nations(token)
    if end > token.i + 1 or (token.text in ORDERS and _ordering(token)):
        yield described(sentence, start, end, cls, "described-norm")
    elif cls in {"Law", "Bill"} and _named_by_words_before(token, start):
        found = described(sentence, start, end, cls, "described-norm")
        yield replace(found, facts={**found.facts, "definite": True}) if _definite(token) else found


def described(sentence: Sentence, start: int, end: int, cls: str, rule: str) -> Mention:
    """The mention over the document's tokens `start:end`, with the state that owns it or that its last words name."""
    found = sentence.span.doc[start:end]
    name = trimmed(found.text.strip(" .,"), sent=cls in {"Petition", "Bill"})
    name = LEADS_ON.sub("", name) if cls == "Petition" else name
    inside = IN_STATE.search(name)
    facts = owner_facts(state(inside["state"])) if inside else {}
    facts = facts or possessed(sentence.span, start - sentence.span.start)
    return part(sentence, found.start_char + sentence.offset - sentence.start, name, cls, rule, facts)


def _amends(sentence: Sentence, token: Token) -> Mention | None:
    """ "amendments to the Press Act": a bill while they are proposed, a law once passed."""
    if token.lower_ not in {"amendments", "amendment", "changes"}:
        return None
    m = AMENDED.match(sentence.text, token.idx + sentence.offset - sentence.start)
    if m is None or (token.lower_ == "changes" and not _is_draft(token)):
        return None
    handled = token.head.lemma_ in PASSED | HANDLED or PUT_FORWARD.match(sentence.text, m.end())
    ahead = PASSED_AHEAD.search(sentence.text, 0, m.start())
    if not (_is_draft(token) or handled or ahead or _modal(token)):
        return None
    passed = token.head.lemma_ in PASSED or any(t.lower_ in {"adopted", "approved", "passed"} for t in token.lefts)
    passed = passed or ahead is not None
    if passed and not _is_draft(token):
        return part(sentence, m.start(), m[0], "Law", "described-norm")
    draft = "draft " if sentence.text[: m.start()].endswith("draft ") else ""
    return part(sentence, m.start() - len(draft), draft + m[0], "Bill", "described-norm")


def _modal(token: Token) -> bool:
    """ "amendments to the act that would …", "the amendments … would …"."""
    after = token.doc[token.i + 1 : min(token.sent.end, token.i + 14)]
    return any(t.lower_ in {"would", "could"} for t in after)


def _is_draft(token: Token) -> bool:
    return any(child.text.lower() in DRAFT for child in token.lefts)


def _is_proposed(token: Token) -> bool:
    """Proposed, or being worked on: "we are working on adopting a law …"."""
    head = token.head
    if token.dep_ in {"dobj", "nsubjpass", "attr"} and head.lemma_ in PROPOSING and "passed" not in head.text:
        return True
    return head.tag_ == "VBG" and head.dep_ == "pcomp" and head.head.lower_ == "on"


def _named_by_words_before(token: Token, start: int) -> bool:
    """ "a mass media law", "a similar law"."""
    before = token.doc[start : token.i]
    compound = any(
        t.dep_ in {"compound", "nmod"}
        and (t.text.islower() or (t.text.isupper() and len(t.text) > 1))
        and t.lower_ not in DRAFT
        for t in before
    )
    return compound or any(t.lower_ == "similar" for t in before)


def _definite(token: Token) -> bool:
    """ "The media law" may be one already spoken of; "the new media law" is not."""
    lefts = [t.lower_ for t in token.lefts]
    return bool({"the", "this", "that"} & set(lefts)) and "new" not in lefts
