"""What child processes of tests do. In a module, because it travels by name."""

import os
import signal
from pathlib import Path

from extractor.documents import Document
from extractor.errors import ReplayMissError
from extractor.extraction import Reader
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft


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


class DeadlyReader(Reader):
    """Reads as the layout reader does; a page that says so kills the process."""

    def read(self, document: Document, /) -> Draft:
        if "deadly" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return LayoutReader().read(document)
