"""The pages that a command line names: files, folders, globs, lists and standard input."""

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from extractor.errors import DocumentError
from extractor.jobs.inputs.files import (
    is_text,
    open_regular,
    page_of_file,
    printable,
    read_up_to,
    why_skipped,
)
from extractor.jobs.inputs.folders import NOT_UTF8, pages_of_folder
from extractor.jobs.inputs.globs import fixed_part, found_by_glob, is_glob
from extractor.jobs.inputs.jsonl import pages_of_jsonl
from extractor.jobs.inputs.page import InputPage, Options, Skipped
from extractor.jobs.inputs.tables import pages_of_csv, pages_of_parquet

STDIN = "-"
_LISTS = {".jsonl": pages_of_jsonl, ".ndjson": pages_of_jsonl, ".csv": pages_of_csv}
_SUFFIXES = "Pages end in .txt, .md, .html and the like"
_PARQUET = ".parquet"
_URL = re.compile(r"[a-z][a-z0-9+.-]*:(?://|/?$)|file:", re.IGNORECASE)


class Inputs:
    """What a command line names. It can be gone through again, and gives the same pages in the same order.

    Standard input is kept in a temporary file for that; `stdin` is where it is read from. `passed_over`
    counts, by suffix, the files of folders that are not named like pages, as they were gone through last.
    """

    def __init__(self, names: Iterable[str], options: Options, *, stdin: BinaryIO | None = None) -> None:
        self.names = tuple(names)
        self.options = options
        self.passed_over = Counter[str]()
        self._stdin = stdin
        self._kept: BinaryIO | None = None

    def __iter__(self) -> Iterator[InputPage | Skipped]:
        """Pages with their index, and what is skipped. Raises DocumentError for what does not exist."""
        index = 0
        self.passed_over.clear()
        for found in (found for name in self.names for found in self._named(name)):
            if isinstance(found, Skipped):
                yield found
                continue
            yield replace(found, index=index)
            index += 1

    def _named(self, name: str) -> Iterator[InputPage | Skipped]:
        if name == STDIN:
            return self._from_stdin()
        if not name:
            raise DocumentError("an input has no name", document="''", hint="Name the folder in hand as .")
        path = Path(name)
        if _URL.match(name):
            raise DocumentError(
                "nothing is fetched from the network", document=name, hint="Save it as a file"
            )
        if not path.is_symlink() and not path.exists():
            if is_glob(name):
                return _some(self._by_glob(name), name, "Nothing has this pattern")
            raise DocumentError("no such file or folder", document=printable(name), hint="Check the path")
        return self._at(path)

    def _by_glob(self, pattern: str) -> Iterator[InputPage | Skipped]:
        base = fixed_part(pattern)
        for found in found_by_glob(pattern):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from self._at(found, found.relative_to(base).with_suffix("").as_posix())

    def _at(self, path: Path, id: str | None = None) -> Iterator[InputPage | Skipped]:
        """What a path holds; `id` is that of a page, else it is the file's stem."""
        name, suffix = printable(str(path)), path.suffix.lower()
        if reason := why_skipped(path) or (None if is_text(str(path)) else NOT_UTF8):
            yield Skipped(name, reason)
        elif path.is_dir():
            yield from _some(pages_of_folder(path, self.options.max_bytes, self.passed_over), name, _SUFFIXES)
        elif suffix == _PARQUET:
            yield from map(_listed, pages_of_parquet(path, self.options))
        elif suffix in _LISTS:
            with open_regular(path) as file:
                yield from map(_listed, _LISTS[suffix](file, name, path.parent, self.options))
        else:
            yield page_of_file(path, id=id or path.stem, max_bytes=self.options.max_bytes)

    def _from_stdin(self) -> Iterator[InputPage | Skipped]:
        file = self._keep()
        file.seek(0)
        if self.options.stdin == "page":
            data = read_up_to(file, self.options.max_bytes + 1)
            yield InputPage("stdin", "standard input", data, self.options.max_bytes)
        else:
            yield from map(_listed, _LISTS[f".{self.options.stdin}"](file, "stdin", Path(), self.options))

    def _keep(self) -> BinaryIO:
        if self._kept is None:
            stdin = self._stdin or getattr(sys.stdin, "buffer", None)
            if stdin is None:
                raise DocumentError(
                    "standard input is closed", document=STDIN, hint="Give it a page or a list"
                )
            kept = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the inputs do
            shutil.copyfileobj(stdin, kept)
            self._kept = kept
        return self._kept

    def close(self) -> None:
        """Drop what was kept of standard input."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None


def _listed(found: InputPage | Skipped) -> InputPage | Skipped:
    return found if isinstance(found, Skipped) else replace(found, listed=True)


def _some(found: Iterator[InputPage | Skipped], name: str, hint: str) -> Iterator[InputPage | Skipped]:
    """The same; raises DocumentError where there is nothing or where it may not be opened."""
    none = True
    try:
        for one in found:
            none = False
            yield one
    except PermissionError as error:
        raise DocumentError("it may not be opened", document=name, hint="Check its permissions") from error
    if none:
        raise DocumentError("no pages here", document=name, hint=hint)
