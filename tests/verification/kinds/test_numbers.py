from collections.abc import Callable

import pytest

Status = Callable[..., str]
AT = "/design/enrollment/count"


@pytest.mark.parametrize(
    ("page", "count", "expected"),
    [
        ("120 participants", 120, "VERIFIED"),
        ("Forty-three patients are included", 43, "VERIFIED"),
        ("1,234 patients", 1234, "VERIFIED"),
        ("120 participants", 12, "UNSUPPORTED"),
        ("36 months", 36, "UNSUPPORTED"),
        ("72%", 72, "UNSUPPORTED"),
        ("120 of 240 patients", 120, "UNSUPPORTED"),
        ("no number", 1, "UNSUPPORTED"),
    ],
)
def test_a_count_is_the_only_number_that_counts(status: Status, page: str, count: int, expected: str) -> None:
    assert status(page, {"design": {"enrollment": {"count": count}}}, AT, {AT: page}) == expected


def test_a_bare_number_in_several_places_is_ambiguous(status: Status) -> None:
    page = "The first 12 and the other 12 came."
    assert status(page, {"design": {"enrollment": {"count": 12}}}, AT, {AT: "12"}) == "AMBIGUOUS"


def test_a_number_under_its_own_heading_is_not(status: Status) -> None:
    page = "Target Recruitment\n12\nSex\nAll\nSome 12 of them\n"
    assert status(page, {"design": {"enrollment": {"count": 12}}}, AT, {AT: "12"}) == "VERIFIED"
