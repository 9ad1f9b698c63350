from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
CITATION = (
    "Heat AB, Cold CD. Gizzards and heat: a randomized trial. J Gizz Res. 2003 Dec 6;362(9399):1907-17. "
    "doi: 10.1000/giz.1. Epub 2003 Nov 30."
)
PAGE = (
    f"References\n\n{CITATION}\n\nReference Type RESULT\nPMID: 12345678 (View)\n\n"
    "Other AB. Birds. Birds. 2001;1(2):3-4.\nPMID: 87654321\n"
)
TRUE = {
    "citation": CITATION,
    "authors": ["Heat AB", "Cold CD"],
    "title": "Gizzards and heat: a randomized trial",
    "journal": "J Gizz Res",
    "date": "2003-12-06",
    "volume": "362",
    "issue": "9399",
    "pages": "1907-17",
    "doi": "10.1000/giz.1",
    "epub_date": "2003-11-30",
    "pmid": "12345678",
}
OTHER = {"citation": "Other AB. Birds. Birds. 2001;1(2):3-4."}


def test_every_part_of_a_citation_is_verified(check: Any) -> None:
    found = check(PAGE, {"references": [TRUE, OTHER]}).evidence
    assert {at: str(e.status) for at, e in found.items() if e.status != "VERIFIED"} == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("volume", "9399"),
        ("issue", "362"),
        ("pages", "1907"),
        ("date", "2003-12"),
        ("date", "2003-11-30"),
        ("epub_date", "2003-12-06"),
        ("journal", "Gizzards"),
        ("doi", "10.1000/giz.2"),
        ("pmid", "87654321"),
    ],
)
def test_a_part_in_anothers_place_is_unsupported(status: Status, field: str, value: str) -> None:
    record = {"references": [{**TRUE, field: value}, OTHER]}
    assert status(PAGE, record, f"/references/0/{field}") == "UNSUPPORTED"
