"""What a Dask worker does with a page: one reader in each process, made from what travels."""

import pickle
import threading
from collections.abc import Callable
from dataclasses import dataclass

from extractor.errors import ExtractorError
from extractor.extraction import Extractor, Reader
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.reading import PageReader
from extractor.jobs.throttle import Limits, Throttle
from extractor.jobs.throttled_client import ThrottledClient
from extractor.model.client import Client
from extractor.model.running import run

Wrap = Callable[[Client], Client]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a worker makes its reader. Travels; so no key may be part of it.

    `make` builds the reader and wraps the client that sends with what it is given. `job` tells jobs apart
    whose readers are the same: each has a reader of its own.
    """

    make: Callable[[Wrap], Reader]
    limits: Limits
    job: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """What a worker is told with each page: its part of the job's rates, and whether any worker was answered.

    A worker that comes while the server is down must wait for it as the others do.
    """

    share: float = 1.0
    reached: bool = False


class Bench:
    """A reader at work in this process, for all its threads."""

    def __init__(self, recipe: Recipe) -> None:
        self.throttle = Throttle(recipe.limits)
        self._pages = PageReader(Extractor(recipe.make(self._throttled)))

    def _throttled(self, client: Client) -> Client:
        return ThrottledClient(client, self.throttle)

    def read(self, page: InputPage, word: Word) -> PageOutcome:
        """Read a page, going by this word of the job from now on."""
        self.throttle.share(word.share)
        if word.reached:
            self.throttle.breaker.reached()
        return self._pages.read(page)

    def halt(self) -> None:
        """Have no request wait any more; what is being answered is not touched."""
        run(self._halt())

    async def _halt(self) -> None:
        self.throttle.halt()


_benches: dict[bytes, Bench] = {}
_making = threading.Lock()


def read_page(recipe: bytes, page: InputPage, word: Word) -> PageOutcome | ExtractorError:
    """Read a page with the reader of a pickled Recipe, which is made when it is first used.

    An error that stops the job is returned: one that is raised Dask would print with a traceback.
    """
    try:
        return bench_of(recipe).read(page, word)
    except ExtractorError as error:
        return error


def halt(recipe: bytes) -> None:
    """Have no request of a job wait any more in this process."""
    if bench := _benches.get(recipe):
        bench.halt()


def bench_of(recipe: bytes) -> Bench:
    """The Bench of a pickled Recipe, which is made when it is first asked for."""
    with _making:
        if recipe not in _benches:
            _benches.clear()
            _benches[recipe] = Bench(pickle.loads(recipe))  # noqa: S301 - Dask runs what clients send anyway
        return _benches[recipe]
