"""Rows of converted HTML: a label and its value, or cells of a table."""

import pytest

from extractor.verification.label_rows import label_and_value


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Minimum age\t18 Years", ["Minimum age", "18 Years"]),
        ("A.1\tMember State Concerned\tPortugal", ["A.1", "Member State Concerned", "Portugal"]),
        ("N.\tDecision\tAuthorised", ["N.", "Decision", "Authorised"]),
        ("Sleep\t4 weeks", ["Sleep\t4 weeks"]),
        ("Condition\tTime\tMean", ["Condition\tTime\tMean"]),
        ("\tTime Frame: 1 week", ["\tTime Frame: 1 week"]),
        ("Minimum age", ["Minimum age"]),
        ("Intervention\tDrug: Tea Arm Label: Warm", ["Intervention", "Drug: Tea", "Arm Label: Warm"]),
        ("Arm/Group\tArm Label: Warm Experimental", ["Arm/Group", "Arm Label: Warm", "Experimental"]),
        ("Sponsor\t ", ["Sponsor"]),
    ],
)
def test_a_label_and_its_value_are_two_lines_and_a_row_is_one(line: str, pieces: list[str]) -> None:
    page = f"top\n{line}\nend"
    found = label_and_value(page, 4, 4 + len(line))
    assert [page[start:end] for start, end in found] == pieces
