"""The options of `extractor eval` that score a run and hold it against a baseline."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.show import show
from extractor.cli.terminal import plain

if TYPE_CHECKING:
    from extractor.evaluation import Suite
    from extractor.evaluation.runs.run import Run
    from extractor.evaluation.runs.scored import ScoredRun
    from extractor.extraction import Reader


def gate_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --run, --baseline and --bless."""
    options = (
        click.option(
            "--run",
            "run_path",
            type=click.Path(exists=True, path_type=Path),
            metavar="RUN",
            help="Score this run instead of reading: a run folder, a JSONL file or a folder of Extractions.",
        ),
        click.option(
            "--baseline",
            "baseline",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Hold the run against the one blessed in DIR; exit 1 if it is worse, 3 if none can tell.",
        ),
        click.option(
            "--bless", is_flag=True, help="Make this run the one in --baseline, and say what changes."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def scored_run(suite: "Suite", run_path: Path | None, reader: Callable[[], "Reader"]) -> "ScoredRun":
    """The run to score: the one named, or what the reader makes of the suite's pages."""
    from extractor.evaluation.evaluate import read_suite  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.runs.loading import load_run  # noqa: PLC0415
    from extractor.evaluation.runs.scored import score_run  # noqa: PLC0415

    run: Run = load_run(run_path) if run_path else read_suite(suite, reader())
    scored = score_run(suite, run)
    _say_strangers(scored)
    return scored


def renew(suite: "Suite", scored: "ScoredRun", folder: Path, *, at_fault: Sequence[str] = ()) -> None:
    """Make a run the baseline in a folder, and say what changes; not one that is at fault."""
    if at_fault:
        click.echo(plain(f"not blessed: the run is below the floor; {folder} stays as it is"), err=True)
        return
    from extractor.evaluation.runs.baseline import NAME, Baseline, write_baseline  # noqa: PLC0415
    from extractor.evaluation.runs.comparison import compare  # noqa: PLC0415
    from extractor.evaluation.runs.held import since  # noqa: PLC0415
    from extractor.evaluation.runs.scored import score_run  # noqa: PLC0415
    from extractor.evaluation.runs.tables import comparison_heading, comparison_tables  # noqa: PLC0415

    if not (folder / NAME).is_file():
        write_baseline(folder, scored)
        show([f"blessed: {folder} is new"], [])
        return
    blessed = Baseline.load(folder)
    before = score_run(suite, blessed.run)
    comparison = compare(before, scored, suite.gate)
    write_baseline(folder, scored)
    show([*since(blessed, before), *comparison_heading(comparison)], comparison_tables(comparison))
    show([f"blessed: {folder} is renewed"], [])


def _say_strangers(scored: "ScoredRun") -> None:
    known = {id(one) for repeats in scored.extractions.values() for one in repeats}
    run = scored.run
    strangers = [name for name, found in run.extractions.items() if id(found[0]) not in known]
    strangers += [name for name in run.failures if name not in scored.scores]
    if strangers:
        names = ", ".join(strangers[:3]) + (" …" if len(strangers) > 3 else "")  # noqa: PLR2004 - enough to tell
        click.echo(plain(f"{len(strangers)} pages of the run are not in the suite: {names}"), err=True)
