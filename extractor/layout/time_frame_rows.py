"""Rows of outcome tables in which the time frame was printed right behind the measure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.layout.glued_rows import border_price
from extractor.normalise.spans_of_time import SPAN
from extractor.structure.slices import Slice

_OPENING = re.compile(
    r"(?:from|until|up\s?to|at|within|through|throughout|during|baseline|before|after|every|(?:days?|weeks?|"
    r"months?|years?|cycles?|visits?)\s+\d+|time|date|approximately|an\s+average|average|end\s+of|pre|post|"
    r"intraoperative|immediately|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_SPANS = re.compile(
    rf"(?:up\s?to\s+)?{SPAN}(?:\s*(?:,|;|/|and|or|to|-)\s*{SPAN})*[\s\w,.()/-]*", re.IGNORECASE
)
_LEADING_ZERO = re.compile(r"0\d")
_DANGLING = re.compile(r"(?:^|[\s(])[A-Za-z]\.?$|\.$")
_VERSION = re.compile(r"\bv(?:er(?:sion)?)?\.?\s?\d+\.$", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"[0-9]{5}$")
"""A number this long goes on behind the border."""
_IMPOSSIBLE = 100.0
_MARGIN = 1.0


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure and its time frame, which is None where the row has none.

    `certain` is False where another split of the row is as good.
    """

    measure: Slice
    time_frame: Slice | None
    certain: bool


def split_rows(rows: Sequence[Slice]) -> list[MeasureRow]:
    """Split each row; a time frame that ends several rows is preferred to one that ends a single row."""
    endings = [{row.cut(at).text for at in _borders(row)} for row in rows]
    rows_with = Counter(text for one in endings for text in one)
    shared = {text for text, count in rows_with.items() if count > 1}
    return [_split(row, shared) for row in rows]


def _borders(row: Slice) -> list[int]:
    return [at for at in range(1, len(row)) if _price(row, at, frozenset()) < _IMPOSSIBLE]


def _split(row: Slice, shared: set[str]) -> MeasureRow:
    priced = sorted((_price(row, at, shared), at) for at in _borders(row))
    if not priced:
        return MeasureRow(row, None, certain=True)
    price, at = priced[0]
    certain = len(priced) == 1 or priced[1][0] - price >= _MARGIN
    return MeasureRow(row.cut(0, at), row.cut(at), certain)


def _price(row: Slice, at: int, shared: set[str] | frozenset[str]) -> float:
    measure, frame = row.cut(0, at).text, row.cut(at).text
    if measure[-1].isspace() or frame[0].isspace() or not _is_frame(frame):
        return _IMPOSSIBLE
    if _LEADING_ZERO.match(frame) or _VERSION.search(measure) or _LONG_NUMBER.search(measure):
        return _IMPOSSIBLE
    if frame[0].isdigit():
        price = 2.0 if measure[-1].isdigit() else 0.5
        price += 4.0 if _DANGLING.search(measure) and not measure.endswith(".") else 0.0
    elif not frame[0].isupper() or border_price(row, at) >= _IMPOSSIBLE:
        return _IMPOSSIBLE
    else:
        price = 1.0 + (0.0 if measure[-1].islower() or not measure[-1].isalpha() else 2.0)
    return price - (2.0 if frame in shared else 0.0)


def _is_frame(text: str) -> bool:
    return bool(_SPANS.fullmatch(text) if text[0].isdigit() else _OPENING.match(text))
