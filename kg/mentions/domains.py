"""Sites named by their address, and services by an "e-": "Paperwall.ge", "the portal e-Voice"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import part

GENERIC = ("com", "org", "net", "info", "media", "news", "tv", "fm", "eu", "uk", "su")
# "the portal e-Voice", "e-Voice, the state petition platform": services on the net, which the word beside them tells.
SERVICE = r"e-[A-Z][\w’'-]*\w"
KINDS = r"(?:portal|platform|website|site|system)"
PORTAL = re.compile(
    rf"\b{KINDS},? (?:called |named )?[“\"]?(?P<name>{SERVICE})"
    rf"|\b(?P<first>{SERVICE})[”\"]?(?:,? (?:an?|the|its) (?:[a-z-]+ ){{0,4}}| (?:[a-z-]+ ){{0,2}}){KINDS}\b"
)
SITE = re.compile(r"\b(?:[A-Za-z0-9-]+\.)+(?P<end>[a-z]{2,5})\b(?![@\w])")


def find(sentence: Sentence) -> Iterator[Mention]:
    """Every address of a site, a media outlet until shown to be something else."""
    if "e-" in sentence.text:
        for m in PORTAL.finditer(sentence.text):
            group = "name" if m["name"] else "first"
            yield part(sentence, m.start(group), m[group], "MediaOutlet", "domain")
    if "." not in sentence.text[:-1]:
        return
    for m in SITE.finditer(sentence.text):
        if m["end"] in GENERIC or (len(m["end"]) == 2 and authorities.country_by_iso(m["end"].upper())):
            yield part(sentence, m.start(), m[0], "MediaOutlet", "domain")
