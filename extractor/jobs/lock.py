"""One run to a folder: a lock that dies with its process."""

import fcntl
import os
import socket
import time
from pathlib import Path

from extractor.jobs.errors import RunFolderError, disk_errors

NAME = "lock"


class FolderLock:
    """Holds a folder until `release`. The system drops it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises RunFolderError where another run has it."""
        self.folder = folder
        self._path = folder / NAME
        self._was_there = self._path.exists()
        with disk_errors(folder):
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        if not _taken(self._handle):
            who = os.pread(self._handle, 200, 0).decode("utf-8", "replace").strip()
            os.close(self._handle)
            raise RunFolderError(
                f"another run is at work here ({who or 'it does not say which'})",
                folder=folder,
                hint="Wait for it, or give another --out",
            )
        self._sign()

    def _sign(self) -> None:
        with disk_errors(self.folder):
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)

    def check(self) -> None:
        """Raise RunFolderError where the folder was deleted or replaced, and this lock protects nothing."""
        with disk_errors(self.folder):
            there, ours = self._path.stat(), os.fstat(self._handle)
            if (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino):
                raise FileNotFoundError(2, "replaced", str(self._path))

    def release(self) -> None:
        """Let another run have the folder."""
        os.close(self._handle)

    def abandon(self) -> None:
        """Let the folder go as it was found; one in which nothing but this lock is goes too.

        Not for a folder in which a job was begun.
        """
        if self.folder.is_dir():
            others = [path.name for path in self.folder.iterdir() if path.name != NAME]
            if not others or not self._was_there:
                self._path.unlink(missing_ok=True)
            if not others:
                self.folder.rmdir()
        self.release()


def _taken(handle: int) -> bool:
    """Take the lock. A look at the status holds it for a moment, so a second and third try are made."""
    for pause in (0.0, 0.05, 0.1):
        time.sleep(pause)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        return True
    return False


def is_held(folder: Path) -> bool:
    """Whether a run is at work in the folder."""
    try:
        handle = os.open(folder / NAME, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
