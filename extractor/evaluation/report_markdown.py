"""Reports as Markdown, for files and step summaries: no word of a page is markup, mention or command."""

import re
from collections.abc import Iterable

from extractor.evaluation.table import Table
from extractor.evaluation.tables import shown

SUMMARY_LIMIT = 1024 * 1024
"""Bytes that GitHub takes as the summary of one step; what is more is refused as a whole."""

_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_[]{}#~|"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
)
_COMMAND = re.compile(r"::|##\[")
_LINKED = re.compile(r"[@#/]|www\.")
"""Where GitHub may find mentions, issues or addresses: it does so in escaped text too, not in code."""
_LONG = 25
"""Tables of more rows are folded away."""
_RESERVE = 600
"""Bytes kept for saying what was left out."""


def escape(text: str) -> str:
    """Text of a page as Markdown that shows just this text on one line: no markup, no mention, no command."""
    flat = shown(" ".join(text.split()))
    if _COMMAND.search(flat):
        # An invisible joint: neither a log's command nor a mention survives it.
        return flat.translate(_ESCAPES).replace("::", ":&#8203;:").replace("&#64;", "&#64;&#8203;")
    return _code(flat) if _LINKED.search(flat) else flat.translate(_ESCAPES)


def markdown(title: str, heading: Iterable[str], tables: Iterable[Table], *, limit: int | None = None) -> str:
    """A title, lines of words as a list, and tables; in `limit` bytes, with a word on what is left out."""
    if limit is not None and limit < _RESERVE:
        return ""
    room = _Room(limit)
    room.add(f"# {escape(title)}", "", *(f"* {escape(line)}" for line in heading))
    for table in tables:
        _add_table(room, table)
    return room.text()


class _Room:
    """Lines until the room is used up; then only counts of what did not fit."""

    def __init__(self, limit: int | None) -> None:
        self._left = None if limit is None else limit - _RESERVE
        self._lines: list[str] = []
        self._rows = 0
        self._tables = 0

    def add(self, *lines: str) -> bool:
        """Whether all lines together still fit; else none is added."""
        size = sum(len(line.encode("utf-8")) + 1 for line in lines)
        if self._left is not None:
            if size > self._left:
                return False
            self._left -= size
        self._lines += lines
        return True

    def close(self, *lines: str) -> None:
        """Add lines that must not be missing; they come out of the reserve."""
        self._lines += lines

    def left_out(self, rows: int, *, table: bool) -> None:
        """Count what was not added."""
        self._rows += rows
        self._tables += table

    def text(self) -> str:
        """The lines, and what was left out."""
        if self._rows or self._tables:
            tables = f" and {self._tables} whole tables" if self._tables else ""
            told = f"**Cut here**: {self._rows} rows{tables} were left out."
            self._lines += ["", f"{told} The other forms of this report have all."]
        return "\n".join(self._lines) + "\n"


def _add_table(room: _Room, table: Table) -> None:
    if not table.rows:
        room.add("", f"## {escape(table.title)}", "", "None.")
        return
    long = len(table.rows) > _LONG
    name = f"{escape(table.title)} ({len(table.rows)})"
    opening = ["<details>", f"<summary><b>{name}</b></summary>"] if long else [f"## {escape(table.title)}"]
    rule = ["---" if at < table.words else "---:" for at in range(len(table.columns))]
    if not room.add("", *opening, "", _line(map(escape, table.columns)), _line(rule)):
        room.left_out(len(table.rows), table=True)
        return
    for at, row in enumerate(table.rows):
        if not room.add(_line(map(escape, row))):
            room.left_out(len(table.rows) - at, table=False)
            break
    if long:
        room.close("", "</details>")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _code(text: str) -> str:
    """Text as a code span, in which nothing is read but the bar that ends a cell."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")
