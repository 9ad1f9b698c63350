"""Reports as Markdown."""

from collections.abc import Iterable

from extractor.evaluation.table import Table

_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_[]{}#~|"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
)


def escape(text: str) -> str:
    """Text of a page as Markdown that shows just this text on one line: no markup, no mention."""
    return " ".join(text.split()).translate(_ESCAPES)


def markdown(title: str, heading: Iterable[str], tables: Iterable[Table]) -> str:
    """A title, lines of words as a list, and tables."""
    lines = [f"# {escape(title)}", "", *(f"* {escape(line)}" for line in heading)]
    for table in tables:
        lines += ["", f"## {escape(table.title)}", "", *_table(table)]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> list[str]:
    if not table.rows:
        return ["None."]
    rule = ["---" if at < table.words else "---:" for at in range(len(table.columns))]
    head, *body = ["| " + " | ".join(map(escape, row)) + " |" for row in (table.columns, *table.rows)]
    return [head, "| " + " | ".join(rule) + " |", *body]
