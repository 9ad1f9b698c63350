"""A job as the command line runs it: settings, reader, run folder, Ctrl-C, words about its end."""

import asyncio
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.interruption import interruption
from extractor.cli.job_budget import job_budget, spent_before
from extractor.cli.job_engines import Engine, Pace, engine
from extractor.cli.job_readers import describe, job_reader, job_throttle
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

if TYPE_CHECKING:
    from extractor.jobs.throttle import Throttle

_FINISHING = "the pages in flight are finished; Ctrl-C again drops them"


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

    def words(self, message: str) -> str:
        """A message as this job says it: where progress is JSON, it is an object too."""
        return json.dumps({"message": message}) if self.json_progress else f"extractor: {plain(message)}"

    def say(self, message: str) -> None:
        """Say it on standard error."""
        click.echo(self.words(message), err=True)


def run_job(
    names: tuple[str, ...], folder: Path, *, options: Options, texts: bool, manner: Manner, **chosen: Any
) -> Status:
    """Begin or continue the job of a folder; how it stands then.

    Raises click.Abort where the user interrupted it, and what stopped it if no page was done before.
    """
    settings = replace(settings_of(max_bytes=options.max_bytes, **chosen), retry_kept=manner.retry_failed)
    budget = job_budget(settings)
    throttle = job_throttle(settings, manner.pace.limits)
    reader = job_reader(settings, throttle, budget)
    place = engine(reader, settings, manner.pace, budget, throttle)
    with closing(Inputs(names, options)) as inputs:
        told = configuration(describe(reader, settings), max_bytes=options.max_bytes, texts=texts)
        run = open_run(folder, told, inputs, fork=manner.fork, retry_failed=manner.retry_failed)
        with closing(run):
            if budget and run.journal:
                budget.spent = spent_before(settings, run.journal.book.usage)
            _greet(run, settings.reader, manner)
            if not run.has_ended:
                _work(_Job(run, inputs, place, throttle), manner)
            return noted_status(run.manifest)


def _greet(run: RunFolder, reader: str, manner: Manner) -> None:
    if manner.quiet:
        return
    if run.journal is None:
        manner.say(f"the job in {run.path} has ended; nothing is left to do")
        return
    if not manner.json_progress:
        done = f", {run.done} done before" if run.done else ""
        manner.say(f"reader {reader}, pages {run.pages}{done}, run folder {run.path}")
    if torn := run.journal.book.torn:
        manner.say(f"{torn} bytes of the journal were no whole line; their pages are read again")


@dataclass(frozen=True, slots=True)
class _Job:
    """What is worked on, and with what."""

    run: RunFolder
    inputs: Inputs
    place: Engine
    throttle: "Throttle | None"


def _work(job: _Job, manner: Manner) -> None:
    """Carry the job on. A fault that stops it is said; what was done before is safe."""
    run = job.run
    with rare_collection(), interruption(_finishing(manner)) as wish:
        try:
            asyncio.run(_carry_on(job, manner, lambda: wish.asked))
        except (JobError, RecordingError, ServerNotFoundError):
            raise
        except ExtractorError as error:
            if not run.done:
                raise
            manner.say(f"stopped: {error}")
        except KeyboardInterrupt:
            wish.asked = True
    if wish.asked and not run.has_ended:
        manner.say(f"interrupted: {run.done} of {run.pages} pages are safe in {run.path}; {AGAIN}")
        raise click.Abort


def _finishing(manner: Manner) -> str:
    """What is said at the first Ctrl-C; at a terminal below what it prints itself."""
    line = "" if manner.json_progress else "\n"
    return "" if manner.quiet else f"{line}{manner.words(_FINISHING)}\n"


async def _carry_on(job: _Job, manner: Manner, stop: Callable[[], bool]) -> None:
    run, throttle = job.run, job.throttle
    waiting = throttle.breaker.failing if throttle else lambda: None
    tally = Tally(run.pages, before=run.done, copies=run.copies, waiting=waiting)
    async with job.place as (read, workers):
        with watching(tally, form=manner.progress) as watch:
            runner = Runner(
                run,
                job.inputs,
                read,
                workers=workers,
                watch=watch,
                tick=watch.tick,
                throttle=throttle,
                stop=stop,
                deadline=manner.pace.deadline,
            )
            await runner.work()
