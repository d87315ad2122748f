"""Whether what a date belongs to has happened or is to come: a light rule over the words around it."""

from __future__ import annotations

from kg.mentions.timex_grammar import before as preceded
from kg.mentions.timex_grammar import compiled
from kg.mentions.timex_model import Tense

_MARKS = compiled(
    r"\b(?P<future>(?:will|shall|won't|would|(?:is|are|was|were|has|have)\s+(?:due|set|scheduled|expected|planned|about|"
    r"going|supposed)\s+to|(?:is|are)\s+to|(?:is|are)\s+(?:due|planned|scheduled|expected)|plans?\s+to|intends?\s+to|"
    r"hopes?\s+to|faces|(?<!\bthe\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\bin\s)face(?!\s+of\b)|expects?\s+to|aims?\s+to|"
    r"(?:asked|agreed|promised|pledged|vowed|wants?|hoped|invited|ordered|told)\s+to|to\s+be|upcoming|forthcoming)\b"
    r"(?:\s+(?:[a-z]+)\b){0,3})|"
    r"\b(?P<past>was|were|had|did|didn't|said|told|held|took|came|went|began|found|became|gave|made|met|led|fled|left|"
    r"won|lost|got|put|set|beat|shot|died|killed|wrote|drew|fell|broke|brought|sent|spoke|struck|sought|heard|saw|"
    r"stood|ran|rose|grew|kept|paid|fought|thought|knew|drove|withdrew|chose|"
    r"(?!(?:need|exceed|proceed|succeed|speed|feed|seed|indeed|hundred|united|embed)\b)[a-z]{2,}ed)\b"
)
_PUT_OFF = compiled(
    r"\b(?:(?:adjourned|postponed|put\s+(?:it\s+)?off|deferred|delayed|extended|rescheduled|moved|suspended)\s+(?:to|until|"
    r"till|for)|(?:set|due|scheduled|planned|slated|fixed|listed|called)\s+(?:for|on|in)|(?:has|have)\s+(?:until|till))\s+"
    r"(?:the\s+)?$"
)
_REACH = 400
_LIMIT = compiled(r"(?:(?:until|till|by|before)\s+(?:the\s+)?)?")
_CLAUSE = compiled(r";|\b(?:but|while|whereas)\b")


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the verb that governs `text[start:end]`: the last before it in its clause, else the first after it.

    "" where no verb of the clause tells.
    """
    if preceded(_PUT_OFF, text, start) or preceded(_PUT_OFF, text, _LIMIT.match(text, start, end).end()):
        return "future"
    near = max(0, start - _REACH)
    left = max((m.end() for m in _CLAUSE.finditer(text, near, start)), default=near)
    cut = _CLAUSE.search(text, end, end + _REACH)
    right = cut.start() if cut else end + _REACH
    before = list(_MARKS.finditer(text, left, start))
    mark = before[-1] if before else _MARKS.search(text, end, right)
    if mark is None:
        return ""
    return "future" if mark["future"] else "past"
