from collections.abc import Callable

import pytest

from extractor.verification.boundaries import cuts_word, fills_line, stops_inside
from extractor.verification.page import Page

Status = Callable[..., str]


@pytest.mark.parametrize(("text", "piece", "cut"), [("tumours", "tumour", True), ("armTACE", "TACE", False)])
def test_small_letters_beside_a_piece_cut_a_word(text: str, piece: str, *, cut: bool) -> None:
    at = text.index(piece)
    assert cuts_word(text, at, at + len(piece)) is cut


@pytest.mark.parametrize("behind", ["", ".", ", and so on", " and more", "\nmore", " -Next item"])
def test_a_clause_may_end_at_a_stop_or_a_conjunction(behind: str) -> None:
    assert not stops_inside("prior heat" + behind, len("prior heat"))


def test_a_criterion_that_stops_inside_its_clause_is_ambiguous(status: Status) -> None:
    page = "Exclusion Criteria\n  • Relapse after transplantation\n"
    record = {"eligibility": {"exclusion": [{"text": "Relapse"}]}}
    assert status(page, record, "/eligibility/exclusion/0/text") == "AMBIGUOUS"


def test_a_cell_that_begins_a_line_must_fill_it(status: Status) -> None:
    page = "Conditions\nGizzard Tumour of the Bird\n"
    assert status(page, {"conditions": ["Gizzard Tumour"]}, "/conditions/0") == "AMBIGUOUS"
    assert fills_line(Page("a Gizzard Tumour of"), (2, 16))


def test_the_beginning_of_a_label_is_no_label(status: Status) -> None:
    page = "Arm && Interventions\nHeat and coldHeatdaily\n"
    assert status(page, {"arms": [{"key": "A1", "label": "Heat"}]}, "/arms/0/label") == "UNSUPPORTED"


@pytest.mark.parametrize(("field", "value"), [("city", "Centre"), ("country", "Oslo")])
def test_a_part_of_a_site_is_no_other_part(status: Status, field: str, value: str) -> None:
    page = "Locations\nGizzard Centre\nOslo, Norway\n"
    record = {"locations": [{"facility": "Gizzard Centre", field: value}]}
    assert status(page, record, f"/locations/0/{field}") == "UNSUPPORTED"


@pytest.mark.parametrize("field", ["start", "stop", "frequency"])
def test_a_name_is_no_time(status: Status, field: str) -> None:
    regimen = {"text": "heat daily until relapse", field: "heat"}
    record = {"interventions": [{"key": "I1", "name": "heat", "regimens": [regimen]}]}
    assert status("heat daily until relapse", record, f"/interventions/0/regimens/0/{field}") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "expected"), [("Adults with cold feet", "VERIFIED"), ("Adults", "AMBIGUOUS")]
)
def test_a_criterion_may_stop_where_the_page_says_that_these_people_were_chosen(
    status: Status, text: str, expected: str
) -> None:
    page = f"{text} were randomly assigned to talc or chalk."
    record = {"eligibility": {"inclusion": [{"text": text}]}}
    assert status(page, record, "/eligibility/inclusion/0/text") == expected
