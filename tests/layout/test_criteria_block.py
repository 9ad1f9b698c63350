"""One field that holds all criteria."""

from extractor.layout.criteria_block import put_criteria_block
from extractor.layout.draft_builder import DraftBuilder
from extractor.records.draft import Draft
from extractor.records.missing import MissingReason
from extractor.structure.lines import lines_of
from extractor.structure.sections import Section
from extractor.structure.slices import Slice


def draft_of(text: str) -> Draft:
    page = f"Criteria\n{text}"
    builder = DraftBuilder("test", "REGISTRY_PAGE")
    put_criteria_block(builder, Section("criteria", Slice(page, 0, 8), lines_of(page)[1:]))
    return builder.draft()


def test_headings_inside_divide_the_criteria() -> None:
    draft = draft_of("INCLUSION CRITERIA:\n- cold feet\nExclusion Criteria\n- no feet\n")
    eligibility = draft.record.eligibility
    assert [one.text for one in eligibility.inclusion] == ["cold feet"]
    assert [one.text for one in eligibility.exclusion] == ["no feet"]
    assert eligibility.criteria_text == "INCLUSION CRITERIA:\n- cold feet\nExclusion Criteria\n- no feet"
    assert draft.findings == []


def test_what_stands_above_the_headings_is_said_to_be_unread() -> None:
    draft = draft_of("Read this first.\nInclusion Criteria:\n- cold feet\n")
    assert [span.quote for one in draft.findings for span in one.spans] == ["Read this first."]
    assert [one.text for one in draft.record.eligibility.inclusion] == ["cold feet"]


def test_criteria_without_headings_are_kept_whole() -> None:
    draft = draft_of("People with cold feet.\n\nNobody else.")
    assert draft.record.eligibility.criteria_text == "People with cold feet.\n\nNobody else."
    assert draft.record.eligibility.inclusion == []
    assert [one.pointer for one in draft.findings] == ["/eligibility/inclusion"]


def test_no_criteria_are_a_reason() -> None:
    assert draft_of("").missing == {"/eligibility/criteria_text": MissingReason.EMPTY_SECTION}
