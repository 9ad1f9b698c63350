"""The list of a job's pages: written when it is begun, held against its inputs whenever it is continued."""

from contextlib import closing
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from extractor.errors import DocumentError
from extractor.jobs import listing
from extractor.jobs.changed_inputs import Difference, difference
from extractor.jobs.errors import disk_errors
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.listing import LISTING, ListSum, entries_of, line_of, tallied
from extractor.jobs.manifest import Manifest
from extractor.jobs.output import LineFile
from extractor.jobs.reopening import unread_pages

_SHOWN = 3


def begin_list(folder: Path, inputs: Inputs) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write the list; what it holds and what its file is, as the manifest has them.

    All inputs are gone through, so that faults in them show before anything is paid. Raises DocumentError.
    """
    total = ListSum()
    with disk_errors(folder):
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
    return _seen(total, inputs), {LISTING: asdict(file.written)}


def changed_list(folder: Path, manifest: Manifest, inputs: Inputs) -> Difference:
    """How the inputs differ from the list. The manifest is set right where they do not."""
    total = ListSum()
    for _ in tallied(entries_of(inputs), total):
        pass
    found = Difference()
    if total.digest != manifest.inputs["sha256"]:
        unread = unread_pages(folder, manifest)
        with disk_errors(folder), closing(listing.read_all(folder / LISTING)) as listed:
            found = difference(listed, entries_of(inputs), unread)
    if found == Difference() and (seen := _seen(total, inputs)) != manifest.inputs:
        # Other files were passed over, or a kill came between a list and its manifest.
        manifest.inputs = seen
        manifest.save(folder)
    return found


def renew_list(folder: Path, manifest: Manifest, inputs: Inputs) -> None:
    """Write the list anew for pages that were mended.

    Killed on the way, the job has the old list or the new one without its sum: see `changed_list`.
    """
    manifest.files.pop(LISTING, None)
    manifest.save(folder)
    manifest.inputs, written = begin_list(folder, inputs)
    manifest.files |= written
    manifest.save(folder)


def _seen(total: ListSum, inputs: Inputs) -> dict[str, Any]:
    """What the manifest says of the inputs."""
    return {
        "named": list(inputs.names),
        "pages": total.pages,
        "same_content": total.again,
        "skipped": dict(sorted(total.skipped.items())),
        "passed_over": dict(sorted(inputs.passed_over.items())),
        "sha256": total.digest,
    }


def _no_pages(inputs: Inputs, total: ListSum) -> DocumentError:
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(total.skipped.items()))
    names = ", ".join(list(islice(inputs.names, _SHOWN)))
    return DocumentError(
        f"no pages to read{f'; skipped: {reasons}' if reasons else ''}", document=names, hint="Name others"
    )
