"""Which pages of a job are settled, and how: a byte and an offset for each page."""

from array import array
from collections import Counter
from collections.abc import Iterable

from extractor.jobs.listing import Entry

_OPEN, _OK, _FAILED = 0, 1, 2


class Ledger:
    """The state of each page by index, and where its line stands in the journal."""

    def __init__(self, pages: int) -> None:
        self._states = bytearray(pages)
        self._offsets = array("q", bytes(8 * pages))
        self._codes: list[str] = []

    def settle(self, index: int, offset: int, code: str | None) -> None:
        """Note that a page is done: `code` names its failure, None says it is well."""
        self._offsets[index] = offset
        self._states[index] = _OK if code is None else _FAILED + self._number(code)

    def _number(self, code: str) -> int:
        if code not in self._codes:
            self._codes.append(code)
        return self._codes.index(code)

    def is_settled(self, index: int) -> bool:
        """Whether a page is done."""
        return self._states[index] != _OPEN

    @property
    def settled(self) -> int:
        """How many pages are done, not counting those of the same content."""
        return len(self._states) - self._states.count(_OPEN)

    def reopen_failed(self) -> None:
        """Have all failed pages done again."""
        for index, state in enumerate(self._states):
            if state >= _FAILED:
                self._states[index] = _OPEN

    def offset(self, index: int) -> int:
        """Where the line of a settled page stands."""
        return self._offsets[index]

    def counts(self, entries: Iterable[Entry]) -> tuple[int, Counter[str], int]:
        """How many pages are well, failed by class, and still open; pages of one content count each."""
        ok, open_, failed = 0, 0, Counter[str]()
        for entry in entries:
            state = self._states[entry.primary]
            ok += state == _OK
            open_ += state == _OPEN
            if state >= _FAILED:
                failed[self._codes[state - _FAILED]] += 1
        return ok, failed, open_
