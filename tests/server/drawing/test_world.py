from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.drawing.world import HEIGHT, WIDTH, Spot, map_of

LUSAKA, POKHARA, LIMA = Spot(-15.4, 28.3, "Lusaka", 4), Spot(28.2, 84.0, "Pokhara", 1), Spot(-12.0, -77.0, "Lima", 1)


@given(st.lists(st.builds(Spot, st.floats(-90, 90), st.floats(-180, 180), st.text(max_size=9), st.floats(0, 1e6))))
def test_every_spot_is_on_the_map(spots: list[Spot]) -> None:
    drawing = map_of(spots)
    assert len(drawing.points) == len(spots)
    assert all(-0.1 <= one.x <= WIDTH + 0.1 and -0.1 <= one.y <= HEIGHT + 0.1 for one in drawing.points)


@pytest.mark.parametrize("spots", [[LUSAKA], [LUSAKA, POKHARA], [LUSAKA, POKHARA, LIMA], []])
def test_land_comes_to_the_same_place_as_the_spots(spots: list[Spot]) -> None:
    drawing = map_of(spots)
    for one in drawing.points:
        x = (one.spot.longitude + 180 + drawing.dx) * drawing.scale
        y = (90 - one.spot.latitude + drawing.dy) * drawing.scale
        assert (x, y) == pytest.approx((one.x, one.y), abs=0.2)


def test_the_grid_tells_where_one_is() -> None:
    drawing = map_of([LUSAKA, POKHARA])
    east = dict(drawing.meridians)
    assert east["40° E"] < east["60° E"]
    north = dict(drawing.parallels)
    assert north["20° N"] < north["0°"] < north["20° S"]
    assert {"180° W", "0°", "180° E"} & {name for name, _ in map_of([]).meridians}


def test_the_heavier_spot_is_larger_and_lies_below() -> None:
    first, second, third = map_of([POKHARA, LUSAKA, LIMA]).points
    assert first.spot is LUSAKA
    assert first.r > second.r == third.r


def test_names_do_not_lie_on_each_other() -> None:
    points = map_of([Spot(10 + n / 100, 10, f"Town {n}") for n in range(30)]).points
    assert sum(one.named for one in points) == 1
