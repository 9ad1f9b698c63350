"""The form of the EU register, cut into its fields."""

import pytest

from extractor.layout.eu_form import fields_of, lines_are_lost, sections_of_form
from extractor.layout.page import Page


@pytest.mark.parametrize(
    "page",
    [
        "A.1 Member State Concerned: Norway\nA.3 Full title of the trial: Tea\nand cake\nE.5 End points\n",
        (
            "A.1\n\nMember State Concerned\n\nNorway\n\n"
            "A.3\n\nFull title of the trial\n\nTea\nand cake\n\nE.5 End points\n"
        ),
        (
            "  A.1\tMember State Concerned\tNorway\n"
            "  A.3\tFull title of the trial\tTea\n\t\tand cake\n  E.5 End points\n"
        ),
    ],
)
def test_fields_are_the_same_however_they_are_printed(page: str) -> None:
    one = Page(page)
    sections = sections_of_form(one, fields_of(one))
    said = [(section.name, [line.content.text for line in section.printed]) for section in sections[1:]]
    assert said == [("A.1", ["Norway"]), ("A.3", ["Tea", "and cake"]), ("E.5", [])]
    assert [section.heading.text for section in sections[1:] if section.heading] == [
        "Member State Concerned",
        "Full title of the trial",
        "End points",
    ]
    assert not any(line.indent for section in sections[1:] for line in section.printed)


def test_a_label_with_a_language_is_a_translation() -> None:
    page = Page("A.3 Full title of the trial: Tea\nA.3 Full title of the trial (es): Té\n")
    assert [field.name for field in fields_of(page)] == ["A.3", "translated A.3"]


def test_fields_of_a_page_without_line_breaks_are_cut_by_the_register_s_labels() -> None:
    questions = "".join(f"E.6.{n} {label}: No" for n, label in ((1, "Diagnosis"), (3, "Therapy"))) * 15
    page = Page(f"A.1 Member State Concerned: Norway - NOMAA.2 EudraCT number: 2019-009991-31{questions}")
    fields = fields_of(page)
    assert lines_are_lost(page, fields)
    sections = sections_of_form(page, fields)
    assert [section.block.text for section in sections[1:4] if section.block] == [
        "Norway - NOMA",
        "2019-009991-31",
        "No",
    ]


def test_a_code_in_prose_begins_no_field() -> None:
    page = Page("E.2.1 Main objective of the trial: see E.3 Principal inclusion criteria below\n")
    assert [field.name for field in fields_of(page)] == ["E.2.1"]
