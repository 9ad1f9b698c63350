"""Results, references, other names and other identifiers of a snapshot page."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


def test_results_pending_is_a_note_and_means_no_results(read: Read, snapshot_page: str) -> None:
    status = read(snapshot_page).record.status
    assert (status.has_results, status.results_note) == (False, "Results pending")


def test_other_names_belong_to_the_only_intervention(read: Read, swap: Swap, snapshot_page: str) -> None:
    start, end = snapshot_page.index("\nWater\n\nWater"), snapshot_page.index("Interventions\n\nLearn")
    page = snapshot_page[:start] + "\n" + snapshot_page[end:]
    page = swap(page, "Warm water\n\nA glass\n\nIntervention Type OTHER\n\n", "")
    draft = read(page)
    assert [one.other_names for one in draft.record.interventions] == [["porridge gruel"]]
    assert draft.findings == []


@pytest.mark.parametrize(
    ("old", "new", "citations"),
    [
        ("3-4.\n\nReference Type BACKGROUND\nPMID: 99000001 (View on PubMed)", "3-4.", 1),
        ("3-4.\n\nReference", "3-4.\n\nSecond part.\n\nReference", 1),
        (
            "(View on PubMed)",
            "(View on PubMed)\n\nKorn B. Mills. 2021.\n\nReference Type RESULT",
            2,
        ),
    ],
)
def test_references_may_lack_type_and_number(
    read: Read, swap: Swap, snapshot_page: str, old: str, new: str, citations: int
) -> None:
    references = read(swap(snapshot_page, old, new)).record.references
    assert len(references) == citations
    assert references[0].citation.startswith("Hafer A. Oats at night.")


def test_a_type_without_a_citation_is_unread(
    read: Read, swap: Swap, unread: Unread, snapshot_page: str
) -> None:
    citation = "Hafer A. Oats at night. J Porridge. 2020 May;1(2):3-4.\n\n"
    draft = read(swap(snapshot_page, citation, ""))
    assert draft.record.references == []
    assert unread(draft)[0].startswith("Reference Type BACKGROUND")


@pytest.mark.parametrize(
    ("pieces", "values", "words"),
    [
        (["OATS-7", "Identifier Type: x", "Identifier Source: y"], ["OATS-7"], []),
        (["OATS-7", "Identifier Source: y"], ["OATS-7"], []),
        (["OATS-7", "Identifier Type: x"], ["OATS-7"], []),
        (["OATS-7"], [], ["OATS-7"]),
        (["OATS-7", "OATS-8", "Identifier Type: x"], ["OATS-8"], ["OATS-7"]),
        (["Identifier Source: y"], [], ["y"]),
        (["ISRCTN99990001", "Identifier Type: -", "Identifier Source: -"], ["ISRCTN99990001"], []),
    ],
)
def test_an_identifier_is_a_value_with_type_or_source(
    read: Read, unread: Unread, snapshot_page: str, pieces: list[str], values: list[str], words: list[str]
) -> None:
    start, end = snapshot_page.index("Other Identifiers"), snapshot_page.index("More Related")
    draft = read(
        snapshot_page[:start] + "\n\n".join(["Other Identifiers", *pieces, ""]) + snapshot_page[end:]
    )
    assert [one.value for one in draft.record.identifiers[1:]] == values
    assert unread(draft) == words
