"""The baseline: a blessed run on disk, whole, so that it can be scored anew with any gold and scorer."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extractor.errors import RunError
from extractor.evaluation.runs.loading import EXTRACTIONS, load_run
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import ScoredRun
from extractor.evaluation.tally import Tally
from extractor.records import strict_json

NAME = "baseline.json"
FORMAT = 1
_BLESS = "Make it anew: extractor eval --baseline DIR --bless"
_COUNTS = ("correct", "wrong", "missing", "spurious", "invalid", "fabricated")


@dataclass(frozen=True, slots=True)
class Baseline:
    """A blessed run and the summary of its scores when it was blessed.

    `summary` holds the hashes of gold and scorer, the reader's lineage, and counts of all values, each tier
    and each document.
    """

    run: Run
    summary: dict[str, Any]

    @classmethod
    def load(cls, folder: Path) -> "Baseline":
        """Read a baseline. Raises RunError where there is none or its run was altered, RecordError."""
        path = folder / NAME
        if not path.is_file():
            raise RunError(f"there is no baseline in {folder}", hint=_BLESS)
        summary = strict_json.loads(strict_json.read(path), source=str(path))
        if not isinstance(summary, dict) or summary.get("format") != FORMAT:
            raise RunError(f"{path} is not a baseline of this version", hint=_BLESS)
        if summary.get("run") != _hash(folder / EXTRACTIONS):
            raise RunError(f"{folder / EXTRACTIONS} is not the run that was blessed", hint=_BLESS)
        run = load_run(folder)
        return cls(Run(run.name, run.extractions, summary["failures"]), summary)

    @property
    def correct(self) -> int:
        """How many values were right when the run was blessed."""
        count: int = self.summary["counts"]["overall"]["correct"]
        return count


def write_baseline(folder: Path, scored: ScoredRun) -> None:
    """Bless a run: write it and its summary. What varies between equal runs, such as cost, is left out.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = (one for repeats in scored.extractions.values() for one in repeats)
    lines = (one.model_copy(update={"usage": None}).to_json() for one in found)
    (folder / EXTRACTIONS).write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8"))
    text = json.dumps(_summary(folder, scored), indent=1, ensure_ascii=False)
    (folder / NAME).write_bytes(f"{text}\n".encode())


def _summary(folder: Path, scored: ScoredRun) -> dict[str, Any]:
    report = scored.report
    named = {"overall": report.overall, **report.tiers, **report.documents}
    return {
        "format": FORMAT,
        "suite": scored.suite,
        "reader": report.reader,
        "run": _hash(folder / EXTRACTIONS),
        "gold": scored.gold,
        "scorer": scored.scorer,
        "lineage": [one.model_dump(exclude_none=True, by_alias=True) for one in scored.run.lineages],
        "failures": {name: why for name, why in report.failures.items() if name in scored.run.failures},
        "counts": {name: _counts(tally) for name, tally in named.items()},
    }


def _counts(tally: Tally) -> dict[str, int]:
    counts: dict[str, int] = asdict(tally)
    return {name: counts[name] for name in _COUNTS}


def _hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal. Raises RunError where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise RunError(f"{path} cannot be read", hint=_BLESS) from error
