import pytest

from extractor.normalise.limit_pairs import paired
from extractor.normalise.limits import limits


def read(text: str) -> list[tuple[str, int, int | None, bool]]:
    return [
        (
            one.comparator,
            int(one.value),
            int(one.high) if one.high is not None else None,
            one.unit is not None,
        )
        for one in paired(text, limits(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> 140/90 mmHg", [("GT", 140, None, True), ("GT", 90, None, True)]),
        ("between ≥ 7% and ≤ 10%", [("BETWEEN", 7, 10, True)]),
        ("≥ 7% and ≤ 10%", [("GE", 7, None, True), ("LE", 10, None, True)]),
        ("> 140 / 90 cm", [("GT", 140, None, False), ("UNSTATED", 90, None, True)]),
    ],
)
def test_two_numbers_share_what_is_printed_once(
    text: str, expected: list[tuple[str, int, int | None, bool]]
) -> None:
    assert read(text) == expected
