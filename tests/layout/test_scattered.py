"""Signs of shuffled lines."""

import pytest

from extractor.layout.page import Page
from extractor.layout.scattered import may_head, out_of_order, stray_items

ORDER = ("conditions", "status", "sex", "enrollment", "study_type")


def test_headings_in_another_order_are_counted() -> None:
    page = Page("Study Type\n\nSex\n\nConditions\n\nStatus\n\nTarget Recruitment")
    assert out_of_order(page, ORDER) == "2 of its 5 headings stand out of their order"
    assert out_of_order(page, ("study_type", "sex", "conditions", "status", "enrollment")) == ""
    assert out_of_order(page, ("acronym",)) == ""


def test_items_stand_below_headings_of_lists() -> None:
    assert not stray_items(Page("Inclusion Criteria\n- a\nExclusion Criteria\n- b\nSex\n- c").lines)
    assert stray_items(Page("Status\n- a\nSex\n- b").lines)


@pytest.mark.parametrize(
    ("line", "may"),
    [("Sex", True), ("Who is invited", True), ("Status", False), ("- Sex", False), ("We ask all.", False)],
)
def test_a_short_line_that_no_table_knows_may_be_a_heading(line: str, may: bool) -> None:
    assert may_head(Page(line).lines[0], {"sex"}) is may
