from datetime import date

import pytest

from kg.graph.edtf import partial_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2025-02-13", (2025, 2, 13), (2025, 2, 13), "day"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2023", (2023, 1, 1), (2023, 12, 31), "year"),
        ("2023~", (2023, 1, 1), (2023, 12, 31), "year"),
        ("199X", (1990, 1, 1), (1999, 12, 31), "decade"),
        ("2024-03/2024-05", (2024, 3, 1), (2024, 5, 31), "interval"),
        ("../2024", (1, 1, 1), (2024, 12, 31), "interval"),
        ("2024-01-05/..", (2024, 1, 5), (9999, 12, 31), "interval"),
    ],
)
def test_days_spanned(text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int], precision: str) -> None:
    value = partial_date(text)
    assert (value.edtf, value.earliest, value.latest, value.precision) == (
        text, date(*earliest), date(*latest), precision,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "May 2024", "2024-13", "2023-02-29", "2024-05/2024-03", "24-05-01"])
def test_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        partial_date(text)
