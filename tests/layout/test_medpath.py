"""MedPath pages: an invented one, and what changes when the page does."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft
from extractor.records.missing import MissingReason

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]


def test_every_part_of_the_page_is_read(read: Read, medpath_page: str) -> None:
    record = read(medpath_page).record
    assert (record.source.layout, record.source.page_kind) == ("medpath", "REGISTRY_PAGE")
    assert record.source.site_name == "MedPath"
    assert record.brief_title == "Ginger Tea Against Restless Nights in Shift Workers"
    assert record.brief_summary == "Tea is warm. We ask whether it helps.\n\nThe tea has no sugar."
    assert [(one.scheme, one.value, one.role) for one in record.identifiers] == [
        ("NCT", "NCT09990001", "PRIMARY")
    ]
    assert record.conditions == ["Insomnia", "Shift-Work Sleep Disorder"]
    assert [(one.name, one.role) for one in record.sponsors] == [("Institute of Quiet Evenings", "LEAD")]
    assert record.status.overall_status == "RECRUITING"
    assert (record.design.study_type, record.design.phases) == ("INTERVENTIONAL", ["PHASE2"])
    assert record.design.intervention_model == "PARALLEL"
    assert record.design.enrollment.count == 120
    assert record.eligibility.sex == "FEMALE"
    assert record.location_count_stated == 1
    assert [(one.facility, one.city, one.state, one.country) for one in record.locations] == [
        ("Night Clinic", "Lyon", "Rhône", "France")
    ]
    assert record.countries == ["France"]


def test_arms_interventions_and_links_come_from_the_glued_table(read: Read, medpath_page: str) -> None:
    record = read(medpath_page).record
    assert [(arm.key, arm.label, arm.description) for arm in record.arms] == [
        ("A1", "Tea and reading", "One cup and one chapter before bed"),
        ("A2", "Reading only", None),
    ]
    assert [(one.key, one.name, one.type) for one in record.interventions] == [
        ("I1", "Ginger tea", "DIETARY_SUPPLEMENT"),
        ("I2", "Reading aloud", "BEHAVIORAL"),
    ]
    assert [(link.arm, link.intervention, link.basis) for link in record.arm_interventions] == [
        ("A1", "I1", "TABLE"),
        ("A2", "I2", "TABLE"),
        ("A1", "I2", "TABLE"),
    ]


def test_a_readable_page_leaves_no_finding_and_says_why_values_are_missing(
    read: Read, medpath_page: str
) -> None:
    draft = read(medpath_page)
    assert draft.findings == []
    assert draft.missing == {
        "/detailed_description": MissingReason.STATED_NOT_AVAILABLE,
        "/arms/1/description": MissingReason.DASH_PLACEHOLDER,
    }
    assert [quote.text for quote in draft.quotes["/arms/1/description"]] == ["-"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Target Recruitment", "Sample Size"),
        ("Brief Summary", "Study Summary"),
        ("Registration Number", "ClinicalTrials.gov Identifier"),
        ("Lead Sponsor", "Primary Sponsor"),
        ("Recruitment & Eligibility", "Eligibility"),
        ("Arm && Interventions", "Arms and Interventions"),
        ("Primary Outcome Measures", "Primary Endpoints"),
        ("Conditions", "Health Condition"),
        ("Study Type", "STUDY TYPE"),
        ("Trial Locations\n\nLocations (1)", "Study Sites (1)"),
    ],
)
def test_headings_by_another_name_change_nothing(
    read: Read, swap: Swap, medpath_page: str, old: str, new: str
) -> None:
    assert read(swap(medpath_page, f"\n{old}\n", f"\n{new}\n")).record == read(medpath_page).record


@pytest.mark.parametrize("new", ["\r\n", " \n", "\r"])
def test_other_line_ends_change_nothing_but_the_blocks(read: Read, medpath_page: str, new: str) -> None:
    record = read(medpath_page.replace("\n", new)).record
    other = read(medpath_page).record
    assert record.eligibility.inclusion == other.eligibility.inclusion
    assert (record.arms, record.outcomes, record.locations) == (other.arms, other.outcomes, other.locations)
    assert record.brief_summary
    assert record.brief_summary.split() == (other.brief_summary or "").split()


def test_tables_that_say_nothing_are_a_reason_for_empty_lists(read: Read, medpath_page: str) -> None:
    start = medpath_page.index("GroupIntervention")
    end = medpath_page.index("Trial Locations")
    tables = "Not available\nPrimary Outcome Measures\nNameTimeMethod\n\n"
    draft = read(medpath_page[:start] + tables + medpath_page[end:])
    assert draft.missing["/arms"] is MissingReason.STATED_NOT_AVAILABLE
    assert draft.missing["/outcomes"] is MissingReason.EMPTY_SECTION
    assert (draft.record.arms, draft.record.outcomes) == ([], [])


def test_one_empty_table_of_outcomes_is_no_reason_where_another_has_rows(
    read: Read, swap: Swap, medpath_page: str
) -> None:
    rows = "Quality of life4 weeks, 12 weeks\nAdverse eventsUp to 6 months\n"
    draft = read(swap(medpath_page, rows, "Not available\n"))
    assert [outcome.measure for outcome in draft.record.outcomes] == ["Hours of sleep"]
    assert "/outcomes" not in draft.missing


def test_an_empty_list_of_interventions_leaves_their_names_to_the_table(
    read: Read, swap: Swap, medpath_page: str
) -> None:
    listed = "Dietary Supplement: Ginger tea\nBehavioral: Reading aloud\n"
    draft = read(swap(medpath_page, listed, ""))
    assert [(one.name, one.type) for one in draft.record.interventions] == [
        ("Ginger tea", None),
        ("Reading aloud", None),
    ]
    assert [arm.label for arm in draft.record.arms] == ["Tea and reading", "Reading only"]
    assert "/interventions" not in draft.missing


def test_interventions_that_no_page_names_have_a_reason(read: Read, swap: Swap, medpath_page: str) -> None:
    listed = "Dietary Supplement: Ginger tea\nBehavioral: Reading aloud\n"
    start, end = medpath_page.index("GroupIntervention"), medpath_page.index("Primary Outcome")
    draft = read(swap(medpath_page[:start] + medpath_page[end:], listed, ""))
    assert draft.missing["/interventions"] is MissingReason.EMPTY_SECTION
    assert draft.missing["/arms"] is MissingReason.EMPTY_SECTION


def test_rows_in_another_order_give_the_same_arms(read: Read, swap: Swap, medpath_page: str) -> None:
    first = "Tea and readingGinger teaOne cup and one chapter before bed\n"
    draft = read(swap(swap(medpath_page, first, ""), "Primary Outcome", first + "Primary Outcome"))
    assert [(arm.key, arm.label) for arm in draft.record.arms] == [
        ("A1", "Reading only"),
        ("A2", "Tea and reading"),
    ]
    labels = {arm.key: arm.label for arm in draft.record.arms}
    names = {one.key: one.name for one in draft.record.interventions}
    pairs = {(labels[link.arm], names[link.intervention]) for link in draft.record.arm_interventions}
    assert pairs == {
        ("Tea and reading", "Ginger tea"),
        ("Tea and reading", "Reading aloud"),
        ("Reading only", "Reading aloud"),
    }


def test_a_criteria_list_printed_in_two_parts_is_read_whole(
    read: Read, swap: Swap, medpath_page: str
) -> None:
    more = "Inclusion Criteria\n  • Owns a cup\nExclusion Criteria\n"
    draft = read(swap(medpath_page, "Exclusion Criteria\n", more))
    assert [one.text for one in draft.record.eligibility.inclusion][-1] == "Owns a cup"
    assert len(draft.record.eligibility.inclusion) == 4


def test_what_stands_below_the_footer_is_no_content(read: Read, medpath_page: str) -> None:
    more = "Conditions\nCookies\n"
    assert read(medpath_page + more).record == read(medpath_page).record


def test_the_site_s_name_above_the_page_is_no_footer(read: Read, medpath_page: str) -> None:
    draft = read("MedPath\n" + medpath_page)
    assert draft.record.conditions == ["Insomnia", "Shift-Work Sleep Disorder"]


def test_a_footer_without_copyright_ends_the_list_of_sites(read: Read, swap: Swap, medpath_page: str) -> None:
    footer = "MedPath\n\nEmpowering clinical research with tea\n\n© 2025 MedPath"
    draft = read(swap(medpath_page, "© 2025 MedPath", footer))
    assert (len(draft.record.locations), draft.findings) == (1, [])


def test_most_of_the_page_may_be_gone(read: Read, medpath_page: str) -> None:
    record = read(medpath_page[: medpath_page.index("Phase 2")] + "NameTimeMethod\n© 2025 MedPath").record
    assert record.source.layout == "medpath"
    assert record.brief_title == "Ginger Tea Against Restless Nights in Shift Workers"
    assert record.eligibility.criteria_text is None
