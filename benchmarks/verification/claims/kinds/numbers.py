"""Wrong figures: a digit changed, added or dropped, a sign turned."""

from collections.abc import Callable, Iterator

from claims import digits
from claims.case import Case
from claims.change import Change
from claims.sorts import Sort, sort_of
from claims.wrong_value import wrong_value


def digit_changed(case: Case) -> Iterator[Change]:
    """One digit of a number, a date or printed words is another digit."""
    return _rewritten(case, digits.changed)


def digit_added(case: Case) -> Iterator[Change]:
    """A digit too many."""
    return _rewritten(case, digits.added)


def digit_dropped(case: Case) -> Iterator[Change]:
    """A digit, or the decimal point, is lost."""
    return _rewritten(case, digits.dropped)


def sign_changed(case: Case) -> Iterator[Change]:
    """A number below zero where the page prints one above; a minus before the first figure of words."""
    for leaf in case.leaves:
        if sort_of(leaf) is Sort.NUMBER:
            yield from wrong_value(case, leaf, -leaf.value)
        elif sort_of(leaf) is Sort.TEXT and (places := digits.positions(leaf.value)):
            yield from wrong_value(case, leaf, leaf.value[: places[0]] + "-" + leaf.value[places[0] :])


def _rewritten(case: Case, rewrite: Callable[[str], list[str]]) -> Iterator[Change]:
    for leaf in case.leaves:
        sort = sort_of(leaf)
        if sort is Sort.NUMBER:
            for text in rewrite(digits.number_text(leaf.value)):
                if (value := digits.as_number(text, leaf.value)) is not None:
                    yield from wrong_value(case, leaf, value)
        elif sort in {Sort.TEXT, Sort.DATE, Sort.CLASS}:
            for text in rewrite(leaf.value):
                yield from wrong_value(case, leaf, text)
