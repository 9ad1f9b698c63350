"""Lines and list items of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.structure.lines import block, lines_of, paragraphs

PAGES = st.text(alphabet="ab \t\r\n•*-1.)(\u00a0\u2028\x0b\x85é😀", max_size=60) | st.text(max_size=60)


@given(PAGES)
def test_the_lines_of_a_page_are_the_page(page: str) -> None:
    lines = lines_of(page)
    assert "".join(line.whole.text for line in lines) == page
    assert [line.number for line in lines] == list(range(len(lines)))


@given(PAGES)
def test_content_and_item_stand_inside_their_line(page: str) -> None:
    for line in lines_of(page):
        assert line.content.text == line.whole.text.strip()
        assert line.content.text.endswith(line.item.text)
        assert bool(line.item) == (not line.blank)
        assert line.item.text == line.item.text.strip()
        assert not line.content or line.indent == line.content.start - line.whole.start


@pytest.mark.parametrize(
    ("page", "count"), [("", 0), ("a", 1), ("a\n", 1), ("a\r\nb", 2), ("a\rb", 2), ("\n\n", 2), ("a\n\rb", 3)]
)
def test_any_line_end_ends_a_line(page: str, count: int) -> None:
    assert len(lines_of(page)) == count


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_other_separators_stay_inside_a_line(separator: str) -> None:
    assert len(lines_of(f"tea{separator}water\n")) == 1


@pytest.mark.parametrize(
    ("text", "marker", "item"),
    [
        ("• Tea", "•", "Tea"),
        ("•Tea", "•", "Tea"),
        ("  * Tea  ", "*", "Tea"),
        ("- Tea", "-", "Tea"),
        ("– Tea", "–", "Tea"),
        ("1. Tea", "1.", "Tea"),
        ("12) Tea", "12)", "Tea"),
        ("(3) Tea", "(3)", "Tea"),
        ("1.Tea", "1.", "Tea"),
        ("a) Tea", "a)", "Tea"),
        ("b. Tea", "b.", "Tea"),
        ("\t▪\tTea", "▪", "Tea"),
    ],
)
def test_a_list_marker_is_cut_off(text: str, marker: str, item: str) -> None:
    (line,) = lines_of(text)
    assert (line.marker, line.item.text, line.content.text) == (marker, item, text.strip())


@pytest.mark.parametrize(
    "text", ["Tea", "-5 cups", "1.5 cups", "e.g. tea", "Tea - warm", "-Tea", "1000. Tea", "A. Licht", "2019"]
)
def test_what_only_looks_like_a_marker_stays(text: str) -> None:
    (line,) = lines_of(text)
    assert (line.marker, line.item.text) == ("", text)


@pytest.mark.parametrize("text", ["•", "* ", "1.  "])
def test_a_marker_without_an_item_is_content(text: str) -> None:
    (line,) = lines_of(text)
    assert line.item.text == text.strip()


def test_paragraphs_are_runs_of_printed_lines() -> None:
    lines = lines_of("\n Tea \n water\n\n \t\nmilk\n")
    assert [piece.text for piece in paragraphs(lines)] == ["Tea \n water", "milk"]


def test_a_block_reaches_from_the_first_printed_line_to_the_last() -> None:
    found = block(lines_of("\n Tea\n\nmilk \n\n"))
    assert found is not None
    assert found.text == "Tea\n\nmilk"
    assert block(lines_of("\n \n")) is None
