from __future__ import annotations

from server.drawing.lanes import LEFT, WIDTH, Happening, lanes_of, span


def test_dots_stand_in_lanes_and_inside() -> None:
    days = [("A", "2020-01-01", "2020-12-31"), ("B", "2021-05-01", "2021-05-01"), ("A", "2024-01-01", "9999-12-31")]
    drawing = lanes_of([Happening(lane, *span(first, last)) for lane, first, last in days])
    assert [name for name, _ in drawing.lanes] == ["A", "B"]
    assert all(dot.x >= LEFT and dot.x + dot.width <= WIDTH for dot in drawing.dots)
    assert drawing.dots[0].y == drawing.dots[2].y != drawing.dots[1].y
    assert [mark for mark, _ in drawing.marks] == ["2021", "2022", "2023", "2024"]


def test_what_has_only_a_last_day_stands_there() -> None:
    assert span("0001-01-01", "2020-05-01") == span("2020-05-01", "2020-05-01")


def test_nothing_is_drawn_of_nothing() -> None:
    assert lanes_of([]).dots == []


def test_within_a_year_months_are_marked() -> None:
    drawing = lanes_of(
        [Happening("A", *span("2025-02-10", "2025-02-10")), Happening("A", *span("2025-05-02", "2025-05-02"))]
    )
    assert [mark for mark, _ in drawing.marks] == ["2025-03", "2025-04", "2025-05"]


def test_long_names_of_lanes_get_room() -> None:
    drawing = lanes_of([Happening("things that are long", *span("2025-02-10", "2025-02-10"))])
    assert drawing.dots[0].x > LEFT
