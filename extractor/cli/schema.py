"""`extractor schema`: write or check the published JSON Schemas."""

import sys
from pathlib import Path

import click


@click.command(short_help="Write or check the published JSON Schemas.")
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if a file differs from the models.")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("schemas"),
    show_default=True,
    help="Folder of the schema files.",
)
def command(*, check: bool, folder: Path) -> None:
    """Write trial-record.schema.json and extraction.schema.json, generated from the models."""
    from extractor.records.schema import PUBLISHED, schema_text  # noqa: PLC0415 - keeps --help quick

    drifted = []
    for name, model in PUBLISHED.items():
        path, text = folder / name, schema_text(model)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        drifted.append(name)
        if not check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    what = "differ from the models; run `extractor schema`" if check else "written"
    click.echo(f"{', '.join(drifted)}: {what}" if drifted else "schemas agree with the models")
    sys.exit(1 if check and drifted else 0)
