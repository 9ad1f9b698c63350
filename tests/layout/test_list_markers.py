"""Markers of list items."""

import pytest

from extractor.layout.list_markers import is_group, item_pieces, marker_kind, number_of, seems_counted
from extractor.structure.lines import lines_of


@pytest.mark.parametrize(
    ("marker", "kind", "number"),
    [
        ("1.", "1", 1),
        ("(12)", "1", 12),
        ("a)", "a", None),
        ("•", "•", None),
        ("-", "-", None),
        ("", "", None),
    ],
)
def test_kinds_and_numbers_of_markers(marker: str, kind: str, number: int | None) -> None:
    assert (marker_kind(marker), number_of(marker)) == (kind, number)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Other inclusion criteria", True),
        ("Inclusion criteria at Screening Visit (Visit 1):", True),
        ("- Other criteria", False),
        ("Patients who meet the criteria of the first study and want tea", False),
        ("Tea", False),
    ],
)
def test_a_short_line_about_criteria_heads_those_below_it(text: str, group: bool) -> None:
    assert is_group(lines_of(text)[0]) is group


@pytest.mark.parametrize(
    ("text", "numbers", "pieces"),
    [
        ("1. Tea. 2. Water; 3. Bread", {1}, ["Tea.", "Water;", "Bread"]),
        ("1. Tea.2. Water", {1}, ["Tea.", "Water"]),
        ("1) Tea, 2) Water", {1}, ["Tea,", "Water"]),
        ("1. Tea of Grade 2. Water", {1}, ["Tea of Grade 2. Water"]),
        ("1. Tea; 3. Water", {1}, ["Tea; 3. Water"]),
        ("1. Tea. 2. Water", {1, 2}, ["Tea. 2. Water"]),
        ("- Tea. 2. Water", set(), ["Tea. 2. Water"]),
        ("- Tea -Water", set(), ["Tea", "Water"]),
    ],
)
def test_items_that_lost_their_line_breaks(text: str, numbers: set[int], pieces: list[str]) -> None:
    assert [piece.text for piece in item_pieces(lines_of(text)[0], numbers)] == pieces


@pytest.mark.parametrize(
    ("text", "seems"),
    [
        ("1 Tea 2 Milk 3 sugar", True),
        ("Tea b) Milk c) Sugar", True),
        ("a. Tea b. Milk c. Sugar", True),
        ("1 cup in the last 2 weeks", False),
        ("Hepatitis B. Or c. difficile", False),
        ("2 cups, 3 mugs and 4 pots", False),
    ],
)
def test_a_criterion_that_counts_without_punctuation_seems_several(text: str, seems: bool) -> None:
    assert seems_counted(text) is seems
