from collections.abc import Callable

import pytest

from extractor.verification.numbered import numbered_blocks
from extractor.verification.page import Page

Status = Callable[..., str]
PAGE = """Target Number of Participant

90

Arm 1

Arm Label

WARM ARM

Target Number of Participant

60

Arm 2

Arm Label

COLD ARM

Target Number of Participant

30

Healthy Volunteers

No
"""


def arms(first: int, second: int) -> dict[str, object]:
    return {
        "arms": [
            {"key": "A1", "label": "WARM ARM", "participants": first},
            {"key": "A2", "label": "COLD ARM", "participants": second},
        ]
    }


def test_the_last_block_ends_behind_the_labels_it_shares_with_the_one_before() -> None:
    blocks = numbered_blocks(Page(PAGE))
    assert [(block.family, block.head) for block in blocks] == [("arms", "Arm 1"), ("arms", "Arm 2")]
    assert PAGE[: blocks[-1].end].endswith("30")


@pytest.mark.parametrize(("first", "second", "expected"), [(60, 30, "VERIFIED"), (30, 60, "UNSUPPORTED")])
def test_a_fact_of_an_arm_stands_in_the_arms_own_block(
    status: Status, first: int, second: int, expected: str
) -> None:
    quotes = {"/arms/0/participants": str(first), "/arms/1/participants": str(second)}
    for at in (0, 1):
        assert status(PAGE, arms(first, second), f"/arms/{at}/participants", quotes) == expected


@pytest.mark.parametrize(("count", "expected"), [(90, "VERIFIED"), (60, "UNSUPPORTED")])
def test_the_number_of_one_arm_is_not_that_of_the_trial(status: Status, count: int, expected: str) -> None:
    record = {"design": {"enrollment": {"count": count}}}
    assert (
        status(PAGE, record, "/design/enrollment/count", {"/design/enrollment/count": str(count)}) == expected
    )


def test_a_badge_with_a_number_is_no_block() -> None:
    assert numbered_blocks(Page("Phase 3\n\nVersion 2\n")) == ()


def test_the_status_of_the_only_site_is_not_that_of_the_trial(status: Status) -> None:
    page = "Participating Study Site 1\n\nName of Site\n\nHill\n\nRecruitment Status\n\nCompleted\n"
    record = {"status": {"overall_status": "COMPLETED"}}
    assert (
        status(page, record, "/status/overall_status", {"/status/overall_status": "Completed"})
        == "UNSUPPORTED"
    )
