"""Other white space."""

from random import Random

import pytest
from perturb import perturb
from perturb.sample import Pages, Sample
from perturb.whitespace import whitespace

SEEDS = range(8)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_but_white_space_changes(sample: Sample, seed: int) -> None:
    page = sample.page
    changed = whitespace(page, Random(seed))
    assert changed.text.split() == page.text.split()
    assert changed.text != page.text


def test_over_the_seeds_every_kind_of_change_is_made(page_number: Pages) -> None:
    page = page_number("002").page
    texts = [whitespace(page, Random(seed)).text for seed in SEEDS]
    counts = [text.replace("\r", "").replace(" \n", "\n").count("\n") for text in texts]
    old = page.text.count("\n")
    assert min(counts) < old < max(counts)
    assert {"\r\n" in text for text in texts} == {True, False}
    assert {" \n" in text or " \r\n" in text for text in texts} == {True, False}


def test_a_page_has_one_kind_of_line_end(sample: Sample) -> None:
    for seed in SEEDS:
        text = whitespace(sample.page, Random(seed)).text
        assert text.count("\r\n") in {0, text.count("\n")}


def test_a_value_of_several_paragraphs_is_taken_from_the_new_page(
    page_number: Pages,
) -> None:
    sample = page_number("001")
    records = [
        perturb(sample.document, sample.gold, ("whitespace",), seed=seed).gold.record for seed in SEEDS
    ]
    summaries = [record.brief_summary or "" for record in records]
    words = (sample.gold.record.brief_summary or "").split()
    assert any("\r\n\r\n" in summary for summary in summaries)
    assert all(summary.split() == words for summary in summaries)


def test_a_part_that_lost_its_heading_stays_apart(page_number: Pages) -> None:
    page = page_number("004").page
    for seed in SEEDS:
        lines = [line.strip() for line in whitespace(page, Random(seed)).text.splitlines()]
        assert lines[lines.index("• Hepatocellular carcinoma") - 1] == ""
