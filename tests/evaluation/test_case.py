import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import DocumentError, RecordError, SuiteError
from extractor.evaluation import Case
from extractor.records.envelope import Extraction


@pytest.fixture
def case(tmp_path: Path, extraction: Callable[..., Extraction]) -> Case:
    made = Case(tmp_path / "page.txt", tmp_path / "page.json")
    made.document.write_text("A page", encoding="utf-8")
    made.gold.write_text(extraction({"brief_title": "A page"}).to_json(), encoding="utf-8")
    return made


def test_a_case_reads_its_page_and_its_gold(case: Case) -> None:
    assert case.page().text == "A page"
    assert case.page().id == case.id == "page"
    assert case.gold_extraction().record.brief_title == "A page"


def test_the_hash_of_gold_is_that_of_its_bytes(case: Case) -> None:
    assert case.gold_hash() == hashlib.sha256(case.gold.read_bytes()).hexdigest()


def test_a_file_that_cannot_be_read_is_named(case: Case) -> None:
    case.document.unlink()
    with pytest.raises(DocumentError, match=r"page\.txt.*cannot be opened"):
        case.page()
    case.gold.write_bytes(b"\xff")
    with pytest.raises(SuiteError, match=r"page\.json cannot be read"):
        case.gold_extraction()


def test_gold_that_is_no_extraction_is_named(case: Case) -> None:
    case.gold.write_text('{"record": 1}', encoding="utf-8")
    with pytest.raises(RecordError, match=r"page\.json"):
        case.gold_extraction()
