"""The SPARQL 1.1 Protocol's requests (pure): method, media type and raw bytes in, parameters or an error out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.errors import QueryRefused
from server.negotiate import NAMES, SAID
from server.problems import RequestError

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_FIELDS = 1000
_BROKEN_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")

Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """What a request asks. `default_graphs` and `named_graphs` are None when neither was given.

    `format` is one of `kg.store.base.MEDIA_TYPES` or None, `timeout` is in seconds.
    """

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    format: str | None = None
    timeout: float | None = None


def read_request(method: str, content_type: str | None, address: bytes, body: bytes, most: int) -> Asked | None:
    """The parameters of a request; None when it has none at all. `address` is the part after the question mark.

    Unknown parameters are ignored. Raises RequestError with the status 400, 413 or 415, and QueryRefused for an update.
    """
    fields = read_fields(address)
    if method == "POST":
        fields = _posted(content_type, body) + fields
    elif not fields:
        return None
    if any(name == "update" for name, _ in fields):
        raise QueryRefused("updates are not taken here; this endpoint only answers")
    return _asked(fields, most)


def read_fields(raw: bytes) -> Fields:
    """The pairs of a form or address, as strict UTF-8. Raises RequestError."""
    if not raw:
        return []
    broken = _BROKEN_ESCAPE.search(raw)
    if broken:
        raise RequestError(f"the percent sign at {broken.start()} is not followed by two hexadecimal digits")
    try:
        return parse_qsl(
            raw.decode("utf8"), keep_blank_values=True, encoding="utf8", errors="strict", max_num_fields=_MOST_FIELDS
        )
    except UnicodeDecodeError as error:
        raise RequestError("the request is not UTF-8; encode it as UTF-8") from error
    except ValueError as error:
        raise RequestError(f"the request has more than {_MOST_FIELDS} fields") from error


def _posted(content_type: str | None, body: bytes) -> Fields:
    """The fields that a POST carries in its body."""
    media_type = FORM if content_type == FORM else _media_type(content_type or "")
    if media_type == FORM:
        return read_fields(body)
    if media_type == DIRECT:
        return [("query", _text(body))]
    if media_type == UPDATE:
        return [("update", "")]
    raise RequestError(f"send {DIRECT} or {FORM}, not {media_type[:80] or 'a body without Content-Type'}", 415)


def _media_type(content_type: str) -> str:
    """The media type that a header names. Raises RequestError for another charset than UTF-8."""
    media_type, _, parameters = content_type.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([^\s;\"]+)", parameters, re.IGNORECASE)
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        raise RequestError(f"the body is in {charset[1][:20]}; send UTF-8", 415)
    return media_type.strip().lower()


def _text(body: bytes) -> str:
    try:
        return body.decode("utf8")
    except UnicodeDecodeError as error:
        raise RequestError(f"the body is not UTF-8 (byte {error.start}); encode it as UTF-8") from error


def _asked(fields: Fields, most: int) -> Asked:
    queries = _values(fields, "query")
    if len(queries) != 1:
        fault = "there is no query" if not queries else "there are several queries"
        raise RequestError(f"{fault}; give the parameter query exactly once")
    size = len(queries[0].encode("utf8", "surrogatepass"))
    if size > most:
        raise RequestError(f"the query is {size:,} bytes long; at most {most:,} are read", 413)
    default, named = _iris(fields, "default-graph-uri"), _iris(fields, "named-graph-uri")
    given = bool(default or named)
    return Asked(
        queries[0],
        default if given else None,
        named if given else None,
        read_format(_values(fields, "format")),
        _seconds(_values(fields, "timeout")),
    )


def _values(fields: Fields, name: str) -> list[str]:
    return [value for label, value in fields if label == name]


def _iris(fields: Fields, name: str) -> tuple[str, ...]:
    values = _values(fields, name)
    for value in values:
        check_absolute(name, value)
    return tuple(values)


def check_absolute(name: str, value: str) -> None:
    """Raises RequestError, which names the field, unless its value is an absolute IRI."""
    if not _IRI.fullmatch(value):
        raise RequestError(f"{name} is not an absolute IRI: {value[:80]!r}")


def read_format(values: Sequence[str]) -> str | None:
    """The format that `format=` names; nothing, or an empty value, leaves it to Accept.

    Clients say it twice, by name and as media type; that is no mistake as long as both mean the same.
    """
    found = {(NAMES | SAID).get(value.replace(" ", "+")) for value in values if value}
    if not found:
        return None
    if len(found) != 1 or None in found:
        raise RequestError(f"format has to be one of {', '.join(NAMES)}")
    return found.pop()


def _seconds(values: Sequence[str]) -> float | None:
    if not values:
        return None
    if len(values) != 1 or not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", values[0]) or not float(values[0]):
        raise RequestError("timeout has to be a number of seconds above zero")
    return float(values[0])
