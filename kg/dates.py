"""Partial dates: EDTF with the earliest and latest day it can mean (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as the text gives it: `edtf` ("2025-02"), the full days it spans, and its precision.

    `precision` is day, month, year, decade or interval. `rule` names what resolved it ("explicit", "weekday", …).
    """

    edtf: str
    earliest: date
    latest: date
    precision: str
    rule: str = "explicit"
