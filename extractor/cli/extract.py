"""`extractor extract`: read pages and print what they say."""

import sys
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.model_options import reading_options, spending_options
from extractor.cli.terminal import plain
from extractor.settings import MOST

if TYPE_CHECKING:
    from extractor.cli.pages import PageFile
    from extractor.settings import Settings

_WAITING = "\nextractor: finishing the page in hand; Ctrl-C again stops at once\n"


@click.command(short_help="Read pages and print what they say, with the words it came from.")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="table: for people; json: Extractions, indented, as a list; jsonl: one Extraction a line.",
)
@reading_options
@spending_options
@click.option("--estimate", is_flag=True, help="Send nothing: say what the model reader may cost.")
@click.option("--max-bytes", type=click.IntRange(1, MOST), help="Largest page that is read.")
@click.option(
    "--all", "everything", is_flag=True, help="In the table, whole texts instead of their beginnings."
)
def command(
    pages: tuple[str, ...],
    *,
    form: str,
    max_bytes: int | None,
    estimate: bool,
    everything: bool,
    **chosen: Any,
) -> None:
    """Read each PAGE (a file, a folder, or - for standard input) and print the record it states.

    A page that cannot be read is named on standard error and does not stop the others; the exit code is
    then 5, or 2 if no page could be read. A fault that every page would meet, such as a wrong key or a
    budget that is spent, stops the run. The exit code is 4 where a recording lacks an answer.
    """
    from extractor.cli.pages import pages_of  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415

    settings = settings_of(estimate=estimate, max_bytes=max_bytes, **chosen)
    files = pages_of(pages)
    if estimate:
        from extractor.cli.estimates import show_estimate  # noqa: PLC0415

        show_estimate(settings, files)
        return
    failed, left = _read(settings, files, form, everything=everything)
    if failed:
        rest = f", {left} were not read" if left else ""
        click.echo(f"extractor: {failed} of {len(files)} pages failed{rest}", err=True)
        sys.exit(2 if failed + left == len(files) else 5)


def _read(settings: "Settings", files: "list[PageFile]", form: str, *, everything: bool) -> tuple[int, int]:
    """Read and print the pages; how many failed, and how many were left because all would fail."""
    from extractor.cli.interruption import interruption  # noqa: PLC0415
    from extractor.cli.printing import printer  # noqa: PLC0415
    from extractor.cli.readers import reader_named  # noqa: PLC0415
    from extractor.cli.spending import RunSpending  # noqa: PLC0415
    from extractor.errors import ExtractorError, RecordingError  # noqa: PLC0415
    from extractor.extraction import Extractor  # noqa: PLC0415

    extractor = Extractor(reader_named(settings.reader, settings))
    click.echo(f"extractor: reader {settings.reader}, pages {len(files)}", err=True)
    failed = left = 0
    spending = RunSpending()
    with interruption(_WAITING) as wish, printer(form, everything=everything) as show:
        for number, page in enumerate(files, start=1):
            if wish.asked:
                break
            try:
                extraction = extractor.extract(page.load(settings.max_bytes))
            except RecordingError:
                raise
            except (ExtractorError, OSError) as error:
                failed += 1
                spending.add(error)
                click.echo(f"extractor: {plain(str(error))}{_kept_tip(error, settings)}", err=True)
                if _stops(error):
                    left = len(files) - number
                    break
                continue
            show(extraction)
            spending.add(extraction)
    if settings.reader == "model":
        click.echo(f"extractor: {spending.line(settings)}", err=True)
    if wish.asked:
        raise click.Abort
    return failed, left


def _stops(error: Exception) -> bool:
    """Whether every further page would fail alike, by the table of failures."""
    return bool(getattr(getattr(error, "policy", None), "stops", False))


def _kept_tip(error: Exception, settings: "Settings") -> str:
    """What to do where the bad answers came out of the cache: they would come again and again."""
    from extractor.model.faults import Fault  # noqa: PLC0415 - keeps --help quick

    kept = isinstance(error, Fault) and error.policy.reasked and not error.spent.sent
    return (
        ". These are kept answers: --fresh asks for new ones" if kept and settings.reader == "model" else ""
    )
