from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("page", "value", "expected"),
    [
        ("Phase 2", "PHASE2", "VERIFIED"),
        ("phase II", "PHASE2", "VERIFIED"),
        ("Phase Ⅱ", "PHASE2", "VERIFIED"),
        ("This is a phase II study of heat", "PHASE2", "VERIFIED"),
        ("Phase 2", "PHASE3", "UNSUPPORTED"),
        ("This phase II study followed our phase I study", "PHASE2", "UNSUPPORTED"),
        ("heat alone", "PHASE2", "UNSUPPORTED"),
    ],
)
def test_a_name_of_a_list_is_what_its_synonyms_say(
    status: Status, page: str, value: str, expected: str
) -> None:
    record = {"design": {"phases": [value]}}
    assert status(page, record, "/design/phases/0", {"/design/phases/0": page}) == expected


@pytest.mark.parametrize("page", ["This non-randomized study", "This is not randomized", "nonrandomised"])
def test_a_denied_name_is_not_the_name(status: Status, page: str) -> None:
    record = {"design": {"allocation": "RANDOMIZED"}}
    assert status(page, record, "/design/allocation", {"/design/allocation": "randomi"}) == "UNSUPPORTED"
    assert status(page, record, "/design/allocation", {"/design/allocation": page}) == "UNSUPPORTED"


def test_a_badge_is_not_a_sentence(status: Status) -> None:
    record = {"status": {"overall_status": "COMPLETED"}}
    quotes = {"/status/overall_status": "completed"}
    sentence = "All who completed the treatment of the first part will go on to the second part of it."
    assert status("Status\nCompleted\n", record, "/status/overall_status", quotes) == "VERIFIED"
    assert status(sentence, record, "/status/overall_status", quotes) == "UNSUPPORTED"


def test_a_label_before_the_name_is_no_part_of_it(status: Status) -> None:
    record = {"sponsors": [{"name": "Heat House", "role": "LEAD"}]}
    page = "Sponsors\nHeat House\nSponsor Role lead\n"
    assert status(page, record, "/sponsors/0/role", {"/sponsors/0/role": "Sponsor Role lead"}) == "VERIFIED"
