from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("name", "norm", "expected"),
    [
        ("Nexavar", "sorafenib", "VERIFIED"),
        ("Nexavar", "lenvatinib", "UNSUPPORTED"),
        ("Heat", "sorafenib", "UNSUPPORTED"),
    ],
)
def test_a_name_is_the_tables_name_for_its_sibling(
    status: Status, name: str, norm: str, expected: str
) -> None:
    record = {"interventions": [{"key": "I1", "name": name, "name_norm": norm}]}
    assert status(name, record, "/interventions/0/name_norm") == expected


def test_words_of_something_else_do_not_support_a_true_name(status: Status) -> None:
    record = {"interventions": [{"key": "I1", "name": "Nexavar", "name_norm": "sorafenib"}]}
    quotes = {"/interventions/0/name_norm": "chronic hepatitis"}
    page = "Nexavar for chronic hepatitis"
    assert status(page, record, "/interventions/0/name_norm", quotes) == "UNSUPPORTED"


@pytest.mark.parametrize(("code", "expected"), [("NO", "VERIFIED"), ("SE", "UNSUPPORTED")])
def test_a_country_code_is_its_countrys(status: Status, code: str, expected: str) -> None:
    record = {"locations": [{"country": "Norway", "country_iso2": code}]}
    quotes = {"/locations/0/country_iso2": "Norway"}
    assert status("Oslo, Norway", record, "/locations/0/country_iso2", quotes) == expected
