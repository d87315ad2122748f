from __future__ import annotations

from server.drawing.bars import LEFT, MOST, WIDTH, bars_of


def test_the_largest_number_fills_the_room_and_half_of_it_half() -> None:
    drawing = bars_of(
        "events", [("a", 10, "10", None), ("b", 5, "5", "/page/b"), ("c", 0, "0", None), ("d", -2, "-2", None)]
    )
    widths = [bar.width for bar in drawing.bars]
    assert widths[0] == 2 * widths[1]
    assert widths[0] < WIDTH - LEFT
    assert widths[2:] == [0, 0]


def test_long_names_are_cut_and_too_many_bars_are_counted() -> None:
    drawing = bars_of("events", [("n" * 100, 1, "1", None)] * (MOST + 3))
    assert drawing.left_out == 3
    assert all(len(bar.short) < 50 and len(bar.name) == 100 for bar in drawing.bars)


def test_no_numbers_no_bars() -> None:
    assert bars_of("events", []).bars == []
