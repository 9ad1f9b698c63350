from typing import Any

import pytest

RECORD = {"arms": [{"key": "A1", "label": "Heat only"}]}


@pytest.mark.parametrize(
    ("text", "pointer", "words", "reason"),
    [
        (
            "Detailed Description\n\nNot available\n\nSex\nAll",
            "/detailed_description",
            "Not available",
            "STATED_NOT_AVAILABLE",
        ),
        ("Study Results\n\nResults pending\n", "/results", "Results pending", "STATED_NOT_AVAILABLE"),
        ("Heat onlyHeat-\n", "/arms/0/description", "-", "DASH_PLACEHOLDER"),
        ("Sex\n\nConditions\nFlu\n", "/eligibility/sex", "Sex", "EMPTY_SECTION"),
        ("Oslo, , Norway\n", "/organization", "Oslo, , Norway", "EMPTY_CELL"),
    ],
)
def test_a_reason_the_page_shows_is_verified(
    check: Any, text: str, pointer: str, words: str, reason: str
) -> None:
    found = check(text, RECORD, {pointer: words}, {pointer: reason})
    assert found.evidence[pointer].status == "VERIFIED"


@pytest.mark.parametrize(
    "reason", ["STATED_NOT_AVAILABLE", "DASH_PLACEHOLDER", "EMPTY_SECTION", "EMPTY_CELL"]
)
def test_a_reason_the_page_does_not_show_is_a_finding(check: Any, reason: str) -> None:
    pointer = "/detailed_description"
    text = "Detailed Description\n\nHeat is given daily to all.\n"
    found = check(text, {}, {pointer: "Heat is given daily to all."}, {pointer: reason})
    assert found.evidence[pointer].status == "UNSUPPORTED"
    assert [finding.code for finding in found.findings] == ["absence_mismatch"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Telephone\n\n- Address\n\nHill 1\n\n- Telephone\n\n55\n\n- Address\n\nHill 2\n", "VERIFIED"),
        ("Telephone\n\nCommittee\n", "AMBIGUOUS"),
        ("- Telephone\n\n55\n", "AMBIGUOUS"),
    ],
)
def test_a_label_without_a_value_is_empty_if_another_label_follows(
    check: Any, text: str, expected: str
) -> None:
    pointer = "/detailed_description"
    words = text.partition("\n")[0]
    found = check(text, {}, {pointer: (words, 0)}, {pointer: "EMPTY_CELL"})
    assert found.evidence[pointer].status == expected
