"""A run held against the one blessed in a folder."""

from dataclasses import dataclass
from pathlib import Path

from extractor.evaluation.runs.baseline import Baseline
from extractor.evaluation.runs.comparison import compare
from extractor.evaluation.runs.gate import Gate, gate
from extractor.evaluation.runs.moved import moved_hashes
from extractor.evaluation.runs.scored import ScoredRun, score_run
from extractor.evaluation.suite import Suite


@dataclass(frozen=True, slots=True)
class Held:
    """The gate's verdict, and what gold and scorer did to the baseline's own score since it was blessed."""

    gate: Gate
    since: tuple[str, ...]


def hold(suite: Suite, scored: ScoredRun, folder: Path) -> Held:
    """Compare a run with the baseline in a folder.

    Raises RunError where there is none, and what scoring raises.
    """
    blessed = Baseline.load(folder)
    before = score_run(suite, blessed.run)
    return Held(gate(compare(before, scored, suite.gate), suite.gate), since(blessed, before))


def since(blessed: Baseline, before: ScoredRun) -> tuple[str, ...]:
    """What moved since the baseline was blessed, as a sentence; nothing where nothing did."""
    moved = moved_hashes(blessed.summary, {"gold": before.gold, "scorer": before.scorer})
    if not moved:
        return ()
    what = " and ".join(move.what for move in moved)
    now = before.report.overall.correct
    line = f"{what} moved since the baseline was blessed, so it is scored anew"
    return (f"{line}: {blessed.correct} values were right, {now} are",)
