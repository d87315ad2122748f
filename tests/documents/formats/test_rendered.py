from __future__ import annotations

from kg.documents.formats import rendered


def test_blocks_are_joined_so_that_the_segmenter_knows_them() -> None:
    blocks = [
        ("heading", rendered.heading(" A\nTitle ", 1)),
        ("text", "One."),
        ("text", "  "),
        ("item", rendered.item("a\tb")),
        ("item", rendered.item("c")),
        ("row", rendered.row(["x", "", " y "])),
        ("heading", rendered.heading("", 9)),
    ]
    assert rendered.join(blocks) == "# A Title\n\nOne.\n\n- a b\n- c\n\nx\t\ty\n"
    assert rendered.join([]) == ""
