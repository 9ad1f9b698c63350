"""Standard error that nobody need hear: work goes on where what is said of it cannot be written."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_STANDARD_ERROR = 2


class Heedless(io.TextIOWrapper):
    """Text that is dropped, from the first failure on, where it cannot be written."""

    def write(self, text: str, /) -> int:
        """Write or drop it."""
        try:
            return super().write(text)
        except OSError:
            self._drop()
            return len(text)

    def flush(self) -> None:
        """Write what waits, or drop it."""
        try:
            super().flush()
        except OSError:
            self._drop()

    def _drop(self) -> None:
        """Lead the stream nowhere, with what still waits in its buffers."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


@contextmanager
def heedless_errors() -> Iterator[None]:
    """Let a closed or full standard error stop nothing while the block runs."""
    _fill_numbers()
    former = sys.stderr
    if former is None:
        with open(_STANDARD_ERROR, "w", encoding="utf-8", closefd=False) as sys.stderr:
            yield
        sys.stderr = former
        return
    if not hasattr(former, "buffer"):
        yield  # a caller's own stream
        return
    former.flush()
    sys.stderr = Heedless(
        former.buffer, encoding=former.encoding, errors=former.errors, line_buffering=True, write_through=True
    )
    try:
        yield
    finally:
        sys.stderr.flush()
        sys.stderr.detach()
        sys.stderr = former


def _fill_numbers() -> None:
    """Lead closed standard streams nowhere: their numbers would go to the next files that are opened.

    A message would then be written into a journal.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        os.set_inheritable(handle, True)  # noqa: FBT003 - takes no name
    os.close(handle)
