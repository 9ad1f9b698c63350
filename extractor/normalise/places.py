"""Places of a text: which offsets they cover."""

import sys
from bisect import bisect_right
from collections.abc import Iterable


class Places:
    """Places that do not overlap: `offset in places` says whether an offset lies in one of them."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._places = sorted(places)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._places, (offset, sys.maxsize)) - 1
        return at >= 0 and offset < self._places[at][1]

    def end_of(self, offset: int) -> int | None:
        """Where the place that an offset lies in ends, or None where it lies in none."""
        at = bisect_right(self._places, (offset, sys.maxsize)) - 1
        return self._places[at][1] if at >= 0 and offset < self._places[at][1] else None
