"""Which item of one list is which item of another: gated optimal assignment."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.assignment import Pair, assign, rivals, without_rivals
from extractor.evaluation.said import Said, shared
from extractor.evaluation.similarity import Candidate, Partners, key_of, similarity
from extractor.evaluation.surroundings import Surroundings

THRESHOLD = 0.5
"""Likeness up to which two items stay alone."""

_EXACT_BONUS = 1.0  # breaking an exact pair frees two items that gain less than THRESHOLD each
_CONTENT_SHARE = 1e-3  # items that the keys cannot tell apart are told apart by their other values
_ORDER_SHARE = 1e-6  # and those that nothing tells apart by their order,
_EARLIER_SHARE = 1e-3  # of two equally near places the earlier one: the same seen from either side


def align(
    golds: Sequence[Candidate],
    predictions: Sequence[BaseModel],
    partners: Partners,
    around: tuple[Surroundings, Surroundings] = ({}, {}),
    forbidden: Collection[str] = (),
) -> list[Pair]:
    """Pairs (gold position, predicted position), in gold order.

    The order of the items decides nothing, except between items that are the same in every value. `around`
    says of items with keys what is linked to them, in gold and in the prediction. Items that differ in a key
    named in `forbidden` never pair.
    """
    sure = _by_keys(golds, predictions, partners)
    rows = _others(len(golds), (i for i, _ in sure))
    columns = _others(len(predictions), (j for _, j in sure))
    if rows and columns:
        left = [golds[i] for i in rows], [predictions[j] for j in columns]
        sure += [(rows[i], columns[j]) for i, j in _align_rest(*left, partners, around, forbidden)]
    return sorted(sure)


def _by_keys(golds: Sequence[Candidate], predictions: Sequence[BaseModel], partners: Partners) -> list[Pair]:
    """Items whose keys are equal to those of just one item of the other side: they need no likeness.

    Where gold accepts anything else for a key, likeness is asked for all.
    """
    if any(len(gold) > 1 or gold[0].others for gold in golds):
        return []
    ours, theirs = (
        _places([key_of(gold[0].item) for gold in golds]),
        _places([key_of(item, partners) for item in predictions]),
    )
    return [
        (here[0], there[0])
        for key, here in ours.items()
        if len(here) == 1 and len(there := theirs.get(key, [])) == 1
    ]


def _places(keys: Iterable[Any]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(key, []).append(at)
    return found


def _others(length: int, done: Iterable[int]) -> list[int]:
    known = set(done)
    return [at for at in range(length) if at not in known]


def _align_rest(
    golds: Sequence[Candidate],
    predictions: Sequence[BaseModel],
    partners: Partners,
    around: tuple[Surroundings, Surroundings],
    forbidden: Collection[str],
) -> list[Pair]:
    alike = [[similarity(gold, item, partners, forbidden) for item in predictions] for gold in golds]
    hopeful = [(i, j) for i, row in enumerate(alike) for j, value in enumerate(row) if value > THRESHOLD]
    sure = _only_exact(alike)
    taken, given = {i for i, _ in sure}, {j for _, j in sure}
    open_pairs = [(i, j) for i, j in hopeful if i not in taken and j not in given]
    if without_rivals(open_pairs):
        return [*sure, *open_pairs]
    ours = [gold[0].item for gold in golds]
    sides = (Said(None, around[0]), ours), (Said(partners, around[1]), predictions)
    groups = rivals(open_pairs)
    return [*sure, *(pair for rows, columns in groups for pair in _settle(alike, sides, rows, columns))]


def _settle(
    alike: Sequence[Sequence[float]],
    sides: tuple[tuple[Said, Sequence[BaseModel]], tuple[Said, Sequence[BaseModel]]],
    rows: Sequence[int],
    columns: Sequence[int],
) -> list[Pair]:
    """The pairs among rivals. They alone are asked, so that no other item of the lists decides a tie."""
    (gold_said, golds), (said, predictions) = sides
    rows, columns = gold_said.order(golds, rows), said.order(predictions, columns)
    left = [gold_said.values(golds[at]) for at in rows]
    right = [said.values(predictions[at]) for at in columns]

    def closeness(row: int, column: int) -> float:
        return shared(left[row], right[column])

    found = match([[alike[i][j] for j in columns] for i in rows], closeness)
    return [(rows[i], columns[j]) for i, j in found]


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
