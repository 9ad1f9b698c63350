from collections.abc import Callable
from typing import Any

from extractor.evaluation import score
from extractor.evaluation.doubts import Doubt, doubts
from extractor.evaluation.gold_verdict import Decision, GoldVerdict
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def verdict(pointer: str, gold: Any, value: Any) -> GoldVerdict:
    return GoldVerdict(
        document="page",
        text_sha256="1" * 64,
        pointer=pointer,
        decision=Decision.GOLD_STANDS,
        gold=gold,
        value=value,
        who="A. Curator",
        when="2026-11-30",
        why="read again",
        quote="words",
    )


def read(build: Build, title: str | None, reader: str, status: str = "UNSUPPORTED") -> Extraction:
    spans = [{"quote": "x", "start": 0, "end": 1}] if status == "VERIFIED" else []
    evidence = {"/brief_title": {"status": status, "spans": spans}} if title else {}
    record = {"brief_title": title} if title else {}
    return build(record, evidence=evidence, lineage={"reader": reader})


def found(build: Build, *readings: Extraction, verdicts: tuple[GoldVerdict, ...] = ()) -> list[Doubt]:
    gold = build({"brief_title": "A"})
    return doubts([[(score(gold, reading), reading)] for reading in readings], verdicts)


def test_a_value_that_the_page_supports_against_gold_is_a_doubt(extraction: Build) -> None:
    (doubt,) = found(extraction, read(extraction, "B", "r", "VERIFIED"))
    assert (doubt.pointer, doubt.gold, doubt.predicted, doubt.quotes) == ("/brief_title", "A", "B", ("x",))
    assert doubt.why == "the page supports it"
    assert found(extraction, read(extraction, "B", "r")) == []


def test_two_readers_that_agree_against_gold_are_a_doubt(extraction: Build) -> None:
    (doubt,) = found(extraction, read(extraction, "B", "r"), read(extraction, "b.", "s"))
    assert doubt.readers == ("r", "s")
    assert doubt.why == "2 readers agree"


def test_two_readers_that_find_nothing_agree_too(extraction: Build) -> None:
    (doubt,) = found(extraction, read(extraction, None, "r"), read(extraction, None, "s"))
    assert (doubt.gold, doubt.predicted) == ("A", None)


def test_one_reader_twice_is_one_reader(extraction: Build) -> None:
    assert found(extraction, read(extraction, "B", "r"), read(extraction, "B", "r")) == []


def test_readers_that_differ_do_not_agree(extraction: Build) -> None:
    assert found(extraction, read(extraction, "B", "r"), read(extraction, "C", "s")) == []


def test_what_was_decided_is_not_asked_again(extraction: Build) -> None:
    reading = read(extraction, "B", "r", "VERIFIED")
    assert found(extraction, reading, verdicts=(verdict("/brief_title", "A", "B"),)) == []
    assert len(found(extraction, reading, verdicts=(verdict("/brief_title", "A", "C"),))) == 1


def test_values_that_gold_lacks_are_told_apart_by_field_and_value(extraction: Build) -> None:
    gold = extraction({})
    span = {"status": "VERIFIED", "spans": [{"quote": "x", "start": 0, "end": 1}]}
    reading = extraction(
        {"brief_title": "B", "acronym": "B", "conditions": ["c", "d"]},
        evidence=dict.fromkeys(("/brief_title", "/acronym", "/conditions/0", "/conditions/1"), span),
    )
    decided = (verdict("/conditions/7", None, "d"),)
    left = doubts([[(score(gold, reading), reading)]], decided)
    assert [(one.pointer, one.predicted) for one in left] == [
        ("/brief_title", "B"),
        ("/acronym", "B"),
        ("/conditions/0", "c"),
    ]
