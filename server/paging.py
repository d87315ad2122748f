"""Pages of rows: `page=` and `per_page=`, the number of rows, and links to the other pages (RFC 8288), for programs and
at the foot of a table."""

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of some rows a page of this site shows: `address` leads to the same without a page."""

    page: Page
    total: int
    address: str

    @property
    def start(self) -> int:
        """The first row that is shown, counted from 0."""
        return min(self.page.offset, self.total)

    @property
    def end(self) -> int:
        """The first row that is not shown any more."""
        return min(self.page.offset + self.page.size, self.total)

    @property
    def before(self) -> str:
        """The address of the page before, "" on the first."""
        return self._at(self.page.number - 1) if self.page.number > 1 else ""

    @property
    def after(self) -> str:
        """The address of the page after, "" on the last."""
        return self._at(self.page.number + 1) if self.end < self.total else ""

    def _at(self, number: int) -> str:
        size = "" if self.page.size == PER_PAGE else f"&per_page={self.page.size}"
        return f"{self.address}{'&' if '?' in self.address else '?'}page={number}{size}"


def sheet_of(values: dict[str, str], total: int, address: str) -> Sheet:
    """The sheet that the two parameters name, the first by itself. Raises RequestError."""
    return Sheet(read_page(values) or Page(1, PER_PAGE), total, address)


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
