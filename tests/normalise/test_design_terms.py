import pytest

from extractor.normalise.design_terms import design_terms


def _found(sentence: str) -> list[tuple[str, str, str]]:
    return [(one.field, one.value, sentence[one.start : one.end]) for one in design_terms(sentence)]


def test_terms_are_those_said_of_a_study() -> None:
    sentence = (
        "This multicentre, randomised, double- blind, parallel-group, phase III study tested warm milk."
    )
    assert _found(sentence) == [
        ("multicenter", "true", "multicentre"),
        ("allocation", "RANDOMIZED", "randomised"),
        ("masking", "DOUBLE", "double- blind"),
        ("intervention_model", "PARALLEL", "parallel-group"),
        ("phases", "PHASE3", "phase III"),
    ]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Patients were randomly assigned to milk or tea.", "RANDOMIZED"),
        ("The trial was open-label and prospective.", "NONE"),
        ("We did a non-randomised comparison.", "NON_RANDOMIZED"),
        ("A retrospective cohort study of feet.", "OBSERVATIONAL"),
        ("The study, which was initiated by investigators, began late.", "true"),
        ("It was done in a single centre.", "false"),
    ],
)
def test_a_study_and_those_in_it_are_told_of_in_other_forms(sentence: str, value: str) -> None:
    assert value in {found for _, found, _ in _found(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "After a single-blind run-in period they drank milk.",
        "They took open-label metformin.",
        "Randomized trials are needed.",
        "Patients were not randomized.",
        "A phase 1/2 study of milk.",
        "A phase IIb trial of milk.",
        "Crossover to tea was allowed.",
        "Multicenter experience with milk is small.",
    ],
)
def test_terms_of_other_things_say_nothing(sentence: str) -> None:
    assert _found(sentence) == []


def test_what_is_said_of_people_is_not_said_of_the_study() -> None:
    (term,) = design_terms("Patients were randomly assigned to milk or tea.")
    assert not term.of_study
