"""Dates: equal to the printed date with the precision it is printed in."""

import re
from typing import Final

from extractor.normalise.dates import partial_date
from extractor.normalise.printed_dates import printed_dates
from extractor.verification.case import Case, Say, no, silent, yes
from extractor.verification.page import Place

_MORE_BEHIND: Final = re.compile(r"-\d|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_MORE_BEFORE: Final = re.compile(r"\d(?:st|nd|rd|th)?[-\s]$|[a-z]{3}\.?,?\s$", re.IGNORECASE)


def says(case: Case, place: Place) -> Say:
    """Whether the words print this date, no more and no less precisely."""
    words = case.text(place)
    text, (start, end) = case.page.text, place
    date = partial_date(words)
    if date is not None:
        if _MORE_BEHIND.match(text, end) or (words[0].isdigit() and _part_before(text, start)):
            return no("the date printed is longer")
        return yes(f"date {words.strip()!r}") if date == case.value else no(f"the date printed is {date}")
    found = {printed.date for printed in printed_dates(words)}
    if not found:
        return silent("the words hold no date")
    if found == {case.value}:
        return yes(f"date inside {words.strip()[:40]!r}")
    return no(f"the dates printed are {', '.join(sorted(found))}")


def _part_before(text: str, start: int) -> bool:
    """Whether a day or a month stands right before a year, on the same line."""
    before = text[max(0, start - 12) : start].rpartition("\n")[2]
    return bool(_MORE_BEFORE.search(before)) and bool(
        re.search(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d-$", before, re.IGNORECASE)
    )
