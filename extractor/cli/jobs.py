"""A job as the command line runs it: settings, reader, run folder, Ctrl-C, words about its end."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from extractor.cli.interruption import interruption
from extractor.cli.job_budget import job_budget, spent_before
from extractor.cli.job_engines import Engine, Pace, engine
from extractor.cli.job_readers import describe, job_reader
from extractor.cli.settings_of import settings_of
from extractor.cli.terminal import plain
from extractor.errors import ExtractorError, RecordingError
from extractor.jobs.breaker import ServerNotFoundError
from extractor.jobs.collecting import rare_collection
from extractor.jobs.configuration import configuration
from extractor.jobs.errors import AGAIN, JobError
from extractor.jobs.inputs.page import Options
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.opening import open_run
from extractor.jobs.progress import watching
from extractor.jobs.run_folder import RunFolder
from extractor.jobs.runner import Runner
from extractor.jobs.status import Status, noted_status
from extractor.jobs.tally import Tally

_FINISHING = "\nextractor: the pages in flight are finished; Ctrl-C again drops them\n"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a job is gone about, apart from what it is."""

    pace: Pace
    fork: bool = False
    retry_failed: bool = False
    quiet: bool = False
    json_progress: bool = False

    @property
    def progress(self) -> str:
        """The form of progress."""
        return "none" if self.quiet else "json" if self.json_progress else "auto"


def run_job(
    names: tuple[str, ...], folder: Path, *, options: Options, texts: bool, manner: Manner, **chosen: Any
) -> Status:
    """Begin or continue the job of a folder; how it stands then.

    Raises click.Abort where the user interrupted it, and what stopped it if no page was done before.
    """
    settings = settings_of(max_bytes=options.max_bytes, **chosen)
    budget = job_budget(settings)
    reader = job_reader(settings, manner.pace.limits, budget)
    place = engine(reader, settings, manner.pace, budget)
    with closing(Inputs(names, options)) as inputs:
        told = configuration(describe(reader, settings), max_bytes=options.max_bytes, texts=texts)
        run = open_run(folder, told, inputs, fork=manner.fork, retry_failed=manner.retry_failed)
        with closing(run):
            if budget and run.journal:
                budget.spent = spent_before(settings, run.journal.book.usage)
            _greet(run, settings.reader, manner)
            if not run.has_ended:
                _work(run, inputs, place, manner)
            return noted_status(run.manifest)


def _greet(run: RunFolder, reader: str, manner: Manner) -> None:
    if manner.quiet:
        return
    if run.journal is None:
        _say(f"the job in {run.path} has ended; nothing is left to do")
        return
    book = run.journal.book
    done = f", {book.ledger.settled} done before" if book.ledger.settled else ""
    _say(f"reader {reader}, pages {run.pages}{done}, run folder {run.path}")
    if book.torn:
        _say(f"{book.torn} bytes of the journal were no whole line; their pages are read again")


def _work(run: RunFolder, inputs: Inputs, place: Engine, manner: Manner) -> None:
    """Carry the job on. A fault that stops it is said; what was done before is safe."""
    with rare_collection(), interruption("" if manner.quiet else _FINISHING) as wish:
        try:
            asyncio.run(_carry_on(run, inputs, place, manner, lambda: wish.asked))
        except (JobError, RecordingError, ServerNotFoundError):
            raise
        except ExtractorError as error:
            if not _settled(run):
                raise
            _say(f"stopped: {error}")
        except KeyboardInterrupt:
            wish.asked = True
    if wish.asked and not run.has_ended:
        _say(f"interrupted: {_settled(run)} of {run.to_read} pages are safe in {run.path}; {AGAIN}")
        raise click.Abort


async def _carry_on(
    run: RunFolder, inputs: Inputs, place: Engine, manner: Manner, stop: Callable[[], bool]
) -> None:
    tally = Tally(run.to_read, before=_settled(run))
    async with place as (read, workers):
        with watching(tally, form=manner.progress) as watch:
            deadline = manner.pace.deadline
            runner = Runner(run, inputs, read, workers=workers, watch=watch, stop=stop, deadline=deadline)
            await runner.work()


def _settled(run: RunFolder) -> int:
    return run.journal.book.ledger.settled if run.journal else run.to_read


def _say(message: str) -> None:
    click.echo(f"extractor: {plain(message)}", err=True)
