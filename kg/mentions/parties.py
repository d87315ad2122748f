"""What only parties do or have: seats, votes, candidates, benches of the ruling side and of the opposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.tokens import Span

AROUND = 14
NUMBER = (
    r"(?:\d[\d,.]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|its|their|all|every|most|the|no|only|just)"
)
SEATS = (
    r"(?:(?:parliamentary |assembly |council |more |fewer |of the |of |out of |\d+ )*(?:seats?|mandates?|"
    r"lawmakers|MPs|deputies|"
    r"senators|councillors|ministers|mayors)|(?:\w+ )?(?:votes?|vote share|percent of|per cent of)|\d*%)"
)
POLL = (
    r"(?:(?:the|a|every|all|both|this|last|next|\w+[’']s) )?(?:\w+ ){0,2}(?:elections?|races?|polls?|"
    r"by-elections?|ballot|"
    r"runoff|run-off|"
    r"referendum|vote count|primaries)"
)
AUX = r"(?:has |had |have |will |would |also |then |narrowly |still |did not |that |which |, which |, )*"
# Right behind the name.
BEHIND = re.compile(
    r"^(?:[”\"’])?(?: \([\w. -]{2,12}\))?(?: party| bloc| coalition| alliance)?(?:, [^,]{3,60},)?,? " + AUX + r"(?:"
    r"(?:the |a |an |its )?(?:junior|senior|smaller|larger|minor|main) (?:coalition )?partner (?:of|in|to)\b|"
    rf"(?:w[oi]ns?|won|took|takes|secured|holds?|held|lost|loses|gained|gathered|controls|got|has|had|"
    rf"retained) {NUMBER} ?{SEATS}"
    rf"|(?:won|wins?|lost|contested|contests|contest|boycotted|boycotts?|swept|stole|rigged) {POLL}\b"
    r"|(?:entered|leads|left|quit) (?:the )?(?:\w+ ){0,2}(?:parliament|government|coalition|ruling coalition)\b"
    r"|(?:nominated|fielded|endorsed|put forward|expelled) (?:[\w’'-]+ ){0,4}(?:candidates?|for (?:president|"
    r"mayor|governor|prime minister)"
    r"|members?|deputies|MPs|lawmakers|as its)"
    r"|(?:governs|governed|rules|ruled|governing|sits|sat) (?:in|with|alone|since|until|as)\b"
    r"|formed a (?:\w+ )?(?:coalition|government)|came to power|(?:is|was) (?:in|the) (?:power|opposition|ruling party)"
    r"|(?:voted|votes) (?:for|against|with)\b"
    r"|(?:presidential |parliamentary |mayoral )?(?:candidates?|lawmakers?|legislators?|deput(?:y|ies)|MPs?|senators?|"
    r"councillors?|manifesto|voters|primaries|ticket|faction|caucus|leadership contest|politicians?|stronghold|"
    r"minister)\b"
    r"|[’']s? (?:presidential |parliamentary |mayoral )?(?:candidates?|lawmakers?|legislators?|deput(?:y|ies)|"
    r"MPs?|senators?|"
    r"councillors?|manifesto|voters|primaries|parliamentary group|faction|caucus|politburo|youth wing|"
    r"electoral list|vote share)\b"
    r")"
)
VOTED = re.compile(r"(?:voted|votes|left|quit|leads|has|had|held|holds|was|is)\b")
# Right before the name.
BEFORE = re.compile(
    r"(?:\b(?:ruling|governing|opposition|(?:far|hard)-(?:right|left)|centre-(?:left|right)|center-(?:left|right)|left-wing|"
    r"right-wing|leftist|rightist|centrist|regionalist|separatist|agrarian|secular|pro-independence|nationalist|ultranationalist|Islamist|populist|conservative|pro-(?:Russian|Western|government|"
    r"European|Kremlin|democracy)|anti-immigration|coalition partner|junior partner|coalition partners|banned|"
    r"social democratic|liberal|socialist|communist|Marxist|Maoist)(?: party| coalition| bloc| alliance)?,?(?: the)?"
    r"|\b(?:candidates?|lawmakers?|legislators?|deput(?:y|ies)|MPs?|senators?|councillors?) (?:of|for|from|"
    r"with) (?:the )?"
    r"(?:(?:ruling|opposition|governing) )?"
    r"|\b(?:vote|votes|voted|running|ran|stood|standing|elected|campaigned|campaigning) (?:for|"
    r"on) (?:the )?(?:ticket of |list of )?(?:the )?"
    r"|\b(?:parties|party) (?:such as|like|including)(?: the)?"
    r"|\bmembers? of parliament (?:for|of|from) (?:the )?"
    r"|\b(?:(?:National )?Assembly|parliament|Senate|House|Congress|council) members? (?:for|of|from|with) (?:the )?"
    r"|\b(?:opposition|ruling|governing|banned|dissolved) (?:coalitions|parties|alliances|blocs|movements),? (?:the )?"
    r"(?:[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|for|the)){0,5},? (?:and |or )?(?:the )?)?"
    r"|\b(?:President|Prime Minister|Premier|Vice President|Chancellor) (?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’']s "
    r"|\b(?:mayor|governor|minister|councillor|deputy|speaker|candidate|premier), "
    r"(?:[A-Z][\w’'-]+ ?){1,3}, of (?:the )?"
    r"|\b(?:[Mm]ayor|[Gg]overnor|[Mm]inister|[Cc]ouncillor|[Ss]peaker|[Cc]andidate|[Pp]remier) "
    r"(?:[A-Z][\w’'-]+ ?){1,3}, of (?:the )?"
    r"|\b(?:coalition|alliance) (?:with|between|of) (?:the )?) ?[“\"‘]?$"
)
# People vote for persons and bills too: those words alone need a name that cannot be one.
WEAK = re.compile(r"(?:voted|votes|vote|running|ran|stood|elected) (?:for|on)(?: the)? ?[“\"‘]?$")


def electoral(span: Span, start: int, end: int, *, strict: bool) -> bool:
    """Whether the words around tokens `start:end` are those of a party; `strict` leaves the weaker of them out."""
    after = span[end : end + AROUND].text
    glued = end < len(span) and not span[end - 1].whitespace_
    lone = end - start == 1 and not span[start].text.isupper()
    if lone and (span[start].tag_ in {"NNS", "NNPS", "JJ"} or span[start].ent_type_ == "PERSON"):
        return False
    if BEHIND.match(after if glued else f" {after}") and not (lone and VOTED.match(after)):
        return True
    before = f"{span[max(0, start - AROUND) : start].text} "
    return bool(BEFORE.search(before)) and not lone and not (strict and WEAK.search(before))
