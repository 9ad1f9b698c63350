"""`extractor explain`: the path to one verdict, in words."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.terminal import plain
from extractor.settings import READERS

if TYPE_CHECKING:
    from extractor.documents import Document
    from extractor.records.draft import Draft


@click.command(short_help="Say why a value was accepted or refused.")
@click.argument("document", type=click.Path(path_type=Path), metavar="DOC")
@click.argument("pointer", metavar="POINTER")
@click.option(
    "--run",
    "run",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON lines of Extractions: explain the one of this page instead of reading it again.",
)
@click.option("--reader", type=click.Choice(READERS), help="Who reads the page. Default: layout.")
@click.option("--max-bytes", type=click.IntRange(min=1), help="Largest page that is read.")
def command(
    document: Path, pointer: str, *, run: Path | None, reader: str | None, max_bytes: int | None
) -> None:
    """Print how the value at POINTER (such as /arms/0/label) on the page DOC was verified."""
    from extractor.cli.readers import reader_named  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415
    from extractor.documents import Document  # noqa: PLC0415
    from extractor.verification.explain import explain  # noqa: PLC0415

    settings = settings_of(reader=reader or (None if run else "layout"), max_bytes=max_bytes)
    page = Document.from_path(document, max_bytes=settings.max_bytes)
    draft = _draft_of_run(run, page) if run else reader_named(settings.reader, settings).read(page)
    for line in explain(page, draft, pointer):
        click.echo(plain(line))


def _draft_of_run(run: Path, page: "Document") -> "Draft":
    """The draft behind a page's Extraction in a run; pages are told by the hash of their text."""
    from extractor.errors import RecordError  # noqa: PLC0415
    from extractor.records.envelope import Extraction  # noqa: PLC0415
    from extractor.records.redraft import redraft  # noqa: PLC0415
    from extractor.records.strict_json import parse  # noqa: PLC0415

    with run.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if page.text_sha256 in line:
                extraction = parse(Extraction, line, source=f"{run}:{number}")
                if extraction.document.text_sha256 == page.text_sha256:
                    return redraft(extraction)
    raise RecordError(
        "no line of the run is about this page", source=str(run), hint="Give the page the run was made from"
    )
