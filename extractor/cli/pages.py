"""The pages a command is given: files, folders and standard input, with the ids they get."""

import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.documents import SUFFIXES, Document
from extractor.errors import DocumentError, DuplicateDocumentError
from extractor.jobs.inputs.folders import is_run_folder

STDIN = "-"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page to read: its id and where it lies; `path` None is standard input."""

    id: str
    path: Path | None

    @property
    def name(self) -> str:
        """Where it lies, for people."""
        return str(self.path) if self.path else "standard input"

    def load(self, max_bytes: int) -> Document:
        """Read it. Raises DocumentError or OSError."""
        if self.path is None:
            return Document.from_bytes(sys.stdin.buffer.read(max_bytes + 1), id=self.id, max_bytes=max_bytes)
        _refuse_special(self.path)
        return Document.from_path(self.path, id=self.id, max_bytes=max_bytes)


def pages_of(names: Iterable[str]) -> list[PageFile]:
    """The pages that names stand for, in the order given; folders in the order of their paths.

    A file's id is its stem, a page in a folder is named by its path below the folder without suffix.
    Raises DuplicateDocumentError for two pages with one id, DocumentError for what does not exist.
    """
    found: dict[str, PageFile] = {}
    for page in (page for name in names for page in _pages_of_name(name)):
        other = found.setdefault(page.id, page)
        if other is not page:
            raise DuplicateDocumentError.between(other.name, page.name, document=page.id)
    return list(found.values())


def _pages_of_name(name: str) -> Iterator[PageFile]:
    path = Path(name)
    if name == STDIN:
        yield PageFile("stdin", None)
    elif path.is_dir():
        yield from _pages_of_folder(path)
    elif not path.exists():
        raise DocumentError("no such file or folder", document=name, hint="Check the path")
    else:
        yield PageFile(path.stem, path)


def _pages_of_folder(folder: Path) -> Iterator[PageFile]:
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not _in_run_folder(path)
    )
    if not paths:
        raise DocumentError(
            "no pages in this folder",
            document=str(folder),
            hint=f"Pages end in {', '.join(sorted(SUFFIXES))}",
        )
    for path in paths:
        yield PageFile(path.relative_to(folder).with_suffix("").as_posix(), path)


def _in_run_folder(path: Path) -> bool:
    """Whether a job wrote this file; only its JSON files are named like pages."""
    return path.suffix.lower() == ".json" and is_run_folder(one.name for one in path.parent.iterdir())


def _refuse_special(path: Path) -> None:
    """A pipe or a device could keep a batch waiting for ever."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise DocumentError("not a regular file", document=str(path), hint="Use - to read standard input")
