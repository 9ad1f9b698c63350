"""Rows of outcome tables in which the time frame was printed right behind the measure.

Each row is held against the grammar of time frames; rows of one table share frames, so a frame that is the
likeliest of another row is preferred.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.layout.cell_borders import IMPOSSIBLE, border_price
from extractor.normalise.time_frames import begins_with_a_time
from extractor.structure.slices import Slice

_NUMBERS = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_OPENING = re.compile(
    r"(?:from|until|up\s?to|at|within|through|throughout|during|baseline|before|after|every|(?:days?|weeks?|"
    r"months?|years?|cycles?|visits?)\s+-?\d+|time|date|approximately|an\s+average|average|end\s+of|pre|post|"
    r"intraoperative|immediately|screening|prior\s+to|on\s+day|over|following|assessed|duration|"
    + _NUMBERS
    + r")\b",
    re.IGNORECASE,
)
_TIMED = re.compile(
    rf"\d|\b(?:{_NUMBERS})\b|baseline|completion|progression|death|discharge|surgery|study|treatment|intervention|end\b|"
    r"visit|hospital",
    re.IGNORECASE,
)
_UNITS = r"(?:week|month|day|year)"
_SMALL_OPENING = re.compile(
    rf"(?:up\s?to\s|from\s|through\s|within\s|during\s|until\s|at\s(?:\d|{_NUMBERS}|baseline|the\s+end|{_UNITS})|"
    rf"baseline|every\s(?:\d|{_NUMBERS}|{_UNITS})|(?:{_UNITS}|cycle)s?\s\d|(?:{_NUMBERS})\s(?:{_UNITS}|hour|and\s|or\s|to\s)|"
    r"about\s\d|at\sleast\s\d|to\s\d|between\s\d|(?:the\s)?(?:first|last)\s\d|minimum\sof\s|daily\s(?:for|during)|weekly\s(?:for|during)|"
    r"max(?:imum|\.)?\s|assessed\s|monthly\s(?:for|during)|post-?operative|peri-?operative|pre-?dose|hospital\sdischarge|after\s|before\s|pre-|post-|an\s+average|end\s+of|immediately|approximately\s|average\s)",
)
_NAMED_TIME = re.compile(rf"(?:{_UNITS}s?|hours?|minutes?|{_NUMBERS})\b")
_LEADING_ZERO = re.compile(r"0")
_DANGLING = re.compile(r"(?:^|[\s(])[A-Za-z]\.?$|\.$")
_UNFINISHED = re.compile(
    r"(?:up\s?to|average\s+of|assessed\s+for|assessed\s+(?:at|until)|approximately|from|within|after|every|first|"
    rf"last|,|\band|\bor|\bto|\b{_UNITS}s?\s\d+\s(?:and|to))\s+\d*\.?$",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\bv(?:er(?:sion)?)?\.?\s?\d+\.$|\d\.$", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"[0-9]{5}$")
"""A number this long goes on behind the border."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# fmt: off
_USUAL = frozenset({
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 18, 20, 21, 24, 26, 28, 30, 32, 36, 40, 42,
    45, 48, 50, 52, 54, 56, 60, 64, 72, 76, 80, 84, 90, 96, 100, 104, 108, 120, 144, 150, 156, 180,
    200, 240, 260, 300, 360, 365, 400, 500, 1000,
})
# fmt: on
_NAMED_BY_NUMBER = re.compile(r"[A-Z][A-Z]\d")
_LONE_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z]$")
_SYMBOL = re.compile(r"(?:^|[\s(/-])(?:[A-Z][A-Za-z]{0,5}|[A-Z]{2,}[a-z]?)-?\d*$")
_PAIRS = (("(", ")"), ("[", "]"))
_LONGEST = 500
"""No time frame has more characters."""
_MARGIN = 1.0
_INSIDE_A_NUMBER = {2: 5.0, 3: 2.5, 4: 2.0}
"""The price of a border between two digits, by how many stand together: short ones are one number."""
_WORD = re.compile(r"[A-Z][a-z]{2,}|[DWMY]\d{1,3}(?![A-Za-z\d])")
_SHARED = 2.5
_NO_FRAME = 4.5
_LIKELY = 1.0


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure and its time frame, which is None where the row has none.

    `certain` is False where another split of the row is as good.
    """

    measure: Slice
    time_frame: Slice | None
    certain: bool


@dataclass(frozen=True, slots=True)
class _Others:
    """Frames that are the likeliest of other rows than the one whose own is `own`."""

    counted: Counter[str]
    own: str

    def __contains__(self, frame: str) -> bool:
        return self.counted[frame] > (frame == self.own)


def split_rows(rows: Sequence[Slice]) -> list[MeasureRow]:
    """Split each row; a time frame that is the likeliest of another row is preferred."""
    priced = [_prices(row) for row in rows]
    own = [_likeliest(row, prices) for row, prices in zip(rows, priced, strict=True)]
    counted = Counter(filter(None, own))
    others = [_Others(counted, frame) for frame in own]
    return [_split(*one) for one in zip(rows, priced, others, strict=True)]


def _likeliest(row: Slice, prices: dict[int, float]) -> str:
    return _frame(row, min(prices, key=lambda at: (prices[at], at)))


def _frame(row: Slice, at: int) -> str:
    return row.cut(at).text


def _split(row: Slice, prices: dict[int, float], shared: _Others) -> MeasureRow:
    best = sorted(
        (price - (_SHARED if _frame(row, at) in shared else 0.0), at) for at, price in prices.items()
    )
    price, at = best[0]
    certain = _has_no_border(row) if len(best) == 1 else best[1][0] - price >= _MARGIN
    return MeasureRow(row.cut(0, at), row.cut(at) or None, certain)


def _has_no_border(row: Slice) -> bool:
    """Whether no place of a row without a time frame looks like a border: a frame may have another form."""
    first = max(1, len(row) - _LONGEST)
    return all(border_price(row, at) > _LIKELY or not row.cut(at + 1) for at in range(first, len(row)))


def _prices(row: Slice) -> dict[int, float]:
    """The price of each place that may be the border; the end of the row stands for no frame at all."""
    first = max(1, len(row) - _LONGEST)
    found = {at: price for at in range(first, len(row)) if (price := _price(row, at)) < IMPOSSIBLE}
    return {**found, len(row): _NO_FRAME}


def _price(row: Slice, at: int) -> float:
    left, right = row.page[row.start + at - 1], row.page[row.start + at]
    if left.isspace() or right.isspace() or not right.isalnum() or left in "([{/-,+":
        return IMPOSSIBLE
    if right.isdigit():
        return _before_a_digit(row, at, left)
    # What opens a frame is asked first: most places open none, and need not be searched for a time.
    price = _before_a_capital(row, at, left) if right.isupper() else _before_a_small_letter(row, at, left)
    frame = _frame(row, at) if price < IMPOSSIBLE else ""
    return price if _TIMED.search(frame) else IMPOSSIBLE


def _before_a_small_letter(row: Slice, at: int, left: str) -> float:
    opens = _SMALL_OPENING.match(row.page, row.start + at, row.end)
    named = opens or _NAMED_TIME.match(row.page, row.start + at, row.end)
    if not named or not (opens or begins_with_a_time(_frame(row, at))):
        return IMPOSSIBLE
    return 2.0 if left.isalpha() else 1.0


def _before_a_capital(row: Slice, at: int, left: str) -> float:
    """A capital inside a word begins a cell; behind another capital only where a time frame opens."""
    if _NAMED_BY_NUMBER.match(row.page, row.start + at - 1, row.end) and _LONE_CAPITAL.search(
        row.page, max(row.start, row.start + at - 2), row.start + at
    ):
        return IMPOSSIBLE  # `C|D4 count`
    if _OPENING.match(row.page, row.start + at, row.end) or begins_with_a_time(_frame(row, at)):
        return 1.5 if left.isupper() else 0.5
    return 1.5 if not left.isupper() and _WORD.match(row.page, row.start + at, row.end) else IMPOSSIBLE


def _before_a_digit(row: Slice, at: int, left: str) -> float:
    measure, frame = row.cut(0, at).text, _frame(row, at)
    if left.isdigit() and _LEADING_ZERO.match(frame):
        return IMPOSSIBLE
    if not begins_with_a_time(frame) or any(frame.count(last) > frame.count(first) for first, last in _PAIRS):
        return IMPOSSIBLE
    if _VERSION.search(measure) or _LONG_NUMBER.search(measure) or _UNFINISHED.search(measure):
        return IMPOSSIBLE
    number = _NUMBER.match(frame)
    price = _INSIDE_A_NUMBER[min(_digits_around(row, at), 4)] if left.isdigit() else 0.5
    price += 0.0 if number and _is_usual(number.group()) else 2.5
    if not left.isdigit() and _SYMBOL.search(measure):
        price += 1.5
    return price + (4.0 if _DANGLING.search(measure) and not measure.endswith(".") else 0.0)


def _digits_around(row: Slice, at: int) -> int:
    """How many digits stand together around a place, where they are a number of their own: else many."""
    text = row.cut(max(0, at - 8), at + 8).text
    middle = min(at, 8)
    head, tail = text[:middle].rstrip("0123456789"), text[middle:].lstrip("0123456789")
    return len(text) - len(head) - len(tail) if not head or head[-1].isspace() else 4


def _is_usual(number: str) -> bool:
    """Whether time frames print this number: weeks of 12, not of 112."""
    return "." in number or int(number[:6]) in _USUAL
