from typing import Any

import pytest

from extractor.verification.blocks import Blocks
from extractor.verification.page import Page

SITES = {
    "address below": "Example Hospital\nLyon, France\nOther Clinic\nBerlin, Germany\n",
    "blank lines": "Example Hospital\n\nLyon, France\n\nSite Status\n\nOther Clinic\n\nBerlin, Germany\n",
    "address above": "Lyon, France\nExample Hospital\nBerlin, Germany\nOther Clinic\n",
    "brackets": "Example Hospital (Lyon)\nOther Clinic (Berlin)\n",
    "one line each": "Example Hospital, Lyon, France\nOther Clinic, Berlin, Germany\n",
    "bullets": "• Example Hospital\n  Lyon, France\n• Other Clinic\n  Berlin, Germany\n",
    "letters": "a) Example Hospital\n   Lyon\nb) Other Clinic\n   Berlin\n",
    "indents": "Example Hospital\n   Lyon\n   France\nOther Clinic\n   Berlin\n   Germany\n",
    "labels": "Name: Example Hospital\nCity: Lyon\nZip: 1\nName: Other Clinic\nCity: Berlin\nZip: 2\n",
    "label above": "City: Lyon\nName: Example Hospital\nCity: Berlin\nName: Other Clinic\n",
    "paragraphs": "Example Hospital\nLyon\n\nOther Clinic\nBerlin\n",
    "tabs": "Example Hospital\tLyon\tFrance\nOther Clinic\tBerlin\tGermany\n",
    "bars": "| Example Hospital | Lyon |\n| Other Clinic | Berlin |\n",
    "CRLF": "Example Hospital\r\nLyon, France\r\n\r\nOther Clinic\r\nBerlin, Germany\r\n",
}


@pytest.mark.parametrize("form", SITES)
def test_a_city_of_another_site_is_never_verified_though_the_draft_has_one_site(
    check: Any, form: str
) -> None:
    text = f"Title\n\nTrial Locations\n\n{SITES[form]}"
    for facility, city, other in (("Example Hospital", "Lyon", "Berlin"), ("Other Clinic", "Berlin", "Lyon")):
        right = check(text, {"locations": [{"facility": facility, "city": city}]})
        wrong = check(text, {"locations": [{"facility": facility, "city": other}]})
        placed = check(
            text,
            {"locations": [{"facility": facility, "city": other}]},
            {"/locations/0/city": [(other, text.index(other))]},
        )
        assert right.evidence["/locations/0/city"].status == "VERIFIED", (form, facility)
        assert wrong.evidence["/locations/0/city"].status == "UNSUPPORTED", (form, facility)
        assert placed.evidence["/locations/0/city"].status == "UNSUPPORTED", (form, facility)


def test_where_no_form_tells_blocks_apart_what_stands_farther_away_is_in_doubt(check: Any) -> None:
    text = "Title\n\nTrial Locations\n\nExample Hospital\nLyon\nOther Clinic\nBerlin\n"
    near = check(text, {"locations": [{"facility": "Example Hospital", "city": "Lyon"}]})
    far = check(text, {"locations": [{"facility": "Example Hospital", "city": "Berlin"}]})
    assert near.evidence["/locations/0/city"].status == "VERIFIED"
    assert far.evidence["/locations/0/city"].status == "AMBIGUOUS"


ARMS = {
    "glued rows": "GroupInterventionDescription\nHeat armHeatWarm stones\nCold armIceCrushed ice\n",
    "labels below": "Heat arm\n\nWarm stones\n\nType: Sham\n\nCold arm\n\nCrushed ice\n\nType: Other\n",
    "labels": "Arm: Heat arm\nDescription: Warm stones\n\nArm: Cold arm\nDescription: Crushed ice\n",
    "numbers": "1. Heat arm\n   Warm stones\n2. Cold arm\n   Crushed ice\n",
    "one line each": "Heat arm: Warm stones\nCold arm: Crushed ice\n",
    "paragraphs": "Heat arm\nWarm stones\n\nCold arm\nCrushed ice\n",
}


@pytest.mark.parametrize("form", ARMS)
def test_a_description_of_another_arm_is_never_verified_though_the_draft_has_one_arm(
    check: Any, form: str
) -> None:
    text = f"Title\n\nStudy Arms\n\n{ARMS[form]}"
    for label, own, other in (
        ("Heat arm", "Warm stones", "Crushed ice"),
        ("Cold arm", "Crushed ice", "Warm stones"),
    ):
        right = check(text, {"arms": [{"key": "A1", "label": label, "description": own}]})
        wrong = check(text, {"arms": [{"key": "A1", "label": label, "description": other}]})
        assert right.evidence["/arms/0/description"].status == "VERIFIED", (form, label)
        assert wrong.evidence["/arms/0/description"].status == "UNSUPPORTED", (form, label)


OUTCOMES = {
    "glued": "NameTimeMethod\nPain12 weeks\n\nby a ruler\n\nSleep6 months\n\nby a diary\n",
    "glued, no descriptions between": "NameTimeMethod\nPain12 weeks\nSleep6 months\n\nby a diary\n",
    "bars": "Pain | 12 weeks | by a ruler\nSleep | 6 months | by a diary\n",
    "labels": "Pain\nTime Frame: 12 weeks\nby a ruler\nSleep\nTime Frame: 6 months\nby a diary\n",
    "bullets": "- Pain\n  12 weeks\n  by a ruler\n- Sleep\n  6 months\n  by a diary\n",
}


@pytest.mark.parametrize("form", OUTCOMES)
@pytest.mark.parametrize(("field", "value"), [("time_frame", "6 months"), ("description", "by a diary")])
def test_a_cell_of_another_outcome_is_never_verified_though_the_draft_has_one_outcome(
    check: Any, form: str, field: str, value: str
) -> None:
    text = f"Title\n\nPrimary Outcomes\n\n{OUTCOMES[form]}"
    wrong = check(text, {"outcomes": [{"kind": "PRIMARY", "measure": "Pain", field: value}]})
    right = check(text, {"outcomes": [{"kind": "PRIMARY", "measure": "Sleep", field: value}]})
    assert wrong.evidence[f"/outcomes/0/{field}"].status == "UNSUPPORTED"
    assert wrong.evidence["/outcomes/0/measure"].status == "VERIFIED"
    assert right.evidence[f"/outcomes/0/{field}"].status == "VERIFIED"


OFFICIALS = {
    "labels below": "Ada Lund\nRole: Chief\nHill House\nBen Wick\nRole: Deputy\nLake House\n",
    "labels above": "Role: Chief\nAda Lund\nHill House\nRole: Deputy\nBen Wick\nLake House\n",
    "labels everywhere": "Name: Ada Lund\nOffice: Hill House\nName: Ben Wick\nOffice: Lake House\n",
}


@pytest.mark.parametrize("form", OFFICIALS)
def test_an_affiliation_of_another_official_is_never_verified(check: Any, form: str) -> None:
    text = f"Title\n\nStudy Officials\n\n{OFFICIALS[form]}"
    for name, own, other in (
        ("Ada Lund", "Hill House", "Lake House"),
        ("Ben Wick", "Lake House", "Hill House"),
    ):
        right = check(text, {"officials": [{"name": name, "affiliation": own}]})
        wrong = check(text, {"officials": [{"name": name, "affiliation": other}]})
        assert right.evidence["/officials/0/affiliation"].status == "VERIFIED"
        assert wrong.evidence["/officials/0/affiliation"].status == "UNSUPPORTED"


def test_a_site_without_a_name_has_no_row_to_stand_in(check: Any) -> None:
    text = "Title\n\nTrial Locations\n\nExample Hospital\nLyon, France\n"
    found = check(text, {"locations": [{"city": "Lyon", "country": "France"}]})
    assert {one.status for one in found.evidence.values()} == {"VERIFIED"}


def test_a_contact_of_another_site_is_unsupported(check: Any) -> None:
    text = (
        "Title\n\nTrial Locations\n\nExample Hospital\nLyon, France\nContact: Ada Lund, ada@hill.example\n"
        "Other Clinic\nBerlin, Germany\nContact: Ben Wick, ben@lake.example\n"
    )
    site = {"facility": "Example Hospital", "contacts": [{"email": "ben@lake.example"}]}
    found = check(text, {"locations": [site]})
    assert found.evidence["/locations/0/contacts/0/email"].status == "UNSUPPORTED"


def test_in_prose_a_sentence_about_another_group_is_not_this_arms(check: Any) -> None:
    text = (
        "Title\n\nBrief Summary\n\nPatients in the red group get heat. Patients in the blue group get cold.\n"
    )
    wrong = check(text, {"arms": [{"key": "A1", "label": "red group", "description": "get cold"}]})
    right = check(text, {"arms": [{"key": "A1", "label": "red group", "description": "get heat"}]})
    assert wrong.evidence["/arms/0/description"].status == "UNSUPPORTED"
    assert right.evidence["/arms/0/description"].status == "VERIFIED"


def test_a_block_ends_where_a_kind_of_line_comes_again() -> None:
    page = Page("References\n\nA. One. J.\n\nType RESULT\nPMID: 11\n\nB. Two. J.\n\nType RESULT\nPMID: 12\n")
    start, sure, end = Blocks(page, "references").around(
        (page.text.index("A. One"), page.text.index("\n\nType"))
    )
    assert page.text[start:end].endswith("PMID: 11")
    assert sure == end
