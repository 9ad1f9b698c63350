"""Gold's record on the new page: what has lost its words goes, lists follow the page."""

from typing import Any

from pydantic import BaseModel

from extractor.records.declare import Check, declarations
from extractor.records.pointer import join
from perturb.moves import Fate
from perturb.page_order import page_order
from perturb.traces import Traces, says

GONE = object()
"""Stands for a value that the new page does not state."""


class Pruning:
    """One record, pruned.

    `order`: for each list, the old positions of the items that stay, in their new order. `emptied`: values
    that the new page does not state. `doubtful`: values about which the new page says something that gold
    did not label, with the reason. All pointers are those of the old record.
    """

    def __init__(self, traces: Traces) -> None:
        self._traces = traces
        self.order: dict[str, list[int]] = {}
        self.emptied: set[str] = set()
        self.doubtful: dict[str, str] = {}

    def prune(self, record: BaseModel) -> dict[str, Any]:
        """The record's fields on the new page; arms and interventions keep their old keys."""
        pruned: dict[str, Any] = self._object(record, "", nullable=False)
        return pruned

    def _object(self, model: BaseModel, pointer: str, *, nullable: bool) -> Any:
        if (trace := self._traces.get(pointer)) and trace.fate is not Fate.KEPT:
            return GONE
        values = {}
        for name in declarations(type(model)):
            info = type(model).model_fields[name]
            old = getattr(model, name)
            new = self._value(model, name, old, pointer + join(name))
            if new is GONE and info.is_required():
                return GONE
            values[name] = info.get_default(call_default_factory=True) if new is GONE else new
            if new is GONE:
                self._note(pointer + join(name))
        below = self._traces.below(pointer)
        if nullable and below and all(trace.fate is not Fate.KEPT for trace in below):
            return GONE
        return values

    def _value(self, owner: BaseModel, name: str, value: Any, pointer: str) -> Any:
        verbatim = declarations(type(owner))[name].check is Check.VERBATIM
        if isinstance(value, list):
            return self._list(value, pointer, verbatim=verbatim)
        if isinstance(value, BaseModel):
            default = type(owner).model_fields[name].get_default(call_default_factory=True)
            return self._object(value, pointer, nullable=default is None)
        return self._plain(value, pointer, verbatim=verbatim)

    def _plain(self, value: Any, pointer: str, *, verbatim: bool) -> Any:
        """A value without parts; a verbatim one as the new page prints it."""
        trace = self._traces.get(pointer)
        if value is None or trace is None:
            return value
        if trace.fate is not Fate.KEPT:
            return GONE
        if not verbatim:
            return value
        return next(new.quote for old, new in trace.kept if says(old, value))

    def _list(self, items: list[Any], pointer: str, *, verbatim: bool) -> list[Any]:
        kept: dict[int, Any] = {}
        for at, item in enumerate(items):
            where = f"{pointer}/{at}"
            if isinstance(item, BaseModel):
                new = self._object(item, where, nullable=True)
            else:
                new = self._plain(item, where, verbatim=verbatim)
            if new is GONE:
                self._note_item(pointer, where, item)
            else:
                kept[at] = new
        self.order[pointer] = page_order(items, pointer, list(kept), self._traces)
        if items and not kept:
            self.emptied.add(pointer)
        return [kept[at] for at in self.order[pointer]]

    def _note(self, pointer: str) -> None:
        """Remember why a value is null now."""
        self.emptied.add(pointer)
        below = self._traces.below(pointer)
        if any(trace.fate is Fate.TORN for trace in below):
            self.doubtful[pointer] = "other words stand between its parts"
        elif any(trace.fate is Fate.KEPT for trace in below):
            self.doubtful[pointer] = "its words are gone but some words of the same object are left"
        elif any(self._traces.stands(span.quote) for trace in below for span in trace.old):
            self.doubtful[pointer] = "its words are gone but the same words stand elsewhere"

    def _note_item(self, pointer: str, at: str, item: Any) -> None:
        """Remember why an item is missing now."""
        naming = [at + join(name) for name in getattr(type(item), "alignment_keys", ())] or [at]
        traces = [trace for name in naming if (trace := self._traces.get(name))]
        if any(trace.fate is Fate.TORN for trace in self._traces.below(at)):
            self.doubtful[pointer] = "other words stand between the parts of an item"
        elif any(trace.fate is Fate.KEPT for trace in traces) or any(
            self._traces.stands(span.quote) for trace in traces for span in trace.old
        ):
            self.doubtful[pointer] = "an item is gone but its name stands elsewhere"
