"""Whether a place of a paragraph is inside direct speech, which may run over several sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.model import Sentence


MISPRINT = re.compile(r"(?<=[.!?,])“(?= |$)")


def in_quote(sentence: Sentence, at: int) -> bool:
    """Inside direct speech "she" is somebody the speaker means, not the speaker. `at` is a document offset."""
    before = sentence.document.text[sentence.paragraph.start : at]
    return before.count("“") > before.count("”") + 2 * _misprinted(before) or before.count('"') % 2 == 1


def _misprinted(text: str) -> int:
    """Opening marks set where a closing one should be: behind a full stop or an exclamation mark."""
    return len(MISPRINT.findall(text))
