"""What kind of figure a result has, by the words before it."""

import re
from typing import Final

from extractor.normalise.result_figures import Figure
from extractor.records.results import Statistic

_MEAN: Final = re.compile(r"\b(?:mean|average)\b", re.IGNORECASE)
_RATE: Final = re.compile(r"\b(?:rates?|proportion|percentage|incidence)\b", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r"\b(?:reduced|increased|decreased|improved|fell|rose|declined)\s+by\b", re.IGNORECASE
)
_DIFFERENCE: Final = re.compile(r"\bdifference\b", re.IGNORECASE)

_UNIT_REACH: Final = 24


def statistic_of(figure: Figure, before: str, behind: str) -> Statistic:
    """The kind of a figure, given the sentence before it and its clause behind it."""
    if figure.statistic is not None:
        return figure.statistic
    if figure.percent is None and _DIFFERENCE.search(before):
        return Statistic.DIFFERENCE
    if "median" in before.lower() + behind.lower():
        return Statistic.MEDIAN
    if _MEAN.search(before) or _MEAN.search(behind):
        return Statistic.MEAN
    if figure.count is not None and not (figure.percent is not None and _RATE.search(before)):
        return Statistic.COUNT
    per_time = figure.unit and " per " in f" {behind[figure.unit[0] - figure.start :]}"[:_UNIT_REACH]
    share = figure.percent is not None and not _CHANGED.search(before)
    return Statistic.RATE if per_time or share else Statistic.OTHER
