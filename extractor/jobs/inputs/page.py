"""One page of a job before it is read, and what is named like a page but is none."""

import hashlib
from dataclasses import dataclass, field

from extractor.documents import Document
from extractor.jobs.outcome import PageFailure


@dataclass(frozen=True, slots=True)
class InputPage:
    """A page to read. `origin` says where it lies, for people: a path, or a list and a line of it.

    `listed` pages are rows of a list, `inline` ones were given as text in it. `problem` is set where there is
    nothing to decode: the file could not be opened, the line is no JSON. Pages travel between processes.
    """

    id: str
    origin: str
    data: bytes = field(repr=False)
    max_bytes: int
    media_type: str | None = None
    inline: bool = False
    listed: bool = False
    problem: PageFailure | None = None
    index: int = -1

    @property
    def sha256(self) -> str:
        """The hash of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def kind(self) -> str:
        """How its bytes are taken; the same bytes of another kind may be another text."""
        if self.problem:
            return "problem"
        return "inline" if self.inline else self.media_type or "sniffed"

    def load(self) -> Document:
        """Decode it. Raises DocumentError."""
        if self.inline:
            return Document.from_text(self.data.decode("utf-8"), id=self.id, max_bytes=self.max_bytes)
        return Document.from_bytes(
            self.data,
            id=self.id,
            media_type=self.media_type,
            max_bytes=self.max_bytes,
            source=self.origin,
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something named like a page that is not read, and why: a link, a device, a pipe."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Options:
    """How inputs are taken.

    `id`, `text` and `path` are the keys or columns of lists. `base` is the folder that paths in lists are
    relative to and must stay below; None means the folder of the list. `stdin` says what standard input
    is: one page (`page`), or a list (`jsonl`, `csv`).
    """

    max_bytes: int
    id: str = "id"
    text: str = "text"
    path: str = "path"
    base: str | None = None
    stdin: str = "page"


def unreadable(id: str, origin: str, message: str, *, code: str, hint: str, max_bytes: int) -> InputPage:
    """A page of which nothing can be decoded: it will be a failure of the job, under its id."""
    problem = PageFailure(document=id, error="DocumentError", code=code, message=message, hint=hint)
    return InputPage(id, origin, message.encode("utf-8", "backslashreplace"), max_bytes, problem=problem)
