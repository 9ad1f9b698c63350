"""`extractor run`: a batch job over many pages, which can be interrupted and continued."""

import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from extractor.cli.model_options import reading_options, spending_options
from extractor.cli.run_options import flow_options, list_options
from extractor.cli.terminal import plain
from extractor.settings import MOST

if TYPE_CHECKING:
    from extractor.cli.job_engines import Pace
    from extractor.jobs.inputs.page import Options
    from extractor.jobs.status import Status


@click.command(short_help="Read many pages as a job that can be continued.")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The run folder. The same command again continues what it holds.",
)
@click.option("--status", is_flag=True, help="Only say how the job in the run folder stands.")
@click.option(
    "--fork", is_flag=True, help="If the job has changed, run it in a folder beside: DIR-2, DIR-3 …"
)
@click.option(
    "--retry-failed",
    is_flag=True,
    help="Read the pages that failed once more: mended ones as they are now, and with new answers of the "
    "model where kept ones made them fail.",
)
@click.option("--no-texts", is_flag=True, help="Keep no copy of the pages' texts in the run folder.")
@reading_options
@spending_options
@list_options
@flow_options
@click.option("--max-bytes", type=click.IntRange(1, MOST), help="Largest page that is read.")
@click.option("--quiet", is_flag=True, help="Show no progress and no sum.")
@click.option("--json-progress", is_flag=True, help="Show progress as JSON lines on standard error.")
def command(
    inputs: tuple[str, ...],
    *,
    folder: Path,
    status: bool,
    fork: bool,
    retry_failed: bool,
    no_texts: bool,
    quiet: bool,
    json_progress: bool,
    **chosen: Any,
) -> None:
    """Read all pages of INPUT (files, folders, globs, .jsonl, .csv, .parquet, or -) into the run folder.

    Exit code 0: every page is well; 5: some failed, were skipped or are still to do; 2: the inputs, an
    option or the run folder is wrong; 130: interrupted. Run again to continue.
    """
    if status:
        from extractor.jobs.status import status_of  # noqa: PLC0415 - keeps --help quick

        _leave(status_of(folder), quiet=quiet)
    if not inputs:
        raise click.UsageError("Missing argument 'INPUT...'.")
    from extractor.cli.jobs import Manner, run_job  # noqa: PLC0415 - keeps --help quick

    options = _options(chosen)
    manner = Manner(_pace(chosen), fork, retry_failed, quiet, json_progress)
    _leave(run_job(inputs, folder, options=options, texts=not no_texts, manner=manner, **chosen), quiet=quiet)


def _options(chosen: dict[str, Any]) -> "Options":
    """How inputs are taken, by the options that say so, which are taken out."""
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415 - keeps --help quick
    from extractor.jobs.inputs.page import Options  # noqa: PLC0415

    names = {
        "id": "id_column",
        "text": "text_column",
        "path": "path_column",
        "base": "base",
        "stdin": "stdin",
    }
    given = {name: chosen.pop(option) for name, option in names.items()}
    return Options(settings_of(max_bytes=chosen.pop("max_bytes")).max_bytes, **given)


def _pace(chosen: dict[str, Any]) -> "Pace":
    """How fast the job goes, and where, by the options that say so, which are taken out."""
    from extractor.cli.job_engines import Pace  # noqa: PLC0415 - keeps --help quick

    return Pace(**{field.name: chosen.pop(field.name) for field in fields(Pace)})


def _leave(status: "Status", *, quiet: bool) -> NoReturn:
    if not quiet:
        for line in status.lines():
            click.echo(plain(line))
    sys.exit(0 if status.is_well else 5)
