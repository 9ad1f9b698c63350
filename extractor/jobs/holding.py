"""Files of a run folder held to what the manifest says of them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractor.jobs.errors import BrokenRunError, disk_errors

_CHUNK = 1 << 20
_ANEW = "Begin anew in another --out"


def check_sizes(folder: Path, files: Mapping[str, Any]) -> None:
    """Raise BrokenRunError where a file is gone or has another size."""
    for name, written in files.items():
        path = folder / name
        size = path.stat().st_size if path.is_file() else None
        if size != written["bytes"]:
            raise _broken(folder, name, "gone" if size is None else "not as it was written")


def check_hashes(folder: Path, files: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Read the files through; how many lines each holds. Raises BrokenRunError, RunFolderError."""
    return {name: _read(folder, name, written["sha256"]) for name, written in files.items()}


def _read(folder: Path, name: str, sha256: str) -> dict[str, int]:
    if not (folder / name).is_file():
        raise _broken(folder, name, "gone")
    whole, lines = hashlib.sha256(), 0
    with disk_errors(folder), (folder / name).open("rb") as file:
        while piece := file.read(_CHUNK):
            whole.update(piece)
            lines += piece.count(b"\n")
    if whole.hexdigest() != sha256:
        raise BrokenRunError(f"{name} was changed after it was written", folder=folder, hint=_ANEW)
    return {"lines": lines}


def _broken(folder: Path, name: str, what: str) -> BrokenRunError:
    return BrokenRunError(f"{name} is {what}", folder=folder, hint=_ANEW)
