"""Fields that answer a question."""

import pytest

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.yes_or_no import yes_or_no
from extractor.records.draft import Draft
from extractor.structure.lines import lines_of
from extractor.structure.sections import Section
from extractor.structure.slices import Slice


def answered(text: str) -> Draft:
    page = f"Committee\n{text}"
    builder = DraftBuilder("test", "REGISTRY_PAGE")
    yes_or_no("/oversight/has_dmc", top="/oversight")(
        builder, Section("committee", Slice(page, 0, 9), lines_of(page)[1:])
    )
    return builder.draft()


@pytest.mark.parametrize(("text", "answer"), [("Yes", True), ("no", False)])
def test_an_answer_is_read(text: str, answer: bool) -> None:
    oversight = answered(text).record.oversight
    assert oversight
    assert oversight.has_dmc is answer


def test_no_answer_is_a_reason_of_the_object_and_other_words_are_said() -> None:
    assert answered("").missing == {"/oversight": "EMPTY_SECTION"}
    assert [one.code for one in answered("Perhaps").findings] == ["unread"]
