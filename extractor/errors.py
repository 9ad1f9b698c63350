"""Everything that can go wrong, as one tree.

ExtractorError
├── DocumentError          a page cannot be read            .document
│   ├── EmptyDocumentError
│   ├── EncodingError      .byte  offset of the first bad byte
│   ├── DocumentTooLargeError
│   └── DuplicateDocumentError
├── RecordError            JSON that is no record           .pointer .source
├── ModelError             a model gave no usable answer    .document .raw
├── SettingsError          an option or variable is wrong
├── SuiteError             an evaluation suite or gold file is wrong
└── DataError              a file shipped with the package is missing
"""


class ExtractorError(Exception):
    """Base of all errors of this package. `hint` says what to try."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


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


class DuplicateDocumentError(DocumentError):
    """Two pages have one id."""


class RecordError(ExtractorError):
    """JSON that is not what it should be. `pointer` says where inside it, `source` which file."""

    def __init__(self, message: str, *, source: str = "", pointer: str = "", hint: str = "") -> None:
        where = ": ".join(part for part in (source, pointer) if part)
        super().__init__(f"{where}: {message}" if where else message, hint=hint)
        self.source = source
        self.pointer = pointer


class ModelError(ExtractorError):
    """A model gave no usable answer for `document`. `raw` is its last answer, if there was one."""

    def __init__(self, message: str, *, document: str = "", raw: str | None = None, hint: str = "") -> None:
        super().__init__(f"{document}: {message}" if document else message, hint=hint)
        self.document = document
        self.raw = raw


class SettingsError(ExtractorError):
    """An option or an environment variable is wrong or missing."""


class SuiteError(ExtractorError):
    """An evaluation suite, or a gold file of it, is wrong."""


class DataError(ExtractorError):
    """A data file that belongs to the package is missing or broken."""
