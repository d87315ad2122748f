"""Pages of a saved query: `page=` and `per_page=`, the number of rows, and links to the other pages (RFC 8288)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from server.problems import RequestError

PER_PAGE = 100
MOST_PER_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows: those of page `number`, counted from 1, at `size` rows a page."""

    number: int
    size: int

    @property
    def offset(self) -> int:
        """The rows before."""
        return (self.number - 1) * self.size

    def links(self, address: str, values: Mapping[str, str], rows: int) -> str:
        """The Link header: the first, previous, next and last page, where there is one."""
        last = max(1, -(-rows // self.size))
        numbers = {"first": 1, "prev": self.number - 1, "next": self.number + 1, "last": last}
        found = {rel: number for rel, number in numbers.items() if 1 <= number <= last}
        return ", ".join(f'<{address}?{urlencode(self._fields(values, at))}>; rel="{rel}"' for rel, at in found.items())

    def _fields(self, values: Mapping[str, str], number: int) -> dict[str, str | int]:
        return {**values, "page": number, "per_page": self.size}


def read_page(values: dict[str, str]) -> Page | None:
    """Take the two parameters out of the values of a query; None when there is neither. Raises RequestError."""
    number, size = values.pop("page", None), values.pop("per_page", None)
    if number is None and size is None:
        return None
    return Page(_number("page", number or "1", 1_000_000), _number("per_page", size or str(PER_PAGE), MOST_PER_PAGE))


def _number(name: str, value: str, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", value, re.ASCII) or not 1 <= int(value) <= most:
        raise RequestError("%(name)s has to be a whole number from 1 to %(most)s", name=name, most=f"{most:,}")
    return int(value)
