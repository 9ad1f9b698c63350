from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("value", "quote", "expected"),
    [
        ("Marvelimab with heat", "Marvelimab with heat", "VERIFIED"),
        ("marvelimab  with HEAT", "Marvelimab with heat", "VERIFIED"),
        ("Marvelimab", "Marvelimab with heat", "VERIFIED"),
        ("Marvel", "Marvelimab with heat", "UNSUPPORTED"),
        ("Marvelimab with cold", "Marvelimab with heat", "UNSUPPORTED"),
        ("Marvelimab with heat", "Marvelimab with", "UNSUPPORTED"),
    ],
)
def test_a_value_is_its_words_or_stands_whole_inside_them(
    status: Status, value: str, quote: str, expected: str
) -> None:
    page = "Marvelimab with heat\n"
    assert status(page, {"brief_title": value}, "/brief_title", {"/brief_title": quote}) == expected


@pytest.mark.parametrize("text", ["macroscopic invasion", "macroscopic"])
def test_words_whose_denial_was_cut_off_are_unsupported(status: Status, text: str) -> None:
    page = "Inclusion Criteria\n  • No macroscopic invasion\n"
    record = {"eligibility": {"inclusion": [{"text": text}]}}
    assert status(page, record, "/eligibility/inclusion/0/text") == "UNSUPPORTED"


@pytest.mark.parametrize("text", ["Tumour margin is", "Active infection"])
def test_words_whose_exception_was_cut_off_are_unsupported(status: Status, text: str) -> None:
    page = "Inclusion Criteria\n  • Tumour margin is not clear\n  • Active infection other than flu\n"
    record = {"eligibility": {"inclusion": [{"text": text}]}}
    assert status(page, record, "/eligibility/inclusion/0/text") == "UNSUPPORTED"


def test_an_identifier_is_equal_to_the_letter_and_whole(status: Status) -> None:
    for value, expected in (
        ("NCT01234567", "VERIFIED"),
        ("NCT0123456", "UNSUPPORTED"),
        ("nct01234567", "UNSUPPORTED"),
    ):
        record = {"identifiers": [{"scheme": "NCT", "value": value, "role": "PRIMARY"}]}
        assert status("NCT ID: NCT01234567\n", record, "/identifiers/0/value") == expected
