"""Folders as pages, in the order of their paths, without following links."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.documents import SUFFIXES
from extractor.jobs.inputs.files import is_text, page_of_file, printable, why_skipped
from extractor.jobs.inputs.page import InputPage, Skipped

NOT_UTF8 = "its name is not UTF-8"
_OF_A_RUN = frozenset({"inputs.jsonl", "journal", "results-00001.jsonl", "failures.jsonl"})
_BEFORE_A_RUN = frozenset({"lock", "inputs.jsonl.part"})
"""All that is there while a job is made out of its inputs, among which its folder may lie."""
CLOSED = "a folder that may not be opened"


def pages_of_folder(
    folder: Path, max_bytes: int, passed_over: Counter[str] | None = None
) -> Iterator[InputPage | Skipped]:
    """The pages below a folder; a page's id is its path below the folder without suffix.

    Files of other suffixes are no pages: they are passed over, and counted by suffix in `passed_over`. Links
    are not followed, so a loop is harmless.
    """
    for path in _walk(folder):
        if _is_no_page(path):
            if passed_over is not None:
                passed_over[printable(path.suffix.lower())] += 1
        else:
            yield from _found(path, folder, max_bytes)


def is_run_folder(names: Iterable[str]) -> bool:
    """Whether files of these names are those of a run folder: what a job wrote is no page of the next one."""
    found = set(names)
    is_begun = bool(found) and found <= _BEFORE_A_RUN
    return is_begun or ("manifest.json" in found and not found.isdisjoint(_OF_A_RUN))


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


def _is_no_page(path: Path) -> bool:
    """Whether a file below a folder is not named like a page."""
    named = path.suffix.lower() in SUFFIXES
    return not named and not stat.S_ISDIR(path.lstat().st_mode) and not _leads_to_folder(path)


def _found(path: Path, base: Path, max_bytes: int) -> Iterator[InputPage | Skipped]:
    """A path as a page or as something skipped."""
    name = printable(str(path))
    if stat.S_ISDIR(path.lstat().st_mode):
        yield Skipped(name, CLOSED)
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
