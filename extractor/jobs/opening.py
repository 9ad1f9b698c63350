"""Beginning a job, or continuing the one that a folder holds, after making sure that it is the same job."""

from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any, NoReturn

from extractor.errors import DocumentError, ExtractorError
from extractor.jobs import journal, listing
from extractor.jobs.configuration import changes
from extractor.jobs.errors import BrokenRunError, ChangedRunError, RunFolderError, disk_errors
from extractor.jobs.inputs.page import Skipped
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.listing import ListSum, entries_of, line_of, tallied
from extractor.jobs.lock import NAME as LOCK
from extractor.jobs.lock import FolderLock
from extractor.jobs.manifest import RUNNING, Manifest
from extractor.jobs.output import PART, LineFile
from extractor.jobs.reopening import rebuild_journal
from extractor.jobs.run_folder import LISTING, Clock, RunFolder, wall_clock

_SHOWN = 3


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
    DIR-3 … With `retry_failed` its failed pages are open again.
    Raises ChangedRunError, RunFolderError, DuplicateDocumentError, DocumentError.
    """
    for candidate in _candidates(folder, fork=fork):
        lock = _locked(candidate)
        try:
            manifest, changed = _manifest(candidate, configuration, inputs)
            if not changed:
                if candidate != folder and manifest.forked_from is None:
                    manifest.forked_from = folder.name
                return _opened(RunFolder(candidate, lock, manifest, clock), retry_failed=retry_failed)
            if not fork:
                _refuse(candidate, changed)
        except ExtractorError:
            lock.abandon()
            raise
        except BaseException:
            lock.release()
            raise
        lock.release()
    raise AssertionError  # pragma: no cover - there is always a next name


def _refuse(folder: Path, changed: str) -> NoReturn:
    raise ChangedRunError(
        f"this is not the job that was begun here: {changed}",
        folder=folder,
        hint="Give --fork to run it in a folder of its own, or another --out",
    )


def _candidates(folder: Path, *, fork: bool) -> Iterator[Path]:
    yield folder
    if fork:
        yield from (folder.with_name(f"{folder.name}-{number}") for number in count(2))


def _locked(folder: Path) -> FolderLock:
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return FolderLock(folder)


def _manifest(folder: Path, configuration: dict[str, Any], inputs: Inputs) -> tuple[Manifest, str]:
    """The folder's manifest, made if there is none, and what is not as it says, in words."""
    manifest = Manifest.load(folder)
    if manifest is None:
        return _begun(folder, configuration, inputs), ""
    changed = changes(manifest.configuration, configuration)
    if changed:
        more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
        return manifest, "; ".join(changed[:_SHOWN]) + more
    return manifest, _changed_inputs(folder, manifest, inputs)


def _begun(folder: Path, configuration: dict[str, Any], inputs: Inputs) -> Manifest:
    """A new job: all inputs are gone through once, so that faults in them show before anything is paid."""
    _refuse_foreign(folder)
    total = ListSum()
    with disk_errors(folder):
        (folder / journal.NAME).unlink(missing_ok=True)
        file = LineFile(folder / LISTING)
    try:
        for entry in tallied(entries_of(inputs), total):
            with disk_errors(folder):
                file.add(line_of(entry).encode().removesuffix(b"\n"))
        if not total.pages:
            raise _no_pages(inputs, total)
        with disk_errors(folder):
            file.finish()
            file.keep()
    finally:
        file.drop()
    manifest = Manifest(configuration, _seen(total, inputs))
    manifest.save(folder)
    return manifest


def _seen(total: ListSum, inputs: Inputs) -> dict[str, Any]:
    """What the manifest says of the inputs."""
    return {
        "pages": total.pages,
        "same_content": total.again,
        "skipped": dict(sorted(total.skipped.items())),
        "passed_over": dict(sorted(inputs.passed_over.items())),
        "sha256": total.digest,
    }


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


def _no_pages(inputs: Inputs, total: ListSum) -> DocumentError:
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(total.skipped.items()))
    names = ", ".join(list(islice(inputs.names, _SHOWN)))
    return DocumentError(
        f"no pages to read{f'; skipped: {reasons}' if reasons else ''}", document=names, hint="Name others"
    )


def _changed_inputs(folder: Path, manifest: Manifest, inputs: Inputs) -> str:
    total = ListSum()
    for _ in tallied(entries_of(inputs), total):
        pass
    if total.digest == manifest.inputs["sha256"]:
        return ""
    with disk_errors(folder):
        now = (found for found in entries_of(inputs) if not isinstance(found, Skipped))
        what = listing.difference(listing.read_listing(folder / LISTING), now)
    return f"the inputs have changed: {what}"


def _opened(run: RunFolder, *, retry_failed: bool) -> RunFolder:
    """The run, with its failed pages open again if that is asked for."""
    if run.has_ended:
        _check_files(run)
        if not (retry_failed and run.manifest.counts["failed"]):
            return run
        with disk_errors(run.path):
            rebuild_journal(run.path, run.entries())
        run.manifest.state, run.manifest.reopened = RUNNING, True
        run.manifest.save(run.path)
        run.journal = run.open_journal()
    elif retry_failed and run.journal:
        run.journal.book.ledger.reopen_failed()
    return run


def _check_files(run: RunFolder) -> None:
    """Raise BrokenRunError where a final file is gone or has another size; --status looks at hashes too."""
    for name, written in run.manifest.files.items():
        path = run.path / name
        size = path.stat().st_size if path.is_file() else None
        if size != written["bytes"]:
            raise BrokenRunError(
                f"{name} is {'gone' if size is None else 'not as it was written'}",
                folder=run.path,
                hint="Begin anew in another --out",
            )
