"""How a job stands, for `extractor run --status` and at its end: read from the folder, nothing is changed."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.jobs import journal
from extractor.jobs.book import Book
from extractor.jobs.ending import FAILURES, check_conservation
from extractor.jobs.errors import BrokenRunError, RunFolderError, disk_errors
from extractor.jobs.holding import check_hashes
from extractor.jobs.listing import LISTING, read_listing
from extractor.jobs.lock import is_held
from extractor.jobs.manifest import ENDED, Manifest
from extractor.jobs.run_folder import counts

_SUFFIXES = 5


@dataclass(frozen=True, slots=True)
class Status:
    """The sum of a job. `state` is ended, running (a process is at work) or interrupted.

    `passed_over` counts, by suffix, the files of input folders that are not named like pages; none went in.
    """

    state: str
    counts: dict[str, Any]
    usage: dict[str, Any]
    passed_over: dict[str, int] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        """Whether every page that went in is well: none failed, was skipped or is open."""
        all_ok: bool = self.counts["ok"] == self.counts["in"]
        return self.state == ENDED and all_ok

    @property
    def conserved(self) -> bool:
        """Whether in = ok + failed by class + skipped by reason + open."""
        sums = (sum(self.counts[name].values()) for name in ("failed", "skipped"))
        total: int = self.counts["ok"] + self.counts["open"] + sum(sums)
        whole: int = self.counts["in"]
        return total == whole

    def lines(self) -> list[str]:
        """The sum in words, a line for each kind."""
        parts = self.counts
        said = [f"{self.state}: {parts['in']} in = {parts['ok']} ok"]
        said += [f"  + {count} failed: {code}" for code, count in parts["failed"].items()]
        said += [f"  + {count} skipped: {reason}" for reason, count in parts["skipped"].items()]
        said += [f"  + {parts['open']} still to do"] if parts["open"] else []
        return said + _passed_over(self.passed_over)


def _passed_over(counts: dict[str, int]) -> list[str]:
    """The commonest suffixes of files that did not go in."""
    if not counts:
        return []
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_SUFFIXES]
    said = ", ".join(f"{count} {suffix or 'without a suffix'}" for suffix, count in first)
    more = ", …" if len(counts) > _SUFFIXES else ""
    return [f"passed over, not named like pages: {said}{more}"]


def _noted(manifest: Manifest) -> dict[str, int]:
    """Folders of an earlier version did not note them."""
    found: dict[str, int] = manifest.inputs.get("passed_over", {})
    return found


def noted_status(manifest: Manifest) -> Status:
    """How a job that is not at work stands, by its manifest, which was written a moment ago."""
    state = ENDED if manifest.state == ENDED else "interrupted"
    return Status(state, manifest.counts, manifest.usage, _noted(manifest))


def status_of(folder: Path) -> Status:
    """How the job in a folder stands; final files of an ended one are read through and held to their hashes.

    Raises RunFolderError where there is no job, BrokenRunError where it does not add up.
    """
    manifest = Manifest.load(folder)
    if manifest is None:
        raise RunFolderError("there is no job here", folder=folder, hint="Check --out")
    status = _ended(folder, manifest) if manifest.state == ENDED else _unended(folder, manifest)
    if not status.conserved:
        raise BrokenRunError(f"the pages do not add up: {status.counts}", folder=folder)
    return status


def _unended(folder: Path, manifest: Manifest) -> Status:
    check_hashes(folder, {name: held for name, held in manifest.files.items() if name == LISTING})
    book = Book(manifest.inputs["pages"])
    with disk_errors(folder):
        path = folder / journal.NAME
        if path.exists():
            with path.open("rb") as file:
                book.read(file)
        ok, failed, still_open = book.ledger.counts(read_listing(folder / LISTING))
        state = "running" if is_held(folder) else "interrupted"
    sums = counts(manifest.inputs["pages"], ok, failed, still_open, manifest.inputs["skipped"])
    return Status(state, sums, book.usage.fields(), _noted(manifest))


def _ended(folder: Path, manifest: Manifest) -> Status:
    """The sum, counted anew from the files."""
    found = check_hashes(folder, manifest.files)
    check_conservation(folder, manifest.inputs["pages"], found)
    failed = Counter[str]()
    with disk_errors(folder), (folder / FAILURES).open(encoding="utf-8") as file:
        failed.update(json.loads(line)["code"] for line in file)
    ok = manifest.inputs["pages"] - failed.total()
    sums = counts(manifest.inputs["pages"], ok, failed, 0, manifest.inputs["skipped"])
    if sums != manifest.counts:
        raise BrokenRunError(f"the manifest says {manifest.counts}, the files {sums}", folder=folder)
    return Status(ENDED, sums, manifest.usage, _noted(manifest))
