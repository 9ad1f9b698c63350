"""What was verified leaves nothing behind; what a compiler made of our modules could fail to let go."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.layout.reader import LayoutReader
from extractor.model.wire.forms import form_of
from extractor.records import strict_json
from extractor.records.draft import Draft
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

PAGES = sorted((Path(__file__).parents[1] / "layout" / "pages").glob("*.txt"))
FORM = form_of(tuple(TrialRecord.model_fields))
ROUNDS = 20


def left_behind(work: Callable[[], object]) -> float:
    """Blocks of memory that each round leaves behind, after some that fill what is kept on purpose."""
    for _ in range(5):
        work()
    before = _blocks()
    for _ in range(ROUNDS):
        work()
    return (_blocks() - before) / ROUNDS


def _blocks() -> int:
    """The blocks that are in use, without names of attributes that Python keeps to find them again."""
    gc.collect()
    sys._clear_type_cache()  # noqa: SLF001 - nothing else lets go of them
    return sys.getallocatedblocks()


def test_pages_leave_nothing_behind() -> None:
    documents = [Document.from_path(path) for path in PAGES]
    read = [(document, LayoutReader().read(document)) for document in documents]
    assert left_behind(lambda: [verify(*one) for one in read]) < 1


def test_drafts_that_say_what_no_page_says_leave_nothing_behind() -> None:
    documents = [Document.from_path(path) for path in PAGES]
    read = [LayoutReader().read(document) for document in documents]
    shifted = list(zip(documents[1:] + documents[:1], read, strict=True))
    assert left_behind(lambda: [verify(*one) for one in shifted]) < 1


@pytest.mark.parametrize(
    "answer", ["{", "[]", '{"a": 1, "a": 2}', '{"title": 7}', '{"title": "\\ud800"}', "[" * 9000, "1e999"]
)
def test_answers_that_are_refused_leave_nothing_behind(answer: str) -> None:
    page = Document.from_path(PAGES[0])

    def refused() -> None:
        with pytest.raises(RecordError):
            FORM.read(answer, page)
        with pytest.raises(RecordError):
            strict_json.parse(Draft, answer)

    assert left_behind(refused) < 1
