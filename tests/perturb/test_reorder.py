"""Sections in another order."""

from random import Random

from perturb import perturb
from perturb.pieces import Kind, Page, walk
from perturb.reorder import reorder
from perturb.sample import Pages, Sample


def headings(page: Page) -> list[str]:
    return [block.name for block in walk(page.blocks) if block.name]


def test_the_same_headings_stand_in_another_order(sample: Sample) -> None:
    page = sample.page
    changed = reorder(page, Random(1))
    assert sorted(headings(changed)) == sorted(headings(page))
    assert headings(changed) != headings(page)


def test_the_title_block_and_the_footer_stay(sample: Sample) -> None:
    page = sample.page
    changed = reorder(page, Random(2))
    assert [changed.blocks[0], changed.blocks[-1]] == [page.blocks[0], page.blocks[-1]]


def test_every_line_is_still_there_once(sample: Sample) -> None:
    page = sample.page
    changed = reorder(page, Random(3))
    assert sorted(changed.text.splitlines()) == sorted(page.text.splitlines())


def test_a_field_stays_in_its_section(page_number: Pages) -> None:
    page = page_number("000").page
    changed = reorder(page, Random(4))
    for block in page.blocks:
        (same,) = [
            other for other in changed.blocks if other.name == block.name and other.kind is block.kind
        ][:1]
        assert {part.name for part in same.parts} == {part.name for part in block.parts}


def test_inclusion_and_exclusion_stay_side_by_side(page_number: Pages) -> None:
    page = page_number("002").page
    for seed in range(20):
        names = headings(reorder(page, Random(seed)))
        assert abs(names.index("Inclusion Criteria") - names.index("Exclusion Criteria")) == 1


def test_what_lost_its_heading_never_follows_the_section_of_another(
    page_number: Pages,
) -> None:
    page = page_number("004").page
    for seed in range(20):
        blocks = reorder(page, Random(seed)).blocks
        before = [blocks[at - 1] for at, block in enumerate(blocks) if block.bare]
        assert all(block.bare or block.kind is not Kind.SECTION for block in before)


def test_gold_takes_the_criteria_as_the_new_page_prints_them(page_number: Pages) -> None:
    sample = page_number("000")
    texts = [
        perturb(sample.document, sample.gold, ("reorder",), seed=seed).gold.record.eligibility.criteria_text
        for seed in range(6)
    ]
    assert {(text or "").partition("\n")[0] for text in texts} == {"Inclusion Criteria", "Exclusion Criteria"}
