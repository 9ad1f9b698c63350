"""What an outcome measures."""

import pytest

from extractor.normalise.concepts import concept_of


@pytest.mark.parametrize(
    ("measure", "concept"),
    [
        ("Overall survival", "OS"),
        ("overall survival (OS)", "OS"),
        ("Overall Survival at two years", "OS"),
        ("Median overall survival", "OS"),
        ("Progression free survival will be evaluated", "PFS"),
        ("Progression-free survival", "PFS"),
        ("Time to progression (TTP)", "TTP"),
        ("Quality of life", "QUALITY_OF_LIFE"),
        ("Number of participants with adverse events", "ADVERSE_EVENTS"),
        ("All-cause mortality", "MORTALITY"),
    ],
)
def test_a_measure_that_names_a_concept_first_is_about_it(measure: str, concept: str) -> None:
    assert concept_of(measure) == concept


@pytest.mark.parametrize(
    "measure",
    ["", "Hours of sleep", "Tea refused due to adverse events", "Fear of overall survival scales"],
)
def test_a_measure_about_something_else_has_no_concept(measure: str) -> None:
    assert concept_of(measure) is None
