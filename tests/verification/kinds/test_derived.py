from collections.abc import Callable

import pytest

Status = Callable[..., str]
PAGE = "Registration Number\nNCT01234567\nReferences\nNCT07654321\nOther Identifiers\nHeat 4\norg_study_id\n"


@pytest.mark.parametrize(
    ("value", "scheme", "role", "expected"),
    [
        ("NCT01234567", "NCT", "PRIMARY", "VERIFIED"),
        ("NCT01234567", "NCT", "SECONDARY", "UNSUPPORTED"),
        ("NCT07654321", "NCT", "CITED", "VERIFIED"),
        ("NCT07654321", "NCT", "PRIMARY", "UNSUPPORTED"),
        ("Heat 4", "ORG_STUDY_ID", "ORG_STUDY", "VERIFIED"),
    ],
)
def test_the_place_of_an_identifier_gives_its_role(
    status: Status, value: str, scheme: str, role: str, expected: str
) -> None:
    record = {"identifiers": [{"scheme": scheme, "value": value, "role": role}]}
    assert status(PAGE, record, "/identifiers/0/role") == expected
    assert status(PAGE, record, "/identifiers/0/scheme") == "VERIFIED"


def test_a_scheme_whose_pattern_the_value_has_not_is_unsupported(status: Status) -> None:
    record = {"identifiers": [{"scheme": "EUDRACT", "value": "NCT01234567", "role": "PRIMARY"}]}
    assert status(PAGE, record, "/identifiers/0/scheme") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "said"), [("No prior heat", True), ("Prior heat", False), ("Heat, not cold", False)]
)
def test_a_criterion_is_negated_if_it_begins_with_a_denial(status: Status, text: str, *, said: bool) -> None:
    for value in (True, False):
        record = {"eligibility": {"exclusion": [{"text": text, "negated": value}]}}
        assert (status(text, record, "/eligibility/exclusion/0/negated") == "VERIFIED") == (value is said)


def test_what_a_criterion_is_about_is_only_quoted(status: Status) -> None:
    record = {"eligibility": {"exclusion": [{"text": "Prior heat", "category": "OTHER"}]}}
    assert status("Prior heat", record, "/eligibility/exclusion/0/category") == "QUOTED"
