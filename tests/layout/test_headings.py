"""Headings and field labels."""

import pytest

from extractor.layout.headings import by_name, count_of, cut, heading_name, looks_like_heading
from extractor.structure.lines import lines_of
from extractor.structure.slices import Slice


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Target Recruitment", "enrollment"),
        ("  target recruitment  ", "enrollment"),
        ("Arm && Interventions", "arms"),
        ("Locations (12)", "location_list"),
        ("Locations (999999999999)", None),
        ("* Status", None),
        ("Status.", None),
        ("Status:", None),
        ("Status of the kettle", None),
        ("Status " * 12, None),
        ("?", None),
    ],
)
def test_a_heading_stands_alone_on_its_line(text: str, name: str | None) -> None:
    (line,) = lines_of(text)
    assert heading_name(line) == name


def test_a_count_in_brackets_belongs_to_its_heading() -> None:
    counted, plain = cut(lines_of("Locations (3)\nHall\nStatus\n"))[1:]
    match = count_of(counted)
    assert match is not None
    assert match.group("count") == "3"
    assert count_of(plain) is None


def test_what_a_line_is_the_heading_of_can_be_said_otherwise() -> None:
    lines = lines_of("Conditions\nSummary\nStatus\n")
    sections = cut(lines, lambda line: "all" if line.content.text == "Summary" else None)
    assert [section.name for section in sections] == ["", "all"]


def test_criteria_headings_may_end_in_a_colon_where_none_stands_without() -> None:
    names = [section.name for section in cut(lines_of("Inclusion Criteria:\nTea\nExclusion criteria:\nMilk"))]
    assert names == ["", "inclusion", "exclusion"]
    quoted = "Inclusion criteria:\nas below\nInclusion Criteria\nTea"
    assert [section.name for section in cut(lines_of(quoted))] == ["", "inclusion"]
    assert [section.name for section in cut(lines_of("Status:\nopen"))] == [""]


def test_two_sections_of_one_name_are_one() -> None:
    named = by_name(cut(lines_of("Conditions\nTea\nStatus\nx\nConditions\nMilk\n")))
    assert [line.content.text for line in named["conditions"].printed] == ["Tea", "Milk"]
    assert named["conditions"].heading
    assert named["conditions"].heading.start == 0


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Study Kitchen", True),
        ("Ways of Making Tea", True),
        ("tea", False),
        ("Tea is warm", False),
        ("Tea at 5", False),
        ("Tea, Milk", False),
        ("One Two Three Four Five Six Seven", False),
    ],
)
def test_a_heading_no_table_knows_has_a_form(text: str, *, form: bool) -> None:
    assert looks_like_heading(Slice(text, 0, len(text))) is form
