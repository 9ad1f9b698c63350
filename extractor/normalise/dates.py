"""Dates with the precision they are printed in."""

import datetime as dt
import re
from typing import Final

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH: Final = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
        r"(?P<year>\d{4})(?P<joint>[_/.])(?P<month>\d{2})(?P=joint)(?P<day>\d{2})",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})\s+{_MONTH}(?:\s+(?P<day>\d{{1,2}}))?",
    )
)


def partial_date(words: str) -> str | None:
    """ISO form of a printed date, never more precise than printed; None where it is no date.

    `Feb 2012` is `2012-02`. The year stands first or the month
    is a word: forms whose day and month could be exchanged (`03/04/2012`) are not read.
    """
    text = words.strip()
    match = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month, day = _month(parts.get("month")), parts.get("day")
    try:
        dt.date(int(parts["year"]), 1 if month is None else month, int(day or 1))
    except ValueError:
        return None
    date = f"{int(parts['year']):04}"
    if month is not None:
        date += f"-{month:02}"
    return f"{date}-{int(day):02}" if day else date


def _month(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else _MONTHS.index(words[:3].lower()) + 1
