"""What child processes of tests do. In a module, because it travels by name."""

import os
import signal
from pathlib import Path

from extractor.errors import ReplayMissError


def work(item: str) -> tuple[str, int]:
    """`die once FILE` kills its process unless the file is there, `die` always, `raise` raises."""
    what, _, file = item.partition(" ")
    if what == "die" and not (file and Path(file).exists()):
        if file:
            Path(file).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "raise":
        raise ReplayMissError("no answer", document="d", pass_name="p")
    return item, os.getpid()
