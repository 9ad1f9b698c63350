"""What an outcome measures, by the shipped table of concepts."""

import re
from functools import cache
from typing import Final

from extractor._data import table
from extractor.normalise.terms import fold

_BEFORE: Final = (
    r"(?:(?:the|median|mean|rate of|incidence of|number of participants with|proportion of patients with) )*"
)
_AFTER: Final = (
    r"(?: \w+| [a-z]{2,5})?"
    r"(?: (?:rate|at|in|will|for|of|by|as|to|during|within|per|from|after|using|measures)\b.*)?"
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries: dict[str, list[str]] = table("concepts")
    pairs = [(fold(words), name) for name, synonyms in entries.items() for words in synonyms]
    longest_first = sorted(pairs, key=lambda pair: (-len(pair[0]), pair))
    return tuple((re.compile(_BEFORE + re.escape(words) + _AFTER), name) for words, name in longest_first)


def concept_of(measure: str) -> str | None:
    """The concept that a measure names first, or None where the table has none.

    `Progression free survival (PFS) will be evaluated` is PFS. A concept in the middle of a longer phrase
    is not what the measure is about: `dose modification due to adverse events` gives None.
    """
    words = fold(measure)
    return next((name for pattern, name in _patterns() if pattern.fullmatch(words)), None)
