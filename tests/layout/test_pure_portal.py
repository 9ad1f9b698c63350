"""Publication pages of Pure portals: an invented one, and what changes when the page does."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


def test_title_authors_abstract_and_lists_are_read(read: Read, pure_page: str, abstract: str) -> None:
    draft = read(pure_page)
    record, publication = draft.record, draft.record.publication
    assert (record.source.layout, record.source.page_kind) == ("pure-portal", "PUBLICATION_PAGE")
    assert record.brief_title == "Lamps of low warmth and the length of evening reading"
    assert publication
    assert publication.authors == ["Ida Licht", "Otto Docht", "Mia Kerze"]
    assert publication.abstract == abstract
    assert record.keywords == ["Lamps", "Reading"]
    assert publication.subject_areas == ["Optics", "Education"]
    assert draft.findings == []


def test_glued_facts_are_read(read: Read, pure_page: str) -> None:
    record = read(pure_page).record
    publication = record.publication
    assert publication
    assert (publication.publication_type, publication.peer_reviewed) == ("Article", True)
    assert (publication.citation_count, publication.citation_source) == (1204, "Lampus")
    assert (publication.language, publication.pages, publication.number_of_pages) == ("English", "101-109", 9)
    assert (publication.journal, publication.volume, publication.issue) == ("Letters on Light", "12", "3")
    assert publication.publication_status == "Published"
    assert publication.date
    assert publication.date.date == "2019-02-04"
    assert publication.externally_published is False
    assert [(one.scheme, one.value, one.role) for one in record.identifiers] == [
        ("DOI", "10.9999/lamps.2019.3", "SELF_PUBLICATION")
    ]


def test_no_figure_of_the_abstract_becomes_a_fact_of_the_design(read: Read, pure_page: str) -> None:
    record = read(pure_page).record
    assert record.design.enrollment.count is None
    assert [one.outcome for one in record.results] == ["reading time"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Number of pages9", "Number of pagesnine", "nine"),
        ("Number of pages9", "Number of pages" + "9" * 5000, None),
        ("Externally publishedNo", "Externally publishedperhaps", "perhaps"),
        ("DOIs10.9999/lamps.2019.3", "DOIslamps", "lamps"),
        ("Original languageEnglish", "Printed on paper\nOriginal languageEnglish", "Printed on paper"),
        ("Ida Licht, Otto", "A subtitle about lamps\n\nIda Licht, Otto", "A subtitle about lamps"),
        ("1,204 Citations (Lampus)", "9" * 30 + " Citations (Lampus)", "9" * 30 + " Citations (Lampus)"),
    ],
)
def test_words_that_cannot_be_read_are_named_in_a_finding(
    read: Read, swap: Swap, unread: Unread, pure_page: str, old: str, new: str, words: str | None
) -> None:
    found = unread(read(swap(pure_page, old, new)))
    assert found == [words or new]


def test_an_abstract_may_begin_like_a_fact(read: Read, swap: Swap, pure_page: str) -> None:
    draft = read(swap(pure_page, "Background: Lamps", "Volume of light: Lamps"))
    assert draft.record.publication
    assert (draft.record.publication.volume, draft.findings) == ("12", [])
    assert (draft.record.publication.abstract or "").startswith("Volume of light")


def test_a_second_long_paragraph_is_said_to_be_unread(
    read: Read, swap: Swap, unread: Unread, pure_page: str, abstract: str
) -> None:
    second = abstract.replace("Background", "Postscript")
    draft = read(swap(pure_page, "Original language", f"{second}\n\nOriginal language"))
    assert unread(draft) == [second]


def test_a_status_without_a_date_is_kept_as_printed(read: Read, swap: Swap, pure_page: str) -> None:
    publication = read(swap(pure_page, "Published - 4 Feb 2019", "In preparation")).record.publication
    assert publication
    assert (publication.publication_status, publication.date) == ("In preparation", None)


def test_a_page_without_its_kind_line_is_still_read(read: Read, swap: Swap, pure_page: str) -> None:
    kind = "Research output: Contribution to journalArticlepeer-review\n\n1,204 Citations (Lampus)\n\n\n"
    draft = read(swap(pure_page, kind, ""))
    assert draft.record.source.layout == "pure-portal"
    assert draft.record.publication
    assert draft.record.publication.authors == ["Ida Licht", "Otto Docht", "Mia Kerze"]
    assert draft.record.publication.volume == "12"
    assert draft.record.keywords == ["Lamps", "Reading"]


def test_facts_behind_a_blank_are_read_too(read: Read, swap: Swap, pure_page: str) -> None:
    publication = read(swap(pure_page, "Volume12", "Volume\t12")).record.publication
    assert publication
    assert publication.volume == "12"
