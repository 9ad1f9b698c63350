"""A recording on disk: `recording.json`, and for each answer a file about it and a file with its text."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from extractor.errors import RecordError, RecordingError
from extractor.model.client import Reply, Request
from extractor.records import strict_json

ABOUT = "recording.json"
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_AGAIN = "Take the folder as it was recorded, or record the pages anew into an empty one"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


File = TypeVar("File", bound=_File)


class RecordingAbout(_File):
    """What a recording is of: all that decides what a reader asks.

    `prompt_sha256` is the prompt's identity, `endpoint` the server's address; the rest is as in ModelReader.
    """

    model: str
    prompt: str
    prompt_sha256: str
    plan: str
    endpoint: str = ""
    parameters: dict[str, Any] = Field(default_factory=dict)
    reasks: int = 2
    max_page_chars: int | None = None
    date: str = Field(default_factory=lambda: datetime.now(UTC).date().isoformat())
    note: str = ""

    def same_as(self, other: "RecordingAbout") -> bool:
        """Whether both are of one kind, whenever they were made."""
        return self == other.model_copy(update={"date": self.date, "note": self.note})


class Entry(_File):
    """What is known of one answer beside its text. `key` is the request's key."""

    document: str
    pass_name: str = Field(alias="pass")
    turn: int
    key: str
    finish_reason: str | None
    refusal: str | None
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    sent: int
    answer_sha256: str

    @classmethod
    def of(cls, request: Request, key: str, reply: Reply) -> "Entry":
        """The entry of an answer to a request."""
        names = ("finish_reason", "refusal", "tokens_in", "tokens_out", "tokens_cached", "sent")
        values: dict[str, Any] = {name: getattr(reply, name) for name in names}
        values |= {"document": request.document, "pass": request.prefix.name, "turn": turn_of(request)}
        values = {name: _clean(value) for name, value in values.items()}
        return cls(**values, key=key, answer_sha256=_sha256(_encoded(reply.text)))

    @property
    def place(self) -> str:
        """Where it lies below the recording, without suffix."""
        return f"{slug(self.document)}/{slug(self.pass_name)}.{self.turn}"

    def reply(self, text: str) -> Reply:
        """The answer again. Nothing is sent for it and nothing paid."""
        values = self.model_dump(exclude={"document", "pass_name", "turn", "key", "answer_sha256"})
        return replace(Reply(text, cached=True), **values)


def turn_of(request: Request) -> int:
    """1 for a first request, 2 for the first that asks again, and so on."""
    return (len(request.turns) + 1) // 2


def slug(name: str) -> str:
    """A name of a file for any name: itself where it is a plain one, else what is plain of it, and a hash."""
    if _PLAIN.fullmatch(name) and not _DEVICE.fullmatch(name) and not name.endswith("."):
        return name
    kept = re.sub(r"[^A-Za-z0-9]+", "-", name)[:60].strip("-")
    return f"{kept}-{_sha256(_encoded(name))[:12]}".lstrip("-")


def write_about(folder: Path, about: RecordingAbout) -> None:
    """Write `recording.json`, or hold the one that is there against it. Raises RecordingError."""
    path = folder / ABOUT
    if not path.exists():
        _write(path, _json(about))
    elif not read_about(folder).same_as(about):
        raise RecordingError(
            f"{folder} holds a recording of another model, prompt, plan or server",
            hint="Record into an empty folder",
        )


def read_about(folder: Path) -> RecordingAbout:
    """What a recording is of. Raises RecordingError."""
    if not (folder / ABOUT).is_file():
        raise RecordingError(f"{folder} holds no {ABOUT}: it is no recording", hint="Check the path")
    return _parsed(RecordingAbout, folder / ABOUT)


def write_answer(folder: Path, place: str, entry: Entry, text: str) -> None:
    """Write an answer, then what is known of it: an answer without that is none."""
    _write(folder / f"{place}.answer.txt", _encoded(text))
    _write(folder / f"{place}.json", _json(entry))


def read_entries(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Place and entry of every answer, in the order of their places. Raises RecordingError."""
    for path in sorted(folder.glob("*/*.json")):
        place = path.relative_to(folder).as_posix().removesuffix(".json")
        yield place, _parsed(Entry, path)


def read_answer(folder: Path, place: str, entry: Entry) -> str:
    """The text of an answer, exactly as it came. Raises RecordingError for one that was altered."""
    path = folder / f"{place}.answer.txt"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RecordingError(f"{path} cannot be read ({error.strerror})", hint=_AGAIN) from error
    if _sha256(data) != entry.answer_sha256:
        raise RecordingError(f"{path} is not the answer that was recorded: its hash is another", hint=_AGAIN)
    return data.decode("utf-8", "surrogatepass")


def _parsed(kind: type[File], path: Path) -> File:
    try:
        return strict_json.parse(kind, strict_json.read(path), source=str(path))
    except (RecordError, OSError) as error:
        raise RecordingError(f"no part of a recording: {error}", hint=_AGAIN) from error


def _json(file: _File) -> bytes:
    whole = file.model_dump(mode="json", by_alias=True)
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_bytes(data)
    partial.replace(path)


def _clean(value: Any) -> Any:
    """Half a surrogate pair, in a file's name or a refusal, has no place in JSON."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
