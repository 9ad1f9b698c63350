"""Signs and words that bound a number: `≥`, `not less than`, `or more`."""

import re
from typing import Final

from extractor.records.comparator import Comparator

_BEFORE: Final = {
    Comparator.GE: (
        r"≥|≧|⩾|>\s?/?\s?=|=\s?>|>\s?or\s?=|(?:not|no)\s+less\s+than|no\s+fewer\s+than|not\s+below|"
        r"(?:not|no)\s+(?:lower|smaller|younger|shorter)\s+than|at\s+least|at\s+or\s+above|"
        r"(?:greater|more|higher)\s+(?:than\s+)?or\s+equal(?:\s+to)?|"
        r"equals?(?:\s+to)?\s+or\s+(?:greater|more|higher)\s+than|equal\s+to\s+or\s+above|"
        r"of\s+or\s+(?:more|greater)\s+than|(?:a\s+)?minimum\s+of|from"
    ),
    Comparator.LE: (
        r"≤|≦|⩽|<\s?/?\s?=|=\s?<|<\s?or\s?=|(?:not|no)\s+(?:more|greater|higher|longer|larger|older)\s+than|"
        r"not\s+over\s+than|not\s+above|at\s+most|at\s+or\s+below|"
        r"(?:not|never|must\s+not|does\s+not|do\s+not|should\s+not)\s+(?:to\s+)?exceed(?:ing)?|"
        r"(?:less|lower|fewer|smaller)\s+(?:than\s+)?or\s+equal(?:\s+to)?|"
        r"equals?(?:\s+to)?\s+or\s+(?:less|lower|fewer)\s+than|equal\s+to\s+or\s+below|"
        r"of\s+or\s+(?:less|fewer)\s+than|(?:a\s+)?maximum\s+of|up\s?to(?:\s+and\s+including)?"
    ),
    Comparator.GT: (
        r">|＞|(?:more|greater|higher|older|longer|larger|bigger|better)\s+than|in\s+excess\s+of|exceed(?:s|ing)?|"
        r"over|above|beyond"
    ),
    Comparator.LT: r"<|＜|(?:less|fewer|lower|younger|shorter|smaller)\s+than|below|under",
    Comparator.EQ: r"=|equals?(?:\s+to)?",
}
_AFTER: Final = {
    Comparator.GE: r"(?:or|and)\s+(?:more|above|greater|higher|older|over|longer|better|larger|up|upwards?)",
    Comparator.LE: r"(?:or|and)\s+(?:less|below|lower|fewer|younger|under|shorter|smaller)",
}
# GE and LE come first: "not less than" holds "less than".
_SIGN: Final = "|".join(f"(?P<{name}>{form})" for name, form in _BEFORE.items())
_GLUE: Final = r"\s*(?:\([≥≤<>=]{1,2}\)\s*)?(?:of\s+|than\s+|to\s+|the\s+|a\s+|an\s+)*"
_BEFORE_NUMBER: Final = re.compile(rf"(?:(?<![A-Za-z])|(?=\W))\\?(?:{_SIGN}){_GLUE}$", re.IGNORECASE)
_AFTER_NUMBER: Final = re.compile(
    r"\s*(?:(?:of\s+age|old)\s+)?(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in _AFTER.items())
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_LONGEST: Final = 48
"""No comparator with its glue words is longer than this."""


def comparator_before(text: str, number: int, floor: int = 0) -> tuple[Comparator, int] | None:
    """The comparator that ends at offset `number`, and where it begins; it is sought from `floor` on."""
    start = max(floor, number - _LONGEST)
    match = _BEFORE_NUMBER.search(text[start:number])
    return (Comparator(match.lastgroup or ""), start + match.start()) if match else None


def comparator_after(text: str, end: int) -> tuple[Comparator, int] | None:
    """The comparator that begins behind a number, as in `3 or more`, and where it ends."""
    match = _AFTER_NUMBER.match(text, end)
    return (Comparator(match.lastgroup or ""), match.end()) if match else None
