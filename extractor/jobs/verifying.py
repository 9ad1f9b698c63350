"""Verification of pages in other processes, so that the one that asks a model goes on asking."""

from typing import Self

from extractor.documents import Document
from extractor.jobs.process_pool import ProcessPool
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.verification.verify import verify_to_json

_Read = tuple[Document, Draft]


class Verifier:
    """Verifies drafts in `processes` children, with the results that `verify` has here. A context manager.

    Belongs to one event loop.
    """

    def __init__(self, processes: int) -> None:
        self._pool = ProcessPool[_Read, str](_verified, processes)

    async def verified(self, document: Document, draft: Draft) -> str:
        """The Extraction as a line. Raises ProcessKilledError where it kills the process that verifies."""
        # What was paid is known here; it need not travel.
        return await self._pool.call((document, draft.model_copy(update={"usage": None})))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()


def line_of(extraction: Extraction) -> str:
    """An Extraction as it stands in the results: without what was paid, which may differ between runs."""
    return extraction.model_copy(update={"usage": None}).to_json()


def _verified(read: _Read) -> str:
    return verify_to_json(*read)
