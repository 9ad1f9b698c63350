from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
TEXT = (
    "The mean itch, rest and mood scores (talc versus chalk, respectively) were 6.1 ± 1.2 versus 7.4 ± 1.5 "
    "(mean difference (MD) −1.3, 95 % confidence interval (CI) −2.0, −0.6; P = 0.01), "
    "4.5 ± 1.1 versus 4.4 ± 1.3 (MD 0.1, 95 % CI −0.5, 0.7; P = 0.8) and 3.8 ± 0.9 versus 2.9 ± 0.8 "
    "(MD 0.9, 95 % CI 0.2, 1.6; P = 0.03), respectively."
)
BESIDE = "The mean pain was 2.4 (1.1) in the talc group vs 3.9 (1.3) in the chalk group."


def of(text: str, **result: Any) -> dict[str, Any]:
    arms = [{"key": "A1", "label": "talc"}, {"key": "A2", "label": "chalk"}]
    return {"arms": arms, "results": [{"statistic": "MEAN", "text": text, **result}]}


@pytest.mark.parametrize(
    ("outcome", "arm", "value", "expected"),
    [
        ("itch", "A1", 6.1, "VERIFIED"),
        ("itch", "A2", 7.4, "VERIFIED"),
        ("itch", "A1", 7.4, "UNSUPPORTED"),
        ("rest", "A2", 4.4, "VERIFIED"),
        ("mood", "A1", 3.8, "VERIFIED"),
        ("mood", "A1", 6.1, "UNSUPPORTED"),
        ("mood", None, 3.8, "AMBIGUOUS"),
    ],
)
def test_figures_in_turn_belong_to_the_outcome_and_the_arm_in_that_turn(
    status: Status, outcome: str, arm: str | None, value: float, expected: str
) -> None:
    assert status(TEXT, of(TEXT, outcome=outcome, arm=arm, value=value), "/results/0/value") == expected


@pytest.mark.parametrize(
    ("arm", "value", "expected"),
    [("A1", 2.4, "VERIFIED"), ("A2", 3.9, "VERIFIED"), ("A2", 2.4, "UNSUPPORTED")],
)
def test_a_group_named_beside_a_figure_is_the_one_it_is_of(
    status: Status, arm: str, value: float, expected: str
) -> None:
    assert status(BESIDE, of(BESIDE, outcome="pain", arm=arm, value=value), "/results/0/value") == expected


@pytest.mark.parametrize(
    ("value", "low", "p", "expected"),
    [(-1.3, -2.0, 0.01, "VERIFIED"), (0.1, -0.5, 0.8, "UNSUPPORTED"), (0.9, 0.2, 0.03, "UNSUPPORTED")],
)
def test_a_difference_its_interval_and_its_p_value_are_those_of_the_outcome(
    status: Status, value: float, low: float, p: float, expected: str
) -> None:
    result = of(TEXT, outcome="itch", value=value, ci={"low": low}, p_value=p)
    result["results"][0]["statistic"] = "DIFFERENCE"
    for at in ("value", "ci/low", "p_value"):
        assert status(TEXT, result, f"/results/0/{at}") == expected


def test_a_p_value_of_a_comparison_is_not_one_arms(status: Status) -> None:
    result = of(TEXT, outcome="itch", arm="A1", value=6.1, p_value=0.01)
    assert status(TEXT, result, "/results/0/p_value") == "AMBIGUOUS"


def test_an_outcome_whose_figures_are_others_is_refused(status: Status) -> None:
    assert status(TEXT, of(TEXT, outcome="rest", arm="A1", value=6.1), "/results/0/outcome") == "UNSUPPORTED"


def test_figures_of_a_list_without_turns_are_of_no_outcome_for_sure(status: Status) -> None:
    text = "Mean itch and rest were 6.1 versus 7.4."
    assert status(text, of(text, outcome="itch", arm="A1", value=6.1), "/results/0/value") == "AMBIGUOUS"


def test_a_finding_that_names_no_time_of_entry_is_quoted_as_none_at_baseline(status: Status) -> None:
    assert status(BESIDE, of(BESIDE, outcome="pain", value=2.4), "/results/0/is_baseline") == "QUOTED"
    at_entry = of(BESIDE, outcome="pain", value=2.4, is_baseline=True)
    assert status(BESIDE, at_entry, "/results/0/is_baseline") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mean pain (chalk versus talc) was 3 vs 5.", "VERIFIED"),
        ("Mean pain (talc versus chalk) was 3 vs 5.", "UNSUPPORTED"),
        ("Compared with chalk patients given talc had mean pain of 3 vs 5.", "AMBIGUOUS"),
        ("Mean pain was 3 vs 5 in chalk and talc groups.", "AMBIGUOUS"),
    ],
)
def test_the_order_of_arms_counts_only_where_nothing_stands_between_them(
    status: Status, text: str, expected: str
) -> None:
    assert status(text, of(text, outcome="pain", arm="A2", value=3), "/results/0/value") == expected
