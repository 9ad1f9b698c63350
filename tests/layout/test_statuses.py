"""Statuses, also without their first letter."""

import pytest

from extractor.layout.statuses import status_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Recruiting", "RECRUITING"),
        ("ecruiting", "RECRUITING"),
        ("ompleted", "COMPLETED"),
        ("OMPLETED", "COMPLETED"),
        ("ot yet recruiting", "NOT_YET_RECRUITING"),
        ("ctive, not recruiting", "ACTIVE_NOT_RECRUITING"),
        ("ot Recruiting", None),
        ("Ompleted tea", None),
        ("nknown", "UNKNOWN"),
        ("ready", None),
        ("", None),
    ],
)
def test_a_status_may_have_lost_its_first_letter(text: str, status: str | None) -> None:
    assert status_of(text) == status
