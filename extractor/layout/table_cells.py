"""Rows of tables that kept their cells apart: converted HTML separates them by tabs."""

from extractor.structure.slices import Slice


def cells_of(row: Slice) -> list[Slice]:
    """The cells of a row, stripped, empty ones too; a row without tabs is one cell."""
    borders = [at for at in range(row.start, row.end) if row.page[at] == "\t"]
    starts = [row.start, *(border + 1 for border in borders)]
    return [Slice(row.page, *pair).strip() for pair in zip(starts, [*borders, row.end], strict=True)]
