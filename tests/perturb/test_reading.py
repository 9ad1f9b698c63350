"""Reading a page into blocks."""

import pytest
from perturb import UnknownFormError
from perturb.pieces import Kind, walk
from perturb.reading import read_page
from perturb.sample import Pages, Sample

from extractor.documents import Document


def test_the_blocks_put_together_are_the_page(sample: Sample) -> None:
    assert sample.page.text == sample.document.text


def test_the_title_block_and_the_footer_are_fixed_and_nothing_else_is(sample: Sample) -> None:
    kinds = [block.kind for block in sample.page.blocks]
    assert kinds[0] is kinds[-1] is Kind.FIXED
    assert Kind.FIXED not in kinds[1:-1]


def test_a_page_of_no_known_form_is_refused(sample: Sample) -> None:
    with pytest.raises(UnknownFormError, match="no form of page is known"):
        read_page(Document.from_text("A page about something else."), sample.gold)


@pytest.mark.parametrize(
    ("number", "heading", "rows"),
    [
        ("000", "Arm && Interventions", 3),
        ("000", "Primary Outcome Measures", 1),
        ("001", "Secondary Outcome Measures", 2),
        ("003", "Secondary Outcome Measures", 6),
        ("002", "Study Groups", 2),
        ("002", "References", 5),
    ],
)
def test_a_row_stands_with_its_description(page_number: Pages, number: str, heading: str, rows: int) -> None:
    (block,) = [block for block in walk(page_number(number).page.blocks) if block.name == heading]
    assert [part.kind for part in block.parts] == [Kind.ROW] * rows


def test_items_hold_the_items_inside_them(page_number: Pages) -> None:
    blocks = walk(page_number("001").page.blocks)
    (inclusion,) = [block for block in blocks if block.name == "Inclusion Criteria"]
    assert [len(item.parts) for item in inclusion.parts] == [0] * 9 + [7]


def test_an_item_keeps_the_paragraphs_below_it(page_number: Pages) -> None:
    sample = page_number("002")
    (inclusion,) = [block for block in walk(sample.page.blocks) if block.name == "Inclusion Criteria"]
    assert len(inclusion.parts) == 3
    printed = "".join(
        p.printed(sample.document.text) for line in inclusion.parts[1].lines for p in line.pieces
    )
    assert printed.startswith("* The characteristics of the tumor:")
    assert printed.rstrip().endswith("invasion the adjacent organs.")
