"""Limits that differ by sex: `male 90 cm, female 85 cm`, `> 450 ms for men and > 470 ms for women`."""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.limits import limits
from extractor.normalise.sexes import of_one_sex
from extractor.records.comparator import Comparator

_BEHIND: Final = re.compile(
    r"\s*[,(]?\s*(?:(?:for|in)\s+(?:adult\s+)?)?(?:(?:fe)?males?|(?:wo)?m[ae]n|boys|girls)(?![A-Za-z])",
    re.IGNORECASE,
)
_WOMEN: Final = re.compile(r"(?<![A-Za-z])(?:females?|wom[ae]n|girls)(?![A-Za-z])", re.IGNORECASE)
_MEN: Final = re.compile(r"(?<![A-Za-z])(?:males?|m[ae]n|boys)(?![A-Za-z])", re.IGNORECASE)
_FEW: Final = 2


@lru_cache(maxsize=1024)
def sexed_limits(text: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers stand that are each the limit of one sex; nothing where not both sexes have one."""
    if not (_WOMEN.search(text) and _MEN.search(text)):
        return ()
    found = tuple(
        (limit.number, limit.end)
        for limit in limits(text)
        if (limit.unit or limit.comparator is not Comparator.UNSTATED)
        and (of_one_sex(text, limit.start) or _BEHIND.match(text, limit.end))
    )
    return found if len(found) >= _FEW else ()
