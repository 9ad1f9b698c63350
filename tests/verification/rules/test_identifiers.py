from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]


def of(value: str) -> dict[str, Any]:
    return {"identifiers": [{"scheme": "NCT", "value": value, "role": "PRIMARY"}]}


def test_another_identifier_than_the_pages_is_a_mismatch_that_shows_the_pages(
    check: Any,
    codes: Codes,
) -> None:
    found = check("Registration Number\nNCT01234567\n", of("NCT01234568"))
    assert codes(found) == ["id_mismatch"]
    assert found.findings[-1].spans[0].quote == "NCT01234567"


def test_the_pages_own_is_none(check: Any, codes: Codes) -> None:
    assert codes(check("Registration Number\nNCT01234567\n", of("NCT01234567"))) == []


def test_two_primary_identifiers_of_one_registry_contradict(check: Any, codes: Codes) -> None:
    page = "Registration Number\nNCT01234567\nNCT01234568\n"
    record = {"identifiers": of("NCT01234567")["identifiers"] + of("NCT01234568")["identifiers"]}
    assert codes(check(page, record)) == ["contradiction"]
