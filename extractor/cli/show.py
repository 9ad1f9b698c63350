"""Lines and tables on the terminal, and the same in files."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.evaluation.table import Table


def show(lines: list[str], tables: "list[Table]") -> None:
    """Print them; wide where nobody looks at a screen."""
    from rich.console import Console  # noqa: PLC0415 - keeps --help quick

    from extractor.evaluation.report_text import terminal  # noqa: PLC0415

    width = None if sys.stdout.isatty() else 200
    Console(width=width, highlight=False).print(terminal(lines, tables))


def write_markdown(path: Path | None, title: str, lines: list[str], tables: "list[Table]") -> None:
    """Write them as Markdown, where a path is given."""
    from extractor.evaluation.report_markdown import markdown  # noqa: PLC0415 - keeps --help quick

    write(path, lambda: markdown(title, lines, tables))


def write_json(path: Path | None, value: Callable[[], Any]) -> None:
    """Write a JSON value, where a path is given."""
    write(path, lambda: json.dumps(value(), indent=1, ensure_ascii=False) + "\n")


def write(path: Path | None, text: Callable[[], str]) -> None:
    """Write text, where a path is given."""
    if path is not None:
        path.write_text(text(), encoding="utf-8")
