"""Which texts of a template are not wrapped for translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flask import Flask
from jinja2 import BaseLoader, nodes

SAID = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
READ_OUT = ("aria-label", "placeholder", "title", "alt")
"""Attributes that people read."""
NAMES = re.compile(
    r"\b(civicgraph|SPARQL|JSON(-LD)?|CSV|TSV|XML|Turtle|TriG|N-(Triples|Quads)|RDF(/XML)?|GraphML|GEXF|OpenAPI|URL|IRI|Atom"
    r"|DOT|SVG|PNG|curl|Python|JavaScript|OWL|SKOS|SHACL|VoID|DCAT|MCP|OpenRefine)\b"
)
UNREAD = {"code", "script", "style"}


class Reader:
    """Follows the HTML of a template: what is text, what is in a tag, and in which attribute."""

    def __init__(self) -> None:
        self.tag = ""  # the inside of the tag that is open
        self.inside: list[str] = []
        self.found: list[str] = []

    def read(self, text: str) -> None:
        """Go on with the template's own text."""
        for part in re.split(r"(<|>)", text):
            if part == "<":
                self.tag = "<"
            elif part == ">" and self.tag:
                self._close()
            elif self.tag:
                self.tag += part
                self._attribute(part)
            else:
                self.check(part)

    def _close(self) -> None:
        name = re.match(r"</?([\w-]*)", self.tag)
        word = name[1] if name else ""
        if word in UNREAD:
            self.inside = [] if self.tag.startswith("</") else [word]
        self.tag = ""

    def _attribute(self, _part: str) -> None:
        for name, value in re.findall(r'([\w-]+)="([^"]*)"', self.tag):
            if name in READ_OUT:
                self.check(value)

    def check(self, text: str) -> None:
        """Remember a text that people would read."""
        bare = NAMES.sub("", re.sub(r"&\w+;|https?://\S+", "", text))
        if not self.inside and re.search(r"[A-Za-z]{2}", bare) and text.strip() not in self.found:
            self.found.append(text.strip())

    def is_read(self) -> bool:
        """Would people read what stands here?"""
        if not self.tag:
            return not self.inside
        quoted = re.search(r'([\w-]+)="[^"]*$', self.tag)
        return bool(quoted) and quoted[1] in READ_OUT


def unwrapped(app: Flask, template: str, loader: BaseLoader | None = None) -> list[str]:
    """Texts of a template, and of the expressions in it, that no catalogue can say."""
    loader = loader or app.jinja_env.loader
    assert loader is not None
    reader = Reader()
    _walk(app.jinja_env.parse(loader.get_source(app.jinja_env, template)[0]), reader)
    return reader.found


def _walk(node: nodes.Node, reader: Reader) -> None:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            reader.read(child.data)
        elif isinstance(node, nodes.Output):
            if reader.is_read():
                for text in _constants(child):
                    reader.check(text)
        elif isinstance(child, (nodes.Stmt, nodes.Output)):
            _walk(child, reader)


def _constants(node: nodes.Node) -> Iterator[str]:
    """What an expression may show as it stands here: no arguments of calls and filters, no keys, nothing compared."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (text for one in (node.expr1, node.expr2) if one is not None for text in _constants(one))
    elif isinstance(node, (nodes.Concat, nodes.Or, nodes.And, nodes.Add, nodes.List)):
        yield from (text for one in node.iter_child_nodes() for text in _constants(one))
    elif isinstance(node, nodes.Filter) and node.node is not None and node.name != "said":
        yield from _constants(node.node)
