"""Amounts of a dose in running text: `400 mg`, `200mg tablet, 2 tablets`, `400mg per day`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from extractor.normalise.dose_units import PER_DAY, PIECE, UNIT, is_concentration
from extractor.normalise.numbers import WORDS, numbers
from extractor.normalise.places import Places

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,6})?"
_TO = r"\s?(?:-|–|—|~|\bto\b|\bor\b)\s?"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?<![\d][-–])(?P<low>{_DIGITS})(?:\s?-?(?:{UNIT}))?(?:{_TO}(?P<high>{_DIGITS}))\s?-?(?P<unit2>{UNIT})"
    rf"(?P<daily2>{PER_DAY})?"
    rf"|(?<![\w.,])(?<!\d[-–])(?P<value>{_DIGITS})\s?-?\s?(?P<unit>{UNIT})(?P<daily>{PER_DAY})?"
)
_PIECES = re.compile(
    rf"(?<![\w.,])(?P<count>{_DIGITS}|(?i:{WORDS})|(?i:a|an)(?=\s))(?:{_TO}(?P<high>{_DIGITS}))?\s?-?\s?(?i:{PIECE})"
)
_OF_A_PIECE = re.compile(
    rf"\s?-?\s?(?:(?:(?:per|/|strength|oral|film-coated|extended-release|delayed-release)\s?){{0,2}}){PIECE}",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?P<count>{_DIGITS}|{WORDS})\s?(?:x|×|\*)?\s*$", re.IGNORECASE)
_PIECES_OF = re.compile(rf"{PIECE}\s*(?:\(|of|,|each|containing)\s*(?:of\s+)?$", re.IGNORECASE)
_DAILY_BEFORE = re.compile(
    r"(?:total\s+daily\s+doses?|daily\s+doses?|total\s+daily\s+amount)\s*(?:of|:|is|was|=|,)?\s*(?:approximately\s+)?$",
    re.IGNORECASE,
)
_NEAR = 48


class AmountKind(Enum):
    """What an amount is: of one dose, of a whole day, of one piece, or a count of pieces."""

    DOSE = "dose"
    DAILY = "daily"
    STRENGTH = "strength"
    PIECES = "pieces"


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount at `text[start:end]`; `unit` are the offsets of its unit, which a count of pieces lacks."""

    kind: AmountKind
    value: Decimal
    high: Decimal | None
    unit: tuple[int, int] | None
    start: int
    end: int


@lru_cache(maxsize=1024)
def amounts(text: str) -> tuple[PrintedAmount, ...]:
    """Every amount of a text, in order."""
    found: list[PrintedAmount] = []
    for match in _AMOUNT.finditer(text):
        found.extend(_amounts_of(text, match))
    taken = Places((one.start, one.end) for one in found)
    found += [
        _pieces_of(match)
        for match in _PIECES.finditer(text)
        if match.start() not in taken and match.end() - 1 not in taken
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _amounts_of(text: str, match: re.Match[str]) -> list[PrintedAmount]:
    ranged = match.group("low") is not None
    value = _decimal(match.group("low") if ranged else match.group("value"))
    high = _decimal(match.group("high")) if ranged else None
    unit = match.span("unit2" if ranged else "unit")
    if high is not None and high <= value:
        return []
    start, end = match.span()
    before = text[max(0, start - _NEAR) : start]
    piece = _OF_A_PIECE.match(text, end)
    if (piece and not ranged) or _PIECES_OF.search(before):
        return _strength(text, value, unit, (start, piece.end() if piece else end), before)
    if is_concentration(text[slice(*unit)]):
        return []
    daily = match.group("daily2" if ranged else "daily") or _DAILY_BEFORE.search(before)
    kind = AmountKind.DAILY if daily else AmountKind.DOSE
    return [PrintedAmount(kind, value, high, unit, start, end)]


def _strength(
    text: str, value: Decimal, unit: tuple[int, int], place: tuple[int, int], before: str
) -> list[PrintedAmount]:
    """The strength of a piece, and the count right before it: `two 50 mg tablets`."""
    strength = PrintedAmount(AmountKind.STRENGTH, value, None, unit, *place)
    counted = _COUNTED.search(before)
    if counted is None:
        return [strength]
    start = place[0] - len(before) + counted.start("count")
    found = [one for one in numbers(text[start : place[0]]) if one.start == 0]
    if not found:
        return [strength]
    return [PrintedAmount(AmountKind.PIECES, found[0].value, None, None, start, place[0]), strength]


def _pieces_of(match: re.Match[str]) -> PrintedAmount:
    found = numbers(match.group("count"))
    count = found[0].value if found else Decimal(1)
    high = _decimal(match.group("high")) if match.group("high") else None
    return PrintedAmount(AmountKind.PIECES, count, high, None, *match.span())


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
