"""A reader that kills its process. In a module, because it travels by name."""

import os
import signal

from extractor.documents import Document
from extractor.extraction import Reader
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft


class DeadlyReader(Reader):
    """Reads as the layout reader does; a page that says so kills the process."""

    def read(self, document: Document, /) -> Draft:
        if "deadly" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return LayoutReader().read(document)
