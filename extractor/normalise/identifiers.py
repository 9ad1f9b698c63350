"""Identifiers by the patterns of their schemes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from extractor._data import table
from extractor.records.identifiers import IdScheme

_NOT_A_REGISTRY: Final = frozenset({IdScheme.DOI})


_OPTIONAL: Final = re.compile(r"^\(\?:[^()|]*\)\?")
_LEAD: Final = re.compile(r"[A-Za-z]+")
_CHOICE: Final = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_JOINED: Final = re.compile(r"-\d?(?![\d?*{])")


@cache
def _forms() -> tuple[tuple[IdScheme, str], ...]:
    """Every scheme with its pattern; a scheme of several forms stands with each."""
    listed = (
        (scheme, [forms] if isinstance(forms, str) else forms)
        for scheme, forms in table("identifiers").items()
    )
    return tuple((IdScheme(scheme), form) for scheme, forms in listed for form in forms)


@cache
def _whole() -> tuple[tuple[IdScheme, re.Pattern[str]], ...]:
    return tuple((scheme, re.compile(form)) for scheme, form in _forms())


@cache
def _registries() -> tuple[tuple[IdScheme, str, re.Pattern[str]], ...]:
    """For each registry the letters, or the dash, that its numbers hold, and its pattern."""
    found = []
    for scheme, pattern in _forms():
        lead = _LEAD.match(_OPTIONAL.sub("", pattern)) or _JOINED.search(_CHOICE.sub(" ", pattern))
        # Letters and digits may not touch an identifier: a longer number is another number.
        form = re.compile(rf"(?:{pattern})(?![A-Za-z0-9])")
        found.append((scheme, lead.group() if lead else "", form))
    return tuple(one for one in found if one[0] not in _NOT_A_REGISTRY)


def scheme_of(value: str) -> IdScheme | None:
    """The scheme whose pattern the whole value has, or None."""
    return next((scheme for scheme, pattern in _whole() if pattern.fullmatch(value)), None)


def registry_identifiers(
    page: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[IdScheme, int, int]]:
    """Every trial registry identifier in `page[start:end]`, in order: scheme, first and last offset."""
    stop = len(page) if end is None else end
    found = [
        (first, last, scheme)
        for scheme, lead, form in _registries()
        if page.find(lead, start, stop) >= 0
        for first, last in _standing_free(form, page, start, stop)
    ]
    for first, last, scheme in sorted(found):
        yield scheme, first, last


def _standing_free(form: re.Pattern[str], page: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a form stands with no letter or digit before it. Asked afterwards, most of a page is skipped."""
    match = form.search(page, start, stop)
    while match:
        first, last = match.span()
        touched = first > 0 and page[first - 1].isascii() and page[first - 1].isalnum()
        if not touched:
            yield first, last
        match = form.search(page, first + 1 if touched else last, stop)
