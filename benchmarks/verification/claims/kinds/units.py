"""Wrong units: of time, of measure, in codes and in printed words."""

from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.digits import positions
from claims.sorts import Sort, sort_of
from claims.tables import TIME_UNITS, UCUM, UNIT_WORDS
from claims.wrong_value import wrong_value
from extractor.records.leaves import Leaf
from extractor.records.times import TimeUnit

_UNIT_FIELDS = {"unit", "unit_text", "frequency", "unit_strength", "total_daily"}


def unit_changed(case: Case) -> Iterator[Change]:
    """Milligram to gram, months to weeks, `mg/dL` to `mg/L`, YEAR to MONTH; the figure stays."""
    for leaf in case.leaves:
        if isinstance(leaf.value, TimeUnit):
            yield from wrong_value(case, leaf, TIME_UNITS[leaf.value])
        elif leaf.name == "ucum" and leaf.value in UCUM:
            yield from wrong_value(case, leaf, UCUM[leaf.value])
        elif sort_of(leaf) is Sort.TEXT and (new := _other_unit(leaf)):
            yield from wrong_value(case, leaf, new)


def _other_unit(leaf: Leaf) -> str | None:
    """The words with their first unit changed; None where no figure stands in them and they are no unit."""
    words: str = leaf.value
    if leaf.name not in _UNIT_FIELDS and not positions(words):
        return None
    for pattern, rewrite in UNIT_WORDS:
        if pattern.search(words):
            return pattern.sub(rewrite, words, count=1)
    return None
