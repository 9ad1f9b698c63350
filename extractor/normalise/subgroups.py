"""Limits that say for whom another limit is: `ALT ≤ 5 x ULN for patients with bilirubin > ULN`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from extractor.normalise.limits import limits
from extractor.records.comparator import Comparator

_WHO: Final = re.compile(
    r"(?<![A-Za-z])(?:for|in)\s+(?:patients|subjects|participants|those|individuals)\s+(?:with|whose|having|who\s+have)\s",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[.;)\]](?:\s|$)|$")


def subgroups(text: str) -> Iterator[tuple[int, int]]:
    """Where a criterion tells for whom the limit before is, by another limit."""
    starts = [one.start for one in limits(text) if one.comparator is not Comparator.UNSTATED]
    for match in _WHO.finditer(text):
        ends = _END.search(text, match.end())
        end = ends.start() if ends else len(text)
        at = bisect_left(starts, match.start())
        if 0 < at < len(starts) and starts[at] < end:
            yield match.start(), end
