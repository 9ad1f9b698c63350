"""Readers that Dask workers make. In a module, because they travel by name."""

import os
import signal
import time
from decimal import Decimal
from pathlib import Path

from extractor.documents import Document
from extractor.extraction import Reader
from extractor.jobs.dask_worker import Wrap
from extractor.layout.reader import LayoutReader
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient
from extractor.model.prices import Price, Prices
from extractor.model.reader import ModelReader
from extractor.records.draft import Draft


class NotingReader(Reader):
    """Reads as the layout reader does; each reading leaves a file that names its process.

    A page that says `slow` takes a fifth of a second; `deadly` kills the process.
    """

    def __init__(self, notes: Path) -> None:
        self._notes = notes

    def read(self, document: Document, /) -> Draft:
        before = len(list(self._notes.glob(f"{document.id}.*")))
        (self._notes / f"{document.id}.{os.getpid()}.{before}").touch()
        if "deadly" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "slow" in document.text:
            time.sleep(0.2)
        return LayoutReader().read(document)


def noting(notes: Path, _: Wrap) -> Reader:
    """Makes a NotingReader."""
    return NotingReader(notes)


def asking(url: str, cache: Path, wrap: Wrap) -> Reader:
    """Makes a model reader whose tokens have a price: a page of tea costs 0.0006."""
    prices = Prices(
        as_of="today",
        currency="USD",
        per_million_tokens={"m": Price(input=Decimal(1), output=Decimal(1))},
    )
    client = CachedClient(wrap(InstructorClient(base_url=url, retries=0)), cache)
    return ModelReader(client, model="m", plan="five", prices=prices)
