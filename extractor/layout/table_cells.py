"""Rows of tables that kept their cells apart: by tabs in converted HTML, by bars in Markdown."""

import re

from extractor.structure.slices import Slice

_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_BARRED = re.compile(r"\|.*\|", re.DOTALL)
_BAR = "|"


def cells_of(row: Slice) -> list[Slice]:
    """The cells of a row, stripped, empty ones too; a row without tabs, or bars at both ends, is one cell."""
    barred = row.match(_BARRED) is not None
    border = _BAR if barred else "\t"
    start, end = (row.start + 1, row.end - 1) if barred else (row.start, row.end)
    borders = [at for at in range(start, end) if row.page[at] == border and row.page[at - 1] != "\\"]
    starts = [start, *(at + 1 for at in borders)]
    return [Slice(row.page, *pair).strip() for pair in zip(starts, [*borders, end], strict=True)]


def is_rule(row: Slice) -> bool:
    """Whether a row is the line below a table's header: `|---|:--:|`."""
    return row.match(_RULE) is not None
