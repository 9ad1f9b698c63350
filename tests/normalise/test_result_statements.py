import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.normalise.result_statements import PrintedResult, result_statements

PIECES = (
    "The median sleep was ", "7.7 hours ", "(95% CI 1.7-2.1) ", "and ", "versus ", "9% ", "12 patients ",
    "HR 0.7 ", "P<0.01 ",
    "respectively", "(", ")", "of ", "no ", "difference in ", ".", ";", "é", "Results: ",
)  # fmt: skip


def _told(sentence: str) -> list[tuple[str, str]]:
    return [
        (sentence[slice(*one.outcome)], sentence[one.start : one.end]) for one in result_statements(sentence)
    ]


def _one(sentence: str) -> PrintedResult:
    (found,) = result_statements(sentence)
    return found


def test_a_median_has_its_unit_and_its_interval() -> None:
    sentence = "The median progression-free survival was 1.9 months (95% CI 1.7-2.1 months)."
    found = _one(sentence)
    assert (str(found.statistic), str(found.value), found.outcome_norm) == ("MEDIAN", "1.9", "PFS")
    assert (str(found.level), str(found.low), str(found.high)) == ("95", "1.7", "2.1")
    assert found.unit is not None
    assert sentence[slice(*found.unit)] == "months"


def test_two_outcomes_in_one_sentence_are_two_results() -> None:
    assert _told("Results: The response rate was 9%, and the stabilization rate was 33%.") == [
        ("response rate", "The response rate was 9%"),
        ("stabilization rate", "the stabilization rate was 33%"),
    ]


def test_what_those_who_are_counted_had_is_the_outcome() -> None:
    sentence = "Sixteen (37%) patients had a score of 4, and 31 (72%) patients had chronic hepatitis."
    assert [outcome for outcome, _ in _told(sentence)] == ["score of 4", "chronic hepatitis"]
    assert [(one.count, one.percent, one.baseline) for one in result_statements(sentence)] == [
        (16, 37, True),
        (31, 72, True),
    ]


def test_the_p_value_beside_a_ratio_is_the_ratios() -> None:
    first, ratio = result_statements("Waking occurred in 386 patients (16.3%) (hazard ratio, 0.74; P<0.001)")
    assert (first.p_value, str(ratio.p_value), str(ratio.p_comparator)) == (None, "0.001", "LT")


@pytest.mark.parametrize(
    "sentence",
    [
        "Methods: The median sleep was 7 hours.",
        "The mean cognitive, language and motor scores were 99.4, 97.2 and 93.9, respectively.",
        "Significant changes in sleep (-0.9%) and tea (-1.2 hours) were seen.",
        "Patients received 100 mg once daily.",
        "",
    ],
)
def test_a_sentence_of_no_known_form_gives_nothing(sentence: str) -> None:
    assert result_statements(sentence) == ()


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_any_text_is_read_and_all_places_lie_in_it(text: str) -> None:
    for found in result_statements(text):
        assert 0 <= found.start < found.end <= len(text)
        for place in (found.outcome, found.unit, found.direction, found.arm):
            assert place is None or 0 <= place[0] < place[1] <= len(text)


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_costs_no_time(piece: str) -> None:
    started = time.process_time()
    result_statements(piece * 100_000)
    result_statements(piece * (1400 // len(piece)))
    assert time.process_time() - started < 2


def test_characteristics_at_baseline_that_are_alike_are_facts_at_entry() -> None:
    assert _one("Baseline characteristics were similar between groups.").baseline
    assert not _one("High baseline levels were correlated with sleep.").baseline
