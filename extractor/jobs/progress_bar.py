"""The bar at a terminal: pages on one line, all other numbers below it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn
from rich.text import Text

from extractor.jobs.outcome import PageOutcome
from extractor.jobs.tally import Tally

_DRAWN_PER_SECOND = 4


@contextmanager
def bar(tally: Tally, words: Callable[[], str], stream: TextIO) -> Iterator[Callable[[PageOutcome], None]]:
    """What to call with each outcome. A thread of its own redraws the bar, however many pages come."""
    with _Bar(words, Console(file=stream, highlight=False)) as progress:
        task = progress.add_task("pages", total=tally.total, completed=tally.done)

        def watch(outcome: PageOutcome) -> None:
            tally.take(outcome)
            progress.update(task, completed=tally.done)

        yield watch


class _Bar(Progress):
    """A bar with words under it."""

    def __init__(self, words: Callable[[], str], console: Console) -> None:
        self._words = words
        super().__init__(
            TextColumn("pages"),
            BarColumn(),
            MofNCompleteColumn(),
            TaskProgressColumn(),
            console=console,
            refresh_per_second=_DRAWN_PER_SECOND,
        )

    def get_renderables(self) -> Iterable[RenderableType]:
        """The bar, then the words."""
        yield self.make_tasks_table(self.tasks)
        yield Text(self._words())
