"""One tablet or capsule of several drugs: `a capsule of amlodipine 5 mg and valsartan 160 mg`."""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.dose_units import PIECE

_NO_DRUG: Final = r"(?!(?:then|after|or|followed|increas\w*|up|to|of|with|an?|one|two|and)\s)"
_DRUG: Final = (
    rf"{_NO_DRUG}[A-Za-z][A-Za-z-]*(?:\s[A-Za-z-]+){{0,3}}?"
    r"\s\(?\d[\d.,]{0,6}\s?(?:m?g|mcg|[µμu]g)(?![A-Za-z/])\)?"
)
_COMBINED: Final = re.compile(
    rf"(?<![\w.])(?:{PIECE})\s*(?:of|each\s+of|containing|contains?|with|comprising|\(|,|:)\s*"
    rf"{_DRUG}(?:\s*(?:\+|&|/|,|and|plus|with)\s*{_DRUG})+",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def combined_pieces(text: str) -> tuple[tuple[int, int], ...]:
    """Where amounts of several drugs stand behind one piece, which may hold all of them or the first."""
    return tuple(match.span() for match in _COMBINED.finditer(text))
