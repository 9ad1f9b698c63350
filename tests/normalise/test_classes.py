import pytest

from extractor.normalise.classes import bounds, classes


@pytest.mark.parametrize(
    ("scale", "text", "found"),
    [
        ("CHILD_PUGH", "Child-Pugh Class A or B", {"A", "B"}),
        ("CHILD_PUGH", "The Child-pugh score was A.", {"A"}),
        ("CHILD_PUGH", "a patient without a scale", set()),
        ("ASA", "American Society of Anesthesiologists(ASA)score was I-III", {"I", "II", "III"}),
        ("TNM", "stage III or IVa according to TNM", {"III", "IVa"}),
        ("NYHA", "> NYHA class 2", set()),
        ("CHILD_PUGH", "Child-Pugh A5-6", {"A5", "A6"}),
        ("CHILD_PUGH", "Child-Pugh class A (5-6 points) or B7", {"A", "B7"}),
        ("CHILD_PUGH", "Child-Pugh A grade or B grade", {"A", "B"}),
    ],
)
def test_classes_named_for_a_scale(scale: str, text: str, found: set[str]) -> None:
    assert classes(scale, text) == found


@pytest.mark.parametrize(
    ("scale", "text", "found"),
    [
        ("NYHA", "failure > NYHA class 2", {("GT", "2")}),
        ("NCI_CTC", "(> grade 2 NCI-CTC version 3.0)", {("GT", "2")}),
        ("NYHA", "NYHA class 2", set()),
    ],
)
def test_bounds_on_a_scale(scale: str, text: str, found: set[tuple[str, str]]) -> None:
    assert bounds(scale, text) == found
