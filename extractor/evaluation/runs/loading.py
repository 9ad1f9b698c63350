"""Runs from disk: lines of Extractions, a run folder of `extractor run`, a folder of Extractions, repeats."""

import json
from collections.abc import Iterator
from pathlib import Path

from extractor.errors import RunError
from extractor.evaluation.runs.run import Run
from extractor.records import strict_json
from extractor.records.envelope import Extraction

EXTRACTIONS = "extractions.jsonl"
"""The file of a baseline that holds its run."""

_FAILURES = "failures.jsonl"
_LINES = frozenset({".jsonl", ".ndjson"})
_KINDS = "Name a JSONL file of Extractions, a folder of `extractor run`, or a folder of Extraction JSON files"


def load_run(path: Path) -> Run:
    """Read a run. A folder whose folders are runs holds repeats of one.

    Raises RunError where there is no run, RecordError for a line or file that is no Extraction.
    """
    run = _load(path)
    if not run.extractions and not run.failures:
        raise RunError(f"{path} holds no Extraction", hint=_KINDS)
    return run


def _load(path: Path) -> Run:
    if path.is_file():
        return Run.of(str(path), _file(path))
    if not path.is_dir():
        raise RunError(f"there is no run at {path}", hint=_KINDS)
    files = _files(path)
    if files:
        found = (extraction for file in files for extraction in _file(file))
        return Run.of(str(path), found, _failures(path / _FAILURES))
    repeats = [load_run(folder) for folder in sorted(path.iterdir()) if folder.is_dir()]
    if not repeats:
        raise RunError(f"{path} holds no run", hint=_KINDS)
    return _joined(path, repeats)


def _files(folder: Path) -> list[Path]:
    """The files that hold a folder's Extractions; empty where it holds folders only."""
    if (folder / EXTRACTIONS).is_file():
        return [folder / EXTRACTIONS]
    results = sorted(folder.glob("results-*.jsonl"))
    if not results and (folder / "manifest.json").is_file():
        raise RunError(
            f"the job in {folder} has not ended", hint="Run it again: `extractor run` continues it"
        )
    return results or sorted(folder.glob("*.json"))


def _file(path: Path) -> Iterator[Extraction]:
    text = strict_json.read(path)
    if path.suffix not in _LINES:
        yield strict_json.parse(Extraction, text, source=str(path))
        return
    # Not splitlines: a page may hold separators that JSON leaves as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield strict_json.parse(Extraction, line, source=f"{path}:{number}")


def _failures(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        lines = [json.loads(line) for line in strict_json.read(path).split("\n") if line.strip()]
        return {str(line["document"]): str(line["message"]) for line in lines}
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"{path} is no list of failures", hint="Make the run anew") from error


def _joined(path: Path, repeats: list[Run]) -> Run:
    """Repeats as one run. A page that failed in one repeat only is known from the others."""
    found = (one for run in repeats for extractions in run.extractions.values() for one in extractions)
    failures = {document: why for run in repeats for document, why in run.failures.items()}
    return Run.of(str(path), found, failures)
