"""What lies in a folder of the answer cache: counted, checked, cleared, without trusting any of it."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import SettingsError
from extractor.model.cache_folder import ASIDE, DATABASE, strangers
from extractor.model.cache_rows import DamagedRowError, model_of
from extractor.model.text_cache import text_of

_Row = tuple[object, int, int, object, object]


@dataclass(frozen=True, slots=True)
class CacheStats:
    """How much a cache holds. `models` counts entries, "" standing for answers of nobody knows whom."""

    folder: Path
    entries: int = 0
    bytes: int = 0
    models: dict[str, int] = field(default_factory=dict)
    damaged: int = 0
    aside: int = 0


@dataclass(frozen=True, slots=True)
class CacheFaults:
    """What is wrong in a cache: `rows` as key and reason, `database` in sqlite's words, `orphans` by path."""

    folder: Path
    entries: int = 0
    rows: list[tuple[str, str]] = field(default_factory=list)
    database: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged. Orphan files harm nobody."""
        return not self.rows and not self.database


def stats(folder: Path) -> CacheStats:
    """Count a cache. Raises SettingsError where there is none, or none that can be read."""
    models: Counter[str] = Counter()
    damaged = 0
    with closing(_opened(folder)) as database:
        try:
            for row in _rows(database):
                try:
                    models[_model(*row)] += 1
                except DamagedRowError:
                    damaged += 1
        except sqlite3.Error as error:
            raise _unusable(folder, error) from error
    return CacheStats(
        folder=folder,
        entries=models.total() + damaged,
        bytes=sum(file.stat().st_size for file in folder.glob(f"{DATABASE}*")),
        models=dict(sorted(models.items())),
        damaged=damaged,
        aside=len(list(folder.glob(f"{ASIDE}*.db"))),
    )


def verify(folder: Path) -> CacheFaults:
    """Check the database and every row's hash, and list files that are not the cache's.

    Raises SettingsError where there is no cache.
    """
    entries = 0
    rows: list[tuple[str, str]] = []
    said: list[str] = []
    with closing(_opened(folder)) as database:
        try:
            checks = [line.decode() for (line,) in database.execute("PRAGMA integrity_check(20)")]
            said = [line for line in checks if line != "ok"]
            for row in _rows(database):
                entries += 1
                rows.extend(_faults(*row))
        except sqlite3.Error as error:
            said.append(str(error))
    orphans = [file.relative_to(folder).as_posix() for file in strangers(folder)]
    return CacheFaults(folder, entries, sorted(rows), said, orphans)


def clear(folder: Path) -> int:
    """Remove every entry and give the space back; how many there were. Files put aside go too.

    Programs that use the cache go on with an empty one. Raises SettingsError where there is none.
    """
    with closing(_opened(folder, "rw")) as database:
        try:
            gone = database.execute("DELETE FROM Cache").rowcount
            database.commit()
            database.execute("VACUUM")
        except sqlite3.Error as error:
            raise _unusable(folder, error) from error
    for file in folder.glob(f"{ASIDE}*"):
        file.unlink()
    return gone


def _opened(folder: Path, mode: str = "ro") -> sqlite3.Connection:
    file = folder / DATABASE
    if folder.is_symlink() or not file.is_file() or file.is_symlink():
        raise SettingsError(
            f"there is no answer cache in {folder}", hint="Name its folder with --dir or EXTRACTOR_CACHE_DIR"
        )
    address = f"{file.absolute().as_uri()}?mode={mode}"
    database = sqlite3.connect(address, timeout=60, uri=True)
    if mode == "ro" and not os.access(folder, os.W_OK):  # where sqlite cannot lay its log beside it
        database.close()
        database = sqlite3.connect(f"{address}&immutable=1", uri=True)
    database.text_factory = bytes  # what is no UTF-8 is a damaged row and not the end
    return database


def _rows(database: sqlite3.Connection) -> Iterator[_Row]:
    """Key, raw, mode, file name and value of each row. Read by sqlite: diskcache would unpickle keys."""
    yield from database.execute("SELECT key, raw, mode, filename, value FROM Cache ORDER BY rowid")


def _model(key: object, raw: int, mode: int, filename: object, value: object) -> str:
    if raw != 1 or not isinstance(key, bytes):
        raise DamagedRowError("its key is no text")
    text = _text(value) if isinstance(value, bytes) else value
    return model_of(text_of(mode, None if filename is None else str(filename), text), _text(key))


def _faults(key: object, raw: int, mode: int, filename: object, value: object) -> Iterator[tuple[str, str]]:
    try:
        _model(key, raw, mode, filename, value)
    except DamagedRowError as error:
        yield key.decode("utf-8", "replace") if isinstance(key, bytes) else repr(key), str(error)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        raise DamagedRowError("it is no text") from None


def _unusable(folder: Path, error: sqlite3.Error) -> SettingsError:
    return SettingsError(
        f"the answer cache in {folder} cannot be used ({error})",
        hint="Run: extractor cache verify; a reading puts a corrupted cache aside and begins a new one",
    )
