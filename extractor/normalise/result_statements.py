"""Results in prose: what was found out, for whom, and the figures of one sentence.

A sentence whose form is not known gives nothing. Whether it speaks of this study is the caller's to say.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extractor.normalise.abstract_parts import OTHER, part_of
from extractor.normalise.concepts import concept_of
from extractor.normalise.result_clauses import are_paired, clauses_of
from extractor.normalise.result_kinds import statistic_of
from extractor.normalise.result_parts import Place, ReadFigure
from extractor.normalise.result_reader import read_figures
from extractor.normalise.result_subjects import has_digits
from extractor.normalise.result_tokens import shape_of, tokens_of
from extractor.normalise.result_words import direction_in, is_baseline, is_no_result
from extractor.records.comparator import Comparator
from extractor.records.results import Statistic

_AT_ENTRY: Final = re.compile(
    r"(?:the\s+)?(?:baseline|demographic)\s+(?:and\s+\w+\s+)?(?:characteristics|data|features|variables)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 1500
"""A longer text is no sentence."""


@dataclass(frozen=True, slots=True)
class PrintedResult:
    """One result: places are offsets into the sentence, `start` and `end` those of its statement."""

    outcome: Place
    outcome_norm: str | None
    start: int
    end: int
    statistic: Statistic
    value: Decimal | None = None
    unit: Place | None = None
    count: int | None = None
    denominator: int | None = None
    percent: Decimal | None = None
    level: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    p_value: Decimal | None = None
    p_comparator: Comparator | None = None
    direction: Place | None = None
    arm: Place | None = None
    baseline: bool = False
    begin: int = 0
    """Where the clause begins that says what the figure is of."""
    tests: tuple[Place, ...] = ()
    """Where its interval and its p value stand."""


@lru_cache(maxsize=512)
def result_statements(sentence: str) -> tuple[PrintedResult, ...]:
    """The results of one sentence, in order."""
    part, begin = part_of(sentence)
    if part == OTHER or len(sentence) > _LONGEST or is_no_result(sentence):
        return ()
    body = sentence[begin:]
    if prints_numbers(body):
        return tuple(_moved(one, begin) for one in _of_figures(body))
    told = _told(body)
    return (_moved(told, begin),) if told else ()


def prints_numbers(sentence: str) -> bool:
    """Whether a sentence prints numbers other than p values and those of names."""
    if len(sentence) > _LONGEST:
        return False
    tokens = tokens_of(sentence)
    return any(one.p_value is None for one in tokens) or has_digits(shape_of(sentence, tokens))


def _moved(one: PrintedResult, by: int) -> PrintedResult:
    if not by:
        return one

    def moved(place: Place | None) -> Place | None:
        return (place[0] + by, place[1] + by) if place else None

    outcome = (one.outcome[0] + by, one.outcome[1] + by)
    return replace(
        one, outcome=outcome, start=one.start + by, end=one.end + by, unit=moved(one.unit),
        direction=moved(one.direction), arm=moved(one.arm), begin=one.begin + by,
        tests=tuple((start + by, end + by) for start, end in one.tests),
    )  # fmt: skip


def _told(sentence: str) -> PrintedResult | None:
    """A finding without a figure: what was found out, and the words for its direction."""
    found = direction_in(sentence)
    if found is None:
        return None
    outcome, direction = found
    p = [one.p_value for one in tokens_of(sentence) if one.p_value]
    end = len(sentence.rstrip(" ."))
    return PrintedResult(
        outcome, concept_of(sentence[slice(*outcome)]), 0, end, Statistic.QUALITATIVE,
        p_value=p[0][1] if len(p) == 1 else None, p_comparator=p[0][0] if len(p) == 1 else None,
        direction=direction, baseline=_AT_ENTRY.match(sentence) is not None,
    )  # fmt: skip


def _of_figures(sentence: str) -> list[PrintedResult]:
    """A result for each figure, with the words of its clause."""
    read = read_figures(sentence)
    clauses = _clauses(sentence, read) if read else []
    return [_result(sentence, read, at, clause) for at, clause in enumerate(clauses)]


def _clauses(sentence: str, read: tuple[ReadFigure, ...]) -> list[Place]:
    figures = tuple(one.figure for one in read)
    return clauses_of(sentence, figures, tuple(one.begin for one in read))


def _result(sentence: str, read: tuple[ReadFigure, ...], at: int, clause: Place) -> PrintedResult:
    one = read[at]
    figure, outcome = one.figure, sentence[slice(*one.outcome)]
    head, behind = sentence[one.begin : figure.start], sentence[figure.start : clause[1]]
    return PrintedResult(
        one.outcome, concept_of(outcome), *clause, statistic_of(figure, head, behind),
        value=figure.value, unit=figure.unit or _unit_of_pair(sentence, read, at), count=figure.count,
        denominator=figure.denominator, percent=figure.percent, level=one.level, low=one.low, high=one.high,
        p_value=one.p_value[1] if one.p_value else None,
        p_comparator=one.p_value[0] if one.p_value else None, arm=one.arm,
        baseline=is_baseline(sentence[slice(*clause)]) or is_baseline(outcome),
        begin=one.begin, tests=one.tests,
    )  # fmt: skip


def _unit_of_pair(sentence: str, read: tuple[ReadFigure, ...], at: int) -> Place | None:
    """The unit behind the last of figures that stand side by side: `5.1 vs 7.4 days`."""
    figure = read[at].figure
    if figure.value is None or figure.statistic is not None:
        return None
    for left, right in pairwise(one.figure for one in read[at:]):
        if not are_paired(sentence, left, right):
            return None
        if right.unit:
            return right.unit
    return None
