from collections.abc import Callable
from typing import Any

import pytest

Codes = Callable[[Any], list[str]]


def of(count: int, *sizes: int | None) -> dict[str, Any]:
    arms = [
        {"key": f"A{i}", "label": f"arm {i}", "participants": size} for i, size in enumerate(sizes, start=1)
    ]
    return {"design": {"enrollment": {"count": count}}, "arms": arms}


@pytest.mark.parametrize("record", [of(10, 5, 6), of(10, 11, None), of(10, 4, 5)])
def test_arms_that_do_not_add_up_are_a_contradiction(
    check: Any,
    codes: Codes,
    record: dict[str, Any],
) -> None:
    assert codes(check("x", record)) == ["contradiction"]


@pytest.mark.parametrize("record", [of(10, 5, 5), of(10, 4, None), of(10), of(0)])
def test_arms_that_may_add_up_are_not(check: Any, codes: Codes, record: dict[str, Any]) -> None:
    assert codes(check("x", record)) == []


def test_a_completed_trial_without_people_is_a_contradiction(check: Any, codes: Codes) -> None:
    assert codes(check("x", {**of(0), "status": {"overall_status": "COMPLETED"}})) == ["contradiction"]
