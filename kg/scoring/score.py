"""The whole measurement: documents' gold and found records to figures, summed over all documents.

A found record is right if it can be paired, one to one and the best pair first, with a gold record that says the same.
Names are compared through the pairing of the entities, so that a relation about "Tamm" is the one about "Maarja Tamm".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.scoring.entities import score_entities
from kg.scoring.events import score_events
from kg.scoring.figures import Record, Score
from kg.scoring.page import Page
from kg.scoring.relations import score_relations

SUMMED = (
    "entities, exact class", "relations", "events", "event arguments", "event arguments, all events", "event dates",
)  # fmt: skip
"""The figures whose sum is "all facts"."""
Records = Mapping[str, Sequence[Record]]


def score(gold: Records, found: Records, texts: Mapping[str, str] | None = None) -> Score:
    """Compare records by document id. A document that `found` lacks is missed whole, one that `gold` lacks is left out.

    With `texts` (by document id) each found piece of evidence is held against its document. Besides the figures by
    family there is one for each class ("class Court"), predicate ("predicate author") and kind ("kind Rally").
    """
    result = Score()
    for document, records in sorted(gold.items()):
        page = Page(document, records, found.get(document, ()), result)
        score_entities(page)
        score_relations(page)
        score_events(page)
        if texts is not None and document in texts:
            _evidence(page, texts[document])
    for name in SUMMED:
        part = result.figures[name]
        result.figures["all facts"].add(part.right, part.wrong, part.missed)
    return result


def _evidence(page: Page, text: str) -> None:
    """Whether every found record has evidence, and each piece is what the document says there."""
    for record in page.found:
        spans = record.get("evidence") or []
        if not spans:
            page.count("evidence is verbatim", wrong=1)
            page.miss("no evidence", record.get("kind"), record.get("id"))
        for one in spans:
            right = text[one["start"] : one["end"]] == one["quote"] and one["quote"].strip() != ""
            page.count("evidence is verbatim", right=right, wrong=not right)
            if not right:
                page.miss("false evidence", record.get("kind"), one["quote"][:90])
