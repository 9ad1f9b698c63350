"""`extractor schema`: write or check the published JSON Schemas, lint the schemas of answers."""

import sys
from pathlib import Path

import click

from extractor.cli.terminal import plain

_WIRE = ""


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
@click.option(
    "--lint",
    "target",
    is_flag=False,
    flag_value=_WIRE,
    metavar="[MODULE:CLASS | FILE.json]",
    help="Write nothing: list the traps of a pydantic model or of a JSON Schema; exit 1 if there are any. "
    "Default: the schemas that are sent to models, of every plan of passes.",
)
@click.option(
    "--limits",
    type=click.Choice(["openai", "strictest"]),
    default="strictest",
    show_default=True,
    help="What --lint measures by: OpenAI's guide, or the lowest limit of any known server.",
)
def command(*, check: bool, folder: Path, target: str | None, limits: str) -> None:
    """Write trial-record.schema.json and extraction.schema.json, generated from the models."""
    if target is not None:
        sys.exit(_lint(target, limits))
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


def _lint(target: str, limits: str) -> int:
    from extractor.model.lint.limits import limits_named  # noqa: PLC0415 - keeps --help quick
    from extractor.model.lint.target import lint_target  # noqa: PLC0415
    from extractor.model.lint.wire import lint_wire  # noqa: PLC0415

    measure = limits_named(limits)
    traps = lint_wire(measure) if target == _WIRE else lint_target(target, measure)
    for trap in traps:
        click.echo(plain(str(trap)))
    click.echo(f"{len(traps)} traps by the limits of {limits}" if traps else "no traps")
    return 1 if traps else 0
