"""`extractor review`: a run as one HTML page."""

from pathlib import Path

import click

from extractor.cli.eval_output import check_path, write

_PATH = click.Path(exists=True, path_type=Path)


@click.command(short_help="Show a run as one HTML page.")
@click.argument("run", type=_PATH, metavar="RUN")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The page to write.",
)
@click.option(
    "--suite",
    "suite_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Score the run against the gold of this suite, and show both.",
)
@click.option(
    "--pages",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the run's pages are, if it did not keep their texts.",
)
def command(run: Path, *, output: Path, suite_path: Path | None, pages: Path | None) -> None:
    """Write RUN as one self-contained HTML page: each page's words beside its values, the doubtful first.

    RUN is a folder of `extractor run`, a JSONL file of Extractions or a folder of Extraction JSON files.
    With a suite its values are shown beside gold's, with every score.
    """
    from extractor.evaluation.runs.loading import load_run  # noqa: PLC0415 - keeps --help quick

    check_path("--output", output)
    found = load_run(run)
    if suite_path is None:
        from extractor.review import read_page  # noqa: PLC0415 - as above
        from extractor.review.texts import texts_of  # noqa: PLC0415

        page = read_page(found, texts_of(run, pages))
    else:
        from extractor.evaluation import Suite  # noqa: PLC0415
        from extractor.evaluation.reporting.numbers import numbers  # noqa: PLC0415
        from extractor.evaluation.runs.scored import score_run  # noqa: PLC0415
        from extractor.review import scored_page  # noqa: PLC0415

        suite = Suite.load(suite_path)
        page = scored_page(numbers(score_run(suite, found).report, suite), suite)
    write(output, lambda: page)
