"""Dates inside running text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.dates import partial_date

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = re.compile(
    rf"(?<![\w-])(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?(?![\w-])|\d{{4}}(?P<joint>[_/.])\d{{2}}(?P=joint)\d{{2}}(?![\w/-])|"
    rf"\d{{4}}\s+{_MONTH}(?:\s+\d{{1,2}}(?!\d))?(?![A-Za-z])|"
    rf"{_MONTH}\s+{_DAY},?\s+\d{{4}}(?!\d)|{_DAY}\s+{_MONTH},?\s+\d{{4}}(?!\d)|{_MONTH},?\s+\d{{4}}(?!\d)|"
    r"\d{4}(?![\w-]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """An ISO partial date and where it stands: `text[start:end]`."""

    date: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every date of a text, in order, each as precise as it is printed."""
    return tuple(
        PrintedDate(date, *match.span())
        for match in _DATE.finditer(text)
        if (date := partial_date(match.group())) is not None
    )
