"""The forms of a report that `extractor eval` writes besides what it shows, all from one evaluation."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from extractor.errors import SettingsError

if TYPE_CHECKING:
    from extractor.evaluation import Suite
    from extractor.evaluation.reporting.numbers import Numbers
    from extractor.evaluation.table import Table

Command = TypeVar("Command", bound=Callable[..., None])
_FILE = click.Path(path_type=Path)
_FORMS = {
    "json": "Write the report as JSON too.",
    "markdown": "Write the report as Markdown too.",
    "junit": "Write the report as JUnit XML too: a case for each document and part of its record.",
    "html": "Write the report as one HTML page too, each page beside gold and prediction.",
    "summary": 'Append the report as Markdown, such as to "$GITHUB_STEP_SUMMARY", within its limit.',
}


def output_options(command: Command) -> Command:
    """An option for each form, as `json_path` and so on."""
    for name, told in reversed(_FORMS.items()):
        command = click.option(f"--{name}", f"{name}_path", type=_FILE, metavar="FILE", help=told)(command)
    return command


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where each form goes; None where it is not wanted."""

    json_path: Path | None = None
    markdown_path: Path | None = None
    junit_path: Path | None = None
    html_path: Path | None = None
    summary_path: Path | None = None

    def check(self) -> None:
        """Refuse paths that cannot be written, before anything is read or paid for. Raises SettingsError."""
        for name in _FORMS:
            path: Path | None = getattr(self, f"{name}_path")
            if path is not None:
                check_path(f"--{name}", path)

    def only(self, option: str, *names: str) -> None:
        """Refuse forms that an option does not have. Raises SettingsError."""
        for name in _FORMS.keys() - names:
            if getattr(self, f"{name}_path") is not None:
                raise SettingsError(f"{option} has no --{name}", hint=f"Leave --{name} out")

    def write(self, numbers: "Numbers", suite: "Suite") -> None:
        """Write every form that is wanted. Raises SettingsError."""
        from extractor.evaluation.report_json import report_json  # noqa: PLC0415 - only where it is wanted
        from extractor.evaluation.reporting.junit import junit  # noqa: PLC0415 - the same
        from extractor.evaluation.reporting.score_tables import heading, tables, verdict  # noqa: PLC0415
        from extractor.review import scored_page  # noqa: PLC0415 - the same

        told, worse = verdict(numbers.held) if numbers.held else ([], [])
        write(self.json_path, lambda: report_json(numbers))
        self.write_markdown("Evaluation", [*told, *heading(numbers)], [*worse, *tables(numbers)])
        write(self.junit_path, lambda: junit(numbers, suite.cases))
        write(self.html_path, lambda: scored_page(numbers, suite))

    def write_markdown(self, title: str, lines: list[str], tables: "list[Table]") -> None:
        """Write the Markdown forms alone. Raises SettingsError."""
        from extractor.evaluation.report_markdown import SUMMARY_LIMIT, markdown  # noqa: PLC0415 - the same

        write(self.markdown_path, lambda: markdown(title, lines, tables))
        if (path := self.summary_path) is not None:
            room = SUMMARY_LIMIT - (path.stat().st_size if path.is_file() else 0)
            write(path, lambda: markdown(title, lines, tables, limit=room), mode="a")


def check_path(option: str, path: Path) -> None:
    """Refuse a path that cannot be written. Raises SettingsError."""
    if why := _obstacle(path):
        raise SettingsError(f"{option} {path} cannot be written: {why}", hint="Name another file")


def write(path: Path | None, text: Callable[[], str], *, mode: str = "w") -> None:
    """Write text to a path, if there is one. Raises SettingsError."""
    if path is None:
        return
    try:
        with path.open(mode, encoding="utf-8", newline="\n") as file:
            file.write(text())
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written: {error.strerror}", hint="Name another file"
        ) from error


def _obstacle(path: Path) -> str:
    """Why a path cannot be written, or nothing."""
    if path.is_dir():
        return "it is a folder"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        return "it is not allowed"
    return ""
