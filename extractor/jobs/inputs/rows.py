"""Rows of lists as pages: each row gives a page's id and its text, or the path of its file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.jobs.inputs.files import page_of_file, why_skipped
from extractor.jobs.inputs.page import InputPage, Options, Skipped, unreadable

_BELOW = "Paths in a list lead below the list's folder; --base names another folder to start from"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its values by key or column, the name of its list, and its number in it."""

    values: dict[str, Any]
    source: str
    number: int

    @property
    def origin(self) -> str:
        """Where it stands, for people."""
        return f"{self.source}:{self.number}"

    @property
    def name(self) -> str:
        """The id of a page that has none of its own."""
        return f"{Path(self.source).stem}:{self.number}"


def page_of_row(row: Row, folder: Path, options: Options) -> InputPage | Skipped:
    """The page of a row. What is wrong with the row becomes the page's problem; links are skipped."""
    name, text, path = (row.values.get(key) for key in (options.id, options.text, options.path))
    if name is not None and not _is_id(name):
        return bad_row(row, f"{options.id!r} is no text", options)
    given = [value for value in (text, path) if value is not None]
    if len(given) != 1 or not isinstance(given[0], str):
        return bad_row(
            row,
            f"it needs either {options.text!r} or {options.path!r}, as text",
            options,
            id="" if name is None else str(name),
        )
    if isinstance(text, str):
        return _inline(row, row.name if name is None else str(name), text, options)
    return _in_file(row, name, given[0], folder, options)


def _is_id(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and bool(str(value).strip())


def bad_row(row: Row, message: str, options: Options, *, id: str = "", code: str = "bad_row") -> InputPage:
    """A row that is no page, as a page that fails."""
    hint = f"Each row has {options.id!r} and {options.text!r} or {options.path!r}"
    return unreadable(id or row.name, row.origin, message, code=code, hint=hint, max_bytes=options.max_bytes)


def _inline(row: Row, id: str, text: str, options: Options) -> InputPage:
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return bad_row(row, "its text holds half of a surrogate pair", options, id=id, code="encoding")
    return InputPage(id, row.origin, data, options.max_bytes, inline=True)


def _in_file(row: Row, given: object, name: str, folder: Path, options: Options) -> InputPage | Skipped:
    base = Path(options.base) if options.base else folder
    path = base / name
    own_id = str(given) if given is not None else _id_of(Path(name)) or row.name
    if "\x00" in name or "://" in name or not _is_below(path, base):
        message = f"the path {name[:200]!r} leads out of {str(base)!r}"
        return unreadable(
            own_id, row.origin, message, code="unreadable", hint=_BELOW, max_bytes=options.max_bytes
        )
    try:
        reason = why_skipped(path)
    except OSError:
        reason = None  # page_of_file says what is wrong with it
    if reason:
        return Skipped(f"{path} ({row.origin})", reason)
    return page_of_file(path, id=own_id, max_bytes=options.max_bytes, origin=f"{path} ({row.origin})")


def _id_of(path: Path) -> str:
    """The id of a page by the path that a list gives; none where the path names no file."""
    return path.with_suffix("").as_posix() if path.name else ""


def _is_below(path: Path, base: Path) -> bool:
    """Whether a path lies below a folder once links and `..` are resolved."""
    try:
        # The last part is not resolved: a link there is skipped as one, with its reason.
        return (path.parent.resolve() / path.name).is_relative_to(base.resolve()) and path.name not in {
            "",
            "..",
        }
    except (OSError, RuntimeError):
        return False
