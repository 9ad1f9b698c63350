from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]


def dates(start: str, end: str) -> dict[str, Any]:
    return {"status": {"start_date": {"date": start}, "completion_date": {"date": end}}}


def test_an_end_before_the_start_is_a_contradiction(check: Any, codes: Codes) -> None:
    assert codes(check("x", dates("2020-05", "2019"))) == ["contradiction"]


def test_dates_are_compared_as_far_as_both_are_printed(check: Any, codes: Codes) -> None:
    assert codes(check("x", dates("2020-05", "2020"))) == []
