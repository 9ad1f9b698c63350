"""Files that a pattern names, in the order of their paths, without following links."""

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from itertools import takewhile
from pathlib import Path

from extractor.jobs.inputs.files import printable
from extractor.jobs.inputs.folders import CLOSED, is_run_folder
from extractor.jobs.inputs.page import Skipped

_MAGIC = frozenset("*?[")
_ANY_DEPTH = "**"


def is_glob(name: str) -> bool:
    """Whether a name holds wildcards."""
    return not _MAGIC.isdisjoint(name)


def fixed_part(pattern: str) -> Path:
    """The folder before the first part with a wildcard: ids are paths below it."""
    parts = Path(pattern).parts
    fixed = next((at for at, part in enumerate(parts) if is_glob(part)), len(parts) - 1)
    return Path(*parts[:fixed])


def found_by_glob(pattern: str) -> Iterator[Path | Skipped]:
    """The files, with folders that could not be looked into; what lies in run folders is passed over."""
    base = fixed_part(pattern)
    wild = Path(pattern).relative_to(base)
    closed = set(_closed(base, wild.parts))
    in_run = cache(lambda folder: is_run_folder(path.name for path in folder.iterdir()))
    for path in sorted({*base.glob(str(wild)), *closed}, key=lambda path: path.parts):
        folders = [base / part for part in path.relative_to(base).parents][:-1]
        if path in closed:
            yield Skipped(printable(str(path)), CLOSED)
        elif any(folder.is_symlink() for folder in folders):
            yield Skipped(printable(str(path)), "in a folder that is a link")
        elif (not path.is_dir() or path.is_symlink()) and not any(map(in_run, folders)):
            yield path


def _closed(base: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    """The folders on the way to what a pattern names that may not be opened."""
    refused: list[OSError] = []
    for at, folders, _ in os.walk(base, onerror=refused.append):
        above = Path(at).relative_to(base).parts
        folders[:] = [name for name in folders if _leads_to(parts, (*above, name))]
    yield from (Path(error.filename) for error in refused if isinstance(error, PermissionError))


def _leads_to(parts: tuple[str, ...], folder: tuple[str, ...]) -> bool:
    """Whether something below a folder can have the pattern, whose parts up to `**` are fixed."""
    fixed = [*takewhile(lambda part: part != _ANY_DEPTH, parts)]
    deep_enough = len(fixed) < len(parts) or len(folder) < len(parts)
    return deep_enough and all(map(fnmatchcase, folder, fixed))
