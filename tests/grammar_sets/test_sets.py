"""The labelled phrases in eval/grammars: they parse, fit the records, and hold the words they point at."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from extractor.records.base import json_number
from extractor.records.criteria import Criterion, CriterionCategory
from extractor.records.regimen import Regimen
from extractor.records.results import ResultStatement
from extractor.records.strict_json import loads
from extractor.records.times import Duration, TimePoint

SETS = Path(__file__).parents[2] / "eval" / "grammars"
LEAST = {"criteria": 320, "regimens": 160, "time_frames": 160, "results": 110}
HALVES = ("tune", "report")
LIMIT_WORDS = ("parameter", "unit_text", "anchor", "version")
REGIMEN_WORDS = ("text", "agent", "route", "frequency", "start", "stop", "condition")
DOSE_WORDS = ("unit", "basis", "unit_strength", "total_daily")
RESULT_WORDS = ("text", "outcome", "unit", "direction", "arm_words")
Row = dict[str, Any]


@cache
def rows(name: str, half: str) -> list[Row]:
    path = SETS / f"{name}.{half}.jsonl"
    return [loads(line, source=str(path)) for line in path.read_text(encoding="utf-8").splitlines()]


def both(name: str) -> list[Row]:
    return [row for half in HALVES for row in rows(name, half)]


def without(row: Row, *keys: str) -> Row:
    return {key: value for key, value in row.items() if key not in keys}


def number(value: Decimal) -> float:
    return json_number(value)


def written(value: object) -> str:
    """JSON by value, in one order of keys."""
    return json.dumps(value, sort_keys=True, default=number, ensure_ascii=False)


def plain(model: BaseModel) -> Row:
    """A model as a label: without nulls and empty lists."""
    read: Row = model.model_dump(mode="json", exclude_none=True)
    return {key: value for key, value in read.items() if value != []}


def absent(row: Row, keys: tuple[str, ...], text: str) -> list[str]:
    return [row[key] for key in keys if key in row and row[key] not in text]


def criterion(row: Row) -> Criterion:
    parts = [criterion(part) for part in row.get("children", [])]
    return Criterion(**without(row, "list", "page", "category_also", "children"), children=parts)


def tree(row: Row) -> Iterator[Row]:
    yield row
    for part in row.get("children", []):
        yield from tree(part)


@pytest.mark.parametrize("name", LEAST)
def test_a_set_is_large_enough_and_its_halves_are_equal(name: str) -> None:
    sizes = [len(rows(name, half)) for half in HALVES]
    assert sum(sizes) >= LEAST[name]
    assert abs(sizes[0] - sizes[1]) <= 1


@pytest.mark.parametrize("name", LEAST)
def test_no_phrase_stands_twice_in_a_set_or_across_its_halves(name: str) -> None:
    folded = [" ".join(row["text"].casefold().split()) for row in both(name)]
    assert [text for text in folded if folded.count(text) > 1] == []


def test_a_criterion_is_what_the_record_accepts_and_nothing_is_lost_in_it() -> None:
    for row in both("criteria"):
        kept = [plain(limit) for limit in criterion(row).constraints]
        assert written(kept) == written(row["constraints"]), row["text"]
        assert row["list"] in {"inclusion", "exclusion"}
        assert all(CriterionCategory(other) != row["category"] for other in row.get("category_also", []))


def test_words_of_a_criterion_stand_in_its_text() -> None:
    for row in both("criteria"):
        for part in tree(row):
            words = [part["text"], *part["exceptions"]]
            words += [c[key] for c in part["constraints"] for key in LIMIT_WORDS if c.get(key)]
            assert [word for word in words if word not in row["text"]] == [], row["text"]


def test_a_criterion_has_an_operator_that_fits_its_parts() -> None:
    for row in both("criteria"):
        for part in tree(row):
            if part.get("children"):
                assert part["op"] in {"ALL", "ANY"}, part["text"]
            elif part["op"] != "LEAF":
                assert part["op"] == "ANY", part["text"]
                assert len(part["constraints"]) > 1, part["text"]


def test_a_range_has_two_ends_and_nothing_else_has() -> None:
    for row in both("criteria"):
        for part in tree(row):
            for limit in part["constraints"]:
                ranged = limit.get("comparator") == "BETWEEN"
                assert ("high" in limit) == ranged, part["text"]
                assert not ranged or limit["value"] < limit["high"], part["text"]


def test_a_quarter_of_the_criteria_has_nothing_to_compute() -> None:
    for half in HALVES:
        empty = [row for row in rows("criteria", half) if not any(part["constraints"] for part in tree(row))]
        assert 4 * len(empty) >= len(rows("criteria", half)), half


def test_a_regimen_is_what_the_record_accepts_and_nothing_is_lost_in_it() -> None:
    for row in both("regimens"):
        kept = [plain(Regimen(**regimen)) for regimen in row["regimens"]]
        assert written(kept) == written(row["regimens"]), row["text"]


def test_words_of_a_regimen_stand_in_its_own_text_and_that_in_the_phrase() -> None:
    for row in both("regimens"):
        for regimen in row["regimens"]:
            assert regimen["text"] in row["text"]
            assert absent(regimen, REGIMEN_WORDS, regimen["text"]) == [], row["text"]
            assert absent(regimen.get("dose", {}), DOSE_WORDS, regimen["text"]) == [], row["text"]


def test_a_regimen_says_an_amount_a_frequency_a_start_a_stop_or_a_span() -> None:
    enough = {"dose", "frequency", "start", "stop", "duration"}
    for row in both("regimens"):
        assert all(enough & regimen.keys() for regimen in row["regimens"]), row["text"]


def test_a_time_frame_is_what_the_record_accepts() -> None:
    for row in both("time_frames"):
        points = [TimePoint(**point) for point in row["time_points"]]
        assert written([plain(point) for point in points]) == written(row["time_points"])
        follow_up = row["max_follow_up"]
        assert follow_up is None or written(plain(Duration(**follow_up))) == written(follow_up)


def test_a_result_is_what_the_record_accepts_and_nothing_is_lost_in_it() -> None:
    for row in both("results"):
        for result in row["results"]:
            label = {"is_baseline": False, **without(result, "arm_words")}
            assert written(plain(ResultStatement(**label))) == written(label), row["text"]


def test_words_of_a_result_stand_in_the_phrase_and_those_of_its_figure_in_its_own_text() -> None:
    for row in both("results"):
        for result in row["results"]:
            assert absent(result, RESULT_WORDS, row["text"]) == [], row["text"]
            assert absent(result, ("unit", "direction"), result["text"]) == [], row["text"]


def test_a_sentence_about_another_study_has_no_results() -> None:
    assert [row["text"] for row in both("results") if row["background"] and row["results"]] == []


@pytest.mark.parametrize(("name", "labels"), [("regimens", "regimens"), ("results", "results")])
def test_some_phrases_hold_nothing_to_find(name: str, labels: str) -> None:
    for half in HALVES:
        assert 10 * len([row for row in rows(name, half) if not row[labels]]) >= len(rows(name, half)), half
