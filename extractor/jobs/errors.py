"""What can go wrong with a job as a whole. A page that fails is no error of the job but a row of its report.

ExtractorError
└── JobError                  .folder
    ├── RunFolderError        the folder cannot be read or written: locked, full, read-only, deleted
    ├── ChangedRunError       the folder belongs to another configuration or to other inputs
    └── BrokenRunError        files of the run contradict each other
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import ExtractorError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
AGAIN = "run the same command again: what was done is kept"


class JobError(ExtractorError):
    """Something is wrong with the job in `folder`."""

    def __init__(self, message: str, *, folder: Path, hint: str = "") -> None:
        super().__init__(f"{folder}: {message}", hint=hint)
        self.folder = folder


class RunFolderError(JobError):
    """The run folder cannot be read or written."""


class ChangedRunError(JobError):
    """The run folder belongs to another configuration or to other inputs."""


class BrokenRunError(JobError):
    """Files of the run contradict each other, or are not whole."""


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn an OSError about the run folder into a RunFolderError that says what to do."""
    try:
        yield
    except OSError as error:
        raise _named(error, folder) from error


def _named(error: OSError, folder: Path) -> RunFolderError:
    if error.errno in _FULL:
        return RunFolderError(
            "there is no room left to write", folder=folder, hint=f"Free some space, then {AGAIN}"
        )
    if error.errno in _FORBIDDEN:
        return RunFolderError(
            "it cannot be written", folder=folder, hint="Check its permissions, or give another --out"
        )
    if error.errno in {errno.ENOENT, errno.ESTALE}:
        return RunFolderError(
            "the run folder, or a file of it, was deleted meanwhile",
            folder=folder,
            hint="Run again with another --out",
        )
    what = error.strerror or type(error).__name__
    return RunFolderError(f"it cannot be used ({what})", folder=folder, hint=f"See to that, then {AGAIN}")
