"""`extractor eval`: score a reader against gold, check gold, compare two labellings."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.eval_modes import refuse_idle_options
from extractor.cli.eval_output import Outputs, output_options, write
from extractor.cli.gate import gate_options, renew, scored_run
from extractor.cli.model_options import reading_options
from extractor.cli.show import show
from extractor.cli.terminal import plain

if TYPE_CHECKING:
    from extractor.evaluation import Suite
    from extractor.evaluation.runs.scored import ScoredRun

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, exists=True, path_type=Path)


@click.command(short_help="Score a reader against gold.")
@click.argument("suite", type=_FILE, default=Path("eval/suite.toml"), required=False, metavar="[SUITE]")
@click.option("--check-gold", is_flag=True, help="Only check the gold files; exit 2 if one is at fault.")
@click.option(
    "--agreement",
    "folders",
    type=_FOLDER,
    nargs=2,
    metavar="DIR_A DIR_B",
    help="Compare two folders of Extractions with the same file names instead.",
)
@click.option("--fields", is_flag=True, help="Show each field and each list too.")
@click.option("--errors", is_flag=True, help="List each wrong, missing and spurious value.")
@click.option("--curation", "costs", is_flag=True, help="Show what a curator would have to edit and review.")
@click.option(
    "--self-test",
    "pairs",
    type=click.IntRange(min=1),
    is_flag=False,
    flag_value=10_000,
    metavar="[N]",
    help="Test the scorer itself on N invented pairs of records (10000 where N is left out) instead.",
)
@click.option("--seed", type=int, default=0, help="First seed of --self-test. Default: 0.")
@gate_options
@output_options
@reading_options
def command(
    suite: Path,
    *,
    check_gold: bool,
    folders: tuple[Path, Path] | None,
    fields: bool,
    errors: bool,
    costs: bool,
    pairs: int | None,
    seed: int,
    run_path: Path | None,
    baseline: Path | None,
    bless: bool,
    **chosen: Any,
) -> None:
    """Read the pages of SUITE (default: eval/suite.toml) and score the records against gold.

    Exit code 0: fine, 1: below a floor of the suite, worse than the baseline or a self-test failed, 2: the
    suite, its gold or an option is wrong, 3: too few documents to tell from the baseline, 4: a recording
    lacks an answer.
    """
    refuse_idle_options(click.get_current_context())
    if pairs:
        sys.exit(_self_test(pairs, seed))
    outputs = Outputs(**{name: chosen.pop(name) for name in (*chosen,) if name.endswith("_path")})
    outputs.check()
    if folders:
        _agreement(*folders, outputs, fields=fields)
        return
    from extractor.cli.readers import reader_named  # noqa: PLC0415 - keeps --help quick
    from extractor.cli.settings_of import settings_of  # noqa: PLC0415
    from extractor.evaluation import Suite  # noqa: PLC0415

    loaded = Suite.load(suite)
    if check_gold:
        sys.exit(_gold(loaded))
    settings = settings_of(**chosen)
    scored = scored_run(loaded, run_path, lambda: reader_named(settings.reader, settings))
    shown = {"fields": fields, "errors": errors, "costs": costs}
    sys.exit(_score(loaded, scored, outputs, baseline, bless=bless, shown=shown))


def _self_test(pairs: int, seed: int) -> int:
    from extractor.cli import self_test as tested  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.self_test import self_test  # noqa: PLC0415

    return tested.show(self_test(pairs, first=seed))


def _score(
    suite: "Suite",
    scored: "ScoredRun",
    outputs: Outputs,
    baseline: Path | None,
    *,
    bless: bool,
    shown: dict[str, bool],
) -> int:
    """Show a scored run, hold it to its floors and to the baseline, or bless it; the exit code."""
    from extractor.evaluation import passes_floor  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.reporting.numbers import numbers  # noqa: PLC0415
    from extractor.evaluation.reporting.score_tables import heading, tables, verdict  # noqa: PLC0415
    from extractor.evaluation.runs.held import hold  # noqa: PLC0415

    held = hold(suite, scored, baseline) if baseline and not bless else None
    found = numbers(scored.report, suite, held)
    show(heading(found), tables(found, **shown))
    outputs.write(found, suite)
    failures = passes_floor(scored.report, suite)
    for failure in failures:
        click.echo(f"below the floor: {failure}", err=True)
    if baseline and bless:
        renew(suite, scored, baseline, at_fault=failures)
    elif held:
        show(*verdict(held))
    return 1 if failures else held.gate.exit_code if held else 0


def _gold(suite: "Suite") -> int:
    from extractor.evaluation import check_gold  # noqa: PLC0415 - keeps --help quick

    problems = check_gold(suite)
    for problem in problems:
        click.echo(plain(str(problem)))
    n = len(suite.cases)
    click.echo(f"{len(problems)} problems in {n} gold files" if problems else f"{n} gold files are sound")
    return 2 if problems else 0


def _agreement(a: Path, b: Path, outputs: Outputs, *, fields: bool) -> None:
    from extractor.evaluation.ceiling import ceiling  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.report_json import agreement_json  # noqa: PLC0415
    from extractor.evaluation.tables import agreement_tables  # noqa: PLC0415

    outputs.only("--agreement", "json", "markdown", "summary")
    found = ceiling((a, b))
    tables = agreement_tables(found, fields=fields)
    show([], tables)
    write(outputs.json_path, lambda: agreement_json(found))
    outputs.write_markdown("Agreement of two labellings", [], tables)
