"""Folders and globs as pages, in the order of their paths, without following links."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.documents import SUFFIXES
from extractor.jobs.inputs.files import is_text, page_of_file, printable, why_skipped
from extractor.jobs.inputs.page import InputPage, Skipped

NOT_UTF8 = "its name is not UTF-8"
_OF_A_RUN = frozenset({"inputs.jsonl", "journal", "results-00001.jsonl", "failures.jsonl"})
_MAGIC = frozenset("*?[")


def pages_of_folder(folder: Path, max_bytes: int) -> Iterator[InputPage | Skipped]:
    """The pages below a folder; a page's id is its path below the folder without suffix.

    Files of other suffixes are no pages and are passed over. Links are not followed, so a loop is harmless.
    """
    for path in _walk(folder):
        yield from _found(path, folder, max_bytes, only_pages=True)


def pages_of_glob(pattern: str, max_bytes: int) -> Iterator[InputPage | Skipped]:
    """The files that a pattern names; ids are paths below its first part without a wildcard."""
    base = _fixed_part(pattern)
    wild = Path(pattern).relative_to(base)
    for path in sorted(base.glob(str(wild)), key=lambda path: path.parts):
        if any((base / part).is_symlink() for part in path.relative_to(base).parents):
            yield Skipped(printable(str(path)), "in a folder that is a link")
        elif not path.is_dir() or path.is_symlink():
            yield from _found(path, base, max_bytes, only_pages=False)


def is_glob(name: str) -> bool:
    """Whether a name holds wildcards."""
    return not _MAGIC.isdisjoint(name)


def is_run_folder(names: Iterable[str]) -> bool:
    """Whether files of these names are those of a run folder: what a job wrote is no page of the next one."""
    found = set(names)
    return "manifest.json" in found and not found.isdisjoint(_OF_A_RUN)


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = next((at for at, part in enumerate(parts) if is_glob(part)), len(parts) - 1)
    return Path(*parts[:fixed])


def _walk(folder: Path) -> Iterator[Path]:
    """All that is in a folder but folders themselves, depth first, sorted by name. Raises OSError."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    if is_run_folder(entry.name for entry in found):
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk_below(Path(entry.path))
        else:
            yield Path(entry.path)


def _walk_below(folder: Path) -> Iterator[Path]:
    try:
        yield from _walk(folder)
    except PermissionError:
        yield folder


def _found(path: Path, base: Path, max_bytes: int, *, only_pages: bool) -> Iterator[InputPage | Skipped]:
    """A path as a page, as something skipped, or as nothing where it is not named like a page."""
    mode = path.lstat().st_mode
    name = printable(str(path))
    if stat.S_ISDIR(mode):
        yield Skipped(name, "a folder that may not be opened")
    elif only_pages and path.suffix.lower() not in SUFFIXES and not _leads_to_folder(path):
        return
    elif reason := why_skipped(path):
        yield Skipped(name, reason)
    elif not is_text(str(path)):
        yield Skipped(name, NOT_UTF8)
    else:
        name = path.relative_to(base).with_suffix("").as_posix()
        yield page_of_file(path, id=name, max_bytes=max_bytes)


def _leads_to_folder(path: Path) -> bool:
    """Whether this is a link to a folder: pages may stand in it that are not read. Loops lead nowhere."""
    try:
        return path.is_symlink() and path.is_dir()
    except OSError:
        return False
