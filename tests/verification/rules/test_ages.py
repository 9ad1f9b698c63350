from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]

YEARS = {"unit": "YEAR", "inclusive": True}
PAGE = (
    "Minimum Eligible Age\n70 Years\nMaximum Eligible Age\n18 Years\nInclusion Criteria\n* Age ≥ 20 years\n"
)


def test_a_lowest_age_above_the_highest_is_a_contradiction_with_both_words(check: Any, codes: Codes) -> None:
    record = {"eligibility": {"minimum_age": {"value": 70, **YEARS}, "maximum_age": {"value": 18, **YEARS}}}
    quotes = {"/eligibility/minimum_age": "70 Years", "/eligibility/maximum_age": "18 Years"}
    found = check(PAGE, record, quotes)
    assert codes(found) == ["contradiction"]
    assert [span.quote for span in found.findings[0].spans] == ["70 Years", "18 Years"]


def test_a_field_that_differs_from_the_criterion_is_a_contradiction(check: Any, codes: Codes) -> None:
    limit = {"kind": "age", "min": {"value": 20, **YEARS}}
    record = {
        "eligibility": {
            "minimum_age": {"value": 70, **YEARS},
            "inclusion": [{"text": "Age ≥ 20 years", "constraints": [limit]}],
        }
    }
    assert codes(check(PAGE, record, {"/eligibility/minimum_age": "70 Years"})) == ["contradiction"]


def test_equal_ages_in_other_units_are_no_contradiction(check: Any, codes: Codes) -> None:
    limit = {"kind": "age", "min": {"value": 24, "unit": "MONTH"}}
    record = {
        "eligibility": {
            "minimum_age": {"value": 2, **YEARS},
            "inclusion": [{"text": "Age ≥ 24 months", "constraints": [limit]}],
        }
    }
    assert codes(check("Age ≥ 24 months", record)) == []


def test_an_age_nobody_has_is_implausible(check: Any, codes: Codes) -> None:
    record = {"eligibility": {"minimum_age": {"value": 200, **YEARS}}}
    assert codes(check(PAGE, record)) == ["implausible"]
