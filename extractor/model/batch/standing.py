"""Where a job stands: every page read with the answers that are there, and what is missing for the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.documents import Document
from extractor.errors import ModelError
from extractor.model.batch.offline import OfflineClient, PendingError
from extractor.model.batch.states import State, States
from extractor.model.batch.writing import Open
from extractor.model.reader import ModelReader


@dataclass
class Standing:
    """Pages and requests by what they lack.

    `read` are the pages that are complete, `waiting` those that lack answers, `failed` those that have all
    that can be had and still give no record, with the error. `open` are the requests without an answer.
    """

    read: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    failed: dict[str, ModelError] = field(default_factory=dict)
    open: list[Open] = field(default_factory=list)
    states: States = field(default_factory=lambda: States(Counter(), {}))

    def in_state(self, *states: State) -> list[Open]:
        """The open requests in one of some states."""
        return [one for one in self.open if self.states.of(one.custom_id) in states]


def stand(reader: ModelReader, client: OfflineClient, states: States, pages: Iterable[Document]) -> Standing:
    """Read all pages with a reader that asks `client`. Nothing is sent."""
    found = Standing(states=states)
    wanted: dict[str, Open] = {}
    for page in pages:
        try:
            reader.read(page)
            found.read.append(page.id)
        except PendingError:
            found.waiting.append(page.id)
        except ModelError as error:
            found.failed[page.id] = error
        _note(wanted, client, page.id)
    found.open = list(wanted.values())
    return found


def _note(wanted: dict[str, Open], client: OfflineClient, page: str) -> None:
    for key, request in client.take_open():
        pages = (*wanted[key].pages, page) if key in wanted else (page,)
        wanted[key] = Open(key, request, pages)
