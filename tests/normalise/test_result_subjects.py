import pytest

from extractor.normalise.result_subjects import (
    counted_outcome,
    is_a_subject,
    lists_several,
    names_a_measure,
    subject_in,
)


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("The median time to waking", "time to waking"),
        ("Overall survival", "Overall survival"),
        ("The 1-year recurrence rate", "1-year recurrence rate"),
        ("The estimated 24-month sleep", "24-month sleep"),
        ("1-, 3- and 5-year sleep rates", "sleep"),
        ("The mean difference in sleep", "sleep"),
        ("Mean change from baseline in sleep", "sleep"),
        ("The sleep rate of the tea group", "sleep rate"),
        ("Mean number of cups", "number of cups"),
        ("Death from any cause", "Death from any cause"),
        ("Loss to follow-up", "Loss to follow-up"),
        ("The time to first waking", "time to first waking"),
        ("Change from baseline", None),
        ("Compliance with treatment", "Compliance with treatment"),
        ("The primary endpoint, sleep", "sleep"),
        ("The percentage of patients with cold feet at week 4", "cold feet"),
        ("The tea group", None),
        ("Group A", None),
        ("Patients", None),
        ("The rate", None),
        ("Placebo", None),
    ],
)
def test_a_clause_is_about_its_subject(clause: str, subject: str | None) -> None:
    found = subject_in(clause, 0, len(clause))
    assert (clause[slice(*found)] if found else None) == subject


@pytest.mark.parametrize(
    "words", ["The 24-h sleep at week 12", "Grade 3-4 waking", "IL-6 (pg)", "Sleep per RECIST 1.1"]
)
def test_a_name_may_hold_digits_that_are_no_figures(words: str) -> None:
    assert is_a_subject(words)


@pytest.mark.parametrize(
    "words",
    ["Sleep that was", "It", "Sleep >5", "Sleep (deep", "Weight loss of 5%", "In the tea group", "Sleep 12"],
)
def test_words_with_a_verb_or_a_figure_name_nothing(words: str) -> None:
    assert not is_a_subject(words)


def test_the_times_of_one_outcome_are_not_several_outcomes() -> None:
    assert lists_several("Sensitivity and specificity")
    assert not lists_several("The 1-, 3- and 5-year survival")


def test_before_a_colon_a_measure_is_told_from_a_group() -> None:
    assert names_a_measure("Mortality at 28 days")
    assert not names_a_measure("Tea")


@pytest.mark.parametrize(
    ("verb", "rest", "outcome"),
    [
        ("had", " cold feet", "cold feet"),
        ("developed", " a cold at week 12", "cold"),
        ("died", " of sepsis", "died of sepsis"),
        ("were", " randomized to tea", None),
        ("had", " 12 colds", None),
    ],
)
def test_those_who_are_counted_had_or_did_something(verb: str, rest: str, outcome: str | None) -> None:
    found = counted_outcome(verb + rest, (0, len(verb)), (len(verb), len(verb + rest)))
    assert ((verb + rest)[slice(*found)] if found else None) == outcome
