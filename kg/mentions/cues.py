"""The class of a name that its neighbours tell: "outlet X", "X newspaper", "X, a rights group", "co-founder of X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.lexicon import lexicon
from kg.mentions.links import is_cap

if TYPE_CHECKING:
    from kg.mentions.tokens import Span, Token

NAMING = frozenset({"called", "named", ",", ";", "“", "‘", '"'})
SKIPPED = frozenset({",", ";", "“", "‘", '"', "called", "named", "the", "-"})
# Cues that stand before a name, but after one begin something else: "Nairobi police station".
ONLY_BEFORE = frozenset({"group", "station", "agency", "platform", "publication", "scheme"})
PERIODICALS = frozenset({"daily", "weekly", "monthly", "fortnightly", "tabloid", "radio"})
CLOSING = frozenset({"”", "’", '"'})
ARTICLES = frozenset({"a", "an", "the"})
DEPUTIES = frozenset({
    "congressman", "congresswoman", "assemblyman", "assemblywoman", "mpa", "mna", "mla", "mca", "mep",
    "parliamentarian",
    "deputy", "deputies", "mp", "mps", "lawmaker", "lawmakers", "senator", "senators", "legislator", "legislators",
    "candidate", "candidates", "councillor", "councillors", "voters",
})  # fmt: skip
REPORTERS = frozenset({
    "editor", "journalist", "journalists", "reporter", "reporters", "correspondent", "columnist", "presenter", "anchor",
    "photographer", "publisher", "editors", "cameraman",
})  # fmt: skip
# What those do who work for an outlet: "she wrote for X".
WRITING = frozenset(
    {"wrote", "writes", "writing", "written", "drew", "draws", "reported", "columns", "articles", "freelanced"}
)
# Words that make a programme one of radio or television, and no plan of a state.
ON_AIR = re.compile(
    r"\b(?:hosts?|hosted|presenters?|presented|presents|episodes?|broadcasts?|broadcasting|aired|airs|listeners|viewers|"
    r"radio|television|TV|YouTube|anchors?|off the air)\b"
)
ROLES = frozenset({
    "founder", "founders", "member", "members", "activist", "activists", "coordinator", "chairwoman", "chairman",
    "chair", "director", "head", "leader", "spokesperson", "spokeswoman", "spokesman", "representative",
    "volunteers", "volunteer",
})  # fmt: skip


def by_cue(span: Span, start: int, end: int, *, apart: bool) -> str:
    """The class that a common noun before, after or in apposition to tokens `start:end` gives, or "".

    `apart` lets the noun before stand behind a comma ("the union, X"), which may also list a person.
    """
    before = (_before(span, start) if apart else cue_directly_before(span, start)) or led_by_rule(span, start)
    return before or _after(span, end) or by_apposition(span, end)


def cue_directly_before(span: Span, start: int) -> str:
    """The class of the common noun that stands right before token `start`: "aid group Forest Lantern"."""
    cues, i = lexicon().cues, start - 1
    if i < 0 or not span[i].text.islower():
        return ""
    two = f"{span[i - 1].text} {span[i].text}" if i else ""
    cls = cues.get(two) or cues.get(span[i].text, "")
    return "MediaOutlet" if cls == "Policy" and ON_AIR.search(span.text) else cls


def led_by_rule(span: Span, start: int) -> str:
    """ "the ruling X", "the opposition X": a party."""
    plural = span[start].tag_ == "NNPS" or (span[start].text.endswith("s") and span[start].dep_ != "compound")
    ruled = start > 0 and span[start - 1].text in {"ruling", "governing", "opposition", "far-right", "far-left"}
    return "PoliticalParty" if ruled and not plural else ""


def _before(span: Span, start: int) -> str:
    i = start - 1
    while i >= 0 and span[i].text in SKIPPED:
        if span[i].text == '"' and span[i].whitespace_:
            return ""  # "… is a charity," Ann Lee said
        i -= 1
    if i < 0 or (i < start - 1 and span[i + 1].text not in NAMING):
        return ""
    return cue_directly_before(span, i + 1)


def _after(span: Span, end: int) -> str:
    """A common noun after the name, also behind a translation in brackets: "Hizb (Union) party"."""
    i = _past_brackets(span, end)
    i += i < len(span) and span[i].text in CLOSING
    after = span[i].text if i < len(span) else ""
    named_next = i + 1 < len(span) and (is_cap(span[i + 1]) or span[i + 1].pos_ == "NOUN")
    if after in lexicon().cues and after not in ONLY_BEFORE and not named_next:
        return lexicon().cues[after]
    return ""


def _past_brackets(span: Span, end: int) -> int:
    if end >= len(span) or span[end].text != "(":
        return end
    close = next((k for k in range(end + 1, min(end + 7, len(span))) if span[k].text == ")"), 0)
    return close + 1 if close and all(is_cap(t) for t in span[end + 1 : close]) else end


def by_apposition(span: Span, end: int) -> str:
    """The class of the noun that heads an apposition: "X, a Lagos-based rights group", "X (a newspaper)"."""
    i = end + (end < len(span) and span[end].text in CLOSING)
    if i + 2 >= len(span) or span[i].text not in {",", "("}:
        return ""
    article = span[i + 1].text.lower() in ARTICLES or (span[i + 1].text.endswith("est") or span[i + 2].tag_ == "POS")
    if not article:
        return ""
    for token in span[i + 2 : i + 9]:
        if _heads(span, token):
            pair = f"{token.nbor(-1).text} {token.text}"
            return lexicon().cues.get(pair) or lexicon().cues.get(token.text.lower(), "")
        if token.pos_ in {"VERB", "PUNCT", "ADP", "PRON", "AUX"} and token.text != "-" and not _hyphened(token):
            return ""
    return ""


def _heads(span: Span, token: Token) -> bool:
    """Whether a cue noun is the head of its phrase and not "a party member" or "the group’s lawyer"."""
    pair = f"{token.nbor(-1).text} {token.text}"
    after = token.nbor(1) if token.i + 1 < span.end else None
    ends = after is None or after.pos_ in {"PUNCT", "ADP"}
    nominal = token.pos_ == "NOUN" or (token.text in PERIODICALS and ends)
    if (token.text not in lexicon().cues and pair not in lexicon().cues) or not nominal:
        return token.text in {"NGO", "CSO"} and ends
    if after is not None and is_cap(after) and after.tag_ in {"NNP", "NNPS"}:
        return False  # "the governor of X, the online newspaper Y said"
    return after is None or (after.tag_ not in {"POS", "NN", "NNS"} and after.text != "-")


def _hyphened(token: Token) -> bool:
    return bool(token.i and token.nbor(-1).text in {"-", "–"})


def member_of(span: Span, start: int, end: int) -> bool:
    """ "co-founder of X", "activist from X", "X’s co-founder": members and founders belong to groups."""
    before = [t.text.lower() for t in span[max(0, start - 4) : start]]
    if before[-2:] == ["belonging", "to"] or before[-1:] in (["founded"], ["co-founded"], ["cofounded"]):
        return True
    if len(before) >= 2 and before[-1] in {"of", "from", "at", "the", "with"} and any(w in ROLES for w in before):
        return True
    after = [t.text.lower() for t in span[end : end + 4]]
    return bool(after) and span[end].tag_ == "POS" and any(w in ROLES for w in after)


def partisan(span: Span, start: int, end: int) -> bool:
    """ "deputies of X", "X lawmaker Ann Lee", "the X bloc": those whom deputies belong to are parties."""
    before = [t.text.lower() for t in span[max(0, start - 4) : start]]
    while before and before[-1] in {"the", "ruling", "opposition", "nationalist", "“", '"', "governing", "own"}:
        before.pop()
    after = [t.text.lower() for t in span[end : end + 2]]
    if _politician_of(span, start):
        return True
    led = len(before) >= 2 and before[-1] in {"of", "for", "from"} and before[-2] in DEPUTIES
    return led or bool(after and after[0] in DEPUTIES | {"bloc", "party", "faction", "caucus"})


def _politician_of(span: Span, start: int) -> bool:
    """ "Councillor Ana Sol, from the centrist X", "Minister Ana Sol, of the X": a politician is of a party."""
    i = start - 1
    while i > 0 and (span[i].text in ARTICLES or (span[i].pos_ == "ADJ" and span[i].text.islower())):
        i -= 1
    if i < 3 or span[i].text not in {"of", "from", "with"}:
        return False
    i -= 1 + (span[i - 1].text == ",")
    last = i
    while i >= 0 and is_cap(span[i]) and span[i].lower_ not in DEPUTIES | {"minister"}:
        i -= 1
    return i >= 0 and last - i >= 2 and span[i].lower_ in DEPUTIES | {"minister"}


def of_company(span: Span, start: int) -> bool:
    """ "a subsidiary of X", "shares in X"."""
    before = [t.text.lower() for t in span[max(0, start - 4) : start]]
    while before and before[-1] in {"the", "mining", "giant"}:
        before.pop()
    return len(before) >= 2 and before[-1] in {"of", "in"} and before[-2] in {
        "subsidiary", "subsidiaries", "shareholder", "shareholders", "stake", "shares", "unit", "owner", "owners",
    }  # fmt: skip


def of_media(span: Span, start: int, end: int) -> bool:
    """ "editor-in-chief of X", "a reporter for X", "X journalist Ann Lee": reporters belong to outlets."""
    before = [t.text.lower() for t in span[max(0, start - 3) : start]]
    if before[-1:] == ["the"]:
        before.pop()
    if end + 1 < len(span) and span[end].text in lexicon().cues and is_cap(span[end + 1]):
        return False  # "editor of the Sinhala weekly X"
    written = len(before) >= 2 and before[-1] == "for" and before[-2] in WRITING
    if written or (
        len(before) >= 2 and before[-1] in {"of", "for", "at", "with"} and before[-2] in REPORTERS | {"chief"}
    ):
        return True
    after = span[end].text.lower() if end < len(span) else ""
    return after in REPORTERS and end + 1 < len(span) and is_cap(span[end + 1])


COUNTS = re.compile(
    r"^,? ?(?:has |had |have )?(?:recorded|documented|counted|tallied|logged|verified|registered|represents|"
    r"monitors|tracks) "
    r"(?:at least |more than |over |nearly |some |about )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|"
    r"dozens|hundreds|"
    r"thousands|the famil|cases|violations)"
)


def keeps_count(span: Span, end: int) -> bool:
    """ "X recorded nine killings", "X represents the families": what watch groups do."""
    return bool(COUNTS.match(span[end : end + 8].text))


def informed(span: Span, start: int, end: int) -> bool:
    """ "she told the X",
    "in an interview with X": whom sources speak to; a lone word needs the article or the model."""
    before = [t.text.lower() for t in span[max(0, start - 4) : start]]
    the = before[-1:] == ["the"]
    if the:
        before.pop()
    asked = before[-1:] == ["told"] or before[-2:] == ["interview", "with"] or before[-2:] == ["interviewed", "by"]
    sure = the or end - start > 1 or span[start].ent_type_ == "ORG"
    return asked and sure and span[start].ent_type_ != "PERSON"


def acts(span: Span, start: int, end: int) -> bool:
    """Whether the name is the subject of what organisations do: "Open Door has applied …"."""
    root = span[start:end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in lexicon().organised_verbs
