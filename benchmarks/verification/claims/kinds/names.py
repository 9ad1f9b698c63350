"""Wrong members of closed lists: enumerations, names from tables, printed classes, country codes."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import cycle, islice

from claims.case import Case
from claims.change import Change
from claims.sorts import Sort, sort_of
from claims.tables import COUNTRIES, NAMES
from claims.wrong_value import wrong_value
from extractor.records.comparator import Comparator
from extractor.records.criteria import CriterionCategory, TimeRelation
from extractor.records.results import Statistic
from extractor.records.times import TimeUnit

CATEGORY = "what a criterion is mainly about is a reading; its words do not name the category"
_ELSEWHERE = (Comparator, TimeRelation, TimeUnit, CriterionCategory)  # these have kinds of their own
_STATISTICS = (Statistic.MEAN, Statistic.MEDIAN, Statistic.HR)
_FIGURES = (Statistic.MEDIAN, Statistic.HR)  # COUNT and RATE may both be right of one figure
_CLASSES = ("A", "B", "C", "I", "II", "III", "IV", "1", "2", "3", "4")


def enum_neighbour(case: Case) -> Iterator[Change]:
    """The next member and the one before: PHASE2 to PHASE3, RANDOMIZED to NON_RANDOMIZED."""
    for leaf in case.leaves:
        if sort_of(leaf) is Sort.ENUM and not isinstance(leaf.value, _ELSEWHERE):
            for other in _neighbours(leaf.value):
                yield from wrong_value(case, leaf, other)


def category_neighbour(case: Case) -> Iterator[Change]:
    """Another category of a criterion."""
    for leaf in case.leaves:
        if isinstance(leaf.value, CriterionCategory):
            for other in _neighbours(leaf.value):
                yield from wrong_value(case, leaf, other, untellable=CATEGORY)


def name_neighbour(case: Case) -> Iterator[Change]:
    """Another name of the same table: PFS for OS, AST for ALT, lenvatinib for sorafenib."""
    for leaf in case.leaves:
        if sort_of(leaf) is Sort.NAME and leaf.name in NAMES:
            for other in _following(NAMES[leaf.name], leaf.value):
                yield from wrong_value(case, leaf, other)


def class_changed(case: Case) -> Iterator[Change]:
    """Child-Pugh C for B, NYHA 3 for 2."""
    for leaf in case.leaves:
        if sort_of(leaf) is Sort.CLASS:
            for other in _following(_CLASSES, leaf.value):
                yield from wrong_value(case, leaf, other)


def country_code_changed(case: Case) -> Iterator[Change]:
    """The code of another country."""
    for leaf in case.leaves:
        if leaf.name == "country_iso2":
            for other in COUNTRIES:
                yield from wrong_value(case, leaf, other)


def _neighbours(value: StrEnum) -> list[StrEnum]:
    if isinstance(value, Statistic):
        return list(_STATISTICS if value in {Statistic.MEDIAN, Statistic.MEAN} else _FIGURES)
    members: list[StrEnum] = list(type(value))
    at = members.index(value)
    return list(dict.fromkeys([members[(at + 1) % len(members)], members[at - 1]]))


def _following(names: tuple[str, ...], value: str) -> list[str]:
    at = names.index(value) + 1 if value in names else 0
    return list(islice(cycle(names), at, at + 2))
