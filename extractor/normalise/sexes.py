"""Limits of one sex only: `male ≥ 90 cm, female ≥ 85 cm`."""

import re
from typing import Final

_SEX: Final = r"(?:fe)?males?|(?:wo)?m[ae]n|boys|girls"
_BEFORE: Final = re.compile(rf"(?<![A-Za-z])(?:for\s+|in\s+)?(?:{_SEX})\s*[;:,(]?\s*$", re.IGNORECASE)
_NAMED: Final = re.compile(rf"(?<![A-Za-z])(?:{_SEX})(?![A-Za-z])", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    rf"\s*(?:in\s+|for\s+)?(?:{_SEX})?\s*[,;/]?\s*(?:and|or)?\s*(?:in\s+|for\s+)?(?:{_SEX})?\s*[;:,(]?\s*",
    re.IGNORECASE,
)
_REACH: Final = 24


def of_one_sex(text: str, start: int) -> bool:
    """Whether the words right before an offset say which sex a limit is for."""
    return _BEFORE.search(text[max(0, start - _REACH) : start]) is not None


def names_a_sex(text: str) -> bool:
    """Whether a text names men or women."""
    return _NAMED.search(text) is not None


def without_sex(text: str) -> str:
    """A text without the sex named at its end."""
    return _BEFORE.sub("", text)


def only_sex_between(text: str, start: int, end: int) -> bool:
    """Whether nothing but a sex, a comma and an `and` stands between two offsets."""
    return _BETWEEN.fullmatch(text, start, end) is not None
