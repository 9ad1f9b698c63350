from typing import Any

import pytest

ARMS = [{"key": "A1", "label": "Marvel and heat"}, {"key": "A2", "label": "Heat only"}]
INTERVENTIONS = [{"key": "I1", "name": "Marvelimab"}, {"key": "I2", "name": "Heat"}]
ROW = "Marvel and heatMarvelimabMarvelimab 200 mg twice daily by mouth for 6 weeks, with heat"


@pytest.mark.parametrize(
    ("arm", "intervention", "words", "status"),
    [
        ("A1", "I1", ROW, "VERIFIED"),
        ("A2", "I2", "Heat onlyHeat-", "VERIFIED"),
        ("A2", "I1", ROW, "UNSUPPORTED"),
        ("A1", "I2", ROW, "UNSUPPORTED"),
        ("A2", "I1", "Heat onlyHeat-", "UNSUPPORTED"),
        ("A1", "I1", "no such row", "UNSUPPORTED"),
        ("A9", "I1", ROW, "UNSUPPORTED"),
    ],
)
def test_the_row_of_a_link_must_name_its_arm_and_its_intervention(
    check: Any, page: str, arm: str, intervention: str, words: str, status: str
) -> None:
    link = {"arm": arm, "intervention": intervention, "basis": "TABLE"}
    record = {"arms": ARMS, "interventions": INTERVENTIONS, "arm_interventions": [link]}
    found = check(page, record, {"/arm_interventions/0": words})
    assert found.evidence["/arm_interventions/0"].status == status


def test_an_intervention_that_is_denied_is_not_named(check: Any) -> None:
    text = (
        "Patients in the control group will take care with no use of Marvelimab. "
        "The other group takes Marvelimab."
    )
    link = {"arm": "A1", "intervention": "I1", "basis": "NARRATIVE"}
    arms = [{"key": "A1", "label": "control group"}, {"key": "A2", "label": "other group"}]
    record = {"arms": arms, "interventions": INTERVENTIONS[:1], "arm_interventions": [link]}
    words = "Patients in the control group will take care with no use of Marvelimab."
    assert (
        check(text, record, {"/arm_interventions/0": words}).evidence["/arm_interventions/0"].status
        == "UNSUPPORTED"
    )


@pytest.mark.parametrize(
    ("arm", "intervention", "status"),
    [("A1", "I1", "VERIFIED"), ("A2", "I2", "VERIFIED"), ("A2", "I1", "UNSUPPORTED")],
)
def test_an_arm_label_in_an_interventions_block_says_who_receives_it(
    check: Any, arm: str, intervention: str, status: str
) -> None:
    text = (
        "Arm/Group\nArm Label: Loud\nExperimental\nArm/Group\nArm Label: Mute\nNo Intervention\n"
        "Intervention\nDrug: Songs\nArm Label: Loud\nIntervention\nOther: Rest\nArm Label: Mute\n"
    )
    arms = [{"key": "A1", "label": "Loud"}, {"key": "A2", "label": "Mute"}]
    interventions = [{"key": "I1", "name": "Songs"}, {"key": "I2", "name": "Rest"}]
    link = {"arm": arm, "intervention": intervention, "basis": "SECTION"}
    record = {"arms": arms, "interventions": interventions, "arm_interventions": [link]}
    label = next(one["label"] for one in arms if one["key"] == arm)
    draft_words = {"/arm_interventions/0": label}
    assert check(text, record, draft_words).evidence["/arm_interventions/0"].status == status


@pytest.mark.parametrize(("arm", "status"), [("A1", "VERIFIED"), ("A2", "UNSUPPORTED")])
def test_an_intervention_named_in_a_numbered_block_of_an_arm_is_given_to_it(
    check: Any, arm: str, status: str
) -> None:
    text = (
        "Arm 1\n\nArm Label\n\nLOUD ARM\n\nArm Description\n\nMarvelimab 2mg QD PO\n\n"
        "Arm 2\n\nArm Label\n\nMUTE ARM\n\nArm Description\n\nRest at home\n"
    )
    arms = [{"key": "A1", "label": "LOUD ARM"}, {"key": "A2", "label": "MUTE ARM"}]
    link = {"arm": arm, "intervention": "I1", "basis": "NARRATIVE"}
    record = {"arms": arms, "interventions": INTERVENTIONS[:1], "arm_interventions": [link]}
    found = check(text, record, {"/arm_interventions/0": "Marvelimab 2mg QD PO"})
    assert found.evidence["/arm_interventions/0"].status == status
    if status == "VERIFIED":
        assert found.evidence["/interventions/0/name"].status == "VERIFIED"
