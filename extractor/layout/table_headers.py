"""The first row of a glued table: the names of its columns, `GroupInterventionDescription`."""

import re

from extractor.structure.slices import Slice

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BETWEEN = re.compile(r"[\s|/&()-]")
_NAME = re.compile(
    r"(?:group|arm|cohort|participant|label|title|name|intervention|treatment|drug|description|detail|outcome|"
    r"measure|time|timepoint|point|frame|timeframe|method|definition|type)s?|or|and|of",
    re.IGNORECASE,
)


def is_header(row: Slice) -> bool:
    """Whether a row consists of nothing but names of columns, at least two of them."""
    words = _WORD.findall(row.text)
    letters = len(_BETWEEN.sub("", row.text))
    return len(words) > 1 and sum(map(len, words)) == letters and all(map(_NAME.fullmatch, words))
