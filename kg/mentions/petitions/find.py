"""Petitions, by their quoted titles or by what they ask: “Hands off the Bay”, "a petition against the dam"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mentions.extent import left_end, right_end
from kg.mentions.model import Mention, Sentence
from kg.mentions.norms.described import described
from kg.mentions.petitions import unquoted as petition_unquoted
from kg.mentions.petitions.aims import aim_of
from kg.mentions.petitions.kinds import APPEALS, DRIVES, SIGNED, is_of_a_kind, owner, signed_by_other_names
from kg.mentions.shapes import SERIAL_NUMBER, UPPER
from kg.mentions.spans import part

if TYPE_CHECKING:
    from kg.mentions.tokens import Token

NOUNS = frozenset({"petition", "petitions", "e-petition", "-petition", "counterpetition"})
LINKS = frozenset(
    {
        "by", "against", "for", "on", "about", "to", "demanding", "calling", "urging", "seeking", "asking", "opposing",
        "requesting", "protesting", "condemning", "supporting", "concerning", "regarding", "over", "of",
    }
)  # fmt: skip
PURPOSES = frozenset({"support", "favour", "favor", "defence", "defense", "protest", "solidarity", "opposition"})
ON_THE_WEB = re.compile(r"\b(?:online|portal|website|platform|signatures?|signatories|sign(?:ed|ing)?)\b")
QUOTED = r"[“\"‘](?P<title>[^”\"’]*(?:[’'](?:s|t)\b[^”\"’]*)*)[”\"’]"
# "a petition launched by nurses": who made it tells which one it is.
MADE = frozenset({"launched", "started", "created", "initiated", "organised", "organized", "filed", "begun", "signed"})
# Descriptions that tell who made or signed a petition, and nothing of what it asks.
AIMLESS = re.compile(
    r"(?:(?:online|public|electronic|collective|new|e)[ -])?petition"
    r"(?: (?:launched|started|created|initiated|organi[sz]ed|filed|begun|signed|with|by|bearing|from)\b.*)?"
)
# "a petition with 9,000 signatures to the mayor"
NUMBERED = frozenset({"with"})
CALLED = r",? (?:titled|entitled|called|named|dubbed|headlined|headed|under the title|with the title)"
NAMED = rf"(?:{CALLED})?"
NOUN = r"(?:petitions?|(?:citizens[’']?|citizen[’']s|popular|people[’']s) initiatives?|signature (?:campaign|drive)s?)"
SERIAL = re.compile(
    rf"\b(?P<name>(?:(?:[Ee]-)?[Pp]etition|[Cc]ollective [Aa]ddress) (?:{SERIAL_NUMBER}"
    r"|[A-Z]*\d{3,}(?:[/-]\d+)?(?![,.]?\d| [a-z]+ (?:signed|have|had)| (?:people|names|signatures|residents))))"
)
TITLED = re.compile(rf"{NOUN}{NAMED},? ?{QUOTED}", re.IGNORECASE)
# Whatever else is handed in with signatures.
PAPER = re.compile(
    r"\b(?P<name>(?:(?:online|public|collective|open|joint|electronic) )?"
    r"(?:memorandum|appeal|letter|demand|complaint|request) (?:with|bearing|carrying) (?:[a-z]+ ){0,3}"
    r"\d[\d,.]*(?: [a-z]+)? (?:signatures|names))\b"
)
# A title without quotation marks, where the text says that it is one.
PLAIN = re.compile(
    rf"\b[Pp]etitions?{CALLED} (?P<title>[{UPPER}]\w*"
    rf"(?: (?:[{UPPER}][\w’'-]*|\d+|the|of|our|and|for|to|is|not|from|in|a)){{2,9}})"
)
# The title in apposition to the whole description: "a petition against the fees, “Open the Gates”, had …"
APPOSED = re.compile(rf"petitions?\b(?: [a-z’'-]+){{1,8}}, {QUOTED}")
# The title as the subject of what petitions go through; the word itself stands in a sentence near by.
LAUNCHED = re.compile(
    rf"{QUOTED},? (?:(?:was|has been|had been|has|had) (?:launched|opened|started|created|submitted|lodged|"
    r"filed|handed|signed|collected|gathered|received|attracted|registered)"
    r"|(?:launched|started|opened|created|registered) (?:by|on|in|last|at|this))\b"
)
CAPITAL = re.compile(rf"[{UPPER}]")
NEAR = 600
SHORTEST = 3
# What stands before a petition that asks a court, not the public.
LAWSUITS = frozenset(
    {
        "corpus", "writ", "bail", "constitutional", "election", "electoral", "divorce", "clemency", "winding-up",
        "review", "revision", "cassation", "contempt", "curative", "bankruptcy", "asylum", "appellate", "leave",
        "mandamus", "certiorari", "quashing", "custody", "parole", "interlocutory", "litigation",
    }
)  # fmt: skip
JUDGES = r"(?:[Cc]ourts?|[Tt]ribunals?|[Jj]udges?|[Jj]udiciary|[Mm]agistrates?|[Bb]ench)\b"
IN_COURT = re.compile(rf"\b{JUDGES}")
# "filed a petition with the Supreme Court", "a petition before Judge X": whoever hears it is a court.
BEFORE_COURT = re.compile(
    rf"[^,;.]*?\b(?:in|with|to|at|before|by) (?:the |an? |his |her )?(?:[\w’'-]+ ){{0,4}}?{JUDGES}"
)
OF_COURT = re.compile(
    rf"{JUDGES}[^,;.]*? (?:dismiss|admit|hear|reject|allow|grant|refus|consider|declin|adjourn|throw|threw|uph[eo]ld|"
    r"accept|entertain|strik|struck|decid|receiv|agree)\w*[^,;.]*$"
)
# A petition of which no more is told than that there is one to be signed.
NEW = frozenset({"a", "an", "their", "his", "her", "its", "whose", "another"})
OTHER = frozenset({"second", "third", "fourth", "rival", "separate", "similar", "earlier", "previous"})
LIVES = re.compile(
    r"\b(?:signatures?|signatories|signed|sign|names|launch\w*|start\w*|initiat\w*|creat\w*|online|electronic|portal|website|"
    r"gather\w*|collect\w*|hand\w*|deliver\w*|demand\w*|ask\w*|call\w*|urg\w*|request\w*|sent|send|submitted|presented|"
    r"tabled|posted|registered|addressed|published|circulat\w*)\b"
)
TELLING = re.compile(
    r"\bpetitions?(?: (?:against|for|demanding|calling|urging|seeking|asking|opposing|with \d|by|"
    r"to (?!the |its |their |his |her |an? |parliament|congress|deputies)[a-z]+ |"
    rf"that (?:asks?|calls?|demands?|urges?|seeks?|would)\b)|{NAMED},? ?[“\"‘]|{CALLED} )"
)
NUMBERED_NAMES = re.compile(
    r"(?P<name>(?:[a-z-]+ )?petition (?:with|bearing) (?:[a-z]+ ){0,3}\d[\d,.]*(?: [a-z]+)? "
    r"(?:signatures|names|thumbprints)) (?:to (?:the|an?|its|his|her|their|[A-Z]\w+)|"
    r"demanding|asking|calling|urging|seeking|opposing|requesting|against|for|that)\b.*"
    r"|(?P<aim>.* (?:to|for|against) .*) with (?:[a-z]+ ){0,2}\d[\d,.]* [a-z]+"
)
SITE = re.compile(r"\b\w+\.[a-z]{2,}\b|\b(?:platform|portal|website|site|page)\b|^(?:Avaaz|Facebook|Telegram)")
# "the second petition to reach the mark": no aim, but what became of it.
FATES = frozenset(
    {"reach", "pass", "clear", "get", "gather", "collect", "win", "cross", "receive", "date", "be", "have"}
)


def find(sentence: Sentence) -> Iterator[Mention]:
    """Titled and described petitions of a sentence."""
    yield from _titled(sentence)
    yield from petition_unquoted.find(sentence)
    for m in PLAIN.finditer(sentence.text):
        yield part(sentence, m.start("title"), m["title"], "Petition", "petition-title")
    for m in SERIAL.finditer(sentence.text):
        yield part(sentence, m.start("name"), m["name"], "Petition", "petition-title")
    for m in PAPER.finditer(sentence.text):
        yield part(sentence, m.start("name"), m["name"], "Petition", "petition")
    for token in sentence.span:
        if (token.lower_ in NOUNS or signed_by_other_names(token, sentence)) and not _to_a_court(token, sentence):
            yield from _described(sentence, token)


def _described(sentence: Sentence, token: Token) -> Iterator[Mention]:
    links = LINKS if _generic(token) else LINKS | NUMBERED | _maker(token) | _purpose(token)
    end = _cut(token, right_end(token, links, sentence.span.end))
    start = left_end(token, sentence.span.start)
    start = min(start, token.i - 1) if token.lower_ in APPEALS | DRIVES and is_of_a_kind(token) else start
    start = min(start, owner(token).i) if token.lower_ == "initiative" else start
    if end > token.i + 1 or (token.lower_ in NOUNS and _bare(token, start, sentence)):
        found = _up_to_the_names(described(sentence, start, end, "Petition", "petition"))
        yield _with_aim(found, token, sentence)


def _with_aim(found: Mention, token: Token, sentence: Sentence) -> Mention:
    """A petition whose own words tell no aim, called by what it asks elsewhere: "petition to open a ward"."""
    if not AIMLESS.fullmatch(found.text):
        return found
    aim = aim_of(token, sentence)
    return replace(found, facts={**found.facts, "called": f"petition to {aim}"}) if aim else found


def _up_to_the_names(found: Mention) -> Mention:
    """ "a petition with 9,000 signatures demanding …", "a petition for parks with 9,000 names": one is enough."""
    match = NUMBERED_NAMES.fullmatch(found.text)
    name = (match["name"] or match["aim"]) if match else found.text
    return found if name == found.text else replace(found, end=found.start + len(name), text=name, name=name)


def _cut(token: Token, end: int) -> int:
    """The end before the verb of which the petition is the subject ("a petition for parks won 900 names"), and no end
    beyond the noun for "the second petition to reach the mark" and for "a petition on the site Sign.org".
    """
    doc = token.doc
    if end > token.i + 2 and doc[token.i + 1].lower_ in ("on", "via") and SITE.search(doc[token.i + 2 : end].text):
        return token.i + 1
    if end > token.i + 2 and doc[token.i + 1].lower_ == "to" and _is_fate(doc[token.i + 2]):
        return token.i + 1
    stops = (i for i in range(token.i + 1, end) if doc[i].i == token.head.i and token.dep_.startswith("nsubj"))
    return min((i for i in stops if doc[i].tag_ in ("VBD", "VBZ", "VBP")), default=end)


def _is_fate(word: Token) -> bool:
    """ "the second petition to reach the mark", but not "a petition to have the mine closed"."""
    had = word.lower_ != "have" or (word.i + 1 < len(word.doc) and word.nbor(1).tag_ == "VBN")
    return word.lower_ in FATES and had


def _bare(token: Token, start: int, sentence: Sentence) -> bool:
    """ "Parents launched a petition", where the article tells no more of it; "a second petition"."""
    left = {t.lower_ for t in token.doc[max(sentence.span.start, start - 2) : token.i]}
    if token.lower_ == "petitions" or _generic(token):
        return False
    if left & OTHER:
        titled = TITLED.match(sentence.text, token.idx + sentence.offset - sentence.start)
        return bool(left & NEW) and titled is None and not _in_court(sentence)
    if not LIVES.search(sentence.text):
        return False
    return bool(left & NEW or _is_first(token, sentence)) and not _told_elsewhere(sentence)


def _is_first(token: Token, sentence: Sentence) -> bool:
    """Whether "the petition" is the first that the article tells of one."""
    at = token.idx + sentence.offset
    return "petition" not in sentence.document.text[sentence.article.start : at].lower()


def _told_elsewhere(sentence: Sentence) -> bool:
    """Whether the article describes its petition elsewhere, or speaks of judges near by."""
    article = sentence.article
    return _in_court(sentence) or bool(TELLING.search(sentence.document.text, article.start, article.end))


def _in_court(sentence: Sentence) -> bool:
    article = sentence.article
    near = max(article.start, sentence.start - NEAR // 2), min(article.end, sentence.end + NEAR // 2)
    return not ON_THE_WEB.search(sentence.text) and bool(IN_COURT.search(sentence.document.text, *near))


def _purpose(token: Token) -> frozenset[str]:
    """ "a petition in support of their teacher"."""
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    return frozenset({"in"}) if after[:1] == ["in"] and after[-1] in PURPOSES else frozenset()


def _titled(sentence: Sentence) -> Iterator[Mention]:
    if not any(mark in sentence.text for mark in '“"‘'):
        return
    forms = [TITLED, APPOSED, *([LAUNCHED] if _near_petition(sentence) else [])]
    for m in (m for form in forms for m in form.finditer(sentence.text)):
        title = m["title"].strip(" ,.")
        if len(title.split()) >= SHORTEST - (m.re is not LAUNCHED) and CAPITAL.match(title):
            yield part(sentence, m.start("title"), title, "Petition", "petition-title")


def _maker(token: Token) -> frozenset[str]:
    """The word after the noun, if it leads to whoever made the petition."""
    after = token.doc[token.i + 1 : token.i + 3]
    return MADE if len(after) == 2 and after[0].lower_ in MADE and after[1].lower_ in ("by", "with") else frozenset()


def _to_a_court(token: Token, sentence: Sentence) -> bool:
    """ "a habeas corpus petition", "a petition with the Supreme Court", "the judge heard his petition": a lawsuit."""
    if token.i > sentence.span.start and token.nbor(-1).lower_ in LAWSUITS:
        return True
    at = token.idx + sentence.offset - sentence.start
    text = sentence.text
    if SIGNED.search(text):
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("challenging", "contesting"):
        return True
    return bool(BEFORE_COURT.match(text, at + len(token)) or OF_COURT.search(text, 0, at))


def _generic(token: Token) -> bool:
    """ "must consider a petition with 9,000 signatures": any petition."""
    return any(t.tag_ == "MD" for t in token.head.lefts)


def _near_petition(sentence: Sentence) -> bool:
    """Whether the word stands in the text around the sentence, in the same article."""
    return "petition" in petition_unquoted.around(sentence).lower()
