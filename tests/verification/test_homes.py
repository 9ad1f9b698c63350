from typing import Any

import pytest

from extractor.verification.page import Page
from extractor.verification.section_forms import UNKNOWN

SPONSOR = {"sponsors": [{"name": "Northern Institute of Gizzards", "role": "LEAD"}]}


@pytest.mark.parametrize(
    "heading", ["Primary Sponsor", "Lead Sponsor", "Study Sponsor", "Name of the sponsor", "Trial Sponsor"]
)
def test_the_lead_sponsor_is_known_by_a_heading_of_another_name(check: Any, page: str, heading: str) -> None:
    text = page.replace("Lead Sponsor", heading)
    found = check(text, SPONSOR, {"/sponsors/0/role": heading})
    assert found.evidence["/sponsors/0/role"].status == "VERIFIED"
    assert found.evidence["/sponsors/0/name"].status == "VERIFIED"


def test_a_heading_of_other_sponsors_names_no_lead(check: Any, page: str) -> None:
    text = page.replace("Lead Sponsor", "Secondary Sponsors")
    found = check(text, SPONSOR, {"/sponsors/0/role": "Secondary Sponsors"})
    assert found.evidence["/sponsors/0/role"].status == "UNSUPPORTED"


@pytest.mark.parametrize("words", ["Role of sponsor lead", "Sponsor type lead", "Sponsor Role lead"])
def test_a_role_stands_behind_a_label_of_any_name(check: Any, words: str) -> None:
    text = f"Title\n\nSponsors\n\nNorthern Institute of Gizzards\n\n{words}\n"
    assert check(text, SPONSOR, {"/sponsors/0/role": words}).evidence["/sponsors/0/role"].status == "VERIFIED"


def test_what_follows_the_value_of_a_field_stands_under_no_known_heading() -> None:
    page = Page("Sex\nAll\nAmber Notes\nPainful Gizzard\n")
    assert [part.name for part in page.parts] == ["", "sex", UNKNOWN]


def test_values_under_headings_nobody_knows_are_not_refused(check: Any, page: str) -> None:
    text = page.replace("Study Type\n", "Amber Notes\n").replace("Study Design\n", "Brass Lines\n")
    text = text.replace("Study & Design\n", "Cedar Papers\n").replace(
        "Arm && Interventions\n", "Dune Items\n"
    )
    record = {
        "design": {"study_type": "INTERVENTIONAL", "intervention_model": "PARALLEL"},
        "arms": [{"key": "A1", "label": "Marvel and heat"}],
    }
    quotes = {"/design/study_type": "INTERVENTIONAL", "/design/intervention_model": "PARALLEL"}
    found = check(text, record, quotes)
    assert {one.status for one in found.evidence.values()} == {"VERIFIED"}


def test_criteria_below_an_answer_on_a_line_of_its_own_are_not_denied(check: Any, page: str) -> None:
    text = page.replace("Inclusion Criteria\n", "Ember Words\nNo\n\nInclusion Criteria\n")
    criteria = "• Age ≥ 18 years and ≤ 70 years\n  • No prior marvelimab"
    found = check(
        text.replace("Inclusion Criteria", "Fjord Matters"), {"eligibility": {"criteria_text": criteria}}
    )
    assert found.evidence["/eligibility/criteria_text"].status == "VERIFIED"


def test_a_second_registrys_number_is_secondary_though_the_organisations_own_stands_above(check: Any) -> None:
    text = (
        "Title\n\nOther Identifiers\n\n"
        "LAMP-7\n\nIdentifier Type: Protocol\n\nIdentifier Source: org_study_id\n\n"
        "2019-009999-11\n\nIdentifier Type: EudraCT\n\nIdentifier Source: Registry Office\n"
    )
    own = {"scheme": "ORG_STUDY_ID", "value": "LAMP-7", "role": "ORG_STUDY"}
    other = {"scheme": "EUDRACT", "value": "2019-009999-11", "role": "SECONDARY"}
    for record in ([own, other], [other], [own]):
        found = check(text, {"identifiers": record})
        assert {one.status for one in found.evidence.values()} == {"VERIFIED"}
    swapped = check(text, {"identifiers": [{**other, "role": "ORG_STUDY"}]})
    assert swapped.evidence["/identifiers/0/role"].status == "UNSUPPORTED"
