"""What the shape of a line says: Title Case, sentence end, ellipsis (pure; word lists in headings.yaml)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from kg.resources import read_yaml

_WORDS = Path(__file__).with_name("headings.yaml")
_STOP = re.compile(r"(?:[.!?…。]|\.\.\.)(?:[\"”’'»)*_]|\[\d{1,3}\])*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"”’'»)]*$")
_MORE = re.compile(
    r"(?<=[.!?…\])”\"])\s*(?:read (?:more|full|on)|continue reading|learn more)\b[^.!?]{0,60}$", re.IGNORECASE
)
_WORD = re.compile(r"\w[\w’'.-]*")
_EDGE = "\"“”‘’'«»()[]{}:;,.!?…*_"


@cache
def vocabulary(name: str) -> frozenset[str]:
    """One word list of headings.yaml, lower case ("connectors", "singles", "openers.plain" …)."""
    value: Any = _all()
    for part in name.split("."):
        value = value[part]
    return frozenset(str(word) for word in value)


@cache
def _all() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(_WORDS)
    return loaded


def core(token: str) -> str:
    """A token without the quotes and stops around it."""
    return token.strip(_EDGE)


def words(text: str) -> list[str]:
    """The words of a line, punctuation left out."""
    return _WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and a note mark ("[3]") aside."""
    return bool(_STOP.search(text))


def is_truncated(text: str) -> bool:
    """Whether a line breaks off in an ellipsis, a link to the rest aside."""
    return bool(_ELLIPSIS.search(text[: more_link(text)].rstrip()))


def more_link(text: str) -> int:
    """Where a "Read more" at the end of a text begins; its length if there is none."""
    link = _MORE.search(text)
    return link.start() if link else len(text)


def is_capital(word: str) -> bool:
    """Whether a word begins as a word of a Title Case heading does: a capital, a digit, or a capital inside (eVisa)."""
    return word[:1].isupper() or word[:1].isdigit() or any(c.isupper() for c in word[1:3])


def title_case(text: str) -> bool:
    """Whether nearly all words that may carry a capital do (at least two words)."""
    bearing = [w for w in words(text) if w.lower() not in vocabulary("connectors") and len(w) > 1]
    return len(bearing) > 1 and sum(map(is_capital, bearing)) >= 0.8 * len(bearing)


def norm(text: str) -> str:
    """Case, punctuation and spacing taken away, to compare texts."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def clean_heading(text: str) -> str:
    """A heading as it is shown: marks of Markdown, the final colon and doubled spaces taken away."""
    return re.sub(r"\s+", " ", text.strip("#*_ \t")).rstrip(":").strip()


def last_sentence(text: str) -> int:
    """Where the last sentence of a paragraph starts (an offset into it)."""
    starts = [m.end() for m in re.finditer(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[A-Z0-9])", text)]
    kept = [s for s in starts if text[:s].split()[-1].lower() not in vocabulary("abbreviations")]
    return kept[-1] if kept else 0
