"""Wrong bounds: the sign's neighbour and its opposite, in codes and in printed words."""

from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.sorts import Sort, sort_of
from claims.tables import COMPARATOR_WORDS, COMPARATORS, RELATIONS
from claims.wrong_value import wrong_value
from extractor.records.comparator import Comparator
from extractor.records.criteria import TimeRelation

_LONGEST = 600  # characters; longer texts are blocks whose parts are mutated one by one


def comparator_changed(case: Case) -> Iterator[Change]:
    """≤ to < and to ≥, "at least" to "at most", WITHIN to MORE_THAN_BEFORE."""
    for leaf in case.leaves:
        if isinstance(leaf.value, Comparator):
            for other in COMPARATORS[leaf.value]:
                yield from wrong_value(case, leaf, other)
        elif isinstance(leaf.value, TimeRelation):
            yield from wrong_value(case, leaf, RELATIONS[leaf.value])
        elif sort_of(leaf) is Sort.TEXT and len(leaf.value) < _LONGEST:
            for new in _other_bounds(leaf.value):
                yield from wrong_value(case, leaf, new)


def _other_bounds(words: str) -> list[str]:
    found = [words.replace(old, new, 1) for old, new in COMPARATOR_WORDS if old in words]
    return list(dict.fromkeys(found))
