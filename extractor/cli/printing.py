"""Extractions on standard output, in the form asked for."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from extractor.records.envelope import Extraction

Show = Callable[[Extraction], None]


@contextmanager
def printer(form: str, *, everything: bool) -> Iterator[Show]:
    """What shows one Extraction: as a table, as a line of JSON, or as one of a JSON list."""
    if form == "table":
        yield _table_printer(everything=everything)
    elif form == "jsonl":
        yield lambda extraction: click.echo(extraction.to_json())
    else:
        yield from _list_printer()


def _table_printer(*, everything: bool) -> Show:
    from rich.console import Console  # noqa: PLC0415 - JSON output does not need it

    from extractor.cli.table import record_table  # noqa: PLC0415

    width = None if sys.stdout.isatty() else 160
    console = Console(width=width, highlight=False)
    return lambda extraction: console.print(record_table(extraction, everything=everything))


def _list_printer() -> Iterator[Show]:
    """A JSON list that is closed whatever happens, so that what was read stays readable."""
    first = True

    def show(extraction: Extraction) -> None:
        nonlocal first
        # One write: an interruption leaves a whole item or none.
        text = json.dumps(json.loads(extraction.to_json()), indent=2, ensure_ascii=False)
        click.echo(("[\n" if first else ",\n") + text, nl=False)
        first = False

    try:
        yield show
    finally:
        click.echo("[]" if first else "\n]")
