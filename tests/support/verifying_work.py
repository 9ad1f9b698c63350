"""A reader that waits, whose drafts may kill whatever takes them in. In a module, because drafts travel."""

import asyncio
import os

from extractor.documents import Document
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft
from extractor.records.envelope import PassUsage, Usage


class Bomb:
    """Ends the process that unpacks it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (9,)


class WaitingReader:
    """Reads as the layout reader does, after a moment. A page that says `deadly` has a Bomb in its draft."""

    def read(self, document: Document, /) -> Draft:
        draft = LayoutReader().read(document)
        acceptable = {"/acronym": [Bomb()]} if "deadly" in document.text else {}
        usage = Usage(
            attempts=1, requests=1, tokens_in=7, passes=[PassUsage(name="all", requests=1, tokens_in=7)]
        )
        return draft.model_copy(update={"acceptable": acceptable, "usage": usage})

    async def aread(self, document: Document, /) -> Draft:
        await asyncio.sleep(0)
        return self.read(document)
