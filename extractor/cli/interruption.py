"""Ctrl-C during a run of pages: the page in hand is finished, a second Ctrl-C stops at once."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """Whether the user asked to stop."""

    def __init__(self, said: str = "") -> None:
        self.asked = False
        self._said = said

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Note the first request and say so; raise KeyboardInterrupt at the second."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        if self._said:
            # Past the buffers of sys.stderr, which may be in use at this very moment.
            os.write(2, self._said.encode())


@contextmanager
def interruption(said: str = "") -> Iterator[Interruption]:
    """Take SIGINT as a request to stop after the page in hand; the former handler comes back at the end.

    `said` goes to standard error at the first one: a page in hand may take minutes.
    """
    wish = Interruption(said)
    former = signal.signal(signal.SIGINT, wish.handle)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, former)
