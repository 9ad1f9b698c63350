"""Pieces of a result sentence that its clauses share: subjects, figures that are joined, their tests."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from extractor.normalise import result_frames as frames
from extractor.normalise.result_figures import Figure
from extractor.normalise.result_subjects import is_a_subject, subject_in
from extractor.normalise.result_tokens import INTERVAL, P_VALUE, Token, shape_of
from extractor.records.comparator import Comparator
from extractor.records.results import Statistic

Place = tuple[int, int]
"""First and last offset into the sentence."""
PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure with what it is about, the clause before it, its group, and its tests."""

    figure: Figure
    outcome: Place
    begin: int
    arm: Place | None = None
    level: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    p_value: tuple[Comparator, Decimal] | None = None
    interval_at: Place | None = None
    p_at: Place | None = None

    @property
    def tests(self) -> tuple[Place, ...]:
        """Where its interval and its p value stand."""
        return tuple(place for place in (self.interval_at, self.p_at) if place)


Clause = tuple[list[ReadFigure], int]
"""The figures of a clause, and where it ends."""


class Parts:
    """A sentence with its tokens and its shape."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self.text = text
        self.shape = shape_of(text, tokens)
        self.tokens = tokens
        self.at_start = {one.start: one for one in tokens}
        self.last: ReadFigure | None = None
        self.skipped = 0
        """Figures that were understood and are no results: how many took part."""

    def subject(self, begin: int, stop: int) -> Place | None:
        """What a clause is about, where the words before its verb are a name and nothing else."""
        if any(begin <= one.start < stop for one in self.tokens):
            return None
        return subject_in(self.text, begin, stop) if is_a_subject(self.text[begin:stop]) else None

    def figure(self, match: re.Match[str]) -> Figure:
        """The figure that a form found."""
        figure = self.at_start[match.start("figure")].figure
        assert figure is not None  # noqa: S101 - the shape has the sign of figures there
        return figure

    def is_last(self, at: int) -> bool:
        """Whether no token stands behind an offset."""
        return self.tokens[-1].start < at

    def groups(self, at: int, *, counted: bool = False) -> tuple[list[ReadFigure], int]:
        """Figures joined to each other, each with its own tests and its group.

        A figure of another kind, or one with a verb of its own, begins another clause.
        """
        found: list[ReadFigure] = []
        end = at
        while match := frames.GROUP.match(self.shape, at):
            if found and not self._goes_on(found[0].figure, match, counted=counted):
                break
            arm = match.span("arm") if match.group("arm") else match.span("label")
            if arm[0] >= 0 and _opens(self.shape[match.end("figure") : arm[0] - 1]):
                return [], at  # `(P = 0.03 for noninferiority)` names no group
            one = ReadFigure(self.figure(match), (0, 0), at, arm=self._name(*arm))
            found.append(self.tested(self.tested(one, match.span("tests")), match.span("more")))
            end = match.end()
            joint = frames.JOINT.match(self.shape, end)
            if joint is None:
                break
            at = joint.end()
        return found, end

    def _goes_on(self, first: Figure, match: re.Match[str], *, counted: bool) -> bool:
        """Whether a figure behind a joint belongs to the clause of the first."""
        figure = self.figure(match)
        if (figure.value is None) is not (first.value is None):
            return False
        return counted or frames.PREDICATE.match(self.shape, match.end()) is None

    def _name(self, start: int, end: int) -> Place | None:
        """The place of a name without the stop behind it."""
        return (start, start + len(self.text[start:end].rstrip("."))) if start >= 0 else None

    def tested(self, one: ReadFigure, behind: Place) -> ReadFigure:
        """A figure with the interval and the p value that stand at a place behind it."""
        for token in self.tokens:
            if not behind[0] <= token.start < behind[1]:
                continue
            if token.kind == P_VALUE:
                one = replace(one, p_value=token.p_value, p_at=(token.start, token.end))
            elif token.interval and (token.kind == INTERVAL or one.figure.statistic):
                interval = token.interval
                place = (token.start, token.end)
                one = replace(
                    one, level=interval.level, low=interval.low, high=interval.high, interval_at=place
                )
        return one

    def finished(self, groups: list[ReadFigure], outcome: Place, begin: int, at: int) -> Clause | None:
        """The groups of a clause with what they are about, and the ratios and differences beside them."""
        if turn := frames.IN_TURN.match(self.shape, at):
            groups = _in_turn(groups, turn)
            at = turn.end()
        elif told := frames.RESPECTIVELY.match(self.shape, at):
            at = told.end()
        shared = frames.TESTS.match(self.shape, at)
        if shared and groups:
            groups[-1] = self.tested(groups[-1], shared.span())
            at = shared.end()
        if _is_unclear(groups):
            return None
        found = [replace(one, outcome=outcome, begin=begin) for one in _with_shared(groups)]
        while match := frames.DIFFERENCE.match(self.shape, at) or frames.BESIDE.match(self.shape, at):
            found.append(self._beside(match, outcome, begin))
            at = match.end()
        close = frames.CLOSE.match(self.shape, at)
        return (found, close.end() if close else at) if found else None

    def _beside(self, match: re.Match[str], outcome: Place, begin: int) -> ReadFigure:
        """A ratio or a difference behind the figures of a clause, with its own tests."""
        figure = self.figure(match)
        if figure.statistic is None:
            figure = replace(figure, statistic=Statistic.DIFFERENCE, start=match.start("start"))
        return self.tested(ReadFigure(figure, outcome, begin), match.span("tests"))


def _opens(shape: str) -> bool:
    """Whether a bracket opens that is not closed."""
    return shape.count("(") + shape.count("[") > shape.count(")") + shape.count("]")


def _in_turn(groups: list[ReadFigure], match: re.Match[str]) -> list[ReadFigure]:
    """Two figures with the two groups that are named behind them in their order."""
    if len(groups) != PAIR or groups[0].arm:
        return groups
    first = match.span("first") if match.group("first") else groups[1].arm
    return [replace(groups[0], arm=first), replace(groups[1], arm=match.span("second"))]


def _is_unclear(groups: list[ReadFigure]) -> bool:
    """Whether figures are of different kinds, or an interval may be of one of them or of their difference."""
    kinds = {(one.figure.value is None, one.figure.count is None) for one in groups}
    if len({value for value, _ in kinds}) > 1:
        return True
    units = [one.figure.unit is not None for one in groups]
    if len(units) > PAIR and any(units) and not units[-1]:
        return True
    with_interval = [one.low is not None for one in groups]
    return len(groups) > 1 and with_interval[-1] and not any(with_interval[:-1])


def _with_shared(groups: list[ReadFigure]) -> list[ReadFigure]:
    """A p value behind the last of several figures is that of all, where no other has its own."""
    if not groups or any(one.p_value for one in groups[:-1]):
        return groups
    return [replace(one, p_value=groups[-1].p_value, p_at=groups[-1].p_at) for one in groups]
