"""The count of a list's items."""

from collections.abc import Sequence

from extractor.evaluation.assignment import Pair
from extractor.evaluation.faults import displaced
from extractor.evaluation.part import ItemCount, ItemEvent, ItemFault


def count_items(
    path: str, pairs: Sequence[Pair], missing: int, spurious: int, events: Sequence[ItemEvent] = ()
) -> ItemCount:
    """The count of one list, from the pairs in gold order and the faults of its items.

    Items that may be left out and items nobody labelled are neither missing nor spurious.
    """
    faults = [event.fault for event in events]
    moved = faults.count(ItemFault.MOVED)
    return ItemCount(
        path=path,
        paired=len(pairs) + moved,
        missing=missing,
        spurious=spurious,
        moved=moved,
        displaced=displaced([j for _, j in pairs]),
        merged=faults.count(ItemFault.MERGED),
        split=faults.count(ItemFault.SPLIT),
        repeated=faults.count(ItemFault.REPEATED),
    )
