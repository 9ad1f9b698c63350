"""Files that are there whole or not at all, whatever kills the process."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_UNFINISHED = ".unfinished-"


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file under another name and give it its own when every byte is on disk. Raises OSError."""
    beside = path.with_name(_UNFINISHED + path.name)
    try:
        write_synced(beside, chunks)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_synced(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file and wait until it is on disk."""
    with path.open("wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which gets its own name at the end. A former try that was killed is removed first.

    Raises OSError where the folder is there already.
    """
    beside = path.with_name(_UNFINISHED + path.name)
    if beside.exists():
        shutil.rmtree(beside)
    beside.mkdir(mode=0o700)
    try:
        yield beside
        sync_folder(beside)
        beside.rename(path)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Have the names in a folder on disk, where the system can do that."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other process works in the folder; a process that dies lets go."""
    if os.name != "posix":
        yield
        return
    import fcntl  # noqa: PLC0415 - other systems have no such module

    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
