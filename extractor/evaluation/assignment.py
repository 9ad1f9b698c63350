"""Optimal assignment in which staying alone is a choice."""

from collections.abc import Sequence

Pair = tuple[int, int]


def assign(gains: Sequence[Sequence[float]]) -> list[Pair]:
    """The pairs (row, column) with the largest sum of gains; each row and column at most once.

    Pairs without a gain above 0 are never made. Solved as a square of rows + columns on either side,
    where a place for staying alone is worth 0.
    """
    hopeful = [(i, j) for i, row in enumerate(gains) for j, gain in enumerate(row) if gain > 0]
    return hopeful if without_rivals(hopeful) else _solve(gains)


def without_rivals(pairs: Sequence[Pair]) -> bool:
    """Whether no row and no column stands in two pairs."""
    return len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def rivals(pairs: Sequence[Pair]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that stand in pairs with each other, directly or through others: one group each."""
    columns_of: dict[int, list[int]] = {}
    rows_of: dict[int, list[int]] = {}
    for row, column in pairs:
        columns_of.setdefault(row, []).append(column)
        rows_of.setdefault(column, []).append(row)
    groups: list[tuple[list[int], list[int]]] = []
    done: set[int] = set()
    for first in columns_of:
        if first in done:
            continue
        rows, columns, todo = {first}, set[int](), [first]
        while todo:
            for column in columns_of[todo.pop()]:
                if column not in columns:
                    columns.add(column)
                    todo += [row for row in rows_of[column] if row not in rows]
                    rows.update(rows_of[column])
        done |= rows
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _solve(gains: Sequence[Sequence[float]]) -> list[Pair]:
    # Imported here: scipy costs half a second that records without rival pairs need not pay.
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    height, width = len(gains), len(gains[0])
    square = [[gain if gain > 0 else -1.0 for gain in row] + [0.0] * height for row in gains]
    square += [[0.0] * (width + height)] * width
    rows, columns = linear_sum_assignment(square, maximize=True)
    chosen = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]
    return [(i, j) for i, j in chosen if i < height and j < width and gains[i][j] > 0]
