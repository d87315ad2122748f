"""Direct speech, also over several sentences of a paragraph."""

from __future__ import annotations

import pytest

from kg.entities.quotes import in_quote


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“I saw HER there,” he said.", True),
        ("“I left. I never saw HER again.", True),
        ("“I left,” said HER friend.", False),
        ('"I saw HER there," he said.', True),
        ('"I left," said HER friend.', False),
        ("“get out!“ said HER friend", False),
        ("he saw HER", False),
    ],
)
def test_inside_a_quotation(seen_of, text: str, inside: bool) -> None:
    sentence, mention = seen_of(text, "HER", "Person")
    assert in_quote(sentence, mention.start) is inside
