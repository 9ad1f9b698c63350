from collections.abc import Callable

import pytest

Status = Callable[..., str]
PAGE = "In total 40 adults were randomly assigned to talc (5 g/d) or chalk for relief of itching."
ARMS = {
    "arms": [{"key": "A1", "label": "talc"}, {"key": "A2", "label": "chalk"}],
    "interventions": [{"key": "I1", "name": "talc"}, {"key": "I2", "name": "chalk"}],
}


@pytest.mark.parametrize(
    "at", ["/arms/0/label", "/arms/1/label", "/interventions/0/name", "/interventions/1/name"]
)
def test_what_participants_are_assigned_to_names_arms_and_interventions(status: Status, at: str) -> None:
    assert status(PAGE, ARMS, at) == "VERIFIED"


def test_what_it_is_given_for_names_neither(status: Status) -> None:
    record = {"conditions": ["itching"], "interventions": [{"key": "I1", "name": "itching"}]}
    assert status(PAGE, record, "/interventions/0/name") != "VERIFIED"


@pytest.mark.parametrize(
    ("arm", "intervention", "expected"),
    [
        ("A1", "I1", "VERIFIED"),
        ("A2", "I2", "VERIFIED"),
        ("A1", "I2", "UNSUPPORTED"),
        ("A2", "I1", "UNSUPPORTED"),
    ],
)
def test_a_list_of_assignments_links_arms_to_interventions_of_their_name(
    status: Status, arm: str, intervention: str, expected: str
) -> None:
    link = {"arm": arm, "intervention": intervention, "basis": "NARRATIVE"}
    record = {**ARMS, "arm_interventions": [link]}
    assert status(PAGE, record, "/arm_interventions/0", {"/arm_interventions/0": PAGE}) == expected
