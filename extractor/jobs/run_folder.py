"""The folder of a job, held by one process: its manifest, its list of pages, its journal, its final files."""

from collections import Counter
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import Any

from extractor.jobs import ending, journal, listing
from extractor.jobs.book import Book
from extractor.jobs.errors import disk_errors
from extractor.jobs.journal import Journal
from extractor.jobs.listing import LISTING, Entry
from extractor.jobs.lock import FolderLock
from extractor.jobs.manifest import ENDED, RUNNING, Manifest, Session, environment

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The time of day; only people read it, so it may be set back at any moment."""
    return datetime.now(UTC)


class RunFolder:
    """A job's folder, locked. Close it to let another run have it.

    `journal` is open while the job has not ended.
    """

    def __init__(self, path: Path, lock: FolderLock, manifest: Manifest, clock: Clock) -> None:
        """Take over a folder whose manifest and list are written. Raises RunFolderError."""
        self.path = path
        self.manifest = manifest
        self._lock = lock
        self._clock = clock
        self._began = monotonic()
        self._settled_before = 0
        self.journal: Journal | None = None
        if manifest.state == RUNNING:
            self.journal = self.open_journal()
        else:
            with disk_errors(path):
                (path / journal.NAME).unlink(missing_ok=True)

    def open_journal(self) -> Journal:
        """Open the journal; a torn last line is cut off."""
        return Journal(self.path, self.pages, keep_texts=self.manifest.configuration["texts"])

    @property
    def pages(self) -> int:
        """How many pages the job has."""
        pages: int = self.manifest.inputs["pages"]
        return pages

    @property
    def to_read(self) -> int:
        """How many of them are read: those of one content once."""
        again: int = self.manifest.inputs["same_content"]
        return self.pages - again

    @cached_property
    def copies(self) -> Counter[int]:
        """How many more pages have the content of the page at an index."""
        if self.to_read == self.pages:
            return Counter()
        return Counter(entry.primary for entry in self.entries() if entry.again)

    @property
    def done(self) -> int:
        """How many pages are done, those of one content each."""
        if self.journal is None:
            return self.pages
        ledger = self.journal.book.ledger
        return ledger.settled + sum(more for at, more in self.copies.items() if ledger.is_settled(at))

    @property
    def has_ended(self) -> bool:
        """Whether the final files are written."""
        return self.manifest.state == ENDED

    def entries(self) -> Generator[Entry, None, None]:
        """The list of pages."""
        return listing.read_listing(self.path / LISTING)

    def begin_session(self, workers: int) -> None:
        """Note in the manifest that work goes on."""
        book = self._open_journal().book
        self.manifest.sessions.append(Session(self._now(), workers, torn=book.torn))
        self.manifest.environment = environment()
        self._began, self._settled_before = monotonic(), book.ledger.settled
        self.manifest.save(self.path)

    def end_session(self, outcome: str) -> None:
        """Note how this go at the job ended, and bring all of it to the disk."""
        book = self._open_journal().book
        self.sync()
        session = self.manifest.sessions[-1]
        session.outcome, session.seconds = outcome, round(monotonic() - self._began, 3)
        session.settled = book.ledger.settled - self._settled_before
        self._count(book)
        self.manifest.save(self.path)

    def sync(self) -> None:
        """Acknowledge what was journaled. Raises RunFolderError, also where the folder is gone."""
        self._lock.check()
        self._open_journal().sync()

    def end(self, *, lines_per_file: int = ending.LINES_PER_FILE) -> None:
        """Write the final files in the order of the inputs and drop the journal.

        Raises RunFolderError and BrokenRunError; then the job is as it was, and can be ended again.
        """
        lines, manifest = self._open_journal(), self.manifest
        files = ending.write_files(
            self.path,
            lines,
            self.entries(),
            texts=manifest.configuration["texts"],
            lines_per_file=lines_per_file,
        )
        ending.check_conservation(self.path, self.pages, files)
        kept = {name: old for name, old in manifest.files.items() if name == LISTING}
        manifest.files = kept | files
        manifest.state, manifest.reopened = ENDED, False
        self.end_session("ended")
        lines.close()
        self.journal = None
        with disk_errors(self.path):
            (self.path / journal.NAME).unlink(missing_ok=True)

    def _count(self, book: Book) -> None:
        ok, failed, still_open = book.ledger.counts(self.entries())
        self.manifest.counts = counts(self.pages, ok, failed, still_open, self.manifest.inputs["skipped"])
        self.manifest.usage = book.usage.fields()

    @property
    def still_open(self) -> int:
        """How many pages are still to be read, held against the list. Raises RunFolderError."""
        with disk_errors(self.path):
            *_, still_open = self._open_journal().book.ledger.counts(self.entries())
        return still_open

    def _open_journal(self) -> Journal:
        if self.journal is None:
            raise RuntimeError("the job has ended")
        return self.journal

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def close(self) -> None:
        """Let go of the folder."""
        if self.journal is not None:
            self.journal.close()
            self.journal = None
        self._lock.release()


def counts(
    pages: int, ok: int, failed: dict[str, int], still_open: int, skipped: dict[str, int]
) -> dict[str, Any]:
    """The sum that must hold: in = ok + failed by class + skipped by reason + still open."""
    return {
        "in": pages + sum(skipped.values()),
        "ok": ok,
        "failed": dict(sorted(failed.items())),
        "skipped": dict(sorted(skipped.items())),
        "open": still_open,
    }
