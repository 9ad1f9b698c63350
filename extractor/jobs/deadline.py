"""The time after which a job begins no further page."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from extractor.errors import ExtractorError
from extractor.jobs.clock import Clock, SystemClock

Page = TypeVar("Page")


class DeadlineReachedError(ExtractorError):
    """The time for a job is up. What was begun was finished; the rest is still to be done."""


def until(deadline: float, pages: Iterable[Page], *, clock: Clock | None = None) -> Iterator[Page]:
    """The pages, as long as fewer than `deadline` seconds have passed since the first was asked for.

    Raises DeadlineReachedError where a page is left after that.
    """
    clock = clock or SystemClock()
    began = clock.time()
    for page in pages:
        if clock.time() - began >= deadline:
            raise over(deadline)
        yield page


def over(deadline: float) -> DeadlineReachedError:
    """The error to raise where pages are left after so many seconds."""
    return DeadlineReachedError(
        f"the {deadline:g} s for this job are over and pages are left",
        hint="Run the same command again: it goes on where it stands",
    )
