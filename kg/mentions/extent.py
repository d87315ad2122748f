"""Where a described norm or petition begins and ends: the words before its noun, and what follows up to a stop."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.mentions.geonames import cities
from kg.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

STOPS = frozenset({
    ",", ";", ":", "—", "–", "which", "that", "who", "after", "because", "while", "if", "unless", "was", "is",
    "were", "has", "had", "have", "are", "will", "would", "during", "despite", "since", "as", "when", "(", ")",
    "saying", "said", "passed", "signed", "adopted", "published", "launched", "gathered", "last", "earlier", "can",
    "could", "should", "must", "may", "might", "does", "do", "did", "closed", "opened",
    "lapsed", "expired", "ended", "took", "takes", "remains", "remained", "needs", "drew", "fell", "failed", "got",
})  # fmt: skip
# Words before the noun that are no part of what it is called.
WEAK = frozenset({
    "new", "recent", "the", "a", "an", "updated", "current", "previous", "own", "widely", "circulated", "online",
    "controversial", "existing", "his", "her", "its", "their", "our", "this", "that",
})  # fmt: skip
ACTIONS = frozenset({
    "banning", "prohibiting", "criminalizing", "criminalising", "allowing", "requiring", "restricting",
    "regulating", "strengthening", "limiting", "obliging", "protecting", "abolishing",
})  # fmt: skip
MODALS = frozenset({"would", "will", "could", "may", "might"})
IDLE = frozenset({"consideration", "review", "signature", "discussion", "signing", "debate", "approval"})
ORDINALS = frozenset({"st", "nd", "rd", "th"})
# "launched a petition to keep the mill": the purpose is the paper's, though parsers hang it on the verb.
MAKING = frozenset({
    "launch", "start", "file", "sign", "open", "create", "submit", "write", "organise", "organize", "circulate", "hand",
    "deliver", "present", "post", "pass", "adopt", "approve", "introduce", "table", "propose", "draft", "reject",
    "lodge", "initiate", "publish", "collect", "gather", "register",
})  # fmt: skip
QUOTES, OPENING = '“”"‘’', frozenset({"“", '"', "‘"})
JOINED = frozenset({"compound", "amod", "nmod", "punct"})
LONGEST, QUOTED_MORE = 14, 6


# Where a description is shown, sent or set, none of which is what it asks: "… on Avaaz", "… to the city council".
SENT = re.compile(
    r" (?:to|with|before) (?:the |its |their |his |her )?(?:[\w’'-]+ ){0,3}?(?:council|assembly|parliament|"
    r"president|mayor|"
    r"government|ministry|minister|senate|congress|governor|commission|committee|court|speaker|ombudsman|office|"
    r"authorities|municipality|house|cabinet|knesset|president[’']s office)\b.*$",
    re.IGNORECASE,
)
WHEN = re.compile(
    r" (?:(?:earlier )?this|last|next|the same|the following) (?:week|month|year|morning|spring|summer|autumn|winter)$"
)
VOTES = re.compile(r"\b(?:votes?|majority|acclamation|show of hands)\b")
VOTED = re.compile(
    r" (?:by|with|in) (?:a vote of )?(?:\d[\d,]*|[a-z]+(?= votes (?:to|against))|an? \w+ majority|a show of hands|"
    r"acclamation)"
    r"(?: votes?| to \d+|-\d+)?\b.*$"
)
SHOWN = re.compile(r" on (?:the )?(?:[A-Z][\w.]*\w|(?:online |petition )?(?:platform|portal|website|site)\b.*)$")
SITED = re.compile(r" in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)$")


def trimmed(text: str, *, sent: bool) -> str:
    """The words of a description without where it is shown, set or (`sent`) to whom it was handed."""
    text = VOTED.sub("", WHEN.sub("", text)) if VOTES.search(text) else WHEN.sub("", text)
    head = text.split()[1:2]
    if sent and not {"to", "with", "by"} & set(head):
        text = SENT.sub("", text)
    elif sent and "to" in head and text.count(" to ") > 1:
        first = text.index(" to ") + 4
        text = text[:first] + SENT.sub("", text[first:])
    shown = SHOWN.search(text)
    text = text[: shown.start()] if shown and len(text[: shown.start()].split()) > 2 else text
    sited = SITED.search(text)
    return (
        text[: sited.start()] if sited and cities(sited["place"]) and len(text[: sited.start()].split()) > 2 else text
    )


def left_end(token: Token, limit: int) -> int:
    """Where the description begins: the compound and describing words before the noun, no article."""
    start = token.i
    while start > limit:
        before = token.doc[start - 1]
        joined = (before.dep_ in JOINED and start <= before.head.i <= token.i) or _paired(before, token)
        capital = before.text[:1].isupper() and not (before.text.isupper() and len(before.text) > 1)
        weak = before.lower_ in WEAK or capital or before.text in OPENING | {",", "("}
        if (not joined and before.text != "-") or weak:
            break
        start -= 1
    return start - (token.doc[start].text == "-" and start > limit)  # "counter-petition" is three tokens


def _paired(word: Token, token: Token) -> bool:
    """The words of "the toll and parking bill", which the parser hangs on one another."""
    top = word
    while top.dep_ in {"conj", "cc"}:
        top = top.head
    small = word.text.islower() and word.pos_ in {"NOUN", "ADJ", "CCONJ"}
    return small and top.i != word.i and top.dep_ in JOINED and top.head.i == token.i


def right_end(token: Token, links: Collection[str], limit: int) -> int:
    """Where it ends: behind a link ("on", "banning", "that would") up to a stop; without a link, behind the noun."""
    i = token.i + 1
    if i + 1 >= limit or _tells_when(token.doc[i], limit) or not _opens(token, i, links):
        return i
    end = i + (2 if token.doc[i].lower_ in {"that", "which"} else 1)
    if end + 1 < limit and token.doc[end - 1].lower_ in MODALS | {"that", "which"} and token.doc[end].lower_ in MODALS:
        end += 1
    end += end < limit and token.doc[end].lower_ == "have" and token.doc[end - 1].lower_ in MODALS | {"to"}
    having = end > i + 1 and token.doc[i].lower_ == "to" and token.doc[end - 1].lower_ == "have"
    quoted = False
    while end < limit and end - token.i < LONGEST + QUOTED_MORE * quoted:
        word = token.doc[end]
        quoted = quoted or word.text in OPENING
        if (
            (word.text in STOPS and not (having and word.tag_ == "VBN"))  # "to have the mine closed"
            or (word.dep_ == "ROOT" and word.tag_ in {"VBD", "VBZ", "VBP"})
            or (word.text == "and" and end + 1 < limit and token.doc[end + 1].tag_ in {"VBZ", "VBD"})
            or _tells_when(word, limit)
            or (word.text == "to" and _infinitive(token, end, limit))
        ):
            break
        end += 1
    return _without_loose_end(token, i, end)


def _opens(token: Token, i: int, links: Collection[str]) -> bool:
    word, after = token.doc[i], token.doc[i + 1]
    text = word.lower_
    if text in {"that", "which"}:
        return after.lower_ in MODALS or (after.tag_ == "VBZ" and after.pos_ == "VERB" and _singled_out(token))
    if text == "to":
        over = token.head if token.head.lemma_ in MAKING and after.dep_ in ("advcl", "xcomp") else token
        verb = after.tag_ == "VB" and after.lower_ != "be" and after.head.i in (token.i, over.i)
        return "to" in links and (verb or _misread(after))
    if text == "for" and after.lower_ in IDLE:
        return False
    if after.text in lexicon().calendar:
        return False
    return text in links or (word.tag_ == "VBG" and word.head.i == token.i and text != "resulting") or text in ACTIONS


def _misread(word: Token) -> bool:
    """ "a petition to rename Lake Street": a verb that the parser takes for an adjective of the name."""
    named = word.i + 1 < len(word.doc) and word.nbor(1).tag_ in {"NNP", "NNPS", "DT", "PRP$"}
    return word.tag_ == "JJ" and word.text.islower() and named


def _tells_when(word: Token, limit: int) -> bool:
    """ "… in July 2023", "… on Friday"."""
    if word.text not in {"in", "on"} or word.i + 1 >= limit:
        return False
    after = word.nbor(1).text
    dated = after.isdigit() and word.i + 2 < limit and word.nbor(2).text in lexicon().calendar
    ordinal = word.i + 2 < limit and word.nbor(2).text[:1].isdigit() and word.nbor(2).text[-2:] in ORDINALS
    return dated or ordinal or after in lexicon().calendar or (len(after) == 4 and after.isdigit())


def _singled_out(token: Token) -> bool:
    """Whether what follows tells which act is meant: "an ordinance that repeals …", not "the press act that …"."""
    if token.lower_ in {"law", "legislation"} or not any(t.lower_ in {"a", "an", "the"} for t in token.lefts):
        return False
    return not any(t.dep_ in {"compound", "amod", "nmod", "nummod"} and t.lower_ not in WEAK for t in token.lefts)


def _infinitive(token: Token, i: int, limit: int) -> bool:
    """A second purpose ("a decree to found a body to watch …") is told of something else."""
    return i + 1 < limit and token.doc[i + 1].tag_ == "VB" and token.doc[token.i + 1].lower_ == "to"


def _without_loose_end(token: Token, i: int, end: int) -> int:
    loose = {"ADP", "CCONJ", "DET", "PUNCT", "PART", "AUX"}
    while end > i + 1 and token.doc[end - 1].pos_ in loose and token.doc[end - 1].text not in QUOTES:
        end -= 1
    return end if end > i + 1 else token.i + 1
