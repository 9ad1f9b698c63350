"""`extractor explain`: the path to one verdict and to one score, in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.terminal import plain
from extractor.settings import MOST, READERS

if TYPE_CHECKING:
    from extractor.documents import Document
    from extractor.evaluation import Suite
    from extractor.evaluation.forbidden import Forbidden
    from extractor.records.draft import Draft
    from extractor.records.envelope import Extraction

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SUITE = Path("eval/suite.toml")


@click.command(short_help="Say why a value was accepted or refused, and how it is scored.")
@click.argument("document", type=click.Path(path_type=Path), metavar="DOC")
@click.argument("pointer", metavar="POINTER")
@click.option(
    "--run",
    "run",
    type=click.Path(exists=True, path_type=Path),
    help="JSON lines of Extractions, or a run folder: explain the one of this page, do not read it again.",
)
@click.option("--gold", type=_FILE, help="Gold of this page: explain how the value is scored, too.")
@click.option(
    "--suite", type=_FILE, help=f"A suite with gold of this page. Default: {_SUITE}, where it has any."
)
@click.option("--reader", type=click.Choice(READERS), help="Who reads the page. Default: layout.")
@click.option("--max-bytes", type=click.IntRange(1, MOST), help="Largest page that is read.")
def command(
    document: Path,
    pointer: str,
    *,
    run: Path | None,
    gold: Path | None,
    suite: Path | None,
    reader: str | None,
    max_bytes: int | None,
) -> None:
    """Print how the value at POINTER (such as /arms/0/label) on the page DOC was verified.

    DOC is a file, or the id of a page of the suite, as reports print it.

    Where there is gold of the page, print how the value is scored against it: normal forms, comparator,
    verdict, and the pairing of list items with what else they could have been paired with. POINTER is then
    sought in what was read, and else in gold.
    """
    from extractor.cli.readers import reader_named  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415

    settings = settings_of(reader=reader or (None if run else "layout"), max_bytes=max_bytes)
    loaded = _suite(suite) if gold is None or not document.exists() else None
    page = _page(document, loaded, settings.max_bytes)
    draft = _draft_of_run(run, page) if run else reader_named(settings.reader, settings).read(page)
    known = _gold(page, gold, loaded, named=suite)
    forbidden = loaded.forbidden if loaded else None
    found = _verified(page, draft, pointer, known, forbidden) if known else _lines(page, draft, pointer)
    for line in found:
        click.echo(plain(line))


def _lines(page: "Document", draft: "Draft", pointer: str) -> list[str]:
    from extractor.verification.explain import explain  # noqa: PLC0415 - keeps --help quick

    return explain(page, draft, pointer)


def _verified(
    page: "Document", draft: "Draft", pointer: str, gold: "Extraction", forbidden: "Forbidden | None"
) -> Iterator[str]:
    """How a value was verified, where the draft has one, and how it is scored."""
    from extractor.errors import RecordError  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.explain import explain_score  # noqa: PLC0415
    from extractor.verification.verify import verify  # noqa: PLC0415

    try:
        yield from _lines(page, draft, pointer)
    except RecordError as error:
        yield f"value    none that was read: {error.message}"
    yield ""
    yield from explain_score(gold, verify(page, draft), pointer, page.text, forbidden)


def _suite(named: Path | None) -> "Suite | None":
    """The suite named, or the usual one where there is one."""
    from extractor.evaluation import Suite  # noqa: PLC0415 - keeps --help quick

    return Suite.load(named or _SUITE) if named or _SUITE.is_file() else None


def _page(document: Path, suite: "Suite | None", max_bytes: int) -> "Document":
    """The page: a file, or the id of a page of the suite, as reports print it."""
    from extractor.documents import Document  # noqa: PLC0415 - keeps --help quick

    if suite is not None and not document.exists():
        document = next((case.document for case in suite.cases if case.id == str(document)), document)
    return Document.from_path(document, max_bytes=max_bytes)


def _gold(
    page: "Document", file: Path | None, suite: "Suite | None", *, named: Path | None
) -> "Extraction | None":
    """Gold of a page: from its own file, or from the suite that has the page; None where nobody named any."""
    from extractor.errors import SuiteError  # noqa: PLC0415 - keeps --help quick
    from extractor.records import strict_json  # noqa: PLC0415
    from extractor.records.envelope import Extraction  # noqa: PLC0415

    if file is not None:
        return strict_json.parse(Extraction, strict_json.read(file), source=str(file))
    cases = [case for case in suite.cases if case.id == page.id] if suite else []
    if cases:
        return cases[0].gold_extraction()
    if named is None:
        return None
    raise SuiteError(
        f"{named} has no page {page.id}", hint="Name the suite of this page, or its gold with --gold"
    )


def _draft_of_run(run: Path, page: "Document") -> "Draft":
    """The draft behind a page's Extraction in a run; pages are told by the hash of their text."""
    from extractor.errors import RecordError  # noqa: PLC0415
    from extractor.records.redraft import redraft  # noqa: PLC0415

    for extraction in _of_folder(run) if run.is_dir() else _of_lines(run, page):
        if extraction.document.text_sha256 == page.text_sha256:
            return redraft(extraction)
    raise RecordError(
        "nothing in the run is about this page", source=str(run), hint="Give the page the run was made from"
    )


def _of_folder(run: Path) -> "Iterator[Extraction]":
    from extractor.evaluation import load_run  # noqa: PLC0415

    for repeats in load_run(run).extractions.values():
        yield from repeats


def _of_lines(run: Path, page: "Document") -> "Iterator[Extraction]":
    """The lines that may be about the page; the others are not parsed."""
    from extractor.records.envelope import Extraction  # noqa: PLC0415
    from extractor.records.strict_json import parse  # noqa: PLC0415

    with run.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if page.text_sha256 in line:
                yield parse(Extraction, line, source=f"{run}:{number}")
