"""`extractor compare`: two runs over the same pages with gold, side by side."""

from pathlib import Path

import click

from extractor.cli.eval_output import check_path, write
from extractor.cli.show import show, write_json, write_markdown

_RUN = click.Path(exists=True, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(short_help="Compare two runs over the same pages.")
@click.argument("run_a", type=_RUN, metavar="RUN_A")
@click.argument("run_b", type=_RUN, metavar="RUN_B")
@click.option(
    "--suite",
    type=_FILE,
    default=Path("eval/suite.toml"),
    show_default=True,
    help="The pages with gold that both runs are scored against.",
)
@click.option("--json", "json_path", type=_FILE, help="Write the comparison as JSON too.")
@click.option("--markdown", "markdown_path", type=_FILE, help="Write the comparison as Markdown too.")
@click.option(
    "--html", "html_path", type=_FILE, help="Write it as one HTML page too, each page with what differs."
)
@click.option("--fields", is_flag=True, help="Show each field that differs too.")
@click.option("--values/--no-values", default=True, help="List each value that differs.  [default: values]")
def command(
    run_a: Path,
    run_b: Path,
    *,
    suite: Path,
    json_path: Path | None,
    markdown_path: Path | None,
    html_path: Path | None,
    fields: bool,
    values: bool,
) -> None:
    """Score RUN_A (before) and RUN_B (after) against one gold and say what differs and what chance would do.

    A run is a JSONL file of Extractions, a run folder of `extractor run`, a baseline, or a folder of
    Extraction JSON files. A folder of such runs, or a document that stands in a run several times, are
    repeats: they are averaged, never counted as more documents.
    """
    for option, path in (("--json", json_path), ("--markdown", markdown_path), ("--html", html_path)):
        if path:
            check_path(option, path)
    from extractor.evaluation import Suite  # noqa: PLC0415 - keeps --help quick
    from extractor.evaluation.runs.comparison import compare  # noqa: PLC0415
    from extractor.evaluation.runs.loading import load_run  # noqa: PLC0415
    from extractor.evaluation.runs.numbers import numbers  # noqa: PLC0415
    from extractor.evaluation.runs.scored import score_run  # noqa: PLC0415
    from extractor.evaluation.runs.tables import comparison_heading, comparison_tables  # noqa: PLC0415

    loaded = Suite.load(suite)
    before, after = (score_run(loaded, load_run(path)) for path in (run_a, run_b))
    found = compare(before, after, loaded.gate)
    lines, tables = comparison_heading(found), comparison_tables(found, fields=fields, values=values)
    show(lines, tables)
    write_json(json_path, lambda: numbers(found))
    write_markdown(markdown_path, "Comparison of two runs", lines, tables)
    if html_path:
        from extractor.review import compared_page  # noqa: PLC0415 - only where it is wanted

        write(html_path, lambda: compared_page(found, loaded))
