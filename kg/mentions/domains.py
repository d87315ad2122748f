"""Sites named by their address, and services by an "e-": "Paperwall.ge", "the portal e-Voice"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.model import Mention, Sentence
from kg.mentions.shapes import UPPER
from kg.mentions.spans import part

GENERIC = ("com", "org", "net", "info", "media", "news", "tv", "fm", "eu", "uk", "su")
SITE = re.compile(r"\b(?:[A-Za-z0-9-]+\.)+(?P<end>[a-z]{2,5})\b(?![@\w])")
# "the portal e-Voice", "e-Voice, the state petition platform": services on the net, which the word beside them tells.
KINDS = r"(?:portals?|platforms?|websites?|sites?|system)"
SERVICE = re.compile(
    rf"(?P<before>\b{KINDS},? (?:called |named )?[“\"]?)?(?<![\w-])(?P<name>(?:e|my)-[{UPPER}][\w’'-]*\w)"
    rf"(?P<after>[”\"]?(?:,? (?:an?|the|its) (?:[a-z-]+ ){{0,4}}| (?:[a-z-]+ ){{0,2}}){KINDS}\b)?"
)


def find(sentence: Sentence) -> Iterator[Mention]:
    """Every address of a site, a media outlet until shown to be something else, and portals such as "e-Voice"."""
    if "-" in sentence.text:
        yield from _services(sentence)
    if "." not in sentence.text[:-1]:
        return
    for m in SITE.finditer(sentence.text):
        if m["end"] in GENERIC or (len(m["end"]) == 2 and authorities.country_by_iso(m["end"].upper())):
            yield part(sentence, m.start(), m[0], "MediaOutlet", "domain")


def _services(sentence: Sentence) -> Iterator[Mention]:
    """Services by their "e-"; some sentence has to call the name a portal or site."""
    for m in SERVICE.finditer(sentence.text):
        told = m["before"] or m["after"]
        yield part(sentence, m.start("name"), m["name"], "MediaOutlet", "domain" if told else "bare-pair")
