"""Answers of one pass about several pieces of a page become one: nothing that any piece says is dropped."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from extractor.model.wire.annotations import parts_of
from extractor.model.wire.part import Part
from extractor.records.declare import ATOMS, Check, Declared, declarations
from extractor.records.draft import Quote
from extractor.records.finding import Finding, FindingCode
from extractor.records.missing import MissingReason
from extractor.records.pointer import resolve
from extractor.records.record import TrialRecord
from extractor.verification.fold import fold

_EMPTY: tuple[Any, ...] = (None, [])
_SHOWN = 60


def unite(parts: Sequence[Part], page: str) -> Part:
    """The part that all pieces of a page give together, in the order of the pieces.

    A value that several pieces state is taken from the first; one that differs leaves a finding. Items of
    lists are one where their heads (label, name, measure, text …) are equal when folded. A block that goes on
    in the next piece is joined.
    """
    if len(parts) == 1:
        return parts[0]
    union = _Union(page)
    for part in parts:
        union.add(part)
    return union.part()


class _Union:
    """What the pieces said so far."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._record: dict[str, Any] = {}
        self._quotes: dict[str, list[Quote]] = {}
        self._missing: dict[str, MissingReason] = {}
        self._findings: list[Finding] = []
        self._more = Part({})

    def add(self, part: Part) -> None:
        """Take in what another piece said."""
        self._more = part
        self._findings += part.findings
        self._object(TrialRecord, self._record, part.record, "", "")

    def part(self) -> Part:
        """All of it. Reasons of nulls that another piece filled are void."""
        missing = {at: why for at, why in self._missing.items() if resolve(self._record, at) in _EMPTY}
        return Part(self._record, self._quotes, missing, self._findings)

    def _object(
        self, model: type[BaseModel], mine: dict[str, Any], more: dict[str, Any], old: str, new: str
    ) -> None:
        self._join(old, new)
        for name, value in more.items():
            declared = declarations(model).get(name)
            before, after = f"{old}/{name}", f"{new}/{name}"
            if mine.get(name) in _EMPTY:
                mine[name] = value
                self._adopt(before, after)
            elif value in _EMPTY:
                continue
            elif isinstance(value, list):
                self._list(parts_of(model, name), mine[name], value, before, after)
            elif isinstance(value, dict) and declared and declared.scoring not in ATOMS:
                self._object(parts_of(model, name) or model, mine[name], value, before, after)
            elif declared:
                mine[name] = self._value(declared, mine[name], value, before, after)

    def _list(
        self, model: type[BaseModel] | None, mine: list[Any], more: list[Any], old: str, new: str
    ) -> None:
        self._join(old, new)
        known = [_head(model, item) for item in mine]
        for position, item in enumerate(more):
            head = _head(model, item)
            if head not in known:
                mine.append(item)
                self._adopt(f"{old}/{position}", f"{new}/{len(mine) - 1}")
                continue
            at = known.index(head)
            known[at] = None  # items of one answer are never one
            if model and isinstance(item, dict):
                self._object(model, mine[at], item, f"{old}/{position}", f"{new}/{at}")
            else:
                self._join(f"{old}/{position}", f"{new}/{at}")

    def _value(self, declared: Declared, mine: Any, more: Any, old: str, new: str) -> Any:
        if declared.block and (joined := self._joined(old, new)):
            return joined
        if declared.check is Check.STRUCTURAL:
            return mine or more if isinstance(mine, bool) else mine
        if _same(mine, more):
            self._join(old, new)
        else:
            message = f"another piece of the page says {_shown(more)}: {_shown(mine)} was kept"
            self._findings.append(Finding(code=FindingCode.CONTRADICTION, pointer=new, message=message))
        return mine

    def _joined(self, old: str, new: str) -> str | None:
        """The block that two slices of the page make, if nothing but blanks lies between them."""
        slices = [
            (quote.start, quote.start + len(quote.text))
            for quote in (*self._quotes.get(new, []), *self._more.quotes.get(old, []))
            if quote.start is not None
        ]
        if len(slices) != 2:  # noqa: PLR2004 - one of each
            return None
        (first, until), (again, last) = sorted(slices)
        if self._page[until:again].strip():
            return None
        text = self._page[first : max(until, last)]
        self._quotes[new] = [Quote(text=text, start=first)]
        return text

    def _join(self, old: str, new: str) -> None:
        """Take over what another piece offers for a place: further words, a reason."""
        quotes = self._more.quotes.get(old, [])
        if quotes:
            known = self._quotes.setdefault(new, [])
            known += [quote for quote in quotes if quote not in known]
        if old in self._more.missing:
            self._missing.setdefault(new, self._more.missing[old])

    def _adopt(self, old: str, new: str) -> None:
        """Take over what another piece offers for a place and for everything below it."""
        for place in dict.fromkeys((*self._more.quotes, *self._more.missing)):
            if place == old or place.startswith(f"{old}/"):
                self._join(place, new + place.removeprefix(old))


def _head(model: type[BaseModel] | None, item: Any) -> Any:
    """What tells an item of a list from the others."""
    if isinstance(item, str):
        return fold(item)
    keys = getattr(model, "alignment_keys", ())
    values = [item.get(key) for key in keys] if isinstance(item, dict) else []
    if all(value in _EMPTY for value in values):
        return json.dumps(item, sort_keys=True)
    return [fold(value) if isinstance(value, str) else value for value in values]


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return bool(one == other)


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
