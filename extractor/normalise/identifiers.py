"""Identifiers by the patterns of their schemes."""

import re
from collections.abc import Iterator
from functools import cache

from extractor._data import table
from extractor.records.identifiers import IdScheme

_NOT_A_REGISTRY = frozenset({IdScheme.DOI})


@cache
def _patterns() -> dict[IdScheme, re.Pattern[str]]:
    # Letters and digits may not touch an identifier: a longer number is another number.
    return {
        IdScheme(scheme): re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])")
        for scheme, pattern in table("identifiers").items()
    }


def scheme_of(value: str) -> IdScheme | None:
    """The scheme whose pattern the whole value has, or None."""
    return next((scheme for scheme, pattern in _patterns().items() if pattern.fullmatch(value)), None)


def registry_identifiers(
    page: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[IdScheme, int, int]]:
    """Every trial registry identifier in `page[start:end]`, in order: scheme, first and last offset."""
    stop = len(page) if end is None else end
    found = [
        (match.start(), match.end(), scheme)
        for scheme, pattern in _patterns().items()
        if scheme not in _NOT_A_REGISTRY
        for match in pattern.finditer(page, start, stop)
    ]
    for first, last, scheme in sorted(found):
        yield scheme, first, last
