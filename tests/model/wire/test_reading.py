import json
from typing import Any

import pytest
from wire_answers import answer

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.model.wire.forms import form_of
from extractor.model.wire.reading import AnswerError, Reading, faults

FORM = form_of(("acronym", "keywords"))
PAGE = Document.from_text("A page about tea", id="page")


def refused(text: str) -> list[str]:
    with pytest.raises(AnswerError) as caught:
        FORM.read(text, PAGE)
    return faults(caught.value)


def test_all_faults_are_named_and_none_with_a_word_of_the_answer() -> None:
    values: dict[str, Any] = answer(FORM, acronym=["secret"], keywords=["tea", 1]) | {"secret": "secret"}
    found = refused(json.dumps(values))
    assert found == ["/: 1 keys that are not asked for", "/acronym: no text", "/keywords/1: no text"]


def test_so_many_faults_are_counted() -> None:
    found = refused(json.dumps(answer(FORM, keywords=[1] * 50)))
    assert len(found) == 21
    assert found[-1] == "and 30 more faults"


def test_the_error_says_the_first_fault_and_how_many_more() -> None:
    with pytest.raises(RecordError, match=r"^/keywords/0: no text \(and 1 more faults\)\. Ask again"):
        FORM.read(json.dumps(answer(FORM, keywords=[1, 2])), PAGE)


def test_another_error_is_its_own_only_fault() -> None:
    assert faults(RecordError("the page ran away")) == ["the page ran away"]


def test_words_of_one_place_are_kept_in_order() -> None:
    reading = Reading(PAGE)
    reading.quote("/acronym", "tea")
    reading.quote("/acronym", "A page", 0)
    assert [(quote.text, quote.start) for quote in reading.quotes["/acronym"]] == [
        ("tea", None),
        ("A page", 0),
    ]
    assert reading.lines == {1: (0, 16)}
    reading.stop()
