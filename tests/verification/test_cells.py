from typing import Any

import pytest

from extractor.verification.cells import other_split
from extractor.verification.page import Page


@pytest.mark.parametrize("row", ["Events by v3.02 years", "Events, grade 112 months"])
def test_a_row_that_meets_inside_a_number_is_doubted_only_if_another_split_is_good(row: str) -> None:
    at = row.index("2 years") if "years" in row else row.index("12 months")
    doubt = other_split(Page(row), at, (0, len(row)))
    assert (doubt is None) == ("v3" in row)


def test_a_glued_row_with_two_good_splits_is_ambiguous(check: Any) -> None:
    text = "Primary Outcome Measures\nEvents, grade 112 months\n"
    record = {"outcomes": [{"kind": "PRIMARY", "measure": "Events, grade 1", "time_frame": "12 months"}]}
    assert check(text, record).evidence["/outcomes/0/time_frame"].status == "AMBIGUOUS"


def test_a_split_that_leaves_a_rest_is_unsupported(check: Any) -> None:
    text = "Primary Outcome Measures\nEvents by v3.02 years\n"
    record = {"outcomes": [{"kind": "PRIMARY", "measure": "Events by v3.", "time_frame": "02 years"}]}
    found = check(text, record).evidence
    assert (
        found["/outcomes/0/measure"].status != "VERIFIED"
        or found["/outcomes/0/time_frame"].status != "VERIFIED"
    )


@pytest.mark.parametrize(("label", "expected"), [("Measure: ", "VERIFIED"), ("Time Frame: ", "UNSUPPORTED")])
def test_a_measure_may_stand_behind_its_own_label(check: Any, label: str, expected: str) -> None:
    text = f"Primary Outcome Measures\n\n{label}Steps a day\n\nSafety Issue? No\n"
    record = {"outcomes": [{"kind": "PRIMARY", "measure": "Steps a day"}]}
    assert check(text, record).evidence["/outcomes/0/measure"].status == expected
