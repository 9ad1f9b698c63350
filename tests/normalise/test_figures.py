from decimal import Decimal

import pytest

from extractor.normalise.figures import intervals, is_count, p_values, plain_figures


@pytest.mark.parametrize(
    ("text", "level", "low", "high"),
    [
        ("95% CI 2.3-6.9 months", "95", "2.3", "6.9"),
        ("(95% CI, 12.1-14.9)", "95", "12.1", "14.9"),
        ("confidence interval: -1.5 to 0.2", None, "-1.5", "0.2"),
    ],
)
def test_confidence_intervals(text: str, level: str | None, low: str, high: str) -> None:
    (interval,) = intervals(text)
    assert interval.level == (Decimal(level) if level else None)
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "sign", "value"), [("p<0.001", "LT", "0.001"), ("P value = .05", "EQ", "0.05")]
)
def test_p_values(text: str, sign: str, value: str) -> None:
    assert p_values(text)[0][:2] == (sign, Decimal(value))


def test_figures_are_what_is_left() -> None:
    text = "IL-6 was 1.9 months (95% CI 1.7-2.1; p = 0.04)"
    assert [figure.value for figure in plain_figures(text)] == [Decimal("1.9")]


def test_counts_are_told_by_what_follows() -> None:
    text = "Sixteen (37%) had it, 12 patients not, 9 months on"
    assert [is_count(text, figure) for figure in plain_figures(text)] == [True, False, True, False]


def test_raised_dots_are_points() -> None:
    text = "hazard ratio 0·55, 95% CI 0·36–0·84; p=0·0051"
    (interval,) = intervals(text)
    ((_, p, *_),) = p_values(text)
    assert (str(interval.low), str(interval.high), str(p)) == ("0.36", "0.84", "0.0051")
