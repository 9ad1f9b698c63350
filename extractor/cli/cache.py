"""`extractor cache`: look after the answers of models that are kept."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from extractor.cli.terminal import plain

_dir = click.option(
    "--dir",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the cache. Default: EXTRACTOR_CACHE_DIR, else ~/.cache/trial-extractor.",
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(short_help="Look after the answers of models that are kept.")
def command() -> None:
    """Count, check and clear the answer cache: what models answered, kept so that it is paid for once."""


@command.command("stats")
@_dir
@_json
def show_stats(folder: Path | None, *, as_json: bool) -> None:
    """Say how many answers are kept, of which models, and how much space they take."""
    from extractor.model.cache_files import stats  # noqa: PLC0415 - keeps --help quick

    found = stats(_folder(folder))
    if as_json:
        _print_json(asdict(found))
        return
    click.echo(plain(f"{found.folder}: {found.entries} answers, {found.bytes:,} bytes"))
    for model, count in found.models.items():
        click.echo(plain(f"  {model or '(model not noted)'}: {count}"))
    if found.damaged:
        click.echo(f"  damaged: {found.damaged} (see extractor cache verify)")
    if found.aside:
        click.echo(f"  corrupted databases put aside: {found.aside}")


@command.command("verify")
@_dir
@_json
def check(folder: Path | None, *, as_json: bool) -> None:
    """Check every answer's hash and list files that are not the cache's.

    Exit code 1 if anything is damaged. Nothing is changed: a damaged answer counts as missing and is
    replaced when it is asked for again.
    """
    from extractor.model.cache_files import verify  # noqa: PLC0415 - keeps --help quick

    found = verify(_folder(folder))
    if as_json:
        _print_json(asdict(found) | {"sound": found.sound})
    else:
        for key, why in found.rows:
            click.echo(plain(f"damaged answer {key}: {why}"))
        for line in found.database:
            click.echo(plain(f"damaged database: {line}"))
        for name in found.orphans:
            click.echo(plain(f"not the cache's: {name}"))
        said = "nothing is damaged" if found.sound else f"{len(found.rows)} damaged"
        said = "the database is damaged" if found.database and not found.rows else said
        click.echo(plain(f"{found.folder}: {found.entries} answers, {said}"))
    sys.exit(0 if found.sound else 1)


@command.command("clear")
@_dir
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(folder: Path | None, *, yes: bool) -> None:
    """Remove every kept answer. What was paid for has to be paid for again."""
    from extractor.model.cache_files import clear, stats  # noqa: PLC0415 - keeps --help quick

    place = _folder(folder)
    if not yes:
        click.confirm(plain(f"Remove {stats(place).entries} answers from {place}?"), abort=True)
    click.echo(plain(f"{clear(place)} answers removed from {place}"))


def _folder(folder: Path | None) -> Path:
    from extractor.settings import Settings  # noqa: PLC0415

    return folder or Settings.from_environment().cache_dir


def _print_json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, indent=1, default=str))
