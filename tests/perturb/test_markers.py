"""Other list markers."""

from random import Random

import pytest
from perturb import perturb
from perturb.markers import STYLES, markers
from perturb.pieces import Kind, Page, Role, walk
from perturb.sample import Pages, Sample


def lists(page: Page) -> list[list[str]]:
    """The markers of each list."""
    return [
        [
            piece.printed(page.source)
            for item in block.parts
            for piece in item.lines[0].pieces
            if item.kind is Kind.ITEM and piece.role is Role.MARKER
        ]
        for block in walk(page.blocks)
        if any(part.kind is Kind.ITEM for part in block.parts)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_all_lists_have_one_other_style_and_count_anew(sample: Sample, seed: int) -> None:
    page = sample.page
    before, after = lists(page), lists(markers(page, Random(seed)))
    assert {found[0] for found in after}.isdisjoint({found[0] for found in before})
    (style,) = [marker for name, marker in STYLES.items() if name == after[0][0]]
    assert after == [[style(at) for at in range(len(found))] for found in before]


def test_every_style_is_used(page_number: Pages) -> None:
    page = page_number("000").page
    assert {lists(markers(page, Random(seed)))[0][0] for seed in range(40)} == set(STYLES) - {"•"}


def test_gold_keeps_its_criteria_and_takes_the_block_from_the_page(
    page_number: Pages,
) -> None:
    sample = page_number("003")
    product = perturb(sample.document, sample.gold, ("markers",), seed=1)
    old, new = sample.gold.record.eligibility, product.gold.record.eligibility
    assert (new.inclusion, new.exclusion) == (old.inclusion, old.exclusion)
    assert new.criteria_text != old.criteria_text
    assert (new.criteria_text or "") in product.document.text


def test_the_twenty_seventh_letter_is_a_number() -> None:
    assert STYLES["a)"](25) == "z)"
    assert STYLES["a)"](26) == "27)"
