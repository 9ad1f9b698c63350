from pathlib import Path
from typing import Any

import pytest

from extractor.errors import RecordError, SuiteError
from extractor.evaluation.gold_verdict import (
    Decision,
    GoldVerdict,
    append_verdict,
    appended,
    of_document,
    read_verdicts,
)


def verdict(**said: Any) -> GoldVerdict:
    whole: dict[str, Any] = {
        "document": "page",
        "text_sha256": "1" * 64,
        "pointer": "/brief_title",
        "decision": Decision.GOLD_STANDS,
        "gold": "A",
        "value": "B",
        "who": "A. Curator",
        "when": "2026-11-30",
        "why": "the heading says A",
        "quote": "A",
    }
    return GoldVerdict.model_validate({**whole, **said})


def test_verdicts_are_appended_and_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    assert read_verdicts(path) == ()
    given = (verdict(), verdict(pointer="/acronym", gold=None, value={"a": [1]}))
    for one in given:
        append_verdict(path, one)
    assert read_verdicts(path) == given


def test_a_last_line_without_its_end_is_not_glued_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text(verdict().to_line().rstrip("\n"), encoding="utf-8")
    append_verdict(path, verdict(pointer="/acronym"))
    assert [one.pointer for one in read_verdicts(path)] == ["/brief_title", "/acronym"]


@pytest.mark.parametrize("key", ["who", "why", "quote", "when", "pointer"])
def test_who_when_why_and_the_words_must_be_said(tmp_path: Path, key: str) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text(verdict().to_line().replace(f'"{key}":"', f'"{key}":" ","x":"', 1), encoding="utf-8")
    with pytest.raises(RecordError, match=r"verdicts\.jsonl:1"):
        read_verdicts(path)


def test_a_verdict_on_another_text_of_the_page_is_refused() -> None:
    assert of_document([verdict()], "page", "1" * 64) == [verdict()]
    assert of_document([verdict()], "other", "2" * 64) == []
    with pytest.raises(SuiteError, match="another text"):
        of_document([verdict()], "page", "2" * 64)


def test_a_pointer_that_ends_with_a_dash_names_its_list() -> None:
    assert appended("/arms/-") == "/arms"
    assert appended("/arms/0") is None
