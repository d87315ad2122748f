"""Names that capitals do not bound: “Rise, Albania”, "Hola, Vecinos! youth group", "the union Feed the Town"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.lexicon import lexicon
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import CAP
from kg.mentions.spans import part

QUOTE = re.compile(rf"[“\"‘](?P<name>{CAP}[^”\"’.;:?]{{1,50}}?),?[”\"’]")
EXCLAIMED = re.compile(rf"(?P<name>{CAP}(?:,? {CAP}){{0,3}}!)(?=,? (?:[a-z-]+ ){{0,3}}(?P<cue>[a-z]+))")
SMALL = (
    r"(?:the|of|and(?! the)|en|y|e|du|des|de|del|la|el|les|al|do|da|der|die|und|na|kwa|ya|wa|za|cha|es|ve|və|va|et|sur|"
    r"le|ul|pour|para|por|ng|mga|sa|dan|untuk|"
    r"for|without|against)"
)
# A name with small words, right behind the noun that tells what it is.
CUED = re.compile(
    rf"\b(?P<cue>[a-z]+(?: [a-z]+)?) (?P<name>{CAP}(?: {CAP})*(?: {SMALL}){{1,2}} {CAP}(?:(?: {SMALL}){{0,2}} {CAP})*)"
)
# A name with a cause: "Bread for Osh, a charity", "the Hope for Osh campaign".
CAUSE = re.compile(
    rf"(?P<name>{CAP}(?: {CAP})? (?:for|without|against|beyond) (?:the )?{CAP}(?: {CAP})?)"
    r"(?:, an? (?P<words>(?:[a-z-]+ ){0,3}[a-z-]+)| (?P<kind>[a-z]+))\b"
)
AFTER = re.compile(r"[”\"’],? (?:an?|the)? ?(?P<words>(?:[a-z-]+ ){0,4}[a-z]+)")
# Words behind a name that lead away from it: "“For the Lake”, launched on the portal e-Sana".
LOOSE = frozenset({"on", "by", "in", "to", "at", "from", "via", "launched", "started", "opened", "published", "signed"})
# Nouns that tell a kind of body and never just a relation.
BODIES = frozenset({"CivilSocietyOrganization", "PoliticalParty", "MediaOutlet", "ArmedGroup", "Policy", "Company"})
SMALL_WORDS = frozenset({"the", "and", "of", "for", "in", "to", "a", "y"})


def find(sentence: Sentence) -> Iterator[Mention]:
    """Names in quotes, with an exclamation mark or with small words inside, that a common noun beside them types."""
    if any(mark in sentence.text for mark in '“"‘'):
        yield from _quotes(sentence)
    if "!" in sentence.text:
        for m in EXCLAIMED.finditer(sentence.text):
            cls = _cue(sentence.text[m.end("name") :].strip(" ,").split()[:4])
            if cls in BODIES:
                yield part(sentence, m.start("name"), m["name"], cls, "quoted-name")
    for m in CAUSE.finditer(sentence.text):
        cls = _cue_at_end(m["kind"]) if m["kind"] else _cue(m["words"].split())
        if cls == "CivilSocietyOrganization" and not authorities.given_name_gender(m["name"].split()[0]):
            yield part(sentence, m.start("name"), m["name"], cls, "actor")
    for m in CUED.finditer(sentence.text):
        cls = _cue_at_end(m["cue"])
        if cls in BODIES and not _plain_list(m["name"]):
            yield part(sentence, m.start("name"), m["name"], cls, "cue")


def _quotes(sentence: Sentence) -> Iterator[Mention]:
    for m in QUOTE.finditer(sentence.text):
        if not _titled(m["name"]):
            continue
        after = AFTER.match(sentence.text, m.end() - 1)
        before = sentence.text[: m.start()].rstrip(" ,").split()[-2:]
        told = after["words"].split() if after else []
        cls = (_cue(told) if not LOOSE & set(told[:3]) else "") or (_cue_at_end(" ".join(before)) if before else "")
        if cls in BODIES:
            yield part(sentence, m.start("name"), m["name"], cls, "quoted-name")


def _titled(name: str) -> bool:
    """Whether a quoted string is written like a name: every word but the small ones has a capital."""
    words = re.findall(r"\w[\w’'-]*", name)
    return 1 <= len(words) <= 6 and all(w[0].isupper() or w in SMALL_WORDS for w in words)


def _cue(words: list[str]) -> str:
    """The class of the first cue noun among the words, a pair of words before a single one."""
    cues = lexicon().cues
    for k, word in enumerate(words):
        pair = " ".join(words[k : k + 2])
        if pair in cues or word in cues:
            return cues.get(pair) or cues[word]
    return ""


def _cue_at_end(text: str) -> str:
    cues = lexicon().cues
    return cues.get(text) or cues.get(text.split()[-1], "")


def _plain_list(name: str) -> bool:
    """ "group Amal and Noor" may be two; a name with "and" alone between two words is left to the runs."""
    sides = [side.split() for side in name.split(" and ")]
    small = any(word.islower() for side in sides for word in side)
    return len(sides) == 2 and not small and (len(name.split()) == 3 or all(len(side) > 1 for side in sides))
