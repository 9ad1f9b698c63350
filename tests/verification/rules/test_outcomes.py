from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]

ONE = {"kind": "PRIMARY", "measure": "survival", "time_frame": "2 years"}


def test_one_measure_twice_is_a_duplicate_and_with_two_ranks_a_contradiction(
    check: Any,
    codes: Codes,
) -> None:
    assert codes(check("x", {"outcomes": [ONE, ONE]})) == ["duplicate"]
    assert codes(check("x", {"outcomes": [ONE, {**ONE, "kind": "SECONDARY"}]})) == ["contradiction"]


def test_one_measure_at_two_times_is_two_outcomes(check: Any, codes: Codes) -> None:
    assert codes(check("x", {"outcomes": [ONE, {**ONE, "time_frame": "3 years"}]})) == []


def test_a_page_with_primary_outcomes_of_which_none_was_read_is_a_contradiction(
    check: Any,
    codes: Codes,
) -> None:
    page = "Primary Outcome Measures\nsurvival2 years\nSecondary Outcome Measures\nrelapse2 years\n"
    secondary = {"kind": "SECONDARY", "measure": "relapse", "time_frame": "2 years"}
    assert codes(check(page, {"outcomes": [secondary]})) == ["contradiction"]
