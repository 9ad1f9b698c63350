"""The folder of the answer cache: whose it is, which file lies in it, what is put aside."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from extractor.errors import SettingsError

DATABASE = "cache.db"
ASIDE = "cache.corrupt-"
_BESIDE = ("-wal", "-shm", "")
"""What sqlite keeps beside a database, the database last: nobody may find it with another one's log."""

Identity = tuple[int, int]


def prepare(folder: Path) -> None:
    """Make the folder for its owner alone, or check the one that is there.

    Raises SettingsError for a symbolic link and for a folder that others can write to, OSError where no
    folder can be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = folder.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise SettingsError(
            f"the cache folder {folder} is a symbolic link",
            hint="Set EXTRACTOR_CACHE_DIR to the folder itself",
        )
    if os.name == "posix" and mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise SettingsError(f"others may write to the cache folder {folder}", hint=f"Run: chmod 700 {folder}")


def identity(folder: Path) -> Identity | None:
    """Which file the database is; None where there is none. Another one has another identity."""
    try:
        found = os.stat(folder / DATABASE)  # noqa: PTH116 - called for every answer: Path.stat costs twice
    except OSError:
        return None
    return found.st_dev, found.st_ino


def set_aside(folder: Path, known: Identity | None) -> Path | None:
    """Rename the database that is `known`; the new name, or None where another one lies there by now."""
    if known is None or identity(folder) != known:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    aside = folder / f"{ASIDE}{stamp}.db"
    for ending in _BESIDE:
        file = folder / (DATABASE + ending)
        if file.exists():
            file.rename(f"{aside}{ending}")
    return aside


def strangers(folder: Path) -> Iterator[Path]:
    """Files below the folder that no cache of ours wrote, in the order of their paths."""
    ours = {DATABASE + ending for ending in _BESIDE}
    for file in sorted(folder.rglob("*")):
        known = file.parent == folder and (file.name in ours or file.name.startswith(ASIDE))
        if not known and not (file.is_dir() and not file.is_symlink()):
            yield file
