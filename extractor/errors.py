"""Everything that can go wrong, as one tree.

ExtractorError
├── DocumentError          a page cannot be read            .document
│   ├── EmptyDocumentError
│   ├── EncodingError      .byte  offset of the first bad byte
│   ├── DocumentTooLargeError
│   ├── MalformedDocumentError
│   └── DuplicateDocumentError
├── RecordError            JSON that is no record           .pointer .source
├── ModelError             a model gave no usable answer    .document .raw .spent
├── RecordingError         a recording is none, or was altered
│   └── ReplayMissError    it does not answer a request     .document .pass_name
├── SettingsError          an option or variable is wrong
├── SuiteError             an evaluation suite or gold file is wrong
├── RunError               a run or baseline that is to be scored cannot be
└── DataError              a file shipped with the package is missing
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath
from typing import Any


@dataclass(frozen=True, slots=True)
class Spent:
    """What asking a model cost, by the server's own count: HTTP requests sent, tokens of all answers.

    `tokens_cached` are those of `tokens_in` that the provider had kept.
    """

    sent: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.sent + other.sent,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.tokens_cached + other.tokens_cached,
        )

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(
            self.sent - other.sent,
            self.tokens_in - other.tokens_in,
            self.tokens_out - other.tokens_out,
            self.tokens_cached - other.tokens_cached,
        )


class ExtractorError(Exception):
    """Base of all errors of this package. `hint` says what to try."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors travel between processes; constructors ask for more than the message.
        return type(self).__new__, (type(self), *self.args), vars(self)


class DocumentError(ExtractorError):
    """A page cannot be read. `document` names it: a path, or an id."""

    def __init__(self, message: str, *, document: str, hint: str = "") -> None:
        super().__init__(f"{document}: {message}", hint=hint)
        self.document = document


class EmptyDocumentError(DocumentError):
    """The page holds no words."""


class EncodingError(DocumentError):
    """The bytes are no text we read. `byte` is the offset of the first bad byte, where one is to blame."""

    def __init__(self, message: str, *, document: str, byte: int | None = None, hint: str = "") -> None:
        super().__init__(message, document=document, hint=hint)
        self.byte = byte


class DocumentTooLargeError(DocumentError):
    """The page is larger than the limit."""


class MalformedDocumentError(DocumentError):
    """A file is not what its suffix says: broken JSON or XML, or several records in one file."""


class DuplicateDocumentError(DocumentError):
    """Two pages have one id."""

    @classmethod
    def between(cls, first: str, second: str, *, document: str, hint: str = "") -> "DuplicateDocumentError":
        """The error about pages in two places, which are files where no hint is given."""
        if first == second:
            hint = hint or "Name it once"
        elif PurePath(first).parent == PurePath(second).parent:
            hint = hint or "Rename one"
        hint = hint or "Give the folder above both instead, or rename one"
        return cls(f"two pages have this id: {first} and {second}", document=document, hint=hint)


class RecordError(ExtractorError):
    """JSON that is not what it should be. `pointer` says where inside it, `source` which file."""

    def __init__(self, message: str, *, source: str = "", pointer: str = "", hint: str = "") -> None:
        where = ": ".join(part for part in (source, pointer) if part)
        super().__init__(f"{where}: {message}" if where else message, hint=hint)
        self.source = source
        self.pointer = pointer


class ModelError(ExtractorError):
    """A model gave no usable answer for `document`.

    `raw` is its last answer, if there was one; `spent` is what was paid before it failed, and `cost` the same
    as money, None where no price is known; `attempts` is how often the model was asked about the page, all
    passes together.
    """

    attempts = 0
    cost: Decimal | None = None

    def __init__(
        self,
        message: str,
        *,
        document: str = "",
        raw: str | None = None,
        hint: str = "",
        spent: Spent | None = None,
    ) -> None:
        super().__init__(f"{document}: {message}" if document else message, hint=hint)
        self.document = document
        self.raw = raw
        self.spent = spent or Spent()


class RecordingError(ExtractorError):
    """A folder is no recording of a model's answers, is another one, or was altered."""


class ReplayMissError(RecordingError):
    """A recording holds no answer to a request about `document`; `pass_name` says to which."""

    def __init__(self, message: str, *, document: str, pass_name: str, hint: str = "") -> None:
        super().__init__(f"{document}: {message}" if document else message, hint=hint)
        self.document = document
        self.pass_name = pass_name


class SettingsError(ExtractorError):
    """An option or an environment variable is wrong or missing."""


class SuiteError(ExtractorError):
    """An evaluation suite, or a gold file of it, is wrong."""


class RunError(ExtractorError):
    """A run or baseline that is to be scored is none, is not whole, or cannot be compared."""


class DataError(ExtractorError):
    """A data file that belongs to the package is missing or broken."""
