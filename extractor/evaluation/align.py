"""Which item of one list is which item of another: gated optimal assignment."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.assignment import Pair, assign
from extractor.evaluation.similarity import Candidate, Partners, shared_content, similarity

THRESHOLD = 0.5
"""Likeness up to which two items stay alone."""

_EXACT_BONUS = 1.0  # breaking an exact pair frees two items that gain less than THRESHOLD each
_CONTENT_SHARE = 1e-3  # items that the keys cannot tell apart are told apart by their other values
_ORDER_SHARE = 1e-6  # and those that nothing tells apart by their order,
_EARLIER_SHARE = 1e-3  # of two equally near places the earlier one: the same seen from either side


def align(golds: Sequence[Candidate], predictions: Sequence[BaseModel], partners: Partners) -> list[Pair]:
    """Pairs (gold position, predicted position), in gold order.

    The order of the items decides nothing, except between items that are the same in every value.
    """
    alike = [[similarity(gold, item, partners) for item in predictions] for gold in golds]
    sure = _only_exact(alike)
    ours = [gold[0].item for gold in golds]
    rows = _by_content(ours, without={i for i, _ in sure})
    columns = _by_content(predictions, without={j for _, j in sure})

    def closeness(row: int, column: int) -> float:
        return shared_content(ours[rows[row]], predictions[columns[column]], partners)

    found = match([[alike[i][j] for j in columns] for i in rows], closeness)
    return sorted([*sure, *((rows[i], columns[j]) for i, j in found)])


def match(alike: Sequence[Sequence[float]], closeness: Callable[[int, int], float]) -> list[Pair]:
    """Pairs (row, column) for a matrix of likenesses in [0, 1].

    Exact pairs (1) go before all others, pairs at or below the threshold are never made, the sum of
    the likenesses decides the rest, `closeness` in [0, 1] its ties, and then the order.
    """
    sure = _only_exact(alike)
    rows = [i for i in range(len(alike)) if i not in {row for row, _ in sure}]
    columns = [j for j in range(len(alike[0]) if alike else 0) if j not in {column for _, column in sure}]

    def gain(row: int, column: int) -> float:
        likeness = alike[row][column]
        if likeness <= THRESHOLD:
            return 0.0
        here, there = row / len(alike), column / len(alike[0])
        apart = (here - there) ** 2 + _EARLIER_SHARE * (here + there)
        bonus = _EXACT_BONUS if likeness == 1 else 0.0
        tie = _CONTENT_SHARE * closeness(row, column) - _ORDER_SHARE * apart
        return likeness - THRESHOLD + bonus + tie

    chosen = assign([[gain(i, j) for j in columns] for i in rows])
    return [*sure, *((rows[i], columns[j]) for i, j in chosen)]


def _only_exact(alike: Sequence[Sequence[float]]) -> list[Pair]:
    """Exact pairs without a rival: they need no solver."""
    exact = [(i, j) for i, row in enumerate(alike) for j, value in enumerate(row) if value == 1]
    rows, columns = Counter(i for i, _ in exact), Counter(j for _, j in exact)
    return [(i, j) for i, j in exact if rows[i] == columns[j] == 1]


def _by_content(items: Sequence[BaseModel], *, without: set[int]) -> list[int]:
    """Positions ordered by what the items say, so that the solver sees no order of the page."""
    said = {
        at: json.dumps(_unordered(item.model_dump(mode="json")), sort_keys=True)
        for at, item in enumerate(items)
        if at not in without
    }
    return sorted(said, key=lambda at: (said[at], at))


def _unordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unordered(below) for key, below in value.items()}
    if isinstance(value, list):
        return sorted((_unordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
