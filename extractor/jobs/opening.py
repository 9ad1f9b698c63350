"""Beginning a job, or continuing the one that a folder holds, after making sure that it is the same job."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from extractor.jobs import journal
from extractor.jobs.configuration import changes
from extractor.jobs.errors import ChangedRunError, RunFolderError, disk_errors
from extractor.jobs.holding import check_sizes
from extractor.jobs.input_list import begin_list, changed_list, renew_list
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.listing import LISTING
from extractor.jobs.lock import NAME as LOCK
from extractor.jobs.lock import FolderLock
from extractor.jobs.manifest import ENDED, Manifest
from extractor.jobs.output import PART
from extractor.jobs.reopening import reopen
from extractor.jobs.run_folder import Clock, RunFolder, wall_clock

_SHOWN = 3
_FORK = "Give --fork to run it in a folder of its own, or another --out"
_MENDED = "Give --retry-failed to read what was mended, or --fork to run it in a folder of its own"


def open_run(
    folder: Path,
    configuration: dict[str, Any],
    inputs: Inputs,
    *,
    fork: bool = False,
    retry_failed: bool = False,
    clock: Clock = wall_clock,
) -> RunFolder:
    """The run folder of this job, new or as it was left.

    With `fork` a changed job gets the first folder beside it that is new or holds this very job: DIR-2,
    DIR-3 … With `retry_failed` its failed pages are open again; of those that no reader saw the content may
    have changed.
    Raises ChangedRunError, RunFolderError, DuplicateDocumentError, DocumentError.
    """
    for candidate in _candidates(folder, fork=fork):
        lock = _locked(candidate)
        try:
            asked = _Asked(candidate, configuration, inputs, retry_failed)
            manifest, changed = asked.manifest()
            if changed is None:
                if candidate != folder and manifest.forked_from is None:
                    manifest.forked_from = folder.name
                return _opened(RunFolder(candidate, lock, manifest, clock), retry_failed=retry_failed)
        except BaseException:
            lock.abandon()
            raise
        lock.release()
        if not fork:
            raise changed
    raise AssertionError  # pragma: no cover - there is always a next name


def _candidates(folder: Path, *, fork: bool) -> Iterator[Path]:
    yield folder
    if fork:
        yield from (folder.with_name(f"{folder.name}-{number}") for number in count(2))


def _locked(folder: Path) -> FolderLock:
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return FolderLock(folder)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The job that is asked for, and the folder that may hold it."""

    folder: Path
    configuration: dict[str, Any]
    inputs: Inputs
    retry_failed: bool

    def manifest(self) -> tuple[Manifest, ChangedRunError | None]:
        """The folder's manifest, made if there is none, and why it is another job's."""
        manifest = Manifest.load(self.folder)
        if manifest is None:
            return self._begun(), None
        if changed := changes(manifest.configuration, self.configuration):
            more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
            return manifest, self._changed("; ".join(changed[:_SHOWN]) + more)
        return manifest, self._held(manifest)

    def _begun(self) -> Manifest:
        _refuse_foreign(self.folder)
        with disk_errors(self.folder):
            (self.folder / journal.NAME).unlink(missing_ok=True)
        given, files = begin_list(self.folder, self.inputs)
        manifest = Manifest(self.configuration, given, files=files)
        manifest.save(self.folder)
        return manifest

    def _held(self, manifest: Manifest) -> ChangedRunError | None:
        """Hold the inputs against those of the job. Failed pages are opened again if that is asked for."""
        check_sizes(self.folder, manifest.files)
        found = changed_list(self.folder, manifest, self.inputs)
        if found.words:
            return self._changed(f"the inputs have changed: {found.words}")
        if found.mended and not self.retry_failed:
            return self._changed(f"pages that could not be read are others now: {found.mended}", hint=_MENDED)
        if self.retry_failed and manifest.state == ENDED and manifest.counts["failed"]:
            reopen(self.folder, manifest)
        if found.mended:
            renew_list(self.folder, manifest, self.inputs)
        return None

    def _changed(self, what: str, *, hint: str = _FORK) -> ChangedRunError:
        return ChangedRunError(
            f"this is not the job that was begun here: {what}", folder=self.folder, hint=hint
        )


def _refuse_foreign(folder: Path) -> None:
    ours = {LOCK, LISTING, journal.NAME}
    with disk_errors(folder):
        foreign = sorted(
            path.name for path in folder.iterdir() if path.name not in ours and path.suffix != PART
        )
    if foreign:
        raise RunFolderError(
            f"it holds other things: {', '.join(foreign[:_SHOWN])}",
            folder=folder,
            hint="Give a new or an empty folder",
        )


def _opened(run: RunFolder, *, retry_failed: bool) -> RunFolder:
    """The run, with its failed pages open again if that is asked for."""
    if retry_failed and run.journal:
        run.journal.book.ledger.reopen_failed()
    return run
