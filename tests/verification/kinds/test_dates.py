from collections.abc import Callable

import pytest

Status = Callable[..., str]
AT = "/status/start_date/date"


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("2019-01-03", "2019-01-03", "VERIFIED"),
        ("3 January 2019", "2019-01-03", "VERIFIED"),
        ("Jan 2019", "2019-01", "VERIFIED"),
        ("Jan 2019", "2019-01-01", "UNSUPPORTED"),
        ("2019-01-03", "2019-01", "UNSUPPORTED"),
        ("2019", "2019-01", "UNSUPPORTED"),
        ("begun in Jan 2019, ended in Feb 2020", "2019-01", "UNSUPPORTED"),
    ],
)
def test_a_date_is_as_precise_as_printed(status: Status, words: str, date: str, expected: str) -> None:
    record = {"status": {"start_date": {"date": date}}}
    assert status(f"Study Start Date\n{words}\n", record, AT, {AT: words}) == expected


def test_a_piece_of_a_date_is_not_the_date(status: Status) -> None:
    record = {"status": {"start_date": {"date": "2019"}}}
    assert status("Study Start Date\n2019-01-03\n", record, AT, {AT: "2019"}) == "UNSUPPORTED"
    assert status("Study Start Date\n3 Jan 2019\n", record, AT, {AT: "2019"}) == "UNSUPPORTED"


def test_a_date_under_another_heading_is_another_date(status: Status) -> None:
    page = "Study Start Date\n2019\nStudy Completion Date\n2021\n"
    record = {"status": {"start_date": {"date": "2021"}}}
    assert status(page, record, AT, {AT: "2021"}) == "UNSUPPORTED"
