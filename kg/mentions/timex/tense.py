"""Whether what a date belongs to has happened or is to come: a light rule over the words around it."""

from __future__ import annotations

from kg.mentions.timex.grammar import before as preceded
from kg.mentions.timex.grammar import compiled
from kg.mentions.timex.model import Tense

_MARKS = compiled(
    r"\b(?P<future>(?:will|shall|won't|would|(?:is|are|was|were|has|have)\s+(?:due|set|scheduled|expected|planned|about|"
    r"going|supposed)\s+to|(?:is|are)\s+to|(?:was|were)\s+to\s+be|(?:is|are)\s+(?:due|planned|scheduled|expected)|plans?\s+to|intends?\s+to|"
    r"hopes?\s+to|faces|(?:could|may|might|can|to|they|who|which|and)\s+face|expects?\s+to|aims?\s+to|to\s+be|upcoming|"
    r"(?:enters?|comes?|goes)\s+into\s+(?:force|effect)|takes?\s+effect|goes?\s+to\s+the\s+polls|"
    r"forthcoming)\b(?:\s+(?:[a-z]+)\b){0,3})|"
    r"\b(?P<past>was|were|had|did|didn't|said|told|held|took|came|went|began|found|became|gave|made|met|led|fled|left|"
    r"won|lost|got|put|set|beat|shot|died|killed|wrote|drew|fell|broke|brought|sent|spoke|struck|sought|heard|saw|"
    r"stood|ran|rose|grew|kept|paid|fought|thought|knew|drove|withdrew|chose|"
    r"(?!(?:need|exceed|proceed|succeed|speed|feed|seed|indeed|hundred|united|embed)\b)[a-z]{2,}ed)\b"
)
# What is put off, fixed or asked for lies after the time that the text tells of, not always after the article.
_LATER = compiled(
    r"\b(?:(?:stays?|remains?|runs?|lasts?)\s+(?:\w+\s+)?(?:until|till)|(?:adjourned|postponed|put\s+(?:it\s+)?off|deferred|delayed|extended|rescheduled|moved|remanded)\s+"
    r"(?:from\s+[\w ]{3,20}\s+)?(?:to|until|"
    r"till|for)|(?:is|are|was|were|been|be|now)\s+(?:set|due|scheduled|planned|slated|fixed|listed|called)\s+(?:for|on|in)|(?:has|have|had)\s+(?:until|till)|"
    r"(?:asked|agreed|promised|pledged|vowed|wants?|hoped|ordered|invited)\s+to(?:\s+[a-z]+){1,3}\s+(?:in|on|by))\s+"
    r"(?:the\s+)?$"
)
# "has called a strike for Monday", "announced a rally for 3 May"; not "a rally planned for Monday was banned".
_AHEAD = compiled(
    r"\b(?:call(?:s|ed|ing)?|announc(?:e|es|ed|ing)|plan(?:s|ned|ning)?|set|fix(?:es|ed)|schedul(?:es|ed|ing)|"
    r"summon(?:s|ed)?|invit(?:es|ed|ing)|organis(?:es|ed|ing)|organiz(?:es|ed|ing)|ha(?:s|ve)\s+called)\s+"
    r"(?:(?!for\b)[\w'-]+\s+){1,8}for\s+(?:the\s+)?$"
)
# "has notified the mayor of a vigil on 28 June": what is to be held, unless the day has only just passed.
_NOTICE = compiled(
    r"\b(?:notif(?:y|ies|ied)|inform(?:s|ed)?|applied|applies|announc(?:es?|ed)|register(?:s|ed)?|prepar(?:es?|ing))\s+"
    r"(?:(?!on\b)[\w'-]+\s+){0,6}?(?:march|rally|vigil|picket|protest|demonstration|procession|meeting|strike|concert|parade)"
    r"\s+(?:(?!on\b)[\w'-]+\s+){0,7}?on\s+(?:the\s+)?$"
)
_FOR = compiled(r"\b(?:called|planned|scheduled|set|announced|due|slated|billed)\s+for\s+$")
_NOW = compiled(r"\b(?:is|are|remains?)\s+(?:now\s+)?(?:\w+\s+){1,3}(?:the\s+)?$")
_LIMIT = compiled(r"(?:(?:until|till|by|before)\s+(?:the\s+)?)?")
_WAS_DUE = compiled(r"(?:was|were)\s+(?:due|set|scheduled|expected|planned|supposed|to)\b")
_REACH = 400
NOTICE = 110  # characters
_AT_LEAST = compiled(r"\b(?:until|till)\s+at\s+least\s+|\bat\s+least\s+(?:until|till)\s+")
_CLAUSE = compiled(r";|\b(?:but|while|whereas)\b")


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the verb that governs `text[start:end]`: the last before it in its clause, else the first after it.

    "later" is what was or is put off, fixed or asked for; "" where no verb of the clause tells.
    """
    limit = _LIMIT.match(text, start, end)
    if preceded(_LATER, text, start) or (limit and preceded(_LATER, text, limit.end())):
        return "future" if preceded(_NOW, text, start) else "later"
    if (
        (preceded(_FOR, text, start) and text.startswith("this ", start))
        or preceded(_AHEAD, text, start)
        or _NOTICE.search(text, max(0, start - NOTICE), start)
        or _AT_LEAST.match(text, start, end)
    ):
        return "later"
    near = max(0, start - _REACH)
    left = max((m.end() for m in _CLAUSE.finditer(text, near, start)), default=near)
    cut = _CLAUSE.search(text, end, end + _REACH)
    right = cut.start() if cut else end + _REACH
    before = list(_MARKS.finditer(text, left, start))
    mark = before[-1] if before else _MARKS.search(text, end, right)
    if mark is None:
        return ""
    if mark["future"] and _WAS_DUE.match(mark[0]):
        return "later"
    return "future" if mark["future"] else "past"
