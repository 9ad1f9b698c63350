"""What differs between the list of a job and its inputs now, and which of it may be taken up."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from extractor.jobs.inputs.page import Skipped
from extractor.jobs.listing import Entry

PROBLEM = "problem"
"""The kind of a page that could not be opened; its content is what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first difference, in words, that makes another job; empty where there is none.

    `mended` counts, up to there, pages that could not be read and are others now.
    """

    words: str = ""
    mended: int = 0


def difference(
    listed: Iterable[Entry | Skipped], now: Iterable[Entry | Skipped], unread: Container[int]
) -> Difference:
    """Compare two lists. `unread` has the indices of pages that failed before a reader saw them."""
    mended = 0
    for old, new in zip_longest(listed, now):
        if _mark(old) == _mark(new):
            continue
        if not isinstance(old, Entry) or not isinstance(new, Entry) or not _is_unread(old, unread):
            return Difference(_in_words(old, new), mended)
        mended += 1
    return Difference(mended=mended)


def _mark(entry: Entry | Skipped | None) -> object:
    """What must be the same. Where a thing lies may be spelled in many ways; its name has one."""
    if isinstance(entry, Entry):
        return entry.id, entry.sha256, entry.kind
    return entry and (Path(entry.name).name, entry.reason)


def _is_unread(entry: Entry, unread: Container[int]) -> bool:
    return entry.kind == PROBLEM or entry.primary in unread


def _in_words(old: Entry | Skipped | None, new: Entry | Skipped | None) -> str:
    if isinstance(old, Entry) and isinstance(new, Entry):
        if new.id != old.id:
            return f"page {old.index + 1} was {old.id!r} and is now {new.id!r}"
        return f"the page {old.id!r} has another content"
    if isinstance(new, Skipped):
        return f"{new.name!r} is new and would be skipped: {new.reason}"
    if isinstance(old, Skipped):
        return f"{old.name!r}, which was skipped, is no longer among them"
    if old is not None:
        return f"the page {old.id!r} is no longer among them"
    return f"the page {new.id!r} is new" if new else ""
