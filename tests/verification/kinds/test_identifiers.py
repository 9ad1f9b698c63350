from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
PAGE = (
    "EudraCT Number: 2032-004455-66\nSponsor's Protocol Code Number: TALC-31\n\nProject ID\n\nM0447\n\n"
    "Number\n\nZ77\n\nCold feet\n\nCold hands\n"
)


@pytest.mark.parametrize(
    ("value", "scheme", "role", "expected"),
    [
        ("2032-004455-66", "EUDRACT", "PRIMARY", ["VERIFIED", "VERIFIED"]),
        ("2032-004455-66", "EUDRACT", "SECONDARY", ["VERIFIED", "UNSUPPORTED"]),
        ("TALC-31", "ORG_STUDY_ID", "ORG_STUDY", ["VERIFIED", "VERIFIED"]),
        ("TALC-31", "GRANT", "PRIMARY", ["UNSUPPORTED", "UNSUPPORTED"]),
        ("M0447", "GRANT", "SECONDARY", ["VERIFIED", "VERIFIED"]),
        ("M0447", "ORG_STUDY_ID", "ORG_STUDY", ["UNSUPPORTED", "UNSUPPORTED"]),
        ("Z77", "OTHER", "SECONDARY", ["QUOTED", "AMBIGUOUS"]),
        ("Z77", "ORG_STUDY_ID", "ORG_STUDY", ["AMBIGUOUS", "AMBIGUOUS"]),
        ("Z77", "NCT", "ORG_STUDY", ["UNSUPPORTED", "AMBIGUOUS"]),
    ],
)
def test_the_label_of_an_identifier_tells_its_scheme_and_role(
    status: Status, value: str, scheme: str, role: str, expected: list[str]
) -> None:
    record = {"identifiers": [{"scheme": scheme, "value": value, "role": role}]}
    assert [status(PAGE, record, f"/identifiers/0/{name}") for name in ("scheme", "role")] == expected


def test_words_that_stand_elsewhere_tell_nothing_of_an_identifier(status: Status) -> None:
    record = {"identifiers": [{"scheme": "EUDRACT", "value": "2032-004455-66", "role": "PRIMARY"}]}
    quotes = {"/identifiers/0/scheme": "Cold hands"}
    assert status(PAGE, record, "/identifiers/0/scheme", quotes) == "UNSUPPORTED"


def test_a_doi_on_a_line_of_its_own_is_that_of_the_page_of_an_article(check: Any) -> None:
    own = {"scheme": "DOI", "value": "10.5555/tea.7", "role": "SELF_PUBLICATION"}
    record = {"source": {"page_kind": "PUBLICATION_PAGE", "layout": "invented"}, "identifiers": [own]}
    text = "A study of tea\n\nKeywords\nTea\n\n{}\n"
    alone = check(text.format("DOI 10.5555/tea.7"), record).evidence["/identifiers/0/role"]
    cited = check(text.format("Earlier work: Smith, DOI 10.5555/tea.7"), record).evidence[
        "/identifiers/0/role"
    ]
    assert (alone.status, cited.status == "VERIFIED") == ("VERIFIED", False)
