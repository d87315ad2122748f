"""Sites named by their address: "Paperwall.ge"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import authorities
from kg.mentions.model import Mention, Sentence
from kg.mentions.spans import part

GENERIC = ("com", "org", "net", "info", "media", "news", "tv", "fm", "eu", "uk", "su")
SITE = re.compile(r"\b(?:[A-Za-z0-9-]+\.)+(?P<end>[a-z]{2,5})\b(?![@\w])")


def find(sentence: Sentence) -> Iterator[Mention]:
    """Every address of a site, a media outlet until shown to be something else."""
    if "." not in sentence.text[:-1]:
        return
    for m in SITE.finditer(sentence.text):
        if m["end"] in GENERIC or (len(m["end"]) == 2 and authorities.country_by_iso(m["end"].upper())):
            yield part(sentence, m.start(), m[0], "MediaOutlet", "domain")
