"""Answers written down to be reviewed, and read back without a network."""

import threading
from pathlib import Path

from extractor.errors import RecordingError, ReplayMissError, SettingsError
from extractor.model.client import Client, Reply, Request, endpoint_of
from extractor.model.recording_files import (
    Entry,
    RecordingAbout,
    read_about,
    read_answer,
    read_entries,
    turn_of,
    write_about,
    write_answer,
)

Found = tuple[str, Entry]


class RecordingClient:
    """Hands on the answers of `client` and writes each into `folder`, kept and refused ones alike.

    An answer lies at `DOCUMENT/PASS.TURN.json` and `.answer.txt`; where another one lies there, as when a
    long page is asked in pieces, the request's key is added to the name. Errors are not recorded: they are
    no answers. Raises RecordingError for a folder that holds a recording of something else.
    """

    def __init__(self, client: Client, folder: Path, about: RecordingAbout) -> None:
        self._client = client
        self._endpoint = endpoint_of(client)
        self._folder = folder
        self._about = about
        self._lock = threading.Lock()
        write_about(folder, about.model_copy(update={"endpoint": self._endpoint}))
        self._keys = {place: entry.key for place, entry in read_entries(folder)}

    @property
    def endpoint(self) -> str:
        """The endpoint of the client inside."""
        return self._endpoint

    async def complete(self, request: Request) -> Reply:
        """The answer of the client inside, written down. Raises SettingsError for another kind of request."""
        asked = (request.prefix.model, dict(request.prefix.parameters))
        if asked != (self._about.model, self._about.parameters):
            raise SettingsError(
                f"{self._folder} is to be a recording of {self._about.model} with {self._about.parameters}, "
                f"and {asked[0]} is asked with {asked[1]}",
                hint="Give RecordingAbout the model and parameters of the reader",
            )
        reply = await self._client.complete(request)
        entry = Entry.of(request, request.key(self._endpoint), reply)
        with self._lock:
            write_answer(self._folder, self._place(entry), entry, reply.text)
        return reply

    def _place(self, entry: Entry) -> str:
        place = entry.place
        if self._keys.setdefault(place, entry.key) == entry.key:
            return place
        return f"{place}.{entry.key[:16]}"


class ReplayClient:
    """Answers from a recording and from nothing else.

    Raises RecordingError for a folder that is no recording. `complete` raises ReplayMissError for what was
    not recorded, and RecordingError for an answer that was altered.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.about = read_about(folder)
        self._exact: dict[tuple[str, str, str], Found] = {}
        self._by_key: dict[str, Found] = {}
        for place, entry in read_entries(folder):
            known = self._exact.setdefault((entry.key, entry.document, entry.pass_name), (place, entry))
            if known[0] != place:
                raise RecordingError(
                    f"{folder} answers one request twice: {known[0]} and {place}",
                    hint="Remove one of the two",
                )
            self._by_key.setdefault(entry.key, known)

    @property
    def endpoint(self) -> str:
        """The server that gave the answers."""
        return self.about.endpoint

    async def complete(self, request: Request) -> Reply:
        """The recorded answer, marked as cached."""
        key = request.key(self.endpoint)
        # Two pages of one text are one request, which may have been answered in two ways.
        found = self._exact.get((key, request.document, request.prefix.name)) or self._by_key.get(key)
        if found is None:
            raise self._miss(request)
        place, entry = found
        return entry.reply(read_answer(self._folder, place, entry))

    def _miss(self, request: Request) -> ReplayMissError:
        name, turn = request.prefix.name, turn_of(request)
        recorded = {(entry.document, entry.pass_name, entry.turn) for _, entry in self._exact.values()}
        why = "the recording holds no answer"
        if (request.document, name, turn) in recorded:
            why = "the recorded answer is to another request: the page, the prompt or the schema has changed"
        return ReplayMissError(
            f"{why} (pass {name}, turn {turn})",
            document=request.document,
            pass_name=name,
            hint=f"Record the page anew: extractor extract --reader model --record {self._folder} PAGE",
        )
