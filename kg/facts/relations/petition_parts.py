"""What the part of a page under a petition's title says of it: who wrote it, whom it asks and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.model import Reference
from kg.facts.linked import View
from kg.facts.model import Fact
from kg.facts.petitions.fields import petition_above
from kg.facts.relations.topics import shortened

AUTHORS = frozenset({"Person", "CivilSocietyOrganization", "GovernmentBody", "PoliticalParty"})
ASKED = frozenset({"GovernmentBody", "Legislature", "Country", "InternationalOrganization", "Person", "Court"})
# "Petition No 412/2023 by Ann Lee (Irish), on behalf of Clear Bay, on the closing of piers, bearing 300 signatures"
BY = re.compile(r"(?:[Pp]etition|[Ii]nitiative|[Aa]ddress)\b[^,]*?\d[\w/-]* by (?:the )?")
TOPIC = re.compile(r"\)?,? (?:on|concerning|about|regarding) (?!behalf)(?P<topic>[^,;]+)")
SAYS = re.compile(
    r"(?:e-)?(?:petition|address|submission|initiative)(?: (?:no\.? ?|nr\.? ?)?\d[\w/-]*)? "
    r"(?:on|concerning|about|regarding|against|for) (?P<topic>[^,;]+)",
    re.IGNORECASE,
)
SUBJECT = r"(?:It|The (?:e-)?(?:petition|address|initiative|submission|appeal|proposal)|We, the undersigned,)"
ASKS = re.compile(
    rf"(?:{SUBJECT} (?:asks?|calls? (?:up)?on|urges?|demands? that|requests?|wants|appeals? to)|Calling (?:up)?on|"
    r"Asking|Urging) (?P<body>[^,;.]{3,70}?) (?:to|not to) (?P<topic>[^,;.]+)"
)
IS_ASKED = re.compile(r"(?P<body>[A-Z][^,;.]{3,70}?) (?:is|are) (?:asked|called (?:up)?on|urged) to (?P<topic>[^,;.]+)")


def read_petition_part(view: View) -> Iterator[Fact]:
    """`author`, `addressee` and `concerns` of the petition under whose title the sentence stands."""
    kind = view.linked.sentence.paragraph.kind
    if view.linked.sentence.paragraph.titled < 0 or kind == "field":
        return
    petition = petition_above(view.linked, (*view.earlier, view.linked))
    if petition:
        yield from _of_title(view, petition) if kind == "title" else _of_text(view, petition)


def _of_title(view: View, petition: str) -> Iterator[Fact]:
    text, start = view.linked.sentence.text, view.linked.sentence.start
    by = BY.match(text)
    author = next((r for r in view.linked.references if by and r.start == start + by.end() and r.cls in AUTHORS), None)
    if author:
        yield Fact(petition, "author", author.entity, view.proof, "petition-title")
    topic = TOPIC.search(text, by.end()) if by else SAYS.match(text)
    if topic:
        words = topic["topic"].removeprefix("the ")
        yield Fact(petition, "concerns", "", view.proof, "petition-title", literal=shortened(words))


def _of_text(view: View, petition: str) -> Iterator[Fact]:
    text = view.linked.sentence.text
    m = ASKS.match(text) or IS_ASKED.match(text)
    if m is None:
        return
    body = _within(view, m.start("body"), m.end("body"))
    if body:
        yield Fact(petition, "addressee", body.entity, view.proof, "petition-asks")
    yield Fact(petition, "concerns", "", view.proof, "petition-asks", literal=shortened(m["topic"]))


def _within(view: View, start: int, end: int) -> Reference | None:
    """Whom the words name whom a petition asks."""
    first = view.linked.sentence.start
    inside = (r for r in view.linked.references if first + start <= r.start and r.end <= first + end)
    return next((r for r in inside if r.cls in ASKED and r.how != "adjective"), None)
