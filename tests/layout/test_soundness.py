"""Whether a page of a known layout is whole."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from extractor.documents import Document
from extractor.layout.page import Page
from extractor.layout.reader import LAYOUTS
from extractor.layout.sniffing import best
from extractor.layout.soundness import faults
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.leaves import leaves

Read = Callable[[str], Draft]


def joined(page: str) -> str:
    """The page with every fifth line joined to the next printed one."""
    lines = [line for line in page.split("\n") if line.strip()]
    return "\n\n".join(
        "\n".join(lines[at : at + 4]) + " " + " ".join(lines[at + 4 : at + 5])
        for at in range(0, len(lines), 5)
    )


def in_columns(page: str) -> str:
    lines = page.split("\n")
    middle = (len(lines) + 1) // 2
    return "\n".join(f"{a}    {b}" for a, b in zip(lines, [*lines[middle:], ""], strict=False))


def alternating(page: str) -> str:
    lines = page.split("\n")
    middle = (len(lines) + 1) // 2
    return "\n".join(line for pair in zip(lines, [*lines[middle:], ""], strict=False) for line in pair)


def without_blank_lines(page: str) -> str:
    return "\n".join(line for line in page.split("\n") if line.strip())


def twice(page: str) -> str:
    return f"{page}\n\n{page.replace('0999', '0998')}"


def shuffled(page: str) -> str:
    lines = page.split("\n")
    return "\n".join(Random(len(lines)).sample(lines, len(lines)))


BREAKS = [joined, in_columns, alternating, without_blank_lines, twice, shuffled]


def read_only_identifiers(draft: Draft) -> bool:
    return {leaf.pointer.split("/")[1] for leaf in leaves(draft.record)} <= {"source", "identifiers"}


def test_every_whole_page_is_whole(pages: Path) -> None:
    for path in sorted(pages.glob("*.txt")):
        page = Page(Document.from_path(path).text)
        layout = best(LAYOUTS, page)
        assert layout is not None
        assert faults(page, layout, layout.read(page), LAYOUTS) == (), path.name


@pytest.mark.parametrize("change", BREAKS, ids=[change.__name__ for change in BREAKS])
@pytest.mark.parametrize("name", ["medpath", "snapshot"])
def test_a_broken_page_gives_identifiers_and_says_what_is_broken(
    read: Read, pages: Path, name: str, change: Callable[[str], str]
) -> None:
    draft = read(change((pages / f"{name}.txt").read_text(encoding="utf-8")))
    assert read_only_identifiers(draft)
    assert draft.record.source.layout == "unknown"
    assert FindingCode.UNKNOWN_LAYOUT in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    "name", ["archive", "cris", "medpath", "pubmed", "pure", "snapshot", "structured-abstract"]
)
def test_lines_in_any_order_are_no_page(read: Read, pages: Path, name: str) -> None:
    lines = (pages / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    for seed in range(20):
        assert read_only_identifiers(read("\n".join(Random(seed).sample(lines, len(lines)))))


def test_sections_in_another_order_are_read_all_the_same(read: Read, medpath_page: str) -> None:
    head, design = medpath_page.split("Recruitment & Eligibility\n")
    eligibility, rest = design.split("Study & Design\n")
    study, sites = rest.split("Trial Locations\n")
    page = f"{head}Study & Design\n{study}Recruitment & Eligibility\n{eligibility}Trial Locations\n{sites}"
    assert {leaf.value for leaf in leaves(read(page).record)} == {
        leaf.value for leaf in leaves(read(medpath_page).record)
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"Registration Number\n": ""}, "/interventions/2/name holds words of other fields"),
        ({"Exclusion Criteria\n": "What the Owl Says\n"}, "runs on into another one"),
        ({"RECRUITING\nSex\nFemale": "Female\nSex\nRECRUITING"}, "2 fields hold no value of their kind"),
        (
            {
                "Lead Sponsor\nInstitute": "Lead Sponsor Institute",
                "Brief Summary\n\nTea": "Brief Summary Tea",
                "Study Type\nINTER": "Study Type INTER",
                "Target Recruitment\n120": "Target Recruitment 120",
            },
            "3 headings share their line",
        ),
    ],
)
def test_what_shows_that_a_page_is_broken_is_said(
    read: Read, medpath_page: str, changes: dict[str, str], said: str
) -> None:
    page = medpath_page
    for old, new in changes.items():
        assert old in page
        page = page.replace(old, new, 1)
    (finding,) = (one for one in read(page).findings if one.code is FindingCode.UNKNOWN_LAYOUT)
    assert said in finding.message


def test_a_numbered_list_that_counts_from_one_again_is_two(read: Read, medpath_page: str) -> None:
    page = medpath_page.replace("Exclusion Criteria\n", "")
    numbered = {
        "  • Age": "  1. Age",
        "  • Night": "  2. Night",
        "  • Any": "  3. Any",
        "  • No kettle": "  1. No kettle",
        "  • Allergy": "  2. Allergy",
    }
    for old, new in numbered.items():
        assert old in page
        page = page.replace(old, new)
    assert read_only_identifiers(read(page))
    assert not read_only_identifiers(
        read(page.replace("  1. No", "  4. No").replace("  2. Allergy", "  5. Allergy"))
    )


@pytest.mark.parametrize("name", ["archive", "cris"])
def test_labels_behind_the_words_of_other_fields_show_a_broken_form(
    read: Read, pages: Path, name: str
) -> None:
    page = (pages / f"{name}.txt").read_text(encoding="utf-8")
    labels = (
        ("Organization study ID", "Primary outcome")
        if name == "archive"
        else ("Scientific Title", "Lay Summary")
    )
    for label in labels:
        before, after = page.split(f"\n{label}", 1)
        page = f"{before.rstrip()} {label}{after}"
    assert read_only_identifiers(read(page))


def test_facts_on_one_line_show_a_broken_page(read: Read, pure_page: str) -> None:
    page = pure_page.replace("Issue number3\nPublication", "Issue number3 Publication")
    assert page != pure_page
    assert read_only_identifiers(read(page))


def test_a_part_of_the_eu_form_below_a_later_one_shows_a_broken_page(read: Read, pages: Path) -> None:
    page = (pages / "euctr.txt").read_text(encoding="utf-8")
    first, last = page.index("\nB."), page.index("\nE.")
    assert read_only_identifiers(read(f"{page}{page[first:last]}"))
