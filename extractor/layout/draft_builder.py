"""Builds a Draft value by value: each with the slice of the page it was read from."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Lineage
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.missing import MissingReason
from extractor.records.pointer import join, split
from extractor.records.record import TrialRecord
from extractor.structure.slices import Slice
from extractor.verification.build import quote


@lru_cache(maxsize=8192)
def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(split(pointer))


class DraftBuilder:
    """Collects values, words, reasons and findings; `draft()` makes the record of them.

    Pointers are written by the caller; objects on the way are made as they are needed, items of lists with
    `item`.
    """

    def __init__(self, layout: str, page_kind: str) -> None:
        self._record: dict[str, Any] = {}
        self._quotes: dict[str, list[Quote]] = {}
        self._missing: dict[str, tuple[MissingReason, tuple[Slice, ...]]] = {}
        self._findings: list[Finding] = []
        self.put("/source/layout", layout)
        self.put("/source/page_kind", page_kind)

    def put(self, pointer: str, value: Any, *words: Slice) -> None:
        """Set a value and offer its words."""
        *path, last = _tokens(pointer)
        target = self._target(path)
        if isinstance(target, list):
            target[int(last)] = value
        else:
            target[last] = value
        self.words(pointer, *words)

    def get(self, pointer: str) -> Any:
        """The value set at a pointer, or None."""
        value: Any = self._record
        for token in _tokens(pointer):
            if value is not None:
                value = value[int(token)] if isinstance(value, list) else value.get(token)
        return value

    def _target(self, path: Sequence[str]) -> Any:
        target: Any = self._record
        for token in path:
            target = target[int(token)] if isinstance(target, list) else target.setdefault(token, {})
        return target

    def words(self, pointer: str, *words: Slice) -> None:
        """Offer words for a value, an object or a null."""
        for piece in words:
            # Slices of a page are valid quotes: nothing is checked again.
            self._quotes.setdefault(pointer, []).append(quote(piece.text, piece.start))

    def say(self, pointer: str, words: Slice | None) -> None:
        """Set a verbatim value; nothing is set where nothing is printed."""
        if words:
            self.put(pointer, words.text, words)

    def item(self, pointer: str, value: Any = None, *words: Slice) -> str:
        """Append a value, or an empty object, to the list at a pointer and return its own pointer."""
        *path, last = _tokens(pointer)
        items = self._target(path).setdefault(last, [])
        items.append({} if value is None else value)
        place = pointer + join(len(items) - 1)
        self.words(place, *words)
        return place

    def say_each(self, pointer: str, *pieces: Slice) -> None:
        """Append verbatim values to the list at a pointer."""
        for piece in pieces:
            self.item(pointer, piece.text, piece)

    def missing(self, pointer: str, reason: MissingReason, *words: Slice) -> None:
        """Say why a value is null, with the page's words where it says so; void once the value is set."""
        self._missing[pointer] = (reason, words)

    def find(self, code: FindingCode, pointer: str, message: str, *words: Slice) -> None:
        """Add a finding."""
        spans = [Span(quote=piece.text, start=piece.start, end=piece.end) for piece in words]
        self._findings.append(Finding(code=code, pointer=pointer, message=message, spans=spans))

    def draft(self) -> Draft:
        """The draft of all that was collected."""
        missing = {place: one for place, one in self._missing.items() if self.get(place) in (None, [])}
        for place, (_, words) in missing.items():
            self.words(place, *words)
        return Draft(
            record=TrialRecord.model_validate(self._record),
            quotes=self._quotes,
            missing={place: reason for place, (reason, _) in missing.items()},
            findings=self._findings,
            lineage=Lineage(reader="layout"),
        )
