"""Rows and items in another order."""

from random import Random

from perturb import perturb
from perturb.pieces import Kind, walk
from perturb.sample import Pages, Sample
from perturb.shuffle_rows import shuffle_rows


def test_sections_stay_and_every_line_is_still_there(sample: Sample) -> None:
    page = sample.page
    changed = shuffle_rows(page, Random(1))
    assert [block.name for block in walk(page.blocks)] == [block.name for block in walk(changed.blocks)]
    words = [sorted(text.split()) for text in (page.text, changed.text)]
    assert words[0] == words[1]
    assert page.text != changed.text


def test_numbers_of_a_list_still_count(page_number: Pages) -> None:
    page = page_number("003").page
    changed = shuffle_rows(page, Random(2))
    for block in walk(changed.blocks):
        if block.name in {"Inclusion Criteria", "Exclusion Criteria"}:
            printed = [item.lines[0].pieces[1].printed(page.source) for item in block.parts]
            assert printed == [f"{number}." for number in range(1, len(printed) + 1)]


def test_an_outcome_keeps_its_time_frame_and_description(page_number: Pages) -> None:
    sample = page_number("003")
    product = perturb(sample.document, sample.gold, ("shuffle_rows",), seed=3)
    old, new = sample.gold.record.outcomes, product.gold.record.outcomes
    assert new != old
    assert sorted(map(repr, new)) == sorted(map(repr, old))


def test_criteria_of_gold_stand_in_the_order_of_the_page(sample: Sample) -> None:
    product = perturb(sample.document, sample.gold, ("shuffle_rows",), seed=4)
    evidence = product.gold.evidence
    for name in ("inclusion", "exclusion"):
        items = getattr(product.gold.record.eligibility, name)
        starts = [evidence[f"/eligibility/{name}/{at}/text"].spans[0].start for at in range(len(items))]
        assert starts == sorted(starts)


def test_keys_follow_the_rows_and_links_follow_the_keys(page_number: Pages) -> None:
    sample = page_number("000")
    told = set()
    for seed in range(6):
        record = perturb(sample.document, sample.gold, ("shuffle_rows",), seed=seed).gold.record
        labels = {arm.key: arm.label for arm in record.arms}
        names = {item.key: item.name for item in record.interventions}
        links = {(labels[link.arm], names[link.intervention]) for link in record.arm_interventions}
        assert links == {
            ("Thalidomide and TACE", "Thalidomide"),
            ("Thalidomide and TACE", "TACE"),
            ("TACE only", "TACE"),
        }
        told.add(labels["A1"])
    assert told == {"Thalidomide and TACE", "TACE only"}


def test_items_inside_an_item_stay_inside_it(page_number: Pages) -> None:
    sample = page_number("001")
    record = perturb(sample.document, sample.gold, ("shuffle_rows",), seed=5).gold.record
    (parent,) = [item for item in record.eligibility.inclusion if item.children]
    old = next(item for item in sample.gold.record.eligibility.inclusion if item.children)
    assert {child.text for child in parent.children} == {child.text for child in old.children}


def test_rows_are_whole(page_number: Pages) -> None:
    page = page_number("002").page
    changed = shuffle_rows(page, Random(6))
    rows = [
        [
            "".join(p.printed(x.source) for line in row.lines for p in line.pieces)
            for row in walk(x.blocks)
            if row.kind is Kind.ROW
        ]
        for x in (page, changed)
    ]
    assert sorted(rows[0]) == sorted(rows[1])
    assert rows[0] != rows[1]
