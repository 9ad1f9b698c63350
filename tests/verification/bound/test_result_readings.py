from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
TEXT = "Waking was seen in 9% in the tea group and in 12% in the milk group (hazard ratio, 0.74; P=0.02)."
ARMS = [{"key": "A1", "label": "tea group"}, {"key": "A2", "label": "milk group"}]


def of(arm: str | None, **result: Any) -> dict[str, Any]:
    one = {"outcome": "Waking", "text": TEXT[:-1], "statistic": "RATE", "arm": arm, **result}
    return {"arms": ARMS, "results": [one]}


@pytest.mark.parametrize(("arm", "percent"), [("A1", 9), ("A2", 12), (None, 12)])
def test_a_figure_whose_statement_reads_so_is_verified(status: Status, arm: str | None, percent: int) -> None:
    assert status(TEXT, of(arm, percent=percent), "/results/0/percent") == "VERIFIED"


@pytest.mark.parametrize(("arm", "percent"), [("A1", 12), (None, 21)])
def test_a_figure_of_another_arm_or_of_none_is_not(status: Status, arm: str | None, percent: int) -> None:
    assert status(TEXT, of(arm, percent=percent), "/results/0/percent") != "VERIFIED"


def test_a_ratio_has_its_own_p_value_and_a_share_beside_it_has_none(status: Status) -> None:
    ratio = of(None, statistic="HR", value=0.74, p_value=0.02, p_comparator="EQ")
    assert status(TEXT, ratio, "/results/0/value") == "VERIFIED"
    assert status(TEXT, ratio, "/results/0/p_value") == "VERIFIED"
    assert status(TEXT, of("A1", percent=9, p_value=0.2), "/results/0/p_value") == "UNSUPPORTED"


def test_a_statement_without_a_named_kind_is_quoted(status: Status) -> None:
    text = "Sleep with tea, 7 h, was good"
    result = {"results": [{"outcome": "Sleep", "text": text, "statistic": "OTHER", "value": 7, "unit": "h"}]}
    assert status(text, result, "/results/0/statistic") == "QUOTED"
