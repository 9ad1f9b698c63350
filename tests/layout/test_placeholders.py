"""Words a page prints where a value is missing."""

import pytest

from extractor.layout.placeholders import placeholder
from extractor.records.missing import MissingReason
from extractor.structure.slices import Slice


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", MissingReason.EMPTY_CELL),
        ("  ", MissingReason.EMPTY_CELL),
        ("-", MissingReason.DASH_PLACEHOLDER),
        ("–—", MissingReason.DASH_PLACEHOLDER),
        ("Not available", MissingReason.STATED_NOT_AVAILABLE),
        ("NOT PROVIDED", MissingReason.STATED_NOT_AVAILABLE),
        ("n/a", MissingReason.STATED_NOT_AVAILABLE),
        ("Not available in tea shops", None),
        ("None", None),
        ("0", None),
    ],
)
def test_only_the_whole_words_are_a_placeholder(words: str, reason: MissingReason | None) -> None:
    assert placeholder(Slice(words, 0, len(words))) is reason
