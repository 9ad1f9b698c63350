"""Ctrl-C during a run of pages: the page in hand is finished, a second Ctrl-C stops at once."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType


class Interruption:
    """Whether the user asked to stop."""

    def __init__(self, said: str = "") -> None:
        self.asked = False
        self._said = said

    def handle(self, number: int, _frame: FrameType | None) -> None:
        """Note the first request and say so; raise KeyboardInterrupt at the second.

        A terminal that is closed may say so twice, by itself and through its shell.
        """
        if self.asked:
            if number == getattr(signal, "SIGHUP", None):
                return
            raise KeyboardInterrupt
        self.asked = True
        if self._said:
            # Past the buffers of sys.stderr, which may be in use at this very moment; or closed.
            with suppress(OSError):
                os.write(2, self._said.encode())


@contextmanager
def interruption(said: str = "") -> Iterator[Interruption]:
    """Take SIGINT, SIGTERM and SIGHUP as a request to stop after the page in hand.

    `said` goes to standard error at the first one: a page in hand may take minutes. The former handlers come
    back at the end. What is ignored, as under nohup, stays ignored.
    """
    wish = Interruption(said)
    former = {number: signal.signal(number, wish.handle) for number in _numbers()}
    try:
        yield wish
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _numbers() -> list[signal.Signals]:
    others = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    return [signal.SIGINT, *(one for one in others if signal.getsignal(one) is not signal.SIG_IGN)]
