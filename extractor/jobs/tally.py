"""How a job goes: pages, rate, time to go, tokens, cost, answers out of the cache, failures by class."""

from collections import Counter, deque
from collections.abc import Callable, Mapping

from extractor.jobs.clock import Clock, SystemClock
from extractor.jobs.journal_line import event_fields
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.usage import JobUsage

_WINDOW = 30.0
"""Seconds over which the rate is taken: long enough to be steady, short enough to be of now."""


class Tally:
    """Counts outcomes as they come. `before` pages of `total` were done in earlier sessions.

    `copies` says how many more pages have the content of the page at an index: they are done with it.
    `waiting` says for how many seconds the server has answered nobody, None where it is well.
    """

    def __init__(
        self,
        total: int,
        *,
        before: int = 0,
        copies: Mapping[int, int] | None = None,
        waiting: Callable[[], float | None] = lambda: None,
        clock: Clock | None = None,
    ) -> None:
        self.total = total
        self.done = self.before = before
        self.ok = 0
        self.failed: Counter[str] = Counter()
        self.usage = JobUsage()
        """What this session paid, summed as the journal's own."""
        self._copies = copies or {}
        self._waiting = waiting
        self._clock = clock or SystemClock()
        self._began = self._clock.time()
        self._marks: deque[tuple[float, int]] = deque([(self._began, before)])

    def take(self, outcome: PageOutcome) -> None:
        """Count one outcome; one that leaves its page to be done counts for what was paid."""
        self.usage.add(map(event_fields, outcome.events))
        if not outcome.done:
            return
        pages = 1 + self._copies.get(outcome.index, 0)
        self.done += pages
        if outcome.failure:
            self.failed[outcome.failure.code] += pages
        else:
            self.ok += pages
        self._mark()

    def _mark(self) -> None:
        """Remember at most one moment a second, and of those older than the window the last."""
        now = self._clock.time()
        if now - self._marks[-1][0] >= 1.0:
            self._marks.append((now, self.done))
        while len(self._marks) > 2 and now - self._marks[1][0] > _WINDOW:  # noqa: PLR2004 - begin and end
            self._marks.popleft()

    @property
    def waiting(self) -> float | None:
        """For how many seconds the server has answered nobody; None where it is well."""
        return self._waiting()

    @property
    def seconds(self) -> float:
        """How long this session has gone on."""
        return self._clock.time() - self._began

    @property
    def rate(self) -> float:
        """Pages a second of late; zero before the first."""
        at, done = self._marks[0]
        passed = self._clock.time() - at
        return (self.done - done) / passed if passed > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds until the end at the present rate; None where nothing moves."""
        if self.done >= self.total:
            return 0.0
        return (self.total - self.done) / self.rate if self.rate else None
