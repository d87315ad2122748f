"""What restrains somebody without a verdict: how long custody was ordered for, house arrest, a travel ban (pure)."""

from __future__ import annotations

import re

from kg.facts.fields import NUMBER, UNITS, number
from kg.facts.match import Match
from kg.facts.model import Sanction
from kg.facts.punishments.read import is_full, lengths, sanctions
from kg.facts.punishments.shares import UNIT

HOME = re.compile(r"\b(?:house|home|domiciliary)[ -](?:arrest|detention|confinement)\b", re.I)
ORDERED = re.compile(
    r"\b(?:pre-?trial|judicial|preventive|provisional|investigative|remand) (?:detention|custody|prison|arrest)|"
    r"\bremand|\bpending (?:trial|(?:an? |the )?investigation|charges)",
    re.I,
)
BY_ORDER = frozenset({"order-of-detention", "ordered-held"})
LONGER = re.compile(r"\b(?:further|additional|another|more)\b", re.I)
SPENT = re.compile(r"\b(?:spent|spend|spends|spending)\b", re.I)
SILENCED = re.compile(r"\bsuspend|\boff (?:the )?(?:air|news-?stands|shelves)\b|\bshut|\bclos|\bsilenc", re.I)
LICENCE = re.compile(r"\blicen[cs]e|\bregistration|\bblock", re.I)
TRAVEL = frozenset({"travel-ban", "travel-ban-imposed"})
ABROAD = re.compile(r"\b(?:leav|travel)", re.I)
DAY = re.compile(r"[DMY]")


# What a court of appeal puts in the place of a punishment.
CHANGED = re.compile(r"\b(?:reduc|cut|halv|shorten|soften|increas|lengthen|mitigat|rais|slash|doubl|commut)\w*\b", re.I)
INSTEAD = re.compile(
    rf"\bto (?=an?\b|life\b|(?P<n>{NUMBER})\b)|\b(?:replac|substitut)\w+ (?:it|them) (?:with|by) ", re.I
)


def terms(match: Match, words: str) -> tuple[Sanction, ...]:
    """The restraints that the `words` from the trigger on name, for kinds that are no verdicts."""
    kind, rule = match.pattern.kind, match.pattern.rule.partition("/")[2]
    if kind == "Detention":
        if HOME.search(words):
            return (Sanction("restrictedFreedom", _length(words)),)
        ordered = (rule in BY_ORDER and LONGER.search(words) is None) or SPENT.match(words) or ORDERED.search(words)
        return (Sanction("detention", length),) if ordered and (length := _length(words)) else ()
    if kind == "Censorship" and SILENCED.search(words) and not LICENCE.search(words):
        return (Sanction("activityBan", length),) if (length := _length(words)) else ()
    if rule in TRAVEL or (rule == "barred-from-place" and ABROAD.search(words)):
        return (Sanction("restrictedFreedom", _length(words)),)
    return _instead(words) if kind == "Appeal" else ()


def _instead(words: str) -> tuple[Sanction, ...]:
    """ "cut the sentence from six years to four", "replaced it with a fine of 500 euros": what holds from then on."""
    if CHANGED.match(words) is None and "replac" not in words and "substitut" not in words:
        return ()
    for start in INSTEAD.finditer(words):
        text = words[start.start() :]
        if is_full(found := sanctions(text, "imprisonment")):
            return tuple(found)
        unit = UNIT.search(words)
        amount = number(start["n"]) if start["n"] else None
        if amount is not None and unit:
            return (Sanction("imprisonment", f"P{amount:g}{UNITS[unit[1].lower()]}"),)
    return ()


def _length(words: str) -> str:
    """The first length of days or more, "" if there is none: hours are no measure that an authority takes."""
    return next((d.iso for d in lengths(words) if DAY.search(d.iso.partition("T")[0])), "")
