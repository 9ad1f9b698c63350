"""A page of no known layout."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.leaves import leaves

Read = Callable[[str], Draft]


@pytest.mark.parametrize(
    "page",
    [
        "A study of tea in 200 people, Phase 2, randomized. Adults aged 18 years.",
        "Status\nRecruiting\nSex\nAll\nTarget Recruitment\n200\n",
        "x",
    ],
)
def test_the_reader_abstains_and_says_so(read: Read, page: str) -> None:
    draft = read(page)
    assert [leaf.pointer for leaf in leaves(draft.record)] == ["/source/page_kind", "/source/layout"]
    (finding,) = draft.findings
    assert finding.code is FindingCode.UNKNOWN_LAYOUT
    assert "--reader model" in finding.message


def test_the_only_identifier_of_a_page_is_its_own(read: Read) -> None:
    draft = read("Tea, NCT09990001, again NCT09990001.")
    (one,) = draft.record.identifiers
    assert (one.scheme, one.value, one.role) == ("NCT", "NCT09990001", "PRIMARY")
    assert [quote.start for quote in draft.quotes["/identifiers/0/value"]] == [5]


def test_of_several_identifiers_none_is_read_and_a_finding_names_them(read: Read) -> None:
    draft = read("Tea (NCT09990001), as in ISRCTN99990001 and NCT09990002")
    assert draft.record.identifiers == []
    (ambiguous, unknown) = draft.findings
    assert (ambiguous.code, unknown.code) == (FindingCode.AMBIGUOUS, FindingCode.UNKNOWN_LAYOUT)
    assert [span.quote for span in ambiguous.spans] == ["NCT09990001", "ISRCTN99990001", "NCT09990002"]


@pytest.mark.parametrize("label", ["NCT ID: ", "ClinicalTrials.gov Identifier:\n", "Registration number "])
def test_the_one_that_a_label_calls_the_page_s_own_is_read(read: Read, label: str) -> None:
    draft = read(f"Tea, as in NCT09990002\n{label}NCT09990001\n")
    assert [(one.value, one.role) for one in draft.record.identifiers] == [("NCT09990001", "PRIMARY")]


def test_a_number_in_a_sentence_is_not_the_page_s(read: Read) -> None:
    draft = read("You recruit patients for trials of tea as in NCT09990001 and others of that kind.")
    assert draft.record.identifiers == []
    assert FindingCode.AMBIGUOUS in {finding.code for finding in draft.findings}


def test_the_nearest_layout_is_named_with_what_speaks_for_it(read: Read) -> None:
    (finding,) = read("MedPath\nTea for Sleep\nRegistration Number\n").findings
    assert "Nearest is medpath: the site's name stands on top" in finding.message
