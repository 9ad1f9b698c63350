"""Markers of list items."""

import pytest

from extractor.layout.list_markers import is_group, item_pieces, marker_kind, number_of
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
