"""`extractor gold`: doubt gold, decide, and see what a decision changes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.terminal import plain

if TYPE_CHECKING:
    from extractor.evaluation import Suite
    from extractor.evaluation.gold_verdict import GoldVerdict
    from extractor.evaluation.table import Table

_PATH = click.Path(exists=True, path_type=Path)
_SUITE = click.option(
    "--suite",
    "suite_path",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("eval/suite.toml"),
    show_default=True,
    help="The suite whose gold it is.",
)
DECISIONS = ("GOLD_STANDS", "GOLD_WRONG", "BOTH_RIGHT")


@click.group(short_help="Doubt gold, decide, and see what it changes.")
def command() -> None:
    """Gold is fallible. See where runs speak against it, write down verdicts, and what they change."""


@command.command(short_help="List values of gold that are worth a second look.")
@click.argument("runs", nargs=-1, required=True, type=_PATH, metavar="RUN...")
@_SUITE
def queue(runs: tuple[Path, ...], suite_path: Path) -> None:
    """List where RUNs speak against gold and the page supports them, or two of them agree.

    A RUN is a JSONL file of Extractions, a folder of `extractor run`, or a folder of Extraction files.
    """
    from extractor.evaluation import Suite  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.doubts import doubts  # noqa: PLC0415
    from extractor.evaluation.runs.loading import load_run  # noqa: PLC0415
    from extractor.evaluation.runs.scored import score_run  # noqa: PLC0415
    from extractor.evaluation.table import Table  # noqa: PLC0415
    from extractor.evaluation.tables import shown  # noqa: PLC0415

    suite = Suite.load(suite_path)
    reports = [score_run(suite, load_run(path)).report for path in runs]
    verdicts = [verdict for case in suite.cases for verdict in case.verdicts]
    found = doubts([report.readings for report in reports], verdicts)
    rows = tuple(
        (one.document, one.pointer, shown(one.gold), shown(one.predicted), one.why, " … ".join(one.quotes))
        for one in found
    )
    columns = ("document", "pointer", "gold", "predicted", "why", "words")
    _show(Table(f"{len(found)} values of gold to look at again", columns, rows, words=6))


@command.command(short_help="Write down a verdict on a value of gold.")
@click.argument("document")
@click.argument("pointer")
@click.argument("decision", type=click.Choice(DECISIONS))
@click.option("--value", help="The other value, as JSON; left out: null.")
@click.option("--who", required=True, help="Who decides, and what they are.")
@click.option("--when", type=click.DateTime(["%Y-%m-%d"]), help="ISO date. Default: today.")
@click.option("--why", required=True, help="The reason.")
@click.option("--quote", required=True, help="The words of the page that decide.")
@_SUITE
def decide(document: str, pointer: str, suite_path: Path, **said: Any) -> None:
    """Append a verdict on the value at POINTER in the gold of DOCUMENT to the suite's file of verdicts.

    A POINTER that ends with `/-` adds the value to a list. The verdict counts at once; the gold file stays.
    """
    from extractor.errors import SuiteError  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation import Suite  # noqa: PLC0415
    from extractor.evaluation.gold_verdict import append_verdict  # noqa: PLC0415

    suite = Suite.load(suite_path)
    if suite.verdict_file is None:
        raise SuiteError(
            f"{suite_path} names no file of verdicts", hint='Add [gold] with verdicts = "verdicts.jsonl"'
        )
    verdict = _verdict(suite, document, pointer, said)
    append_verdict(suite.verdict_file, verdict)
    click.echo(plain(f"{suite.verdict_file}: {verdict.decision.value} on {document} {pointer}"))


@command.command(short_help="Say what the verdicts change in the scores of runs.")
@click.argument("first", type=_PATH)
@click.argument("second", type=_PATH, required=False)
@_SUITE
def effect(first: Path, second: Path | None, suite_path: Path) -> None:
    """Score FIRST on gold as it was written and on gold with its verdicts, and SECOND on the latter.

    Shows which part of the change of F1 comes from gold, and which from the reader.
    """
    from extractor.evaluation import Suite  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.gold_effect import gold_effect, gold_effect_table  # noqa: PLC0415
    from extractor.evaluation.runs.loading import load_run  # noqa: PLC0415

    found = gold_effect(Suite.load(suite_path), load_run(first), load_run(second) if second else None)
    _show(gold_effect_table(found))


def _verdict(suite: "Suite", document: str, pointer: str, said: dict[str, Any]) -> "GoldVerdict":
    """The verdict, tried on gold before it is written. Raises SuiteError, click.UsageError."""
    from dataclasses import replace  # noqa: PLC0415 - keeps --help quick
    from datetime import UTC, datetime  # noqa: PLC0415

    from extractor.errors import SuiteError  # noqa: PLC0415
    from extractor.evaluation.gold_verdict import verdict_on  # noqa: PLC0415
    from extractor.records import strict_json  # noqa: PLC0415

    case = next((case for case in suite.cases if case.id == document), None)
    if case is None:
        names = ", ".join(case.id for case in suite.cases)
        raise SuiteError(f"{document} is no case of the suite", hint=f"Its cases are: {names}")
    text = said.pop("value")
    value = None if text is None else strict_json.loads(text, source="--value")
    when = (said.pop("when") or datetime.now(UTC)).date().isoformat()
    verdict = verdict_on(case.gold_extraction(), pointer, value=value, when=when, **said)
    if said["quote"] not in case.page().text:
        raise SuiteError("the page does not say --quote", hint="Copy the words from the page")
    replace(case, verdicts=(*case.verdicts, verdict)).gold_extraction()
    return verdict


def _show(table: "Table") -> None:
    from rich.console import Console  # noqa: PLC0415 - keeps --help quick

    from extractor.evaluation.report_text import terminal  # noqa: PLC0415

    width = None if sys.stdout.isatty() else 180
    Console(width=width, highlight=False).print(terminal([], [table]))
