"""Places as pages print them: `Shanghai, Shanghai, China`, `Seoul, Korea, Republic of`."""

import re
from dataclasses import dataclass

from extractor.normalise.terms import lookup
from extractor.structure.slices import Slice

_COMMA = re.compile(r",")
_FLAG = re.compile(r"[\U0001F1E6-\U0001F1FF]{2}")


@dataclass(frozen=True, slots=True)
class Place:
    """City, state and country of one printed place; an empty slice where the place leaves one blank."""

    city: Slice
    state: Slice | None
    country: Slice
    iso2: str


def without_flag(words: Slice) -> Slice:
    """The words without a leading flag emoji, which is furniture."""
    match = _FLAG.match(words.page, words.start, words.end)
    return words.cut(match.end() - words.start).strip() if match else words


def place_of(words: Slice) -> Place | None:
    """The parts of a printed place, or None where it does not end in a country the table knows.

    The longest tail that is a country is taken: `Korea, Republic of` is one.
    """
    cells = _cells(words)
    for first in range(1, len(cells)):
        country = cells[first].to(cells[-1])
        iso2 = lookup("countries", country.text) if cells[first] else None
        if iso2:
            city = cells[0].to(cells[first - 2]) if first > 1 else cells[0]
            return Place(city, cells[first - 1] if first > 1 else None, country, iso2)
    return None


def _cells(words: Slice) -> list[Slice]:
    borders = [match.start() for match in _COMMA.finditer(words.page, words.start, words.end)]
    starts = [words.start, *(border + 1 for border in borders)]
    return [Slice(words.page, *pair).strip() for pair in zip(starts, [*borders, words.end], strict=True)]
