"""Signs and words that bound a number: `≥`, `not less than`, `or more`."""

import re

from extractor.records.comparator import Comparator

_BEFORE = {
    Comparator.GE: (
        r"≥|≧|⩾|>\s?=|=\s?>|not\s+less\s+than|no\s+less\s+than|no\s+fewer\s+than|not\s+below|not\s+lower\s+than|"
        r"at\s+least|(?:greater|more|higher)\s+than\s+or\s+equal\s+to|equals?(?:\s+to)?\s+or\s+(?:greater|more|higher)\s+"
        r"than|of\s+or\s+(?:more|greater)\s+than|(?:a\s+)?minimum\s+of|from"
    ),
    Comparator.LE: (
        r"≤|≦|⩽|<\s?=|=\s?<|not\s+more\s+than|no\s+more\s+than|not\s+greater\s+than|no\s+greater\s+than|"
        r"not\s+(?:higher|longer|over)\s+than|at\s+most|(?:not|never|must\s+not|does\s+not|do\s+not|should\s+not)"
        r"\s+exceed(?:ing)?|(?:less|lower|fewer)\s+than\s+or\s+equal\s+to|equals?(?:\s+to)?\s+or\s+(?:less|lower|fewer)\s+"
        r"than|of\s+or\s+(?:less|fewer)\s+than|(?:a\s+)?maximum\s+of|up\s?to"
    ),
    Comparator.GT: (
        r">|(?:more|greater|higher|older|longer|larger|bigger)\s+than|exceed(?:s|ing)?|over|above|beyond"
    ),
    Comparator.LT: r"<|(?:less|fewer|lower|younger|shorter|smaller)\s+than|below|under",
    Comparator.EQ: r"=|equals?(?:\s+to)?",
}
_AFTER = {
    Comparator.GE: r"(?:or|and)\s+(?:more|above|greater|higher|older|over|longer)",
    Comparator.LE: r"(?:or|and)\s+(?:less|below|lower|fewer|younger|under|shorter)",
}
# GE and LE come first: "not less than" holds "less than".
_SIGN = "|".join(f"(?P<{name}>{form})" for name, form in _BEFORE.items())
_GLUE = r"\s*(?:of\s+|than\s+|to\s+|the\s+|a\s+|an\s+)*"
_BEFORE_NUMBER = re.compile(rf"(?:(?<![A-Za-z])|(?=\W))\\?(?:{_SIGN}){_GLUE}$", re.IGNORECASE)
_AFTER_NUMBER = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _AFTER.items()) + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_LONGEST = 48
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
