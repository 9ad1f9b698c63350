"""A batch job in a folder: terms, pages, rounds of requests, and what was kept of what came back."""

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path

from extractor.documents import Document
from extractor.errors import Spent
from extractor.model.answer_store import AnswerStore
from extractor.model.batch.importing import Import, Imported
from extractor.model.batch.kept import Kept
from extractor.model.batch.manifest import Manifest, read_rounds, times_asked
from extractor.model.batch.offline import OfflineClient
from extractor.model.batch.pages import add_pages, read_pages
from extractor.model.batch.results import spent_on
from extractor.model.batch.standing import Standing, stand
from extractor.model.batch.states import State, States
from extractor.model.batch.terms import Terms, agree, read_terms
from extractor.model.batch.writing import Split, write_round
from extractor.model.body import request_body
from extractor.model.reader import ModelReader
from extractor.model.recordings import RecordingClient


class Job:
    """The job in `folder`, whose usable answers lie in the cache folder `answers`.

    Everything is derived from the files, so that a process that is killed leaves nothing to mend.
    Raises SettingsError where the folder holds no job.
    """

    def __init__(self, folder: Path, answers: Path) -> None:
        self.folder = folder
        self.terms = read_terms(folder)
        self.store = AnswerStore(answers)

    @classmethod
    def begin(cls, folder: Path, answers: Path, terms: Terms) -> "Job":
        """A new job, or the one that lies there with the same terms. Raises SettingsError."""
        agree(folder, terms)
        return cls(folder, answers)

    @property
    def pages(self) -> list[Document]:
        """All pages of the job."""
        return read_pages(self.folder)

    @property
    def rounds(self) -> list[Manifest]:
        """What was asked so far."""
        return read_rounds(self.folder)

    @property
    def kept(self) -> Kept:
        """What came back and is no answer for the cache."""
        return Kept(self.folder, self.terms.mode)

    def add(self, documents: Iterable[Document]) -> None:
        """Add pages. Raises DuplicateDocumentError."""
        add_pages(self.folder, documents)

    def take(self, paths: Sequence[Path], *, secret: str | None = None) -> Imported:
        """Import files of the provider. `secret` is written nowhere. Raises OSError, SettingsError."""
        asked = times_asked(self.rounds)
        with Import(self.terms, self.store, self.kept, asked, secret=secret) as work:
            return work.take(paths)

    def reader(self, *, record: Path | None = None) -> tuple[ModelReader, OfflineClient]:
        """What reads the job's pages without sending anything, and writes the answers into `record`.

        Raises SettingsError for another prompt, RecordingError where `record` holds another recording.
        """
        client = OfflineClient(self.store, self._states, self.terms.identity)
        terms = self.terms
        reader = ModelReader(
            client if record is None else RecordingClient(client, record, terms.about()),
            model=terms.model,
            plan=terms.plan,
            prompt=terms.the_prompt(),
            reasks=terms.reasks,
            parameters=terms.parameters,
            max_page_chars=terms.max_page_chars,
        )
        return reader, client

    def stand(self) -> Standing:
        """Where the job stands."""
        reader, client = self.reader()
        return stand(reader, client, self._states, self.pages)

    def next_round(
        self, standing: Standing, split: Split, *, waiting: bool = False, final: bool = False
    ) -> Manifest | None:
        """Write what is to be asked next; None where there is nothing.

        Requests that wait for their answers are left out, so that nothing is paid for twice, and so are
        final failures, unless they are asked for.
        """
        states = [
            State.NEW,
            State.FAILED,
            *([State.WAITING] if waiting else []),
            *([State.FINAL] if final else []),
        ]
        requests = standing.in_state(*states)
        if not requests:
            return None
        number = max((one.round for one in self.rounds), default=0) + 1
        body = partial(request_body, mode=self.terms.mode)
        return write_round(self.folder, number, self.terms, requests, body, split)

    def spent(self) -> Spent:
        """What all answers of the job cost, each counted once."""
        replies = [self.store.find(key) for key in times_asked(self.rounds)]
        return sum((spent_on(reply) for reply in replies if reply), start=self.kept.spent())

    @cached_property
    def _states(self) -> States:
        return States(times_asked(self.rounds), self.kept.results())
