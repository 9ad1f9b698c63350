"""The options of commands that may ask a model."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

import click

from extractor.settings import MODES, READERS

Command = TypeVar("Command", bound=Callable[..., None])

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


def _amount(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Decimal | None:
    if value is None:
        return None
    try:
        amount = Decimal(value)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise click.BadParameter(f"{value!r} is no amount of money: write 2 or 0.50")
    return amount


_READING = [
    click.option("--reader", type=click.Choice(READERS), help="Default: EXTRACTOR_READER, else layout."),
    click.option("--model", help="Model name for the model reader. Default: EXTRACTOR_MODEL."),
    click.option("--base-url", help="Address of an OpenAI-compatible server. Default: OPENAI_BASE_URL."),
    click.option("--plan", help="Plan of passes of the model reader. Default: the best known."),
    click.option(
        "--mode",
        type=click.Choice(MODES),
        help="How the model reader asks for JSON. Default: EXTRACTOR_MODE, else json_schema.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True, max=999_999),
        metavar="SECONDS",
        help="What one request of the model reader may take, retries included. "
        "Default: EXTRACTOR_TIMEOUT, else 300.",
    ),
    click.option(
        "--max-page-chars",
        type=click.IntRange(min=1000),
        help="Pages longer than this are asked in pieces by the model reader. Default: none.",
    ),
    click.option(
        "--fresh",
        is_flag=True,
        help="Have the model reader ask again what is answered already, and keep the new answers.",
    ),
    click.option(
        "--recordings",
        type=_FOLDER,
        help="Folder the replay reader takes its answers from. Default: EXTRACTOR_RECORDINGS.",
    ),
    click.option(
        "--prices", type=_FILE, help="Price table of the model reader. Default: EXTRACTOR_PRICES, else ours."
    ),
]
_SPENDING = [
    click.option(
        "--record", type=_FOLDER, help="Write the model's answers into this folder, to be replayed."
    ),
    click.option(
        "--budget",
        metavar="AMOUNT",
        callback=_amount,
        help="Stop before a request that would, by an estimate, make the model reader spend more than this; "
        "for a job in all its sessions together.",
    ),
]


def reading_options(command: Command) -> Command:
    """Who reads, and with what."""
    return _with(command, _READING)


def spending_options(command: Command) -> Command:
    """What a run of a model may leave and cost."""
    return _with(command, _SPENDING)


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
