"""The order of a list's items on the new page."""

from typing import Any

from pydantic import BaseModel

from extractor.records.pointer import join
from perturb.traces import Trace, Traces


def page_order(items: list[Any], pointer: str, kept: list[int], traces: Traces) -> list[int]:
    """Positions of the items that stay, in page order: listed ones first, each by its first words.

    Where that does not explain gold's own order, the items keep gold's order.
    """
    old = [_place(item, f"{pointer}/{at}", traces, new=False) for at, item in enumerate(items)]
    if None in old or sorted(range(len(items)), key=lambda at: (old[at], at)) != list(range(len(items))):
        return kept
    new = {at: _place(items[at], f"{pointer}/{at}", traces, new=True) for at in kept}
    return sorted(kept, key=lambda at: (new[at] or (False, 0), at))


def _place(item: Any, pointer: str, traces: Traces, *, new: bool) -> tuple[bool, int] | None:
    """Whether the item is one of prose only, and where its name first stands."""
    trace = _naming(item, pointer, traces)
    if trace is None:
        return None
    starts = [pair[1].start for pair in trace.kept] if new else [span.start for span in trace.old]
    return (getattr(item, "listed", True) is False, min(starts, default=0))


def _naming(item: Any, pointer: str, traces: Traces) -> Trace | None:
    names = [""]
    if isinstance(item, BaseModel):
        names += [join(name) for name in getattr(type(item), "alignment_keys", ())]
    return next((trace for name in names if (trace := traces.get(pointer + name))), None)
