"""Lines that end where none was printed to end."""

import textwrap

from extractor.layout.line_ends import line_ends
from extractor.layout.page import Page

PARAGRAPH = (
    "We ask whether warm tea in the evening helps people who work at night to sleep longer, and whether they"
    " are less tired at noon when they have drunk it for a week or more, which nobody has asked before us."
)


def said(text: str, layout: str = "medpath") -> list[str]:
    return list(line_ends(Page(text), layout))


def test_paragraphs_broken_at_a_width_are_said_where_the_layout_breaks_none() -> None:
    page = textwrap.fill(PARAGRAPH, 60)
    assert len(said(page)) == 1
    assert "broken at a width of" in said(page)[0]
    assert said(page, "euctr") == said(page, "medline-print") == said(PARAGRAPH) == []


def test_words_cut_at_the_ends_of_lines_are_said() -> None:
    line = "Nobody may have drunk any tea before the first visit and the exam-"
    page = "\n".join((line, "ination is at noon " + line, "ination is at six " + line, "ination"))
    assert said(page, "euctr") == ["words are cut at the ends of its lines"]


def test_lines_cut_at_one_width_are_said() -> None:
    lines = [f"{letter} {PARAGRAPH}"[:70] for letter in "ABC"]
    assert said("\n\n".join(lines)) == ["its lines are cut at a width of 70"]
    assert said("\n\n".join([*lines, PARAGRAPH])) == []


def test_short_lines_in_lower_case_are_whole() -> None:
    assert said("age over 18 years\nno earlier treatment\nsleeps badly\n" + "A" * 60) == []
