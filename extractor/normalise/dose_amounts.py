"""Amounts of a dose in running text: `400 mg`, `200mg tablet, 2 tablets`, `400mg per day`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.dose_doubts import is_doubtful, is_limit, placebo_for
from extractor.normalise.dose_units import FORM, MINUTES, PER_DAY, PIECE, UNIT, is_no_dose
from extractor.normalise.numbers import WORDS, numbers
from extractor.normalise.places import Places
from extractor.normalise.printed_amounts import AmountKind, PrintedAmount
from extractor.normalise.radiation import fractionated

_DIGITS: Final = (
    r"(?:0,\d{1,2}(?!\d)|[1-9]\d{0,2},\d(?![\d,])|"
    r"[1-9]\d{0,2}(?:[ \u00a0\u2009]\d{3})*[ \u00a0\u2009]000(?!\d)|"
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,6})?)"
)
_TO: Final = r"\s?(?:-|–|—|~|\bto\b|\bor\b)\s?"
_UNTIL: Final = r"\s?(?:-|–|—|~|\bto\b)\s?"
_CLEAR: Final = r"(?<![\w.,/])(?<!\d[-–])"
_AMOUNT: Final = re.compile(
    rf"{_CLEAR}(?P<low>{_DIGITS})(?:\s?-?(?:{UNIT}){_UNTIL}|{_TO})(?P<high>{_DIGITS})\s?-?(?P<unit2>{UNIT})(?P<daily2>{PER_DAY})?"
    rf"|(?<=between\s)(?P<low4>{_DIGITS})\s?(?:{UNIT})?\s+and\s+(?P<high4>{_DIGITS})\s?(?P<unit4>{UNIT})(?P<daily4>{PER_DAY})?"
    rf"|{_CLEAR}(?P<value>{_DIGITS})\s?-?\s?(?P<unit>{UNIT})(?P<daily>{PER_DAY})?"
    rf"|\b(?P<unit3>AUC)\s?(?:of\s|=|:)?\s?(?P<value3>\d{{1,2}}(?:\.\d)?)(?![\d.])"
)
_COMBINED: Final = re.compile(rf"{_CLEAR}{_DIGITS}(?:\s?(?:{UNIT}))?(?:\s?/\s?{_DIGITS}){{1,2}}\s?(?:{UNIT})")
_SHARE: Final = re.compile(
    rf"{_CLEAR}\d{{1,2}}(?:\.\d{{1,3}})?\s?%(?:\s(?:\w+\s)?{FORM})?(?!\w)", re.IGNORECASE
)
_LASTS: Final = re.compile(
    rf"{_CLEAR}(?P<low>\d{{1,3}})(?:{_TO}(?P<high>\d{{1,3}}))?[\s-]?(?P<unit>{MINUTES})", re.IGNORECASE
)
_PIECES: Final = re.compile(
    rf"{_CLEAR}(?P<count>{_DIGITS}|(?i:{WORDS})|(?:an?|(?<!\w\s)An?)(?=\s))(?:{_TO}(?P<high>{_DIGITS}))?\s?-?\s?(?:[a-z-]{{3,12}}\s)?"
    rf"(?P<piece>(?i:{PIECE}))"
)
_BEFORE_A_PIECE: Final = (
    r"(?:(?:per|/|strength|[\d.]{1,5}-?\s?m?g(?=\s)|oral|film-coated|extended-release|"
    r"delayed-release)\s?){0,2}"
)
_OF_A_PIECE: Final = re.compile(rf"\s?-?\s?{_BEFORE_A_PIECE}{PIECE}", re.IGNORECASE)
_COUNTED: Final = re.compile(
    rf"(?<![A-Za-z0-9.,-])(?P<count>{_DIGITS}|{WORDS})\s?(?:x|×|\*)?\s*$", re.IGNORECASE
)
_PIECES_OF: Final = re.compile(rf"{PIECE}\s*(?:\(|of|,|each|containing)\s*(?:of\s+)?$", re.IGNORECASE)
_COUNTED_PIECES: Final = re.compile(rf"(?:\d|{WORDS})\s?(?:[a-z-]{{3,12}}\s)?{PIECE}\s*,\s*$", re.IGNORECASE)
_CONTAINS: Final = re.compile(
    r"\b(?:contain(?:s|ing)?\b|(?:tablets?|capsules?|vials?)\s*[-–:]|available\s+(?:as|in)\b)[^.;()]{0,40}$",
    re.IGNORECASE,
)
_DAILY_BEFORE: Final = re.compile(
    r"(?:total\s+daily\s+doses?|daily\s+doses?|total\s+daily\s+amount)\s*(?:of|:|is|was|=|,)?\s*(?:approximately\s+)?$",
    re.IGNORECASE,
)
_DAILY_BEHIND: Final = re.compile(
    r"\s(?:of\s)?(?!once|twice|\w+\stimes)[A-Za-z-]{4,20}\s(?:per|a)\s+day(?![A-Za-z])", re.IGNORECASE
)
_DIVIDED: Final = re.compile(
    rf"(?:\s?\([^()]{{0,40}}\))?(?P<daily>\s(?:daily|a\s+day))?,?\s(?:[a-z]+\s){{0,2}}?(?:(?:in|into)\s)?"
    rf"(?:(?:\d|{WORDS})\s)?(?:equally\s)?divided\s(?:doses|(?:equally\s)?in(?:to)?\s)",
    re.IGNORECASE,
)
"""What is divided is given on one day, not at one time."""
_NOT_LENGTHS: Final = re.compile(
    r"(?:over|in|for|within|after|before|at\s+least|every|last|first|of\s+about)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_MOMENT_BEHIND: Final = re.compile(
    r"\s+(?:before|after|prior|following|post|later|apart|intervals?|of\s+(?!exercise|training|walking))(?![A-Za-z])",
    re.IGNORECASE,
)
_RANGED: Final = {"2": ("low", "high"), "4": ("low4", "high4")}
_DECIMAL_COMMA: Final = re.compile(r"\d{1,3},\d{1,2}|0,\d+")
_NOT_DIGITS: Final = re.compile(r"[,\s]")
_UP_TO: Final = re.compile(r"(?<![A-Za-z])up\s+to\s+(?:a\s+(?:total|dose)\s+of\s+)?$", re.IGNORECASE)
_NEAR: Final = 48


@lru_cache(maxsize=1024)
def amounts(text: str) -> tuple[PrintedAmount, ...]:
    """Every amount of a text, in order."""
    found: list[PrintedAmount] = [_strength(*match.span()) for match in _COMBINED.finditer(text)]
    for form, read in (
        (_AMOUNT, _amounts_of),
        (_PIECES, _pieces_of),
        (_SHARE, _share_of),
        (_LASTS, _minutes_of),
    ):
        taken = Places((one.start, one.end) for one in found)
        for match in form.finditer(text):
            if match.start() not in taken and match.end() - 1 not in taken:
                found.extend(read(text, match))
    return tuple(fractionated(text, sorted(found, key=lambda one: one.start)))


def bounds_amount(text: str) -> bool:
    """Whether a text prints an amount that only bounds or changes what is given."""
    found = _AMOUNT.finditer(text)
    return any(
        is_limit(text, *match.span(), match.group(f"unit{_form_of(match)}"))
        and not placebo_for(text, match.start())
        for match in found
    )


def _form_of(match: re.Match[str]) -> str:
    """Which of the printed forms an amount has: the ending of the names of its groups."""
    return next(part for part in ("2", "4", "", "3") if match.group(f"unit{part}"))


@lru_cache(maxsize=1024)
def doubtful_amounts(text: str) -> tuple[tuple[int, int], ...]:
    """Where amounts are printed and not read, since their number or unit may be another than it seems."""
    return tuple(
        match.span()
        for match in _AMOUNT.finditer(text)
        if not is_no_dose(match.group(f"unit{_form_of(match)}"))
        and is_doubtful(text, *match.span(), counted=_OF_A_PIECE.match(text, match.end()) is not None)
    )


def _strength(start: int, end: int, value: Decimal = Decimal(0)) -> PrintedAmount:
    return PrintedAmount(AmountKind.STRENGTH, value, None, None, start, end)


def _amounts_of(text: str, match: re.Match[str]) -> Iterator[PrintedAmount]:
    part = _form_of(match)
    ranged = _RANGED.get(part)
    value: Decimal | None = _decimal(match.group(ranged[0] if ranged else f"value{part}"))
    high = _decimal(match.group(ranged[1])) if ranged else None
    start, end = match.span()
    unit = match.span(f"unit{part}")
    if is_no_dose(text[slice(*unit)]) or (value and high is not None and high <= value):
        return
    before = text[max(0, start - _NEAR) : start]
    piece = _OF_A_PIECE.match(text, end)
    if is_doubtful(text, start, end, counted=piece is not None):
        return
    if not (piece and placebo_for(text, start)) and is_limit(text, start, end, text[slice(*unit)]):
        return
    of_pieces = _PIECES_OF.search(before)
    if of_pieces and of_pieces.group().rstrip().endswith(",") and not _COUNTED_PIECES.search(before):
        of_pieces = None  # `heatol tablets, 300 mg daily`
    if (piece and not ranged) or of_pieces or _CONTAINS.search(before):
        yield from _counted(text, before, start)
        yield PrintedAmount(AmountKind.STRENGTH, value, None, None, start, piece.end() if piece else end)
        return
    daily = (part != "3" and match.group(f"daily{part}")) or _DAILY_BEFORE.search(before)
    if not daily and part != "3" and (divided := _DIVIDED.match(text, end)):
        daily, end = True, divided.end("daily") if divided.start("daily") == end else end
    if not daily and (behind := _DAILY_BEHIND.match(text, end)):
        daily, end = True, behind.end()
    if not ranged and (limit := _UP_TO.search(before)):
        high = value
        value = None
        start = start - len(before) + limit.start() if daily else start
    yield PrintedAmount(AmountKind.DAILY if daily else AmountKind.DOSE, value, high, unit, start, end)


def _counted(text: str, before: str, end: int) -> Iterator[PrintedAmount]:
    """The count right before a strength: `two 50 mg tablets`."""
    match = _COUNTED.search(before)
    if match is None:
        return
    start = end - len(before) + match.start("count")
    found = [one for one in numbers(text[start:end]) if one.start == 0]
    if found:
        yield PrintedAmount(AmountKind.PIECES, found[0].value, None, None, start, end)


def _pieces_of(_text: str, match: re.Match[str]) -> Iterator[PrintedAmount]:
    found = numbers(match.group("count"))
    count = found[0].value if found else Decimal(1)
    high = _decimal(match.group("high")) if match.group("high") else None
    yield PrintedAmount(AmountKind.PIECES, count, high, match.span("piece"), *match.span())


def _share_of(_text: str, match: re.Match[str]) -> Iterator[PrintedAmount]:
    """A share of a solution or an ointment: `0.05% ointment`."""
    yield _strength(*match.span())


def _minutes_of(text: str, match: re.Match[str]) -> Iterator[PrintedAmount]:
    """The length of a session; how long an infusion takes is none."""
    start, end = match.span()
    if not _MOMENT_BEHIND.match(text, end) and not _NOT_LENGTHS.search(text[max(0, start - _NEAR) : start]):
        high = _decimal(match.group("high")) if match.group("high") else None
        value = _decimal(match.group("low"))
        yield PrintedAmount(AmountKind.MINUTES, value, high, match.span("unit"), start, end)


def _decimal(digits: str) -> Decimal:
    if _DECIMAL_COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return Decimal(_NOT_DIGITS.sub("", digits))
