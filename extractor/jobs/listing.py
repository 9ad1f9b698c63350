"""inputs.jsonl: all pages of a job in their order, written before the first one is read.

A line is a page (`id`, `sha256`, `kind`, `origin`; `same_as` is the index of an earlier page of the same
content, which is read for both) or something skipped (`skipped`, `reason`).
"""

import hashlib
import json
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import DuplicateDocumentError
from extractor.jobs.errors import BrokenRunError
from extractor.jobs.inputs.page import InputPage, Skipped

LISTING = "inputs.jsonl"
_DIGEST = 16
"""Bytes kept of a hash to know ids and contents again: half a million pages stay below 200 MB."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the list. `primary` is the index of the page that is read for it: its own or another."""

    index: int
    id: str
    sha256: str
    kind: str
    origin: str
    primary: int

    @property
    def again(self) -> bool:
        """Whether an earlier page has the same content."""
        return self.primary != self.index


@dataclass
class ListSum:
    """What a list holds.

    `digest` covers ids and contents, names and reasons of what is skipped, in their order, but not where they
    lie.
    """

    pages: int = 0
    again: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    digest: str = ""


def entries_of(inputs: Iterable[InputPage | Skipped]) -> Iterator[Entry | Skipped]:
    """The list of inputs that can be gone through twice. Raises DuplicateDocumentError for two equal ids."""
    ids: set[bytes] = set()
    contents: dict[bytes, int] = {}
    for page in inputs:
        if isinstance(page, Skipped):
            yield page
            continue
        if (key := _short(page.id)) in ids:
            raise _duplicate(page, inputs)
        ids.add(key)
        sha256 = page.sha256
        primary = contents.setdefault(_short(f"{page.kind} {sha256}"), page.index)
        yield Entry(page.index, page.id, sha256, page.kind, page.origin, primary)


def _short(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def _duplicate(page: InputPage, inputs: Iterable[InputPage | Skipped]) -> DuplicateDocumentError:
    first = next(one for one in inputs if isinstance(one, InputPage) and one.id == page.id)
    hint = ""
    if first.origin != page.origin and (first.listed or page.listed):
        hint = "Give a row another id" if first.listed and page.listed else "Give the row another id"
    return DuplicateDocumentError.between(first.origin, page.origin, document=page.id, hint=hint)


def tallied(entries: Iterable[Entry | Skipped], total: ListSum) -> Iterator[Entry | Skipped]:
    """The same entries, counted into `total`; its digest is set at the end."""
    whole = hashlib.sha256()
    for entry in entries:
        if isinstance(entry, Skipped):
            total.skipped[entry.reason] += 1
            whole.update(f"{json.dumps(Path(entry.name).name)} {entry.reason}\n".encode())
        else:
            total.pages += 1
            total.again += entry.again
            whole.update(f"{json.dumps(entry.id)} {entry.kind} {entry.sha256}\n".encode())
        yield entry
    total.digest = whole.hexdigest()


def line_of(entry: Entry | Skipped) -> str:
    """An entry as a line of the file."""
    if isinstance(entry, Skipped):
        fields: dict[str, str | int] = {"skipped": entry.name, "reason": entry.reason}
    else:
        fields = {"id": entry.id, "sha256": entry.sha256, "kind": entry.kind, "origin": entry.origin}
        if entry.again:
            fields["same_as"] = entry.primary
    return json.dumps(fields, ensure_ascii=False) + "\n"


def read_listing(path: Path) -> Generator[Entry, None, None]:
    """The pages of a list that was written, in order. Raises OSError, BrokenRunError."""
    with closing(read_all(path)) as lines:
        yield from (line for line in lines if isinstance(line, Entry))


def read_all(path: Path) -> Generator[Entry | Skipped, None, None]:
    """All that stands in a list, in order. Raises OSError, BrokenRunError."""
    index = 0
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            entry = _entry(line, index, path, number)
            yield entry
            index += isinstance(entry, Entry)


def _entry(line: str, index: int, path: Path, number: int) -> Entry | Skipped:
    try:
        fields = json.loads(line)
        if "skipped" in fields:
            return Skipped(fields["skipped"], fields["reason"])
        primary = fields.pop("same_as", index)
        return Entry(index=index, primary=primary, **fields)
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise BrokenRunError(
            f"line {number} of {path.name} was changed",
            folder=path.parent,
            hint="Begin anew in another --out",
        ) from error
