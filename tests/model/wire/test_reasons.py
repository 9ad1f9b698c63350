from typing import Any

import pytest
from wire_answers import answer, read, row

from extractor.model.wire.forms import form_of
from extractor.model.wire.part import Part
from extractor.model.wire.reading import AnswerError
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason

FORM = form_of(("acronym", "keywords", "arms"))


def reasoned(*rows: Any, **values: Any) -> Part:
    missing = [{"pointer": pointer, "reason": reason, "words": words} for pointer, reason, words in rows]
    arms = [row(FORM, "Arm", label="Tea", listed=True)]
    return read(FORM, answer(FORM, arms=arms, missing=missing, **values))


def test_a_reason_is_kept_with_its_words() -> None:
    part = reasoned(("/acronym", "DASH_PLACEHOLDER", "-"), ("/arms/0/type", "EMPTY_CELL", None))
    assert part.missing == {
        "/acronym": MissingReason.DASH_PLACEHOLDER,
        "/arms/0/type": MissingReason.EMPTY_CELL,
    }
    assert [quote.text for quote in part.quotes["/acronym"]] == ["-"]
    assert "/arms/0/type" not in part.quotes
    assert part.findings == []


def test_an_empty_list_may_have_a_reason() -> None:
    assert list(reasoned(("/keywords", "EMPTY_SECTION", None)).missing) == ["/keywords"]


@pytest.mark.parametrize(
    "pointer", ["/arms/7/type", "/colour", "acronym", "/acronym/x", "/arms/0/label", "/arms/" + "9" * 5000]
)
def test_a_reason_for_what_is_no_null_is_left_out_by_name(pointer: str) -> None:
    part = reasoned((pointer, "ABSENT", "no tea"))
    assert part.missing == {}
    assert part.quotes == {}
    assert [(one.code, one.pointer) for one in part.findings] == [(FindingCode.INVALID_POINTER, pointer)]


def test_two_reasons_for_one_null_are_a_fault() -> None:
    with pytest.raises(AnswerError, match="/missing/1/pointer: a second reason"):
        reasoned(("/acronym", "ABSENT", None), ("/acronym", "EMPTY_CELL", None))
