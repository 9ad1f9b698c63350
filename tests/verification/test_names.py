from typing import Any

import pytest

TEXT = """Heat for Gizzard Tumour

Conditions
Gizzard Tumour
Lead Sponsor
Northern Institute
Brief Summary

Marvelimab is compared with rest in patients with Gizzard Tumour at Northern Institute.
"""


@pytest.mark.parametrize("name", ["Gizzard Tumour", "Northern Institute"])
def test_an_entry_of_another_list_is_in_doubt_as_the_name_of_an_intervention(check: Any, name: str) -> None:
    found = check(TEXT, {"interventions": [{"key": "I1", "name": name}]})
    assert found.evidence["/interventions/0/name"].status in {"AMBIGUOUS", "UNSUPPORTED"}


def test_a_name_that_only_prose_gives_is_verified(check: Any) -> None:
    found = check(TEXT, {"interventions": [{"key": "I1", "name": "Marvelimab"}]})
    assert found.evidence["/interventions/0/name"].status == "VERIFIED"


def test_a_label_in_prose_that_is_what_is_given_is_in_doubt_unless_it_names_an_arm(check: Any) -> None:
    record = {
        "arms": [{"key": "A1", "label": "Marvelimab"}],
        "interventions": [{"key": "I1", "name": "Marvelimab"}],
    }
    doubtful = check(TEXT, record)
    named = check(TEXT.replace("Marvelimab is", "The Marvelimab group is"), record)
    assert doubtful.evidence["/arms/0/label"].status == "AMBIGUOUS"
    assert named.evidence["/arms/0/label"].status == "VERIFIED"


def test_an_organisation_is_no_official(check: Any) -> None:
    text = "Title\n\nStudy Officials\n\nAda Lund\nRole: Chief\nHill Hospital\n"
    person = check(text, {"officials": [{"name": "Ada Lund"}]})
    house = check(text, {"officials": [{"name": "Hill Hospital"}]})
    assert person.evidence["/officials/0/name"].status == "VERIFIED"
    assert house.evidence["/officials/0/name"].status == "UNSUPPORTED"


def test_a_piece_of_an_affiliation_is_not_the_affiliation(check: Any) -> None:
    text = "Title\n\nStudy Officials\n\nAda Lund\nRole: Chief\nDepartment of Heat, Hill Hospital, Lake Town\n"
    whole, piece = (
        check(text, {"officials": [{"name": "Ada Lund", "affiliation": words}]})
        for words in ("Department of Heat, Hill Hospital, Lake Town", "Hill Hospital")
    )
    assert whole.evidence["/officials/0/affiliation"].status == "VERIFIED"
    assert piece.evidence["/officials/0/affiliation"].status == "UNSUPPORTED"


def test_a_keyword_is_an_entry_not_a_piece_of_a_title(check: Any) -> None:
    text = "Heat, rest and cold for tumours of the gizzard\n\n  • Heat\n  • Cold\n"
    found = check(text, {"keywords": ["Heat", "cold for tumours"]})
    assert found.evidence["/keywords/0"].status == "VERIFIED"
    assert found.evidence["/keywords/1"].status == "AMBIGUOUS"


def test_a_bare_name_is_no_dose_statement(check: Any, page: str) -> None:
    dose = "Marvelimab 200 mg twice daily by mouth for 6 weeks"
    for text, status in ((dose, "VERIFIED"), ("Marvelimab", "UNSUPPORTED")):
        arm = {"key": "A1", "label": "Marvel and heat", "regimens": [{"text": text}]}
        assert check(page, {"arms": [arm]}).evidence["/arms/0/regimens/0/text"].status == status


def test_what_is_given_is_no_route(check: Any, page: str) -> None:
    regimen = {"text": "Marvelimab 200 mg twice daily by mouth for 6 weeks", "agent": "Marvelimab"}
    for route, status in (("by mouth", "VERIFIED"), ("Marvelimab", "UNSUPPORTED")):
        arm = {"key": "A1", "label": "Marvel and heat", "regimens": [{**regimen, "route": route}]}
        found = check(page, {"arms": [arm]})
        assert found.evidence["/arms/0/regimens/0/route"].status == status


def test_an_abbreviation_stands_with_its_measure(check: Any) -> None:
    text = "Title\n\nPrimary Outcomes\n\nNights of rest (NOR) | 6 weeks\nDays of heat (DOH) | 6 weeks\n"
    for short, status in (("NOR", "VERIFIED"), ("DOH", "UNSUPPORTED")):
        outcome = {"kind": "PRIMARY", "measure": "Nights of rest (NOR)", "abbreviation": short}
        assert check(text, {"outcomes": [outcome]}).evidence["/outcomes/0/abbreviation"].status == status


def test_an_other_name_is_tied_to_its_intervention(check: Any) -> None:
    text = "Title\n\nOther Names\n\nMarvel (Marvelimab) thermal rest\n"
    record = {
        "interventions": [{"key": "I1", "name": "Marvelimab", "other_names": ["thermal rest", "Marvelimab"]}]
    }
    found = check(text, record)
    assert found.evidence["/interventions/0/other_names/0"].status == "UNSUPPORTED"
    assert found.evidence["/interventions/0/other_names/1"].status == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("title", "Heat at night", "VERIFIED"),
        ("title", "Heat", "UNSUPPORTED"),
        ("authors", ["Lund A", "Berg B"], "VERIFIED"),
        ("authors", ["Heat at"], "UNSUPPORTED"),
    ],
)
def test_title_and_authors_stand_in_their_place_of_the_citation(
    check: Any, field: str, value: Any, status: str
) -> None:
    for citation in (
        "Lund A, Berg B. Heat at night. J Dusk. 2020 May;1(2):3-4.",
        "Lund A, Berg B. Heat at night. In: Dusk Papers, volume two.",
    ):
        found = check(
            f"Title\n\nReferences\n\n{citation}\n", {"references": [{"citation": citation, field: value}]}
        )
        statuses = {e.status for pointer, e in found.evidence.items() if f"/{field}" in pointer}
        assert statuses == {status}, citation
