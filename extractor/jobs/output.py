"""Files of an ended job: written beside their final names, hashed, synced and renamed when all are whole."""

import hashlib
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PART = ".part"
_BUFFER = 1 << 20


@dataclass
class Written:
    """What one file holds."""

    lines: int = 0
    bytes: int = 0
    sha256: str = ""


class LineFile:
    """A file of lines in the making. `keep` gives it its name; without that `drop` deletes it."""

    def __init__(self, path: Path) -> None:
        """Begin it. Raises OSError."""
        self.path = path
        self.written = Written()
        self._part = path.with_name(path.name + PART)
        self._hash = hashlib.sha256()
        # Made anew: what lies there, were it a link, is not written into.
        self._part.unlink(missing_ok=True)
        self._file = self._part.open("xb", buffering=0)
        self._waiting = bytearray()

    def add(self, line: bytes) -> None:
        """Write one line, given without its end. Raises OSError."""
        self._waiting += line + b"\n"
        self._hash.update(line + b"\n")
        self.written.lines += 1
        self.written.bytes += len(line) + 1
        if len(self._waiting) >= _BUFFER:
            self._write()

    def _write(self) -> None:
        """Write what waits. A buffered file would try again, and fail again, when it is closed."""
        rest = memoryview(self._waiting)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._waiting = bytearray()

    def finish(self) -> None:
        """Bring all of it to the disk; the name is still the temporary one. Raises OSError."""
        self._write()
        os.fsync(self._file.fileno())
        self._file.close()
        self.written.sha256 = self._hash.hexdigest()

    def keep(self) -> None:
        """Give it its name. Raises OSError."""
        self._part.replace(self.path)

    def drop(self) -> None:
        """Delete what was written, if it has not got its name."""
        self._file.close()
        self._part.unlink(missing_ok=True)


class Output:
    """The final files of a folder. Leaving the context keeps all of them, or after an error none."""

    def __init__(self, folder: Path, *, lines_per_file: int) -> None:
        self.folder = folder
        self._limit = lines_per_file
        self._files: dict[str, LineFile] = {}
        self._results = 0

    def add(self, name: str, line: bytes) -> None:
        """Add a line to a file. Raises OSError."""
        self.begin(name).add(line)

    def begin(self, name: str) -> LineFile:
        """A file, begun if it is not there: files that may stay empty are begun outright."""
        if name not in self._files:
            self._files[name] = LineFile(self.folder / name)
        return self._files[name]

    def add_result(self, line: bytes) -> None:
        """Add a line to the results, which are split by a count of lines."""
        self.add(result_name(self._results // self._limit), line)
        self._results += 1

    def written(self) -> dict[str, Any]:
        """Name, lines, bytes and hash of each file, once the context is left."""
        return {name: asdict(self._files[name].written) for name in sorted(self._files)}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            for file in self._files.values():
                file.drop()

    def _finish(self) -> None:
        for file in self._files.values():
            file.finish()
        for file in self._files.values():
            file.keep()
        for old in self.folder.glob("results-*.jsonl"):
            if old.name not in self._files:
                old.unlink()
        sync_folder(self.folder)


def result_name(number: int) -> str:
    """The name of the file of results at a place, from 0."""
    return f"results-{number + 1:05d}.jsonl"


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(path: Path, text: str) -> None:
    """Write a small file so that it is old or new, never half. Raises OSError."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)
    with part.open("x", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)
