"""Dates with a precision the page does not print."""

from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.sorts import Sort, sort_of
from claims.wrong_value import wrong_value

_PARTS = {4: ("-01", "-01-01"), 7: ("-01", "-15"), 10: ()}


def precision_invented(case: Case) -> Iterator[Change]:
    """`2012-02` becomes `2012-02-01`."""
    for leaf in case.leaves:
        if sort_of(leaf) is Sort.DATE:
            for more in _PARTS[len(leaf.value)]:
                yield from wrong_value(case, leaf, leaf.value + more)
