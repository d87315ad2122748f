from __future__ import annotations

import pytest

from kg.documents.furniture import furniture_role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("• NGN/USD = 0.00065 -1.2%", "furniture"),
        ("EUR/RSD 116.98 0.01%", "furniture"),
        ("USD 92.10", "furniture"),
        ("Home » Africa » Courts", "furniture"),
        ("Home | World | Law", "furniture"),
        ("Share on Facebook", "furniture"),
        ("Facebook | Twitter | Telegram", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("Read more »", "more"),
        ("Miners Return to Work Read More »", "more"),
        ("(more…)", "more"),
        ("Read more: Miners return to work", "furniture"),
        ("Subscribe to our weekly letter", "furniture"),
        ("We use cookies to improve this site.", "furniture"),
        ("© 2024 Lake Herald", "furniture"),
        ("Lake Herald 2024. All rights reserved.", "furniture"),
        ("Tags: courts, miners", "furniture"),
        ("3 min read", "furniture"),
        ("Introduction ........ 12", "furniture"),
        ("Continue Reading", "more"),
        ("* * *", "furniture"),
        ("on", "furniture"),
        ("https://example.org/a", "furniture"),
        ("Image: Ama Mensah/Agency", "caption"),
        ("Photo by Ama Mensah", "caption"),
        ("Police at the gate of the mine, 3 May. © Ama Mensah", "caption"),
        ("Table 3 (Treaty Bodies)", "caption"),
        ("Viewing results 21 - 40 of 310", "listing"),
        ("Showing 1–10 of 57 stories", "listing"),
        ("Search results for: strike", "listing"),
        ("Published", "frame"),
        ("Latest", "tail"),
        ("Related stories", "tail"),
        ("You may also like", "tail"),
        ("More from Africa", "tail"),
        ("Leave a Reply", "end"),
        ("12 Comments", "end"),
        ("Environment45 mins ago", "teaser"),
        ("East Africa 3 hours ago", "teaser"),
        ("A court in Accra freed the editor.", ""),
        ("Freedom of Expression", ""),
        ("Home for the Elderly Closed by Court", ""),
        ("The Image of the Judge", ""),
        ("Share of Women in Parliament Falls", ""),
        ("Latest Ruling Angers Miners", ""),
        ("On 3 May, police used tear gas.", ""),
        ("A table with three rows was shown to the court.", ""),
        ("Cookies were banned in schools.", ""),
    ],
)
def test_role(line: str, role: str) -> None:
    assert furniture_role(line) == role


def test_long_lines_are_never_furniture() -> None:
    assert furniture_role("Photo: " + "a long story " * 60) == ""
