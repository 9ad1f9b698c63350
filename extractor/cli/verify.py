"""`extractor verify`: hold a draft against its page, as a labeller does."""

from collections import Counter
from pathlib import Path

import click


@click.command(short_help="Hold a draft against its page and print the Extraction.")
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("draft", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(page: Path, draft: Path) -> None:
    """Print the Extraction of a DRAFT (JSON: record, quotes, missing, acceptable …) made from PAGE.

    This is how gold is written: the labeller gives values and quotes, offsets and statuses are found. An
    Extraction is taken for a draft too: its values and words are held against the page anew.
    """
    from extractor.documents import Document  # noqa: PLC0415 - keeps --help quick
    from extractor.records.drafting import read_draft  # noqa: PLC0415
    from extractor.records.strict_json import read  # noqa: PLC0415
    from extractor.verification.verify import verify  # noqa: PLC0415

    document = Document.from_path(page)
    extraction = verify(document, read_draft(read(draft), source=str(draft), page=document))
    click.echo(extraction.to_json(indent=1))
    statuses = Counter(evidence.status.value for evidence in extraction.evidence.values())
    counts = ", ".join(f"{statuses[name]} {name}" for name in sorted(statuses)) or "no values"
    click.echo(f"extractor: {counts}; findings {len(extraction.findings)}", err=True)
