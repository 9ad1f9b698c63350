"""The first row of a glued table."""

import pytest

from extractor.layout.table_headers import is_header
from extractor.structure.slices import Slice


def said(text: str) -> bool:
    return is_header(Slice(text, 0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "GroupInterventionDescription",
        "NameTimeMethod",
        "ArmInterventions",
        "Measure Time Frame Description",
        "Outcome/Timepoint",
        "| Name | Time Frame |",
    ],
)
def test_names_of_columns_alone_are_a_header(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text", ["Description", "Tea GroupTeaOne cup", "NameTimeMethod 2", "Sleep12 weeks", "", "x"]
)
def test_a_row_with_other_words_is_none(text: str) -> None:
    assert not said(text)
