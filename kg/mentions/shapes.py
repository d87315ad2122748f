"""Pieces of regular expressions that several finders share: what a capitalised word, a year or a list looks like."""

from __future__ import annotations

UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())
# A capitalised word: "Gulu", "Jean-Pierre", "O’Neill"; a possessive ending is no part of it.
CAP = rf"[{UPPER}]\w*(?:[-’'](?!s\b)\w+)*"
# A capitalised word inside a title, where a possessive may stand: "Children’s".
WORD = rf"{CAP}(?:[’']s|(?<=s)[’'](?= [{UPPER}]))?"
# A place or state before or after a described body: one to three capitalised words.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMED = rf"(?:(?:[A-Z]\.){{2,}}|(?!(?:{MONTHS})\b){CAP})"
OWNER = rf"(?:{NAMED} (?:(?:es|do|de|del|la|el|al|da|ya|wa|na) )?){{0,2}}{NAMED}"
YEAR = r"(?:19|20)\d{2}"
# Small words between the capitalised words of a title.
JOIN = r"(?:,? (?:and|or|of|on|for|in|the|to|against|under|by|with|from|its|their|until|&))*"
# "the draft Law on Lakes on Monday" is called by nothing that a calendar says.
DATED = rf"(?! (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS})\b)"
TITLE = rf"(?:{WORD}|{YEAR})(?:{JOIN}{DATED} (?:{WORD}|{YEAR}(?:[-–]{YEAR})?))*"
# The number of a paper: "No. 2024/007".
SERIAL_NUMBER = r"(?:No\.?|Nr\.?|number|№) ?[\w/-]*\d[\w/-]*"
OPEN, CLOSE = '“"‘', '”"’'
