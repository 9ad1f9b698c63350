"""manifest.json: what a job was told, what it was given, what came of it, what it cost and where it ran."""

import json
import platform
import sys
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from extractor.compiled import compiled
from extractor.jobs.errors import BrokenRunError, disk_errors
from extractor.jobs.manifest_shape import Shape
from extractor.jobs.output import replace_file

NAME = "manifest.json"
FORMAT = 1
RUNNING, ENDED = "running", "ended"
_PACKAGES = ("trial-extractor", "pydantic", "openai", "instructor", "inscriptis", "pyarrow")


@dataclass
class Session:
    """One go at the job: when by the wall clock, how long by a clock that cannot be set, how it ended.

    `settled` counts the pages done in it, `torn` the bytes of the journal that were no whole lines.
    """

    started: str
    workers: int
    outcome: str = "killed"
    seconds: float | None = None
    settled: int = 0
    torn: int = 0


@dataclass
class Manifest:
    """The file, as Python has it. `configuration` decides the results; everything else only tells of them.

    `files` has size and hash of each file that stands for good: at first the list of pages alone.

    `reopened` says that the job had ended and that its failed pages are tried again.
    """

    configuration: dict[str, Any]
    inputs: dict[str, Any]
    state: str = RUNNING
    format: int = FORMAT
    reopened: bool = False
    forked_from: str | None = None
    counts: dict[str, Any] = field(default_factory=dict)
    usage: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Any] = field(default_factory=dict)
    environment: dict[str, Any] = field(default_factory=dict)
    sessions: list[Session] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Path) -> "Manifest | None":
        """The manifest of a folder, or None where there is none. Raises RunFolderError, BrokenRunError."""
        with disk_errors(folder):
            try:
                text = (folder / NAME).read_bytes()
            except FileNotFoundError:
                return None
        try:
            fields = json.loads(text)
            if fields["format"] != FORMAT:
                raise BrokenRunError(
                    f"its format is {fields['format']!r}, this version writes {FORMAT}",
                    folder=folder,
                    hint="Give another --out",
                )
            Shape.model_validate(fields)
            return cls(**fields | {"sessions": [Session(**one) for one in fields["sessions"]]})
        except (ValueError, TypeError, KeyError) as error:
            raise BrokenRunError(
                f"{NAME} is no manifest", folder=folder, hint="Give another --out"
            ) from error

    def save(self, folder: Path) -> None:
        """Write it, old or new, never half. Raises RunFolderError."""
        with disk_errors(folder):
            replace_file(folder / NAME, json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n")


def environment() -> dict[str, Any]:
    """Where a job runs. No variables, paths or names of people: a manifest may be passed on."""
    packages = {name: found for name in _PACKAGES if (found := _version(name))}
    return {
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "compiled": compiled(),
        "packages": packages,
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
