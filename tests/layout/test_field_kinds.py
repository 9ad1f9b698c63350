"""Kinds of labelled fields, on an invented MedPath page."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


@pytest.mark.parametrize(
    ("passage", "pointers"),
    [
        ("Sex\nFemale\n", ["eligibility.sex"]),
        ("Target Recruitment\n120\n", ["design.enrollment.count"]),
        ("Study Design\nPARALLEL\n", ["design.intervention_model"]),
        ("Lead Sponsor\nInstitute of Quiet Evenings\n", ["sponsors"]),
        ("Registration Number\nNCT09990001\n", ["identifiers"]),
        ("Conditions\nInsomnia\nShift-Work Sleep Disorder\n", ["conditions"]),
    ],
)
def test_a_section_that_is_not_there_leaves_nulls_without_a_reason(
    read: Read, swap: Swap, medpath_page: str, passage: str, pointers: list[str]
) -> None:
    draft = read(swap(medpath_page, passage, ""))
    for pointer in pointers:
        value: object = draft.record
        for name in pointer.split("."):
            value = getattr(value, name)
        assert not value
    assert draft.findings == []
    assert set(draft.missing) == {"/detailed_description", "/arms/1/description"}


@pytest.mark.parametrize(
    ("old", "new", "pointer", "reason"),
    [
        ("Sex\nFemale", "Sex", "/eligibility/sex", MissingReason.EMPTY_SECTION),
        ("Sex\nFemale", "Sex\n-", "/eligibility/sex", MissingReason.DASH_PLACEHOLDER),
        ("Sex\nFemale", "Sex\nNot specified", "/eligibility/sex", MissingReason.STATED_NOT_AVAILABLE),
        ("Recruitment\n120", "Recruitment\n—", "/design/enrollment/count", MissingReason.DASH_PLACEHOLDER),
        (
            "Insomnia\nShift-Work Sleep Disorder",
            "Not provided",
            "/conditions",
            MissingReason.STATED_NOT_AVAILABLE,
        ),
        ("Institute of Quiet Evenings", "N/A", "/sponsors", MissingReason.STATED_NOT_AVAILABLE),
        (
            "  • No kettle at home\n  • Allergy to ginger -Patients who dislike tea\n",
            "Not available\n",
            "/eligibility/exclusion",
            MissingReason.STATED_NOT_AVAILABLE,
        ),
        (
            "  • No kettle at home\n  • Allergy to ginger -Patients who dislike tea\n",
            "",
            "/eligibility/exclusion",
            MissingReason.EMPTY_SECTION,
        ),
        (
            "Night Clinic\n\n🇫🇷\n\nLyon, Rhône, France",
            "Not available",
            "/locations",
            MissingReason.STATED_NOT_AVAILABLE,
        ),
    ],
)
def test_a_placeholder_or_an_empty_section_is_the_reason_of_a_null(
    read: Read, swap: Swap, medpath_page: str, old: str, new: str, pointer: str, reason: MissingReason
) -> None:
    draft = read(swap(medpath_page, old, new))
    assert draft.missing[pointer] is reason
    assert draft.quotes[pointer]
    assert draft.findings == []


def test_a_badge_that_says_something_else_is_a_contradiction(
    read: Read, swap: Swap, medpath_page: str
) -> None:
    draft = read(swap(medpath_page, "\nRecruiting\n", "\nCompleted\n"))
    (finding,) = draft.findings
    assert (finding.code, finding.pointer) == (FindingCode.CONTRADICTION, "/status/overall_status")
    assert [span.quote for span in finding.spans] == ["RECRUITING"]
    assert draft.record.status.overall_status == "COMPLETED"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\nRecruiting\n", "\nSleeping\n", "Sleeping"),
        ("Status\nRECRUITING", "Status\nHalf open", "Half open"),
        ("Sex\nFemale", "Sex\nPenguins", "Penguins"),
        ("Recruitment\n120", "Recruitment\nabout a dozen", "about a dozen"),
        ("Recruitment\n120", "Recruitment\n99999999999", "99999999999"),
        ("Recruitment\n120", "Recruitment\n" + "9" * 5000, "9" * 5000),
        ("NCT09990001", "NCT9", "NCT9"),
        ("NCT09990001", "NCT09990001\nNCT09990009", "NCT09990009"),
        ("Study Type\nINTERVENTIONAL", "Study Type\nCULINARY", "CULINARY"),
        ("Lyon, Rhône, France", "Lyon, Atlantis", "Night Clinic"),
        ("Lyon, Rhône, France", "Lyon, Atlantis", "Lyon, Atlantis"),
        ("Sex\nFemale", "Sex\nFemale\nand cats", "and cats"),
        ("Eligibility\n\nStatus", "Eligibility\n\nEverybody awake\n\nStatus", "Everybody awake"),
        ("Study & Design", "Study Results\nThey slept.\nStudy & Design", "They slept."),
        ("Study & Design", "References\nLicht I. Tea.\nStudy & Design", "Licht I. Tea."),
    ],
)
def test_words_that_cannot_be_read_are_named_in_a_finding(
    read: Read, swap: Swap, unread: Unread, medpath_page: str, old: str, new: str, words: str
) -> None:
    assert words in unread(read(swap(medpath_page, old, new)))
