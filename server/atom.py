"""Atom 1.0 (RFC 4287) from entries (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as xml

from kg import __version__

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
UNKNOWN = "1970-01-01"
"""The day of what has none: an entry must have one, and this is taken for no news by anybody."""
_LAST = {4: "-01-01", 7: "-01", 10: ""}
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` never changes, `day` is EDTF or empty, `quote` the sentence behind it, `lines` what it says in
    our words, `terms` are words to sort by, `via` is its source."""

    id: str
    title: str
    href: str
    day: str
    quote: str = ""
    lines: Sequence[str] = ()
    terms: Sequence[str] = ()
    via: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `href` is its page, `itself` its own address."""

    id: str
    title: str
    subtitle: str
    href: str
    itself: str
    language: str
    entries: Sequence[Entry]


def atom(feed: Feed) -> bytes:
    """The document."""
    root = xml.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", max((moment(entry.day) for entry in feed.entries), default=moment("")))
    _add(_add(root, "author"), "name", "civicgraph")
    _add(root, "generator", "civicgraph", version=__version__)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.itself)
    _add(root, "link", rel="alternate", type="text/html", href=feed.href)
    for entry in feed.entries:
        _add_entry(root, entry)
    xml.indent(root, " ")
    body: str = xml.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def moment(day: str) -> str:
    """The beginning of a day, month or year in the form that Atom wants; of a span, of its first part.

    >>> moment("2024-05"), moment("2024-05-03/.."), moment("")
    ('2024-05-01T00:00:00Z', '2024-05-03T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    parts = (_DAY.match(part) for part in day.split("/"))
    found = next((part[0] for part in parts if part), UNKNOWN)
    if not "01" <= (found[5:7] or "01") <= "12":  # a season has no month
        found = found[:4]
    return f"{found}{_LAST[len(found)]}T00:00:00Z"


def _add_entry(root: xml.Element, entry: Entry) -> None:
    node = _add(root, "entry")
    _add(node, "id", entry.id)
    _add(node, "title", entry.title)
    _add(node, "updated", moment(entry.day))
    _add(node, "link", rel="alternate", type="text/html", href=entry.href)
    if entry.via:
        _add(node, "link", rel="via", href=entry.via)
    for term in entry.terms:
        _add(node, "category", term=term)
    _add(node, "content", _html(entry), type="html")


def _html(entry: Entry) -> str:
    """What a reader of feeds shows; everything from the graph is text in it."""
    quote = f"<blockquote>{escape(entry.quote)}</blockquote>" if entry.quote else ""
    return quote + "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in entry.lines) + "</ul>"


def _add(parent: xml.Element, name: str, text: str = "", /, **attributes: str) -> xml.Element:
    node = xml.SubElement(parent, name, {key: _clean(value) for key, value in attributes.items()})
    if text:
        node.text = _clean(text)
    return node


def _clean(text: str) -> str:
    """Without the characters that no XML may hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
