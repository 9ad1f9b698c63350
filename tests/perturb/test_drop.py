"""A section removed."""

from random import Random

import pytest
from perturb.drop import drop
from perturb.pieces import Page, walk
from perturb.sample import Pages, Sample

from extractor.records.missing import MissingReason
from extractor.records.pointer import resolve


def names(page: Page) -> list[str]:
    return [block.name for block in walk(page.blocks) if block.name]


def test_one_section_or_field_is_gone_and_the_rest_stays(sample: Sample) -> None:
    page = sample.page
    changed = drop(page, Random(1))
    gone = set(names(page)) - set(names(changed))
    assert gone
    assert len(page.text) > len(changed.text)
    kept = [line for line in changed.text.splitlines() if line]
    assert set(kept) <= set(page.text.splitlines())


def test_the_registration_number_is_never_dropped(page_number: Pages) -> None:
    page = page_number("000").page
    assert all("Registration Number" in names(drop(page, Random(seed))) for seed in range(60))


@pytest.mark.parametrize(
    ("number", "heading", "pointer"),
    [
        ("000", "Sex", "/eligibility/sex"),
        ("000", "Target Recruitment", "/design/enrollment/count"),
        ("000", "Study Type", "/design/study_type"),
        ("002", "Study Start Date", "/status/start_date"),
        ("002", "Allocation Method", "/design/allocation"),
        ("002", "References", "/references"),
        ("004", "Number of pages", "/publication/number_of_pages"),
        ("004", "ASJC Scopus subject areas", "/publication/subject_areas"),
    ],
)
def test_what_only_the_section_stated_is_absent(
    page_number: Pages, number: str, heading: str, pointer: str
) -> None:
    sample = page_number(number)
    gold = sample.without(heading).gold
    assert resolve(gold.record, pointer) in (None, [])
    assert gold.missing[pointer] is MissingReason.ABSENT
    assert not [found for found in gold.evidence if found == pointer or found.startswith(pointer + "/")]


def test_a_value_stated_elsewhere_too_stays_with_the_words_that_are_left(
    page_number: Pages,
) -> None:
    sample = page_number("001")
    gold = sample.without("Status").gold
    assert gold.record.status.overall_status == sample.gold.record.status.overall_status
    assert [span.quote for span in gold.evidence["/status/overall_status"].spans] == ["Completed"]


def test_a_reason_goes_with_its_words(page_number: Pages) -> None:
    gold = page_number("000").without("Detailed Description").gold
    assert gold.missing["/detailed_description"] is MissingReason.ABSENT


def test_the_block_of_criteria_is_what_is_left_of_it(page_number: Pages) -> None:
    gold = page_number("000").without("Exclusion Criteria").gold
    assert gold.record.eligibility.exclusion == []
    block = gold.record.eligibility.criteria_text or ""
    assert block.startswith("Inclusion Criteria\n")
    assert block.endswith("ECOG score 0-2")


def test_words_that_stand_elsewhere_without_a_label_are_unlabelled(
    page_number: Pages,
) -> None:
    product = page_number("000").without("Conditions")
    assert product.gold.record.conditions == []
    assert "/conditions" in product.gold.unlabelled
    assert [doubt.pointer for doubt in product.doubts] == ["/conditions"]
    assert "/conditions" not in product.gold.missing


def test_a_link_whose_row_is_gone_goes(page_number: Pages) -> None:
    product = page_number("000").without("Arm && Interventions")
    assert product.gold.record.arms == []
    assert product.gold.record.arm_interventions == []


def test_alternatives_of_a_value_that_is_gone_go_too(page_number: Pages) -> None:
    gold = page_number("000").without("Target Recruitment").gold
    assert "/design/enrollment/count" not in gold.acceptable
    pointers = [*gold.acceptable, *gold.missing, *gold.unlabelled]
    assert all(
        not pointer.startswith("/design/enrollment/count") or pointer in gold.missing for pointer in pointers
    )
