"""Is a file what graph viewers read? By a schema that is written after the format's own definition."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

HERE = Path(__file__).parent


@cache
def schema(format: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(HERE / f"{format}.xsd"))


def faults(format: str, data: bytes) -> list[str]:
    """What a GraphML or GEXF file has that its format does not allow."""
    document = etree.fromstring(data)
    found = schema(format)
    found.validate(document)
    return [f"line {one.line}: {one.message}" for one in found.error_log]
