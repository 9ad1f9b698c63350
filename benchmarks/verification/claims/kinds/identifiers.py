"""Identifiers with one digit changed."""

from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.digits import changed_at, positions
from claims.sorts import Sort, sort_of
from claims.wrong_value import wrong_value


def identifier_digit(case: Case) -> Iterator[Change]:
    """Each digit of a registry number, PMID or DOI in turn."""
    for leaf in case.leaves:
        if sort_of(leaf) is Sort.IDENTIFIER:
            for at in positions(leaf.value):
                yield from wrong_value(case, leaf, changed_at(leaf.value, at))
