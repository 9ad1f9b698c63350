"""Publication pages: records of PubMed, structured abstracts, the print form of Medline."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
NAMES = {"pubmed": "pubmed-record", "structured-abstract": "structured-abstract", "medline": "medline-print"}
SHAPES = ["pubmed", "structured-abstract", "medline"]


@pytest.fixture
def page_of(pages: Path) -> Callable[[str], str]:
    return lambda name: (pages / f"{name}.txt").read_text(encoding="utf-8")


def roles(draft: Draft) -> list[tuple[str, str, str]]:
    return [(one.scheme, one.value, one.role) for one in draft.record.identifiers]


def codes(draft: Draft) -> list[str]:
    return [finding.code for finding in draft.findings]


@pytest.mark.parametrize("name", SHAPES)
def test_every_value_is_verified_or_quoted_and_nothing_is_left_unread(pages: Path, name: str) -> None:
    extraction = extract(pages / f"{name}.txt")
    assert (extraction.record.source.layout, extraction.record.source.page_kind) == (
        NAMES[name],
        "PUBLICATION_PAGE",
    )
    assert {evidence.status for evidence in extraction.evidence.values()} <= {"VERIFIED", "QUOTED"}
    assert extraction.findings == []


def test_a_record_of_pubmed_is_read(read: Read, page_of: Callable[[str], str]) -> None:
    draft = read(page_of("pubmed"))
    record, publication = draft.record, draft.record.publication
    assert record.brief_title == "Warm tea against cold evenings: the TEAPOT randomised trial."
    assert publication is not None
    assert publication.authors == ["Jane Brewer", "John B Steep", "Ann-Marie van der Leaf"]
    assert publication.journal == "Journal of warm drinks"
    assert publication.abstract is not None
    assert publication.abstract.startswith("BACKGROUND: Cold")
    assert publication.abstract.endswith("number NCT09990011.")
    assert roles(draft) == [
        ("PMID", "99000011", "SELF_PUBLICATION"),
        ("NCT", "NCT09990011", "PRIMARY"),
        ("NCT", "NCT09990077", "CITED"),
    ]


def test_a_structured_abstract_is_read(read: Read, page_of: Callable[[str], str]) -> None:
    draft = read(page_of("structured-abstract"))
    assert draft.record.brief_title == "Oat biscuits and the length of meetings: a cluster randomised trial"
    assert draft.record.publication is not None
    abstract = draft.record.publication.abstract or ""
    assert abstract.startswith("ABSTRACT.BACKGROUND/AIMS:\nMeetings")
    assert abstract.endswith("NCT09990012")
    assert roles(draft) == [("NCT", "NCT09990012", "PRIMARY"), ("NCT", "NCT09990077", "CITED")]


def test_the_print_form_of_medline_is_read(read: Read, page_of: Callable[[str], str]) -> None:
    draft = read(page_of("medline"))
    publication = draft.record.publication
    assert publication is not None
    assert publication.authors == ["Brewer J", "Steep JB", "van der Leaf AM", "O'Pot K", "Kettle T"]
    assert (publication.journal, publication.volume, publication.issue) == ("J Warm Drinks", "14", "3")
    assert (publication.pages, publication.date and publication.date.date) == ("227-37", "2018-09-05")
    assert publication.abstract is not None
    assert publication.abstract.startswith("BACKGROUND:   Books")
    assert publication.abstract.endswith("(NCT09990013).")
    assert roles(draft) == [
        ("DOI", "10.9999/jwd.2018.0021", "SELF_PUBLICATION"),
        ("PMID", "99000013", "SELF_PUBLICATION"),
        ("NCT", "NCT09990013", "PRIMARY"),
    ]


@pytest.mark.parametrize("name", SHAPES)
def test_a_review_is_no_trial_and_no_number_is_its_own(
    read: Read, page_of: Callable[[str], str], name: str
) -> None:
    page = page_of(name)
    for word in ("the TEAPOT randomised trial", "a cluster randomised trial", "compared with reading alone"):
        page = page.replace(word, "a systematic review")
    draft = read(page)
    assert draft.record.source.layout == NAMES[name]
    assert FindingCode.NOT_A_TRIAL in codes(draft)
    assert "PRIMARY" not in [one.role for one in draft.record.identifiers]


def test_of_two_registrations_of_one_registry_none_is_called_the_trial_s(
    read: Read, page_of: Callable[[str], str], swap: Swap
) -> None:
    page = swap(
        page_of("pubmed"), "Registration: NCT09990011", "Registration: NCT09990011\nRegistration: NCT09990014"
    )
    draft = read(page)
    assert "PRIMARY" not in [one.role for one in draft.record.identifiers]
    assert codes(draft).count(FindingCode.AMBIGUOUS) == 2


def test_one_registration_in_each_of_two_registries_is_the_trial_s(
    read: Read, page_of: Callable[[str], str], swap: Swap
) -> None:
    page = swap(page_of("pubmed"), "Registration: NCT09990011", "Registration: ISRCTN99990001")
    assert roles(read(page))[1:3] == [
        ("ISRCTN", "ISRCTN99990001", "PRIMARY"),
        ("NCT", "NCT09990011", "PRIMARY"),
    ]


def test_a_number_whose_study_is_not_said_is_a_finding(
    read: Read, page_of: Callable[[str], str], swap: Swap
) -> None:
    page = swap(page_of("pubmed"), "People who drank tea were warmer.", "Tea warms (NCT09990015).")
    draft = read(page)
    assert "NCT09990015" not in [one.value for one in draft.record.identifiers]
    (finding,) = draft.findings
    assert (finding.code, finding.spans[0].quote) == (FindingCode.AMBIGUOUS, "NCT09990015")


def test_a_paragraph_too_many_above_the_number_leaves_authors_and_journal_unread(
    read: Read, page_of: Callable[[str], str], swap: Swap
) -> None:
    page = swap(page_of("pubmed"), "Journal of warm drinks", "Journal of warm drinks\n\nVolume 3")
    draft = read(page)
    assert draft.record.publication is not None
    assert (draft.record.publication.authors, draft.record.publication.journal) == ([], None)


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("2018 Sep 5;14", "2018 Sep-Oct;14", "date"),
        (":227-37.", ".", "pages"),
        ("14(3)", "14", "issue"),
    ],
)
def test_a_citation_without_a_part_gives_the_others(
    read: Read, page_of: Callable[[str], str], swap: Swap, old: str, new: str, missing: str
) -> None:
    publication = read(swap(page_of("medline"), old, new)).record.publication
    assert publication is not None
    values = {"date": publication.date, "pages": publication.pages, "issue": publication.issue}
    assert [name for name, value in values.items() if value is None] == [missing]


def test_institutions_and_rights_are_no_abstract(read: Read, page_of: Callable[[str], str]) -> None:
    page = page_of("medline")
    start, end = page.index("BACKGROUND:"), page.index("©")
    publication = read(page[:start] + page[end:]).record.publication
    assert publication is not None
    assert publication.abstract is None


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_cut_of_a_page_breaks_the_reader(data: st.DataObject) -> None:
    folder = Path(__file__).parent / "pages"
    page = (folder / f"{data.draw(st.sampled_from(SHAPES))}.txt").read_text(encoding="utf-8")
    at = sorted(data.draw(st.lists(st.integers(0, len(page)), min_size=2, max_size=2)))
    text = page[: at[0]] + data.draw(st.sampled_from(["", "\n\n", "PMID: ", "TITLE:\n"])) + page[at[1] :]
    if text.strip():
        extract(text)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pubmed", "Journal of warm drinks\n", "Jane Brewer, John Steep\n"),
        (
            "pubmed",
            "Jane Brewer, John B Steep, Ann-Marie van der Leaf, \n",
            "We warmed 12 cups: all were warm.\n",
        ),
        ("pubmed", "Journal of warm drinks\n", "Journal of warm drinks\nRegistration: NCT09990011\n"),
        ("pubmed", "Abstract\n\nBACKGROUND: Cold", "Abstract BACKGROUND: Cold"),
        ("structured-abstract", "ABSTRACT.RESULTS:\n", "ABSTRACT.RESULTS:\n\n"),
        ("structured-abstract", "ABSTRACT.RESULTS:\n", "ABSTRACT.RESULTS: "),
        ("structured-abstract", "ABSTRACT.METHODS:\n", "ABSTRACT.TRIALS REGISTRY:\n"),
    ],
)
def test_a_page_whose_parts_stand_in_disorder_is_not_read(
    read: Read, page_of: Callable[[str], str], swap: Swap, name: str, old: str, new: str
) -> None:
    draft = read(swap(page_of(name), old, new))
    assert (draft.record.brief_title, draft.record.publication) == (None, None)
    assert FindingCode.UNKNOWN_LAYOUT in codes(draft)


def test_an_abstract_below_no_authors_is_known_by_its_first_label(
    read: Read, page_of: Callable[[str], str], swap: Swap
) -> None:
    page = swap(page_of("medline"), "Brewer J(1), Steep JB", "By Brewer and others, Steep JB")
    publication = read(page).record.publication
    assert publication is None or publication.abstract is None
    head, rest = page_of("medline").split("Cocoa before reading")
    publication = read(head + rest[rest.index("BACKGROUND") :]).record.publication
    assert publication is not None
    assert publication.abstract is not None
