"""Numbers that stand alone: counts of people, sites, pages, citations."""

import re
from decimal import Decimal
from typing import Final

from extractor.normalise.numbers import numbers
from extractor.normalise.units import unit_at
from extractor.verification.case import Case, Say, no, silent, yes
from extractor.verification.page import Place

_NOT_COUNTED: Final = re.compile(r"\s*(?:st|nd|rd|th)\b|\s*%|[-–]\w", re.IGNORECASE)


def says(case: Case, place: Place) -> Say:
    """Whether the only number of the words is the value; a number with a unit counts nothing."""
    words = case.text(place)
    found = numbers(words)
    if not found:
        return silent("the words hold no number")
    counted = [number for number in found if not _measured(case.page.text, place[0] + number.end)]
    values = {number.value for number in counted}
    wanted = Decimal(case.value)
    if values == {wanted}:
        return yes(f"number {words[counted[0].start : counted[0].end]}")
    if wanted in values:
        return no(f"the words hold {len(values)} numbers and do not say which is meant")
    return no(f"the numbers printed are {', '.join(str(number.value) for number in found[:5])}")


def _measured(text: str, end: int) -> bool:
    """Whether a unit of measure follows: 36 months counts no people."""
    if _NOT_COUNTED.match(text, end):
        return True
    unit = unit_at(text, end) if text[end : end + 1] not in {"\n", "\r"} else None
    return unit is not None and unit.ucum not in {("{points}",), ("{score}",)}
