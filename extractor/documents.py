"""The Document: the immutable text of one page. Everything that points into a page points into this text."""

import codecs
import hashlib
import os
import re
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from extractor.conversion.convert import MEDIA_TYPES, convert, sniffed
from extractor.conversion.converted import Field
from extractor.errors import DocumentError, DocumentTooLargeError, EmptyDocumentError, EncodingError

MAX_BYTES = 5_000_000
"""Pages larger than this are refused unless the caller raises the limit."""

SUFFIXES = frozenset({".txt", ".text", *MEDIA_TYPES})
"""Files with these suffixes are pages of a folder; a file named outright is read whatever its suffix."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_FILE_NAME = re.compile(r"[^\s<>]{1,400}\.(?:txt|text|md|markdown|html?|json|xml)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """One page. Offsets everywhere are code points of `text`; line ends stay as they were read.

    `sha256` is the hash of the bytes as read, `text_sha256` that of the text in UTF-8; they differ where
    a byte order mark was dropped, another encoding was decoded or HTML, JSON or XML was converted
    (`converter` says by what). `fields` say where the fields of a record in JSON or XML stand in the text;
    other pages have none.
    Build one with `from_text`, `from_bytes` or `from_path`.
    """

    id: str
    text: str = field(repr=False)
    sha256: str
    text_sha256: str
    media_type: str = "text/plain"
    converter: str | None = None
    fields: tuple[Field, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def from_text(cls, text: str, *, id: str | None = None, max_bytes: int = MAX_BYTES) -> "Document":
        """A page given as text; without an id it is named after its hash. Never opens a file.

        Raises EmptyDocumentError, EncodingError, DocumentTooLargeError, and DocumentError for a file's name.
        """
        name = id or "text"
        if _FILE_NAME.fullmatch(text):
            raise DocumentError(
                f"the text is a file's name, {text!r}",
                document=name,
                hint="A file is given as a Path: Path(...)",
            )
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise EncodingError(
                f"the text holds half of a surrogate pair at offset {error.start}",
                document=name,
                hint="Decode the page again with errors='strict'",
            ) from error
        digest = hashlib.sha256(data).hexdigest()
        _check_text(text, name)
        _check_size(len(data), name, max_bytes)
        return cls(id=id or f"text-{digest[:12]}", text=text, sha256=digest, text_sha256=digest)

    @classmethod
    def from_bytes(
        cls,
        data: bytes,
        *,
        id: str,
        media_type: str | None = None,
        max_bytes: int = MAX_BYTES,
        source: str | None = None,
    ) -> "Document":
        """A page given as bytes: UTF-8 with or without byte order mark, UTF-16 with one.

        HTML, JSON and XML are converted. `media_type` None means: HTML or a trial record if the bytes begin
        like one, else plain text. `source` is what errors call the page: a path says more than an id.
        Raises EmptyDocumentError, EncodingError, DocumentTooLargeError, MalformedDocumentError.
        """
        name = source or id
        _check_size(len(data), name, max_bytes)
        text = _decode(data, name)
        _check_words(text, name)
        media = media_type or sniffed(text)
        made = convert(text, media, name)
        text = made.text if made else text
        _check_text(text, name)
        return cls(
            id=id,
            text=text,
            sha256=hashlib.sha256(data).hexdigest(),
            text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
            media_type=media,
            converter=made.converter if made else None,
            fields=made.fields if made else (),
        )

    @classmethod
    def from_path(cls, path: Path, *, id: str | None = None, max_bytes: int = MAX_BYTES) -> "Document":
        """A page in a file; its id is the file's stem unless given.

        The suffix tells HTML, Markdown, JSON and XML.

        Raises DocumentError for a file that cannot be opened, besides the errors of `from_bytes`.
        """
        try:
            with path.open("rb") as file:
                data = _read(file, max_bytes + 1)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise DocumentError(
                f"it cannot be opened ({why})", document=str(path), hint="Check the path"
            ) from error
        return cls.from_bytes(
            data,
            id=id if id is not None else path.stem,
            media_type=MEDIA_TYPES.get(path.suffix.lower()),
            max_bytes=max_bytes,
            source=str(path),
        )


def _read(file: BufferedReader, limit: int) -> bytes:
    """At most `limit` bytes. Asking for far more than a file holds would allocate it all."""
    size = os.fstat(file.fileno()).st_size
    data = file.read(min(size, limit))
    return data + file.read(limit - len(data)) if _goes_on(file, data, limit) else data


def _goes_on(file: BufferedReader, data: bytes, limit: int) -> bool:
    """Whether more is there than the size said: a file that grows, or a device, which has none."""
    return len(data) < limit and bool(file.peek(1))


def _check_size(size: int, name: str, limit: int) -> None:
    if size > limit:
        raise DocumentTooLargeError(
            f"the page has more than {limit:,} bytes",
            document=name,
            hint="Raise the limit (--max-bytes, EXTRACTOR_MAX_BYTES) if it really is one page",
        )


def _check_text(text: str, name: str) -> None:
    _check_words(text, name)
    if (at := text.find("\x00")) >= 0:
        raise EncodingError(
            f"a NUL character stands at offset {at}: this is no text",
            document=name,
            byte=len(text[:at].encode("utf-8")),
            hint="Convert the page to text or HTML first",
        )


def _check_words(text: str, name: str) -> None:
    if not text.strip():
        raise EmptyDocumentError("the page is empty", document=name, hint="Nothing can be read from it")


def _decode(data: bytes, name: str) -> str:
    bom, codec, encoding = next((one for one in _BOMS if data.startswith(one[0])), (b"", "utf-8", "UTF-8"))
    try:
        return data[len(bom) :].decode(codec)
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        raise EncodingError(
            f"byte {at} (0x{data[at]:02x}) is not {encoding}",
            document=name,
            byte=at,
            hint="Save the page as UTF-8, or as UTF-16 with a byte order mark",
        ) from error
