"""What only armed groups have or are: fighters, commanders, and the words for those who have taken up arms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

AROUND = 14
FIGHTERS = (
    r"(?:[Ff]ighters|[Rr]ebels|[Mm]ilitants|[Gg]unmen|[Ii]nsurgents|[Gg]uerrillas|militiamen|jihadists|separatists|combatants|extremists|"
    r"warlords?|paramilitaries|rebellion|insurgency)"
)
KIND = r"(?:rebel|separatist|jihadist|insurgent|armed|paramilitary|guerrilla|secessionist|militant|extremist|terrorist)"
GROUP = r"(?:group|faction|militia|movement|organi[sz]ation|alliance|coalition|army|front|network|outfit)"
NAMES = r"(?:(?:the )?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|for|the)){0,5},? (?:and |or )?(?:the )?)?"
BEFORE = re.compile(
    rf"(?:\b{FIGHTERS} (?:of|from|with|belonging to|loyal to|allied with) (?:the )?{NAMES}"
    rf"|\b{KIND} {GROUP}s?,?(?: called| named| known as)? (?:the )?{NAMES}"
    rf"|\b(?:separatist|rebel|jihadist|insurgent|secessionist|paramilitary) )[“\"‘]?$"
)
BEHIND = re.compile(
    rf"^(?:[’']s? )?(?:{FIGHTERS}|rebel|commanders?)\b"
    rf"|^[”\"’]?(?: \([\w. -]{{2,12}}\))? ?[,(—–-] ?(?:which is )?(?:an?|the|one of the|another) "
    rf"(?:[\w-]+ ){{0,3}}?{KIND} (?:[a-z-]+ )?{GROUP}"
    r"|^[”\"’]?(?: \([\w. -]{2,12}\))? ?,? (?:which |that |who )?(?:has |have |had )?"
    r"(?:taken up arms|took up arms|laid down (?:its|their) arms|waged)\b"
)


def armed(span: Span, start: int, end: int) -> bool:
    """Whether the words around tokens `start:end` are those of an armed group."""
    before = f"{span[max(0, start - AROUND) : start].text} " if start else ""
    return bool(BEHIND.match(span[end : end + AROUND].text) or BEFORE.search(before))
