"""What came back and is no answer for the cache: `kept.jsonl`. Nothing that was paid for is dropped."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.errors import Spent
from extractor.model.batch.files import write_whole
from extractor.model.batch.results import Result, read_result
from extractor.model.modes import Mode
from extractor.records import strict_json

_NAME = "kept.jsonl"

SECOND = "second_answer"
UNKNOWN = "unknown_id"
UNREADABLE = "unreadable_line"
_NO_STATE = frozenset({SECOND, UNKNOWN, UNREADABLE})


class KeptLine(BaseModel):
    """A line of a provider's file as it came, and what is wrong with it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    custom_id: str
    kind: str
    line: str

    @property
    def sha256(self) -> str:
        """Tells lines apart: one that comes twice is one."""
        return hashlib.sha256(self.line.encode()).hexdigest()


class Kept:
    """The kept lines of a job. Call `save` after adding some."""

    def __init__(self, folder: Path, mode: Mode) -> None:
        self._path = folder / _NAME
        self._mode = mode
        self._lines = {(one.sha256, one.kind): one for one in self._read()}
        self._changed = False

    @property
    def lines(self) -> list[KeptLine]:
        """All of them, in an order that does not depend on when they came."""
        return sorted(self._lines.values(), key=lambda one: (one.custom_id, one.kind, one.line))

    def add(self, one: KeptLine) -> bool:
        """Take a line in; whether it is new."""
        if (one.sha256, one.kind) in self._lines:
            return False
        self._lines[one.sha256, one.kind] = one
        self._changed = True
        return True

    def save(self) -> None:
        """Write all lines down, where one was added. Raises OSError."""
        if self._changed:
            write_whole(self._path, (_line(one) for one in self.lines))
            self._changed = False

    def results(self) -> dict[str, list[Result]]:
        """What the kept lines say about each request they were asked for."""
        found: dict[str, list[Result]] = defaultdict(list)
        for one in self.lines:
            if one.kind not in _NO_STATE:
                found[one.custom_id].append(read_result(one.line, self._mode))
        return dict(found)

    def spent(self) -> Spent:
        """What the kept lines cost, by the provider's count."""
        lines = [one.line for one in self.lines if one.kind != UNREADABLE]
        return sum((read_result(line, self._mode).spent for line in lines), start=Spent())

    def counts(self) -> Counter[str]:
        """How many lines there are of each kind."""
        return Counter(one.kind for one in self._lines.values())

    def _read(self) -> Iterable[KeptLine]:
        if not self._path.is_file():
            return []
        lines = strict_json.read(self._path).split("\n")
        return [
            strict_json.parse(KeptLine, line, source=f"{self._path}:{number}")
            for number, line in enumerate(lines, start=1)
            if line
        ]


def _line(one: KeptLine) -> bytes:
    return json.dumps(one.model_dump(), ensure_ascii=True).encode("ascii") + b"\n"
