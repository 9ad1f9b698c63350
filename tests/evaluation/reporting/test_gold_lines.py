import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.reporting.gold_lines import GoldLines, places
from extractor.records.pointer import join

GOLD = sorted((Path(__file__).resolve().parents[3] / "eval" / "gold").glob("*.json"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def walk(value: Any, pointer: str = "") -> Iterator[str]:
    """The pointers of a parsed value, in its order."""
    yield pointer
    if isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, pointer + join(key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from walk(part, pointer + join(at))


@given(JSON, st.sampled_from([None, 0, 2]))
def test_every_value_of_any_json_is_found_in_its_order(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    assert [pointer for pointer, _ in places(text)] == [*walk(value)]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_line_of_each_value_of_gold_has_its_key_or_its_value(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines, whole = text.splitlines(), json.loads(text)
    found = GoldLines(text)
    for pointer in walk(whole["record"]):
        name = pointer.rpartition("/")[2]
        line = lines[found.line(pointer) - 1]
        assert name.isdigit() or f'"{name or "record"}"' in line


def test_what_the_file_does_not_have_is_looked_for_where_it_would_stand() -> None:
    text = '{\n "record": {\n  "arms": [\n   {"label": "A"}\n  ]\n }\n}'
    found = GoldLines(text)
    assert found.line("/arms/0/label") == 4
    assert found.line("/arms/0/kind") == 4
    assert found.line("/arms/7/label") == 3
    assert found.line("/design") == 2
    assert GoldLines("{}").line("/design") == 1


def test_brackets_and_quotes_in_words_are_words() -> None:
    text = '{"record": {"a": "x\\"}, {\\n[",\n"b": 1}}'
    assert GoldLines(text).line("/b") == 2


def test_depth_costs_no_recursion() -> None:
    assert sum(1 for _ in places("[" * 3_000 + "]" * 3_000)) == 3_000
