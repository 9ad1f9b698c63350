"""`extractor extract`: read pages and print what they say."""

import sys

import click

from extractor.cli.terminal import plain


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
@click.option(
    "--reader", type=click.Choice(["layout", "model"]), help="Default: EXTRACTOR_READER, else layout."
)
@click.option("--model", help="Model name for the model reader. Default: EXTRACTOR_MODEL.")
@click.option("--base-url", help="Address of an OpenAI-compatible server. Default: OPENAI_BASE_URL.")
@click.option("--max-bytes", type=click.IntRange(min=1), help="Largest page that is read.")
@click.option(
    "--all", "everything", is_flag=True, help="In the table, whole texts instead of their beginnings."
)
def command(
    pages: tuple[str, ...],
    *,
    form: str,
    reader: str | None,
    model: str | None,
    base_url: str | None,
    max_bytes: int | None,
    everything: bool,
) -> None:
    """Read each PAGE (a file, a folder, or - for standard input) and print the record it states.

    A page that cannot be read is named on standard error and does not stop the others; the exit code is
    then 5, or 2 if no page could be read.
    """
    from extractor.cli.interruption import interruption  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.pages import pages_of  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.printing import printer  # noqa: PLC0415
    from extractor.cli.readers import reader_named  # noqa: PLC0415
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415
    from extractor.errors import ExtractorError  # noqa: PLC0415
    from extractor.extraction import Extractor  # noqa: PLC0415

    settings = settings_of(reader=reader, model=model, base_url=base_url, max_bytes=max_bytes)
    extractor = Extractor(reader_named(settings.reader, settings))
    files = pages_of(pages)
    click.echo(f"extractor: reader {settings.reader}, pages {len(files)}", err=True)
    failed = 0
    with interruption() as wish, printer(form, everything=everything) as show:
        for page in files:
            if wish.asked:
                break
            try:
                extraction = extractor.extract(page.load(settings.max_bytes))
            except (ExtractorError, OSError) as error:
                failed += 1
                click.echo(f"extractor: {plain(str(error))}", err=True)
                continue
            show(extraction)
    if wish.asked:
        raise click.Abort
    if failed:
        click.echo(f"extractor: {failed} of {len(files)} pages failed", err=True)
        sys.exit(2 if failed == len(files) else 5)
