"""Headings and the sections below them."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.structure.lines import Line, lines_of
from extractor.structure.sections import sections_of


def by_colon(line: Line) -> str | None:
    """A line that ends in a colon is a heading."""
    text = line.content.text
    return text[:-1].lower() if text.endswith(":") else None


def test_lines_are_cut_at_headings() -> None:
    sections = sections_of(lines_of("Top\n\nTea:\nwarm\n\nnice\nWater:\nMilk:\n\n"), by_colon)
    assert [section.name for section in sections] == ["", "tea", "water", "milk"]
    assert [section.heading and section.heading.text for section in sections] == [
        None,
        "Tea:",
        "Water:",
        "Milk:",
    ]
    assert [section.block and section.block.text for section in sections] == [
        "Top",
        "warm\n\nnice",
        None,
        None,
    ]
    assert [line.content.text for line in sections[1].printed] == ["warm", "nice"]


def test_a_page_without_headings_is_one_section() -> None:
    (section,) = sections_of(lines_of("Tea\nWater"), by_colon)
    assert (section.name, section.heading, len(section.lines)) == ("", None, 2)
    assert len(sections_of((), by_colon)) == 1


@given(st.text(alphabet="ab:\n ", max_size=40))
def test_every_line_is_a_heading_or_stands_in_one_section(page: str) -> None:
    lines = lines_of(page)
    sections = sections_of(lines, by_colon)
    below = [line for section in sections for line in section.lines]
    headings = [line for line in lines if not line.blank and by_colon(line) is not None]
    assert sorted(line.number for line in [*below, *headings]) == [line.number for line in lines]
