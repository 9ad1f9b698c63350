"""Values without labels."""

from collections.abc import Callable

import pytest

from extractor.documents import Document
from extractor.extraction import extract
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus, Extraction

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]

FIELDS = "Status\nRECRUITING\nSex\nFemale\nTarget Recruitment\n120\n"
BADGES = "Phase 2\nRecruiting\n"


def shown(page: str) -> Extraction:
    """The extraction of a page, all of whose values are shown by their words."""
    extraction = extract(Document.from_text(page, id="page"))
    good = {EvidenceStatus.VERIFIED, EvidenceStatus.QUOTED}
    assert {place: one.rule for place, one in extraction.evidence.items() if one.status not in good} == {}
    return extraction


def test_fields_whose_labels_are_lost_are_known_by_their_form_and_order(
    swap: Swap, medpath_page: str
) -> None:
    extraction = shown(swap(medpath_page, FIELDS, "RECRUITING\nFemale\n120\n"))
    record, findings = extraction.record, extraction.findings
    assert (record.status.overall_status, record.eligibility.sex) == ("RECRUITING", "FEMALE")
    assert (record.design.enrollment.count, findings) == (120, [])


def test_a_number_without_a_label_is_no_count_out_of_order(
    read: Read, swap: Swap, unread: Unread, medpath_page: str
) -> None:
    draft = read(swap(medpath_page, FIELDS, "120\nRECRUITING\nFemale\n"))
    assert draft.record.design.enrollment.count is None
    assert unread(draft) == ["120"]


@pytest.mark.parametrize(
    ("badges", "phases"),
    [
        ("Phase 2/3\nRecruiting\n", ["PHASE2", "PHASE3"]),
        ("Phase 2/Phase 3\nRecruiting\n", ["PHASE2", "PHASE3"]),
        ("Phase 2\nPhase 3\nRecruiting\n", ["PHASE2", "PHASE3"]),
        ("Phase 2/\nPhase 3\nRecruiting\n", ["PHASE2", "PHASE3"]),
        ("2/3\nRecruiting\n", ["PHASE2", "PHASE3"]),
        ("Not Applicable\nRecruiting\n", ["NA"]),
        ("Recruiting\n", []),
        ("Phase 2\necruiting\n", ["PHASE2"]),
    ],
)
def test_phases_in_badges(swap: Swap, medpath_page: str, badges: str, phases: list[str]) -> None:
    record = shown(swap(medpath_page, BADGES, badges)).record
    assert record.design.phases == phases
    assert record.status.overall_status == "RECRUITING"


@pytest.mark.parametrize("site", ["MedPath\n\n", ""])
def test_identifiers_above_the_title_are_of_other_trials(swap: Swap, medpath_page: str, site: str) -> None:
    page = swap(medpath_page, "MedPath\n\nGinger", f"{site}NCT09990077\n\nGinger")
    record = shown(page).record
    assert record.brief_title == "Ginger Tea Against Restless Nights in Shift Workers"
    assert [(one.value, one.role) for one in record.identifiers] == [
        ("NCT09990077", "CITED"),
        ("NCT09990001", "PRIMARY"),
    ]


def test_a_second_number_of_one_registry_is_unclear(
    read: Read, swap: Swap, unread: Unread, medpath_page: str
) -> None:
    draft = read(swap(medpath_page, "Number\nNCT09990001", "Number\nNCT09990001\nNCT09990002"))
    assert [one.value for one in draft.record.identifiers] == ["NCT09990001"]
    assert unread(draft) == ["NCT09990002"]


def test_lines_above_the_title_are_said_to_be_unread(
    read: Read, swap: Swap, unread: Unread, medpath_page: str
) -> None:
    draft = read(
        swap(medpath_page, "MedPath\n\nGinger", "MedPath\n\nTrials\nNCT09990077 | Other tea\n\nGinger")
    )
    assert draft.record.brief_title == "Ginger Tea Against Restless Nights in Shift Workers"
    assert unread(draft) == ["Trials", "NCT09990077 | Other tea"]


def test_a_title_on_two_lines_is_one(read: Read, swap: Swap, medpath_page: str) -> None:
    draft = read(swap(medpath_page, "Restless Nights in Shift", "Restless Nights\nin Shift"))
    assert draft.record.brief_title == "Ginger Tea Against Restless Nights\nin Shift Workers"


def test_several_numbers_of_one_trial(swap: Swap, medpath_page: str) -> None:
    number = "Registration Number\nNCT09990001\n"
    for new in (f"{number}EudraCT: 2019-009999-12\n", "Registration Number\nNCT09990001, 2019-009999-12\n"):
        extraction = shown(swap(medpath_page, number, new))
        assert [(one.scheme, one.role) for one in extraction.record.identifiers] == [
            ("NCT", "PRIMARY"),
            ("EUDRACT", "SECONDARY"),
        ]
        assert extraction.findings == []


@pytest.mark.parametrize("new", ["NCT09990001\nTEA-7", "NCT09990001 (TEA-7)", "TEA-7"])
def test_numbers_of_no_registry_are_said_to_be_unread(
    read: Read, swap: Swap, unread: Unread, medpath_page: str, new: str
) -> None:
    draft = read(swap(medpath_page, "Registration Number\nNCT09990001", f"Registration Number\n{new}"))
    assert any("TEA-7" in words for words in unread(draft))


@pytest.mark.parametrize(
    ("target", "count", "missing"),
    [("0", 0, None), ("Not specified", None, "STATED_NOT_AVAILABLE"), ("1,250", 1250, None)],
)
def test_target_recruitment_may_be_nothing(
    swap: Swap, medpath_page: str, target: str, count: int | None, missing: str | None
) -> None:
    extraction = shown(swap(medpath_page, "Target Recruitment\n120", f"Target Recruitment\n{target}"))
    assert extraction.record.design.enrollment.count == count
    assert extraction.missing.get("/design/enrollment/count") == missing


def test_design_fields_whose_labels_are_lost_are_known_by_their_form(
    swap: Swap, unread: Unread, read: Read, medpath_page: str
) -> None:
    labelled = "Study Type\nINTERVENTIONAL\nStudy Design\nPARALLEL\n"
    assert (
        shown(swap(medpath_page, labelled, "INTERVENTIONAL\nPARALLEL\n")).record == shown(medpath_page).record
    )
    draft = read(swap(medpath_page, labelled, "INTERVENTIONAL\nDiagonal\n"))
    assert (draft.record.design.study_type, draft.record.design.intervention_model) == (
        "INTERVENTIONAL",
        None,
    )
    assert "Diagonal" in unread(draft)


def test_a_withdrawn_trial_needs_no_target(swap: Swap, medpath_page: str) -> None:
    page = swap(medpath_page, FIELDS, "Status\nWITHDRAWN\nSex\nFemale\n")
    extraction = shown(swap(page, BADGES, "Phase 2\nWithdrawn\n"))
    assert extraction.record.status.overall_status == "WITHDRAWN"
    assert extraction.record.design.enrollment.count is None
    assert "/design/enrollment/count" not in extraction.missing


def test_tables_that_kept_their_cells_say_the_same(swap: Swap, medpath_page: str) -> None:
    arms = (
        "GroupInterventionDescription\nTea and readingGinger teaOne cup and one chapter before bed\n"
        "Reading onlyReading aloud-\nTea and readingReading aloudOne cup and one chapter before bed\n"
    )
    kept = (
        "Group\tIntervention\tDescription\nTea and reading\tGinger tea\tOne cup and one chapter before bed\n"
        "Reading only\tReading aloud\t-\nTea and reading\tReading aloud\tOne cup and one chapter before bed\n"
    )
    page = swap(medpath_page, arms, kept)
    page = swap(page, "Quality of life4 weeks, 12 weeks\n", "Quality of life\t4 weeks, 12 weeks\t\n")
    page = swap(page, "Hours of sleep12 weeks\n\nHours asleep", "Hours of sleep\t12 weeks\tHours asleep")
    assert shown(page).record == shown(medpath_page).record


def test_three_hundred_sites_are_as_many_locations(swap: Swap, medpath_page: str) -> None:
    site = "Night Clinic\n\n🇫🇷\n\nLyon, Rhône, France\n"
    sites = "".join(f"Clinic {n % 250}\n\n🇫🇷\n\nTown {n % 250}, Rhône, France\n\n" for n in range(300))
    page = swap(medpath_page, site, sites)
    record = shown(page.replace("Locations (1)", "Locations (250)")).record
    assert (len(record.locations), record.countries) == (250, ["France"])


@pytest.mark.parametrize(
    ("criteria", "texts"),
    [
        (
            "Adults who work at night may join. They like tea. They have no holidays.\n",
            ["Adults who work at night may join", "They like tea", "They have no holidays"],
        ),
        ("1. Night work; 2. Likes tea; 3. Has a kettle.\n", ["Night work", "Likes tea", "Has a kettle"]),
        (
            "- Night work\nOther inclusion criteria:\n- Likes tea\n",
            ["Night work", "Other inclusion criteria:"],
        ),
        ("- Age =18 years and =80 years\n", ["Age =18 years and =80 years"]),
    ],
)
def test_criteria_in_many_forms(medpath_page: str, criteria: str, texts: list[str]) -> None:
    start = medpath_page.index("  • Age ≥ 21")
    end = medpath_page.index("Exclusion Criteria")
    record = shown(medpath_page[:start] + criteria + medpath_page[end:]).record
    assert [one.text for one in record.eligibility.inclusion] == texts


def test_a_page_cut_off_after_its_head_is_still_known(read: Read, medpath_page: str) -> None:
    draft = read(medpath_page[: medpath_page.index("Recruitment & Eligibility")])
    assert draft.record.source.layout == "medpath"
    assert draft.record.brief_summary
    assert draft.findings == []


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("Share", "Ginger Tea Against Restless Nights in Shift Workers"),
        ("Download PDF", "Ginger Tea Against Restless Nights in Shift Workers"),
        ("Follow this trial", "Ginger Tea Against Restless Nights in Shift Workers"),
        ("Share\nSave\nPrint", "Ginger Tea Against Restless Nights in Shift Workers"),
        ("Export | Print", "Ginger Tea Against Restless Nights in Shift Workers"),
        ("Ask the nurses", None),
    ],
)
def test_a_button_below_the_title_is_none(
    read: Read, swap: Swap, medpath_page: str, below: str, title: str | None
) -> None:
    assert read(swap(medpath_page, "\nPhase 2\n", f"\n{below}\n\nPhase 2\n")).record.brief_title == title
