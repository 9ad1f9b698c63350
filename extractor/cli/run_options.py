"""The options of `extractor run` beyond those of who reads."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., None])

_RATE = click.FloatRange(min=0, min_open=True)
_LISTS = [
    click.option("--id-column", default="id", show_default=True, help="Key or column of a list: the id."),
    click.option("--text-column", default="text", show_default=True, help="The page's text."),
    click.option("--path-column", default="path", show_default=True, help="Or the path of its file."),
    click.option(
        "--base",
        type=click.Path(file_okay=False, exists=True),
        help="Folder that paths in lists start from and stay below. Default: the list's own.",
    ),
    click.option(
        "--stdin",
        type=click.Choice(["page", "jsonl", "csv"]),
        default="page",
        show_default=True,
        help="What - is: one page or a list.",
    ),
]
_FLOW = [
    click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        default="local",
        show_default=True,
        help="Where pages are read: on this machine, or on a Dask cluster.",
    ),
    click.option(
        "--scheduler", metavar="ADDRESS", help="The Dask cluster's. Default: a cluster on this machine."
    ),
    click.option(
        "--workers",
        type=click.IntRange(min=1, max=10_000),
        help="Pages read at once. Default: 16 where a model is asked, else 1.",
    ),
    click.option(
        "--processes",
        type=click.IntRange(min=1, max=256),
        help="Verify a model's answers in so many processes; 1 is this one. Default: processors less one, at "
        "most 8.",
    ),
    click.option(
        "--requests-per-minute", type=_RATE, help="Send a model no more requests than this in a minute."
    ),
    click.option("--tokens-per-minute", type=_RATE, help="And no more tokens, in and out."),
    click.option(
        "--patience",
        type=_RATE,
        metavar="SECONDS",
        help="Stop when a model's server answers nobody any more for so long. Default: 300.",
    ),
    click.option(
        "--deadline",
        type=_RATE,
        metavar="SECONDS",
        help="Begin no page after this time and give up those that wait unsent; run again to go on.",
    ),
]


def list_options(command: Command) -> Command:
    """How lists and standard input are taken."""
    return _with(command, _LISTS)


def flow_options(command: Command) -> Command:
    """How fast the job goes."""
    return _with(command, _FLOW)


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
