from collections.abc import Callable

import pytest

Status = Callable[..., str]
PAGE = "Organization Name\n\nIron Works\n\nName of Study Site\n\nHill Clinic\n\nMedical Problem: Cold feet\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Cold feet", "VERIFIED"), ("Iron Works", "UNSUPPORTED"), ("Hill Clinic", "UNSUPPORTED")],
)
def test_a_name_behind_the_label_of_another_list_is_none_of_this_one(
    status: Status, name: str, expected: str
) -> None:
    assert status(PAGE, {"conditions": [name]}, "/conditions/0") == expected


def test_the_label_of_its_own_list_speaks_for_a_name(status: Status) -> None:
    assert status(PAGE, {"locations": [{"facility": "Hill Clinic"}]}, "/locations/0/facility") == "VERIFIED"


def test_a_fact_behind_a_label_that_names_the_sponsor_is_the_sponsors(status: Status) -> None:
    page = (
        "B.1.1 Name of Sponsor: Iron Works\nB.1.3.4 Country: Chile\nB.3.1 Status of the sponsor: Commercial\n"
    )
    record = {"sponsors": [{"name": "Iron Works", "role": "LEAD", "agency_class": "INDUSTRY"}]}
    quotes = {"/sponsors/0/role": "Name of Sponsor", "/sponsors/0/agency_class": "Commercial"}
    assert status(page, record, "/sponsors/0/agency_class", quotes) == "VERIFIED"
    assert status(page, record, "/sponsors/0/role", quotes) == "VERIFIED"
