"""What a round asked: which request is for which page and pass, and in which file it stands."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.model.batch.terms import Terms
from extractor.records import strict_json

MANIFEST = "manifest.json"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedRequest(_Part):
    """One request of a round, in the pass `asked_in`. `turn` is 1 for the first question, 2 for a re-ask."""

    custom_id: str
    asked_in: str
    turn: int
    pages: list[str]
    file: str


class RequestFile(_Part):
    """One file to send to the provider."""

    name: str
    lines: int
    bytes: int
    sha256: str


class Manifest(_Part):
    """One round."""

    round: int
    terms: Terms
    files: list[RequestFile]
    requests: list[AskedRequest]

    def to_json(self) -> str:
        """One line for each file and request, so that a person can read it."""
        head = f'{{"round": {self.round},\n"terms": {self.terms.model_dump_json()},\n'
        files, requests = _listed(self.files), _listed(self.requests)
        return f'{head}"files": [\n{files}\n],\n"requests": [\n{requests}\n]}}\n'


def _listed(parts: Iterable[_Part]) -> str:
    return ",\n".join(part.model_dump_json() for part in parts)


def round_folder(folder: Path, number: int) -> Path:
    """Where a round lies."""
    return folder / f"round-{number:03}"


def read_rounds(folder: Path) -> list[Manifest]:
    """All rounds of a job in order. Raises RecordError for a damaged manifest."""
    paths = sorted(folder.glob(f"round-*/{MANIFEST}"))
    found = [strict_json.parse(Manifest, strict_json.read(path), source=str(path)) for path in paths]
    return sorted(found, key=lambda one: one.round)


def times_asked(rounds: Iterable[Manifest]) -> Counter[str]:
    """How often each request was asked."""
    return Counter(request.custom_id for one in rounds for request in one.requests)
