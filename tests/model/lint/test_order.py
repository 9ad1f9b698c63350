from collections.abc import Callable
from typing import Any

import pytest

Found = Callable[..., list[tuple[str, str]]]


def _with_keys(row: dict[str, Any], names: list[str]) -> None:
    row["required"] = names
    row["properties"] = {name: {"type": "string"} for name in names}


@pytest.mark.parametrize(
    "names", [["value", "words"], ["kind", "value", "words"], ["dose_value", "quote"], ["value", "evidence"]]
)
def test_a_value_that_is_written_before_its_words(
    found: Found, sound: dict[str, Any], row: dict[str, Any], names: list[str]
) -> None:
    _with_keys(row, names)
    assert found(sound) == [("value_before_evidence", "/$defs/Row")]


@pytest.mark.parametrize(
    "names", [["words", "value"], ["kind", "words", "value", "unit"], ["value", "unit"], ["words", "kind"]]
)
def test_words_first_or_no_words_at_all(
    found: Found, sound: dict[str, Any], row: dict[str, Any], names: list[str]
) -> None:
    _with_keys(row, names)
    assert found(sound) == []
