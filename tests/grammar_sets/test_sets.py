"""The labelled phrases in eval/grammars: they parse, fit the records, and hold the words they point at."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.records.criteria import Criterion, CriterionCategory
from extractor.records.strict_json import loads

SETS = Path(__file__).parents[2] / "eval" / "grammars"
LEAST = {"criteria": 320}
HALVES = ("tune", "report")
Row = dict[str, Any]


@cache
def rows(name: str, half: str) -> list[Row]:
    path = SETS / f"{name}.{half}.jsonl"
    return [loads(line, source=str(path)) for line in path.read_text(encoding="utf-8").splitlines()]


def both(name: str) -> list[Row]:
    return [row for half in HALVES for row in rows(name, half)]


def without(row: Row, *keys: str) -> Row:
    return {key: value for key, value in row.items() if key not in keys}


def written(value: object) -> str:
    """JSON by value: 1.0 and 1 alike."""
    return json.dumps(value, sort_keys=True, default=float, ensure_ascii=False)


def criterion(row: Row) -> Criterion:
    parts = [criterion(part) for part in row.get("children", [])]
    return Criterion(**without(row, "list", "category_also", "children"), children=parts)


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
        read = criterion(row).model_dump(mode="json", exclude_none=True)
        asked = [json.loads(written(c)) for c in row["constraints"]]
        kept = [{k: v for k, v in c.items() if v != []} for c in read["constraints"]]
        assert kept == asked, row["text"]
        assert row["list"] in {"inclusion", "exclusion"}
        assert all(CriterionCategory(other) != row["category"] for other in row.get("category_also", []))


def test_words_of_a_criterion_stand_in_its_text() -> None:
    for row in both("criteria"):
        for part in tree(row):
            words = [part["text"], *part["exceptions"]]
            words += [c[key] for c in part["constraints"] for key in WORDS if c.get(key)]
            assert [word for word in words if word not in row["text"]] == [], row["text"]


WORDS = ("parameter", "unit_text", "anchor", "version")


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
        plain = [row for row in rows("criteria", half) if not any(part["constraints"] for part in tree(row))]
        assert 4 * len(plain) >= len(rows("criteria", half)), half
