"""The text of an answer."""

import pytest

from extractor.documents import Document
from extractor.model.wire.answer_text import loads
from extractor.model.wire.forms import form_of
from extractor.model.wire.reading import AnswerError, faults

FORM = form_of(("acronym", "keywords"))
PAGE = Document.from_text("A page about tea", id="page")


def refused(text: str) -> list[str]:
    with pytest.raises(AnswerError) as caught:
        FORM.read(text, PAGE)
    return faults(caught.value)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Here is tea", "/: not JSON: Expecting value, line 1 column 1"),
        ('{"acronym": "TEA"', "/: not JSON: Expecting ',' delimiter, line 1 column 18"),
        ("[" * 100_000, "/: nested too deeply"),
        ("[]", "/: no object"),
        ("{}", "/: keys are missing: acronym, keywords, missing"),
    ],
)
def test_what_is_no_answer_at_all_is_said_so(text: str, fault: str) -> None:
    assert refused(text) == [fault]


@pytest.mark.parametrize(
    "text",
    ['{"secret": 1, "secret": 2}', '{"secret": NaN}', '{"secret": 1e999}', '"\\ud800"', "1" * 5000],
)
def test_what_is_no_strict_json_is_refused_without_its_words(text: str) -> None:
    (fault,) = refused(text)
    assert fault.startswith("/: not strict JSON")
    assert "secret" not in fault


def test_numbers_keep_their_digits() -> None:
    assert str(loads("1.50")) == "1.50"
