from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
TEXT = (
    "The objective response rate was 9%, and the control rate was 33%; the median survival was 4.6 months "
    "(95% CI 2.3-6.9 months; p = 0.03)"
)
SURVIVAL = {
    "outcome": "survival",
    "text": TEXT,
    "value": 4.6,
    "unit": "months",
    "ci": {"level": 95, "low": 2.3, "high": 6.9},
    "p_value": 0.03,
    "p_comparator": "EQ",
}


def of(result: dict[str, Any]) -> dict[str, Any]:
    return {"results": [{"statistic": "MEDIAN", **result}]}


@pytest.mark.parametrize(
    "at", ["value", "unit", "ci/level", "ci/low", "ci/high", "p_value", "p_comparator", "outcome"]
)
def test_the_figures_that_stand_with_an_outcome_are_verified(status: Status, at: str) -> None:
    assert status(TEXT, of(SURVIVAL), f"/results/0/{at}") == "VERIFIED"


@pytest.mark.parametrize(
    ("at", "result"),
    [
        ("value", {**SURVIVAL, "value": 6.9}),
        ("unit", {**SURVIVAL, "unit": "years"}),
        ("ci/low", {**SURVIVAL, "ci": {"low": 2.0}}),
        ("ci/level", {**SURVIVAL, "ci": {"level": 90}}),
        ("p_value", {**SURVIVAL, "p_value": 0.3}),
        ("p_comparator", {**SURVIVAL, "p_comparator": "LT"}),
        ("outcome", {**SURVIVAL, "outcome": "toxicity"}),
        ("percent", {"outcome": "objective response rate", "text": TEXT, "percent": 33}),
    ],
)
def test_a_figure_of_another_outcome_is_unsupported(status: Status, at: str, result: dict[str, Any]) -> None:
    assert status(TEXT, of(result), f"/results/0/{at}") == "UNSUPPORTED"


def test_each_of_two_rates_belongs_to_its_own_outcome(status: Status) -> None:
    for outcome, percent in (("objective response rate", 9), ("control rate", 33)):
        assert (
            status(TEXT, of({"outcome": outcome, "text": TEXT, "percent": percent}), "/results/0/percent")
            == "VERIFIED"
        )


@pytest.mark.parametrize(
    ("text", "statistic", "more"),
    [
        (
            "Sixteen (37%) patients had a score of 4",
            "COUNT",
            {"outcome": "score of 4", "count": 16, "percent": 37},
        ),
        ("The response rate was 9%", "RATE", {"outcome": "response rate", "percent": 9}),
        ("The median survival was 5 months", "MEDIAN", {"outcome": "survival"}),
        ("Treatment was tolerable", "QUALITATIVE", {"outcome": "tolerable"}),
    ],
)
def test_the_kind_of_figure_follows_from_the_words(
    check: Any, text: str, statistic: str, more: dict[str, Any]
) -> None:
    found = check(text, {"results": [{"text": text, "statistic": statistic, **more}]}).evidence
    assert {str(e.status) for e in found.values()} == {"VERIFIED"} or "is_baseline" in str(found)
    other = "MEAN" if statistic != "MEAN" else "RATE"
    wrong = check(text, {"results": [{"text": text, "statistic": other, **more}]}).evidence
    assert wrong["/results/0/statistic"].status == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "said"), [("Ten patients had hepatitis", True), ("The response rate was 9%", False)]
)
def test_facts_at_entry_are_told_from_findings(status: Status, text: str, *, said: bool) -> None:
    for value in (True, False):
        result = {
            "outcome": text.rsplit(maxsplit=1)[-1],
            "text": text,
            "statistic": "RATE",
            "is_baseline": value,
        }
        assert (status(text, {"results": [result]}, "/results/0/is_baseline") == "VERIFIED") == (
            value is said
        )
