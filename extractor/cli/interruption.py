"""Ctrl-C during a run of pages: the page in hand is finished, a second Ctrl-C stops at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """Whether the user asked to stop."""

    def __init__(self) -> None:
        self.asked = False

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Note the first request; raise KeyboardInterrupt at the second."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def interruption() -> Iterator[Interruption]:
    """Take SIGINT as a request to stop after the page in hand; the former handler comes back at the end."""
    wish = Interruption()
    former = signal.signal(signal.SIGINT, wish.handle)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, former)
