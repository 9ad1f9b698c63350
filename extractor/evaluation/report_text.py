"""Reports for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from extractor.evaluation.table import Table

_LONGEST = 80
"""Characters of a value that a terminal shows."""


def terminal(heading: Iterable[str], tables: Iterable[Table]) -> Group:
    """Lines of words, then tables, to print with rich. Nothing in them is read as rich's own markup."""
    shown: list[RenderableType] = [Text(line) for line in heading]
    for table in tables:
        shown += [Text(""), Text(table.title, style="bold"), _table(table)]
    return Group(*shown)


def _table(table: Table) -> RenderableType:
    if not table.rows:
        return Text("None.")
    grid = RichTable(box=None, pad_edge=False, header_style="bold")
    for at, name in enumerate(table.columns):
        words = at < table.words
        grid.add_column(Text(name), justify="left" if words else "right", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(_short(cell)) for cell in row))
    return grid


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
