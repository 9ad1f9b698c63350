"""Reports for a terminal, which may be the log of a CI job that reads commands out of what is printed."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table as RichTable
from rich.text import Text

from extractor.evaluation.table import Table
from extractor.evaluation.tables import shown

_LONGEST = 80
"""Characters of a value that a terminal shows."""
_POINTER = re.compile(r"/[a-z]")
_NARROWEST = 20
"""Characters that a column of words takes at least, and that are never broken."""
_GAP = 2
_COMMAND = re.compile(r"(?<=:)(?=:)|(?<=#)(?=#\[)")


def terminal(heading: Iterable[str], tables: Iterable[Table]) -> Group:
    """Lines of words, then tables, to print with rich. Nothing in them is read as rich's own markup."""
    shown: list[RenderableType] = [Text(inert(line)) for line in heading]
    for table in tables:
        shown += [Text(""), Text(table.title, style="bold"), _Grid(table) if table.rows else Text("None.")]
    return Group(*shown)


def inert(text: str) -> str:
    r"""Text without commands to a terminal or to GitHub Actions: `::error::` becomes `:\:error:\:`."""
    return _COMMAND.sub(r"\\", shown(text))


class _Grid:
    """A table for the width it is given. No number and no token of a pointer is cut or broken.

    Numbers that do not fit go into a second table below; words that do not fit are printed as lines.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows = [tuple(map(_cell, row)) for row in table.rows]
        lines = (table.columns, *self._rows)
        self._sizes = [max(len(row[at]) for row in lines) for at in range(len(table.columns))]
        self._whole = [self._is_whole(at) for at in range(len(table.columns))]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        fixed = sum(
            size + _GAP for at, size in enumerate(self._sizes[: self._table.words]) if self._whole[at]
        )
        loose = self._whole[: self._table.words].count(False)
        if fixed + loose * _NARROWEST > options.max_width:
            yield from map(Text, self._lines())
        else:
            yield from map(self._grid, self._portions(options.max_width))

    def _is_whole(self, at: int) -> bool:
        """Whether a column must not be broken: numbers, names, pointers and short words."""
        pointers = all(_POINTER.match(row[at]) for row in self._rows)
        return at == 0 or at >= self._table.words or pointers or self._sizes[at] <= _NARROWEST

    def _portions(self, width: int) -> list[list[int]]:
        """The columns of each table: those of words, and as many of numbers as fit beside them."""
        words = [*range(self._table.words)]
        room = width - sum(self._sizes[at] + _GAP for at in words)
        portions: list[list[int]] = [[]]
        for at in range(len(words), len(self._sizes)):
            if portions[-1] and sum(self._sizes[one] + _GAP for one in (*portions[-1], at)) - _GAP > room:
                portions.append([])
            portions[-1].append(at)
        return [words + portion for portion in portions]

    def _grid(self, columns: list[int]) -> RichTable:
        grid = RichTable(box=None, pad_edge=False, header_style="bold")
        for at in columns:
            justify: Literal["left", "right"] = "left" if at < self._table.words else "right"
            grid.add_column(
                Text(self._table.columns[at]), justify=justify, overflow="fold", no_wrap=self._whole[at]
            )
        for row in self._rows:
            grid.add_row(*(Text(row[at]) for at in columns))
        return grid

    def _lines(self) -> Iterator[str]:
        """Each row as a line of its names, and a line for each text or number behind them."""
        names = self._whole.index(False) if False in self._whole else 1
        for row in self._rows:
            yield "  ".join(row[:names])
            for name, cell in zip(self._table.columns[names:], row[names:], strict=True):
                yield f"    {name}: {cell}"


def _cell(text: str) -> str:
    if _POINTER.match(text):
        return inert(text)
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return inert(short)
