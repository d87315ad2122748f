"""Laws, provisions, treaties and plans named by their titles (regular expressions over the sentence's words)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.model import Mention, Sentence

WORD = r"[A-ZÀ-ÖØ-Þ][\w]*(?:[-’'](?!s\b)\w+)*(?:[’']s)?"
YEAR = r"(?:19|20)\d{2}"
JOIN = r"(?:,? (?:and|or|of|on|for|in|the|to|against|under|by|with|from|its|their|until|&))*"
TITLE = rf"(?:{WORD}|{YEAR})(?:{JOIN} (?:{WORD}|{YEAR}(?:[-–]{YEAR})?))*"
LINK = r"(?:on|for|of|to|against|concerning|about|relating to|regarding)"
NUMBER = r"\d+[A-Za-z]?(?:[-.–]\d+)*(?:\(\w{1,3}\))*"
# (rule, class, pattern); the group "name" is the mention
RULES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (rule, cls, re.compile(pattern))
    for rule, cls, pattern in (
        ("titled-law", "Law", rf"\b(?P<name>(?:Law|Act|Ordinance|Regulations?|Decree|Directive)(?: No\. ?[\w/-]+)? {LINK}(?: the)? {TITLE})"),
        ("titled-law", "Law", rf"\b[Ll]aw(?:,? (?:the|titled|entitled|called))? [“\"‘]?(?P<name>On {TITLE})"),
        ("titled-law", "Law", r"\b(?:law|act|legislation),? (?:titled|entitled|called|known as)(?: the)? [“\"‘](?P<name>[^”\"’]{6,120})[”\"’]"),
        ("titled-bill", "Bill", rf"\b(?P<name>Bill(?: No\. ?[\w/-]+)? {LINK}(?: the)? {TITLE})"),
        ("titled-bill", "Bill", rf"\b(?P<name>(?:{WORD} (?:(?:and|of|for|the|on|&) )*){{1,7}}Bill(?:,? (?:of )?{YEAR})?)\b"),
        ("code", "Law", rf"\b(?P<name>(?:{WORD} ){{1,4}}Code(?: of (?:Criminal|Civil|Administrative|Judicial) \w+)?"
                        rf"(?: of (?:the )?(?:Republic of )?(?:{WORD})(?: {WORD})?)?)"),
        ("code", "Law", rf"\b(?P<name>Code of (?:{WORD})(?: {WORD})?(?: of (?:the )?(?:Republic of )?{WORD})?)"),
        ("titled-law", "Law", rf"\b(?P<name>(?:{WORD} (?:(?:and|of|for|the|on|&) )*){{1,7}}(?:Act|Ordinance|Statute|Law)(?:,? (?:of )?{YEAR})?)\b"),
        ("constitution", "Law", rf"\b(?P<name>(?:the )?[Cc]onstitution(?: of (?:the )?{WORD}(?: {WORD})?)?)\b"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{YEAR} )?(?:(?:UN|United Nations|International|European|American|African|Inter-American|Arab|Optional|Second|First|Framework|Additional|Universal|Geneva|Istanbul|Council of Europe|ILO) )*"
                          rf"(?:Convention|Covenant|Protocol|Declaration|Charter|Treaty|Compact|Statute)(?: No\. ?\d+)? {LINK}(?: the)? {TITLE})"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>(?:{WORD} ){{1,4}}(?:Convention|Protocol|Declaration|Accords?|Statute|Covenant|Final Act|Compact|Charter)(?: {YEAR})?)\b"),
        ("titled-treaty", "Treaty", rf"\b(?P<name>{WORD} Document {YEAR})\b"),
        ("titled-policy", "Policy", rf"\b(?P<name>(?:{WORD} )*(?:Plan|Strategy|Concept|Programme|Program|Roadmap|Doctrine|Agenda|Policy|Framework)"
                          rf"(?: {LINK}(?: the)? {TITLE}| {YEAR}[-–]{YEAR}| {YEAR}))"),
        ("titled-policy", "Policy", rf"\b(?P<name>(?:National|State|Strategic) (?:{WORD} )*(?:Plan|Strategy|Concept|Programme|Program|Roadmap|Agenda))\b"),
        ("concept", "Policy", r"\b(?:concept|policy|doctrine|principle|vision) of (?:a |an |the )?[“\"‘](?P<name>[^”\"’]{4,60})[”\"’]"),
    )
)  # fmt: skip
PROVISION = re.compile(rf"\b(?P<kind>[Aa]rticles?|[Ss]ections?|Art\.) (?P<numbers>{NUMBER}(?:(?:,| and| or|, and) {NUMBER})*)"
                       r"(?! (?:percent|per cent|people|protesters|members))")  # fmt: skip
OF_LAW = re.compile(rf"(?: \([^)]{{1,80}}\))?,? (?:of|under|in) (?:the |its |(?:the )?country[’']s |{WORD}(?:[’']s)? )*(?P<law>(?:{WORD} )*(?:Code|Act|Law|Constitution|constitution|law)\b)")
CELLS = re.compile(r"(?<=[a-z])(?=(?:Accession|Ratification|Signed|Signature|Acceded|Ratified))|\t| \| ")
TREATY = re.compile(r"Convention|Covenant|Protocol|Declaration|Charter|Treaty")
NOT_LAWS = frozenset({"Rule of Law", "Martial Law", "Sharia Law", "International Law", "Common Law", "Islamic Law", "Law",
                      "Criminal Law", "Human Rights Law", "Civil Law", "Bill", "Act", "In Law", "Father in Law"})  # fmt: skip
PREFIXES = ("The ", "A ", "An ", "On ", "In ", "Under ", "According ", "This ", "That ", "New ", "Its ", "By ", "After ", "With ")


def find(sentence: Sentence) -> Iterator[Mention]:
    """Titled norms, treaties, plans and provisions in a sentence; overlaps are settled later."""
    for rule, cls, pattern in RULES:
        for m in pattern.finditer(sentence.text):
            start, name = _trim(m.start("name"), m["name"], rule)
            if name in NOT_LAWS or len(name) < 6 or (rule == "titled-law" and name.split()[-1] == "Act" and len(name.split()) < 2):
                continue
            facts = _state_of(sentence.text, start, name)
            a = sentence.start + start
            yield Mention(a, a + len(name), name, cls, name, rule, facts)
    yield from _provisions(sentence)
    yield from _row(sentence)


def _trim(start: int, name: str, rule: str) -> tuple[int, str]:
    """Leave out what a capital at the sentence's start or a place at its end added to the title."""
    if rule in {"titled-law", "titled-bill", "titled-treaty", "code", "constitution"} and not name.startswith("On Am"):
        changed = True
        while changed:
            changed = False
            for prefix in ("the ", *PREFIXES):
                if name.startswith(prefix) and " " in name[len(prefix) :] or (prefix == "the " and name.startswith(prefix)):
                    if prefix == "On " and rule == "titled-law" and " " not in name[:3].strip() and "Law" not in name:
                        break
                    start, name, changed = start + len(prefix), name[len(prefix) :], True
                    break
    owner = re.match(rf"({WORD}) ", name)
    if owner and owner[1].endswith(("’s", "'s")) and _country(owner[1][:-2]):
        start, name = start + len(owner[0]), name[len(owner[0]) :]
    tail = re.search(r" (?:in|by|from|under|of the|on|to|with|of)$| in (?:the )?((?:[A-Z]\w+ ?)+)$", name)
    if tail and (tail[1] is None or _country(tail[1])):
        name = name[: tail.start()]
    return start, re.sub(r"[’']s$", "", name)


def _country(text: str) -> authorities.Country | None:
    return authorities.country_by_name(text) or authorities.country_by_adjective(text)


def _state_of(text: str, start: int, name: str) -> dict[str, object]:
    """The state a norm belongs to, where its title, a possessive or an adjective says so."""
    inside = re.search(r" of (?:the )?(?:Republic of )?([A-Z]\w+(?: [A-Z]\w+)?)$", name)
    before = re.search(r"([A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s)? (?:new |amended |[a-z]+ )?$", text[:start])
    for m in (inside, before):
        country = _country(m[1]) if m else None
        if country:
            return {"country": country.iso, "owner": country.name}
    return {}


def _provisions(sentence: Sentence) -> Iterator[Mention]:
    for m in PROVISION.finditer(sentence.text):
        law = OF_LAW.match(sentence.text, m.end())
        kind = "Article" if m["kind"].lower().startswith("art") else "Section"
        for k, number in enumerate(re.finditer(NUMBER, m["numbers"])):
            start = m.start() if k == 0 else m.start("numbers") + number.start()
            end = m.start("numbers") + number.end()
            text = sentence.text[start:end]
            facts: dict[str, object] = {"part_of": law["law"]} if law else {}
            a = sentence.start + start
            yield Mention(a, a + len(text), text, "LawProvision", f"{kind} {number[0]}", "provision", facts)


def _row(sentence: Sentence) -> Iterator[Mention]:
    """The treaty that a table row is about: its first cell, even where the page glued the cells together."""
    if sentence.paragraph.kind != "row" or sentence.start != sentence.paragraph.start:
        return
    name = CELLS.split(sentence.text)[0].strip()
    if TREATY.search(name):
        yield Mention(sentence.start, sentence.start + len(name), name, "Treaty", name, "row-treaty")
