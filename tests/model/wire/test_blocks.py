from typing import Any

from wire_answers import answer, read

from extractor.model.wire.forms import form_of
from extractor.model.wire.part import Part
from extractor.records.finding import FindingCode

PAGE = "Summary\n\n  We pour tea. Tea is\r\nthen drunk  slowly. We pour tea.\nEnd"


def block(first: int, last: int, begins: str, ends: str) -> Part:
    form = form_of(("brief_summary",))
    said: dict[str, Any] = {"first": first, "last": last, "begins": begins, "ends": ends}
    return read(form, answer(form, brief_summary=said), PAGE)


def words(part: Part) -> str:
    """The block; its quote must stand on the page."""
    (quote,) = part.quotes["/brief_summary"]
    assert quote.start is not None
    assert PAGE[quote.start : quote.start + len(quote.text)] == quote.text == part.record["brief_summary"]
    return quote.text


def test_a_block_goes_from_its_first_words_to_the_end_of_its_last() -> None:
    part = block(3, 4, "We pour", "drunk  slowly.")
    assert words(part) == "We pour tea. Tea is\r\nthen drunk  slowly."
    assert part.findings == []


def test_blanks_and_case_of_the_words_do_not_matter() -> None:
    assert words(block(3, 4, "tea  IS", "Drunk slowly.")) == "Tea is\r\nthen drunk  slowly."


def test_the_last_of_several_ends_in_a_line_is_the_end() -> None:
    assert words(block(4, 4, "then", "tea.")) == "then drunk  slowly. We pour tea."


def test_whole_lines_are_taken_by_name_where_the_words_are_elsewhere() -> None:
    part = block(3, 4, "End", "tea.")
    assert words(part).startswith("We pour tea. Tea is")
    assert [(one.code, one.pointer) for one in part.findings] == [(FindingCode.UNSUPPORTED, "/brief_summary")]
    assert "`begins`" in part.findings[0].message
    assert words(block(3, 4, "We pour", "Summary")).endswith("We pour tea.")


def test_a_block_that_ends_before_it_begins_is_its_whole_lines() -> None:
    part = block(4, 4, "We pour", "slowly.")
    assert words(part) == "then drunk  slowly. We pour tea."
    assert len(part.findings) == 1


def test_marks_of_patterns_in_the_words_are_words() -> None:
    part = block(3, 3, "We.pour", "Tea is")
    assert len(part.findings) == 1
