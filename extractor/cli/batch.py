"""`extractor batch`: ask a model through the batch files of a provider. Nothing here sends anything."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.terminal import plain
from extractor.settings import MODES, MOST

if TYPE_CHECKING:
    from extractor.model.batch.job import Job
    from extractor.model.batch.standing import Standing
    from extractor.model.batch.writing import Split
    from extractor.records.envelope import Extraction

_FOLDER = click.Path(file_okay=False, path_type=Path)
_MISSING, _SOME_FAILED, _ALL_FAILED = 4, 5, 2

_job = click.option("--job", "folder", type=_FOLDER, required=True, metavar="DIR", help="The job's folder.")
_max_bytes = click.option(
    "--max-file-bytes",
    type=click.IntRange(min=1),
    default=200_000_000,
    show_default=True,
    help="Split files at this size.",
)
_max_lines = click.option(
    "--max-file-lines",
    type=click.IntRange(min=1),
    default=50_000,
    show_default=True,
    help="Split files at this number of requests.",
)


@click.group(short_help="Ask a model through a provider's batch files.")
def command() -> None:
    """Write requests as batch files, take the provider's files in, read the pages: nothing is sent.

    You send the files yourself. Answers go into the answer cache; pages, rounds and everything that came
    back and is no answer lie in the job's folder.
    """


@command.command("export")
@click.argument("pages", nargs=-1, metavar="[PAGE...]")
@_job
@click.option("--model", help="Model name. Default: that of the job, else EXTRACTOR_MODEL.")
@click.option("--base-url", help="Address whose answers these are. Default: OPENAI_BASE_URL, else OpenAI.")
@click.option("--plan", help="Plan of passes. Default: that of the job, else the best known.")
@click.option(
    "--mode",
    type=click.Choice(MODES),
    help="How JSON is asked for. Default: that of the job, else EXTRACTOR_MODE.",
)
@click.option("--max-page-chars", type=click.IntRange(min=1000), help="Ask longer pages in pieces.")
@click.option("--waiting", is_flag=True, help="Ask again too what was asked and is not answered.")
@click.option("--final", is_flag=True, help="Ask again too what failed for good.")
@click.option("--max-bytes", type=click.IntRange(1, MOST), help="Largest page that is read.")
@_max_bytes
@_max_lines
def export(
    pages: tuple[str, ...],
    *,
    folder: Path,
    model: str | None,
    base_url: str | None,
    plan: str | None,
    mode: str | None,
    max_page_chars: int | None,
    waiting: bool,
    final: bool,
    max_bytes: int | None,
    max_file_bytes: int,
    max_file_lines: int,
) -> None:
    """Write what is to be asked about each PAGE (a file or a folder) as batch files into the job's folder.

    What the cache answers already is not asked. Without a PAGE the next round of the job is written.
    """
    from extractor.cli.batch_jobs import job_for  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.pages import pages_of  # noqa: PLC0415
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415
    from extractor.model.batch.files import locked  # noqa: PLC0415
    from extractor.model.batch.writing import Split  # noqa: PLC0415

    settings = settings_of(reader="model", model=model, base_url=base_url, max_bytes=max_bytes)
    documents = [page.load(settings.max_bytes) for page in pages_of(pages)]
    options: dict[str, Any] = {"model": model, "base_url": base_url, "plan": plan, "mode": mode}
    options["max_page_chars"] = max_page_chars
    job = job_for(folder, settings, named=options)
    with locked(folder):
        job.add(documents)
        standing = job.stand()
        _say_standing(job, standing)
        split = Split(max_file_bytes, max_file_lines)
        _write_next(job, standing, split, waiting=waiting, final=final)


@command.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@_job
@click.option("--next/--no-next", "write_next", default=True, help="Write the next round. Default: do.")
@_max_bytes
@_max_lines
def import_(
    files: tuple[Path, ...], *, folder: Path, write_next: bool, max_file_bytes: int, max_file_lines: int
) -> None:
    """Take FILES in, output and error files of a provider, in any order, whole or not, once or twice.

    Exit code 5: some pages failed for good; the rest is safe.
    """
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415 - keeps --help quick
    from extractor.model.batch import report  # noqa: PLC0415
    from extractor.model.batch.files import locked  # noqa: PLC0415
    from extractor.model.batch.job import Job  # noqa: PLC0415
    from extractor.model.batch.writing import Split  # noqa: PLC0415

    settings = settings_of(reader="model")
    job = Job(folder, settings.cache_dir)
    with locked(folder):
        _say(report.of_import(job.take(files, secret=settings.api_key)))
        standing = job.stand()
        _say_standing(job, standing)
        if write_next:
            _write_next(job, standing, Split(max_file_bytes, max_file_lines), waiting=False, final=False)
    sys.exit(_SOME_FAILED if standing.failed else 0)


@command.command("read")
@_job
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="As for `extractor extract`.",
)
@click.option("--all", "everything", is_flag=True, help="In the table, whole texts.")
@click.option("--record", type=_FOLDER, help="Write the answers into this folder, to be replayed.")
def read(folder: Path, *, form: str, everything: bool, record: Path | None) -> None:
    """Print what the pages of the job say, from the answers that are there. Nothing is sent.

    Exit code 4: answers are missing; 5: some pages failed for good, 2: all of them.
    """
    from extractor.cli.printing import printer  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415
    from extractor.errors import ModelError  # noqa: PLC0415
    from extractor.extraction import Extractor  # noqa: PLC0415
    from extractor.model.batch.job import Job  # noqa: PLC0415
    from extractor.model.batch.offline import PendingError  # noqa: PLC0415

    job = Job(folder, settings_of(reader="model").cache_dir)
    extractor = Extractor(job.reader(record=record)[0])
    errors: list[ModelError] = []
    pages = job.pages
    with printer(form, everything=everything) as show:
        for page in pages:
            try:
                extraction: Extraction = extractor.extract(page)
            except ModelError as error:
                errors.append(error)
                click.echo(f"extractor: {plain(str(error))}", err=True)
                continue
            show(extraction)
    if any(isinstance(error, PendingError) for error in errors):
        sys.exit(_MISSING)
    if errors:
        sys.exit(_ALL_FAILED if len(errors) == len(pages) else _SOME_FAILED)


def _write_next(job: "Job", standing: "Standing", split: "Split", *, waiting: bool, final: bool) -> None:
    from extractor.model.batch import report  # noqa: PLC0415 - keeps --help quick

    made = job.next_round(standing, split, waiting=waiting, final=final)
    _say(report.of_round(job, made))


def _say_standing(job: "Job", standing: "Standing") -> None:
    from extractor.model.batch import report  # noqa: PLC0415 - keeps --help quick

    _say(report.of_standing(job, standing))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(plain(line))
