"""The labelled fields that several layouts share, on an invented MedPath page."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]


def test_two_phases_are_two(read: Read, swap: Swap, medpath_page: str) -> None:
    draft = read(swap(medpath_page, "\nPhase 2\n", "\nPhase 1/Phase 2\n"))
    assert draft.record.design.phases == ["PHASE1", "PHASE2"]
    assert [quote.text for quote in draft.quotes["/design/phases/1"]] == ["Phase 2"]


def test_a_phase_said_twice_is_one_phase_with_two_places(read: Read, swap: Swap, medpath_page: str) -> None:
    draft = read(swap(medpath_page, "\nSex\n", "\nStudy Phase\nPhase II\nSex\n"))
    assert draft.record.design.phases == ["PHASE2"]
    assert [quote.text for quote in draft.quotes["/design/phases/0"]] == ["Phase 2", "Phase II"]


def test_phase_na_is_a_value(read: Read, swap: Swap, medpath_page: str) -> None:
    assert read(swap(medpath_page, "\nPhase 2\n", "\nN/A\n")).record.design.phases == ["NA"]


def test_a_withdrawn_trial_may_have_no_participants(read: Read, swap: Swap, medpath_page: str) -> None:
    withdrawn = swap(swap(medpath_page, "\nRecruiting\n", "\nWithdrawn\n"), "\nRECRUITING\n", "\nWITHDRAWN\n")
    assert read(withdrawn).record.status.overall_status == "WITHDRAWN"
    assert read(swap(withdrawn, "120", "0")).record.design.enrollment.count == 0
    assert read(swap(withdrawn, "Target Recruitment\n120\n", "")).record.design.enrollment.count is None


@pytest.mark.parametrize(
    ("printed", "count", "kind"),
    [
        ("1,234", 1234, None),
        ("44 participants", 44, None),
        ("1,234,567 (Estimated)", 1234567, "ESTIMATED"),
        ("30 patients (actual)", 30, "ACTUAL"),
        ("30 anticipated", 30, "ESTIMATED"),
    ],
)
def test_enrollment_is_a_count_and_perhaps_its_kind(
    read: Read, swap: Swap, medpath_page: str, printed: str, count: int, kind: str | None
) -> None:
    enrollment = read(swap(medpath_page, "120", printed)).record.design.enrollment
    assert (enrollment.count, enrollment.type) == (count, kind)
